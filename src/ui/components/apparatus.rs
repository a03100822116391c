//! The apparatus: every difference as a row that links to its place.

use yew::prelude::*;

use super::finding::names;
use crate::ui::collation::{Side, Stop, sentences};
use crate::ui::i18n::{Catalog, use_catalog};
use crate::ui::keyboard;
use crate::ui::labels;
use crate::ui::shared::Shared;
use crate::view::{ComparedSentence, Comparison};

/// Properties of [`Apparatus`].
#[derive(Clone, PartialEq, Properties)]
pub struct ApparatusProps {
    /// The comparison.
    pub comparison: Shared<Comparison>,
    /// The stops listed, in reading order.
    pub stops: Shared<Vec<Stop>>,
    /// The stop the reader is at.
    pub current: Option<Stop>,
    /// Called when a row is followed.
    pub onvisit: Callback<Stop>,
}

/// Number of equal characters shown on either side of a difference.
const CONTEXT: usize = 5;

/// Number of rows drawn before the reader asks for more.
const AT_FIRST: usize = 100;

/// Draws the table.
#[component]
pub fn Apparatus(props: &ApparatusProps) -> Html {
    let catalog = use_catalog();
    let (a, b) = names(&props.comparison, &catalog);
    let drawn = use_state_eq(|| AT_FIRST);
    // Another list starts with its first rows.
    use_effect_with(props.stops.clone(), {
        let drawn = drawn.setter();
        move |_| drawn.set(AT_FIRST)
    });
    let left = props.stops.len().saturating_sub(*drawn);
    let onmore = {
        let drawn = drawn.clone();
        Callback::from(move |_: MouseEvent| drawn.set(*drawn + AT_FIRST))
    };
    if props.stops.is_empty() {
        return html! { <p class="empty">{ catalog.text("apparatus-empty") }</p> };
    }
    let row = |(place, &stop): (usize, &Stop)| {
        let Some(kind) = stop.kind(&props.comparison) else { return html! {} };
        let onclick = props.onvisit.reform(move |_: MouseEvent| stop);
        let cells = [Side::A, Side::B].map(|side| reading(&props.comparison, stop, side));
        html! {
            <tr key={place} class={classes!((props.current == Some(stop)).then_some("current"))}>
                <th scope="row">
                    <button type="button" class="link" data-step="" {onclick}>
                        <span class={classes!("sign", "d", kind.name())} lang="zh-Hant-HK" aria-hidden="true">
                            { labels::glyph(kind) }
                        </span>
                        { catalog.text(labels::mark(kind)) }
                    </button>
                </th>
                { for cells.into_iter().map(|cell| draw(cell, kind.name(), &catalog)) }
            </tr>
        }
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    html! {
        <>
        <table class="apparatus" {onkeydown}>
            <thead>
                <tr>
                    <th scope="col">{ catalog.text("apparatus-kind") }</th>
                    <th scope="col" class="side-a">{ a }</th>
                    <th scope="col" class="number">{ catalog.text("apparatus-sentence") }</th>
                    <th scope="col" class="side-b">{ b }</th>
                    <th scope="col" class="number">{ catalog.text("apparatus-sentence") }</th>
                </tr>
            </thead>
            <tbody>{ for props.stops.iter().take(*drawn).enumerate().map(row) }</tbody>
        </table>
        if left > 0 {
            <button type="button" class="button more" onclick={onmore}>
                { catalog.with("apparatus-more", [("n", left.into())]) }
            </button>
        }
        </>
    }
}

/// The reading of one side at a stop.
#[derive(Default)]
struct Reading {
    before: String,
    text: String,
    after: String,
    number: Option<u32>,
}

fn draw(reading: Reading, kind: &'static str, catalog: &Catalog) -> Html {
    let lacks = reading.text.is_empty();
    html! {
        <>
            <td class="reading" lang="zh-Hant-HK">
                <span class="context">{ reading.before }</span>
                if lacks {
                    <span class="lacks" lang={catalog.language().tag()} aria-label={catalog.text("apparatus-lacks")} role="img">{ "∅" }</span>
                } else {
                    <span class={classes!("d", kind)}>{ reading.text }</span>
                }
                <span class="context">{ reading.after }</span>
            </td>
            <td class="number">{ reading.number.map(|number| catalog.count(number)) }</td>
        </>
    }
}

fn reading(comparison: &Comparison, stop: Stop, side: Side) -> Reading {
    let story = side.of(comparison);
    match stop {
        Stop::Only { side: found, place } => match place.of(story) {
            Some(sentence) if found == side => whole(sentence),
            _ => Reading::default(),
        },
        Stop::Moved { pair } | Stop::Inside { pair, .. } => {
            let Some(found) = comparison.pairs.get(pair as usize) else { return Reading::default() };
            let number = if side == Side::A { found.a_number } else { found.b_number };
            let shown = |sentence: &&ComparedSentence| sentence.pairs.first() == Some(&pair);
            let sentence = sentences(story).map(|(_, sentence)| sentence).find(shown);
            match (stop, sentence) {
                (Stop::Inside { index, .. }, Some(sentence)) => inside(sentence, index),
                (Stop::Inside { .. }, None) => {
                    let difference = stop.difference(comparison);
                    let text = difference.map(|found| if side == Side::A { &found.a } else { &found.b });
                    Reading {
                        text: text.cloned().unwrap_or_default(),
                        number: Some(number),
                        ..Reading::default()
                    }
                }
                (_, Some(sentence)) => Reading { number: Some(number), ..whole(sentence) },
                (_, None) => Reading { number: Some(number), ..Reading::default() },
            }
        }
    }
}

/// Returns the reading of a whole sentence, cut to its beginning.
fn whole(sentence: &ComparedSentence) -> Reading {
    const LENGTH: usize = 22;
    let text: String = sentence.pieces.iter().map(|piece| piece.text.as_str()).collect();
    let cut = text.chars().count() > LENGTH;
    let mut text: String = text.chars().take(LENGTH).collect();
    if cut {
        text.push('…');
    }
    Reading { text, number: Some(sentence.number), ..Reading::default() }
}

/// Returns the reading of one difference with a few characters of context.
fn inside(sentence: &ComparedSentence, index: u32) -> Reading {
    let at = sentence.pieces.iter().position(|piece| piece.difference == Some(index));
    let Some(at) = at else { return Reading { number: Some(sentence.number), ..Reading::default() } };
    let join = |pieces: &[crate::view::TextPiece]| {
        pieces.iter().map(|piece| piece.text.as_str()).collect::<String>()
    };
    let before: Vec<char> = join(&sentence.pieces[..at]).chars().collect();
    let after = join(&sentence.pieces[at + 1..]);
    Reading {
        before: before[before.len().saturating_sub(CONTEXT)..].iter().collect(),
        text: sentence.pieces[at].text.clone(),
        after: after.chars().take(CONTEXT).collect(),
        number: Some(sentence.number),
    }
}
