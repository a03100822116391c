//! Two stories as one text: the first one's words struck out, followed by the second one's in their place.

use rustc_hash::FxHashSet;
use yew::prelude::*;

use super::collation::{FlowRow, SentencePlace, Side, Stop, flow};
use super::columns::{ComparisonProps, apart, one_sentence};
use super::finding::names;
use super::sentence::{begins_in, sentence_id};
use crate::ui::comparing::marked::{describe, moved, words_of};
use crate::ui::hooks::use_growing;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::routes::MarkKind;
use crate::view::{ComparedSentence, DifferenceView, TextPiece};

/// Draws the text, in the order of the first story.
#[component]
pub fn FlowingText(props: &ComparisonProps) -> Html {
    let catalog = use_catalog();
    let names = names(&props.comparison, &catalog);
    // The marks of this layout are the changes themselves; shading has no meaning here.
    let alone = |side: Side, place: SentencePlace| {
        one_sentence(&ComparisonProps { heat: false, ..props.clone() }, side, place, &names, false)
    };
    let rows = use_memo(props.comparison.clone(), |comparison| flow(comparison));
    let drawn = use_growing(rows.len(), 2 * props.at_least as usize);
    let mut shown: FxHashSet<SentencePlace> = FxHashSet::default();
    let row = |(index, row): (usize, &FlowRow)| match *row {
        FlowRow::Apart(side, block) => {
            let Some(found) = side.of(&props.comparison).blocks.get(block) else { return html! {} };
            html! { <div key={index} class={classes!("flow-row", side.letter())}>{ apart(found, &catalog) }</div> }
        }
        // The rest of a split sentence: its words come with the first part.
        FlowRow::Rest { .. } => html! {},
        FlowRow::Only(side, place) => {
            let class = if side == Side::A { "whole gone" } else { "whole come" };
            html! { <div key={index} class={classes!(class, side.letter())}>{ alone(side, place) }</div> }
        }
        // Their words are not compared, so that neither replaces the other.
        FlowRow::Related { a, b } => {
            html! {
                <div key={index} class="whole related">
                    <div class="a">{ alone(Side::A, a) }</div>
                    <div class="b">{ alone(Side::B, b) }</div>
                </div>
            }
        }
        FlowRow::Linked(side, place) => {
            html! { <div key={index} class={classes!("whole", "related", side.letter())}>{ alone(side, place) }</div> }
        }
        FlowRow::Pair { pair, a, b } => {
            let again = !shown.insert(a);
            let repeated = props.comparison.pairs.get(pair as usize).is_some_and(|pair| pair.repeated);
            match (again, b) {
                // The second story repeats the sentence; the first text has it once.
                (true, Some(b)) if repeated => {
                    html! { <div key={index} class="whole come b">{ alone(Side::B, b) }</div> }
                }
                (true, _) => html! {},
                (false, _) => html! { <div key={index}>{ both(props, pair, a, &catalog) }</div> },
            }
        }
    };
    html! {
        <div class="flow flowing">
            <div class="flow-heads">
                <div class="column-head a">{ props.heads.0.clone() }</div>
                <div class="column-head b">{ props.heads.1.clone() }</div>
            </div>
            <p class="sides">
                <del>{ names.0.clone() }</del>{ " " }<ins>{ names.1.clone() }</ins>
            </p>
            { for rows.iter().take(drawn).enumerate().map(row) }
        </div>
    }
}

/// Draws a sentence of both stories, with its changes.
fn both(props: &ComparisonProps, pair: u32, place: SentencePlace, catalog: &Catalog) -> Html {
    let Some(sentence) = place.of(&props.comparison.a) else { return html! {} };
    let Some(found) = props.comparison.pairs.get(pair as usize) else { return html! {} };
    let stop = Stop::Moved { pair };
    let id = (found.a_number == sentence.number).then(|| stop.id(Side::A));
    html! {
        <p class="sentence" id={sentence_id(Side::A, sentence.number)} tabindex="-1">
            <span class="sentence-number">{ sentence.number }</span>
            if found.moved && props.shown.marks_passages(MarkKind::Moved) {
                { moved(catalog.with(key!("flow-moved"), [("n", found.b_number.into())]), id, props.current == Some(stop), catalog) }
            }
            <span lang={lang_of(words_of(&sentence.pieces))}>
                { for sentence.pieces.iter().map(|piece| change(props, pair, sentence, piece, catalog)) }
            </span>
        </p>
    }
}

/// What the first story has at a place struck out, and what the second has put in. Of a difference that reaches over the
/// end of a sentence each sentence shows its own part, and the last one what was put in.
fn change(
    props: &ComparisonProps,
    pair: u32,
    sentence: &ComparedSentence,
    piece: &TextPiece,
    catalog: &Catalog,
) -> Html {
    let stop = piece.difference.map(|index| Stop::Inside { pair, index });
    let found: Option<(Stop, &DifferenceView)> =
        stop.and_then(|stop| Some((stop, stop.difference(&props.comparison)?)));
    let Some((stop, difference)) = found.filter(|(_, found)| props.shown.shows(found)) else {
        return html! { { piece.text.clone() } };
    };
    let is_first = begins_in(sentence, difference.a_range);
    let is_last = difference.a_range.end <= sentence.range.end;
    let id = is_first.then(|| stop.id(Side::A));
    let class = classes!(
        "change",
        labels::mark_class(MarkKind::Inside(difference.kind)),
        labels::effect_class(difference.effect),
        (props.current == Some(stop)).then_some("current"),
    );
    html! {
        <span {class} {id} tabindex="-1" title={describe(difference, catalog)}>
            <span class="unseen">{ format!("〔{}〕", labels::effect_and_kind(difference, catalog)) }</span>
            if !piece.text.is_empty() {
                <del>{ piece.text.clone() }</del>
            }
            if is_last && !difference.b.is_empty() {
                <ins>{ difference.b.clone() }</ins>
            }
        </span>
    }
}
