//! One sentence of a comparison, with its differences.

use yew::prelude::*;

use super::collation::{SentencePlace, Side, Stop, follows_alone, partners, related};
use crate::ui::comparing::marked::{mark, moved, words_of};
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::routes::{MarkKind, Shown};
use crate::ui::shared::Shared;
use crate::view::{ComparedSentence, Comparison, PairView, Range, TextPiece};

/// Properties of [`Sentence`].
#[derive(Clone, PartialEq, Properties)]
pub struct SentenceProps {
    /// The comparison.
    pub comparison: Shared<Comparison>,
    /// The story of the sentence.
    pub side: Side,
    /// The sentence's place in the story.
    pub place: SentencePlace,
    /// The differences marked.
    pub shown: Shown,
    /// True if its partner is pointed at.
    #[prop_or_default]
    pub lit: bool,
    /// True if it is shaded by the share of it that occurs in the other story.
    #[prop_or_default]
    pub heat: bool,
    /// The stop the reader is at, if it is in this sentence.
    #[prop_or_default]
    pub current: Option<Stop>,
    /// True if the sentence is drawn above as well, with another partner: the elements of this copy have no ids.
    #[prop_or_default]
    pub again: bool,
    /// The name of the story, for a sentence that only it has.
    pub name: AttrValue,
    /// Called with the first number of the partner when the sentence's own number is followed.
    #[prop_or_default]
    pub onfollow: Callback<(Side, u32)>,
}

/// Returns the id of a sentence of running text.
pub fn sentence_id(side: Side, number: u32) -> String {
    format!("s-{}-{number}", side.letter())
}

/// Draws a sentence: its number in the margin, its words, its marks.
#[component]
pub fn Sentence(props: &SentenceProps) -> Html {
    let catalog = use_catalog();
    let Some(sentence) = props.place.of(props.side.of(&props.comparison)) else { return html! {} };
    let related: Vec<&PairView> =
        related(&props.comparison, props.side, sentence).into_iter().map(|(_, pair)| pair).collect();
    let only = sentence.pairs.is_empty() && related.is_empty();
    let closest = sentence.pairs.first().copied();
    let elsewhere = closest
        .filter(|&pair| {
            props.shown.marks_passages(MarkKind::Moved)
                && props.comparison.pairs.get(pair as usize).is_some_and(|pair| pair.moved)
        })
        .map(|pair| Stop::Moved { pair });
    let shows_only = only && props.shown.marks_passages(MarkKind::Only);
    let class = classes!(
        "sentence",
        shows_only.then_some("only"),
        (sentence.pairs.is_empty() && !related.is_empty()).then_some("related"),
        props.lit.then_some("lit"),
        props.heat.then(|| heat_step(sentence.shared)),
    );
    html! {
        <p
            {class}
            id={(!props.again).then(|| sentence_id(props.side, sentence.number))}
            data-side={props.side.letter()}
            data-number={sentence.number.to_string()}
            tabindex="-1"
        >
            { number(props, sentence, &catalog) }
            if props.heat {
                <span class="share" title={catalog.text(key!("heat-share"))}>
                    { format!("{}%", catalog.decimal(sentence.shared * 100.0, 0)) }
                </span>
            }
            if let Some(stop) = elsewhere {
                { moved(
                    catalog.text(key!("mark-moved")),
                    id_of(props, stop).filter(|_| begins_pair(props, sentence, stop)),
                    props.current == Some(stop),
                    &catalog,
                ) }
            }
            if shows_only {
                { only_here(props, sentence, &catalog) }
            }
            if !related.is_empty() {
                { relatives(props, &related, &catalog) }
            }
            <span
                lang={lang_of(words_of(&sentence.pieces))}
                data-story={props.side.of(&props.comparison).row.id.clone()}
                data-from={sentence.range.start.to_string()}
            >
                { for sentence.pieces.iter().map(|part| piece(props, closest, sentence, part, &catalog)) }
            </span>
        </p>
    }
}

/// Returns the id of a stop's element, unless another copy of the sentence has it.
fn id_of(props: &SentenceProps, stop: Stop) -> Option<String> {
    (!props.again).then(|| stop.id(props.side))
}

/// Draws the sign of a sentence that only its story has.
fn only_here(props: &SentenceProps, sentence: &ComparedSentence, catalog: &Catalog) -> Html {
    let stop = Stop::Only { side: props.side, place: props.place };
    let repeated = follows_alone(&props.comparison, props.side, sentence.number);
    let class =
        classes!("tag", repeated.then_some("repeated"), (props.current == Some(stop)).then_some("current"));
    html! {
        <span {class} id={id_of(props, stop)} tabindex="-1">
            { catalog.with(key!("only-tag"), [("name", props.name.as_str().into())]) }
        </span>
    }
}

/// Whether a sentence is the first of its side in the pair of a stop.
fn begins_pair(props: &SentenceProps, sentence: &ComparedSentence, stop: Stop) -> bool {
    stop.pair(&props.comparison).is_some_and(|pair| match props.side {
        Side::A => pair.a_number == sentence.number,
        Side::B => pair.b_number == sentence.number,
    })
}

/// Returns the class of a share from 0 to 1: ten steps, of which the first is only for 0.
pub(crate) fn heat_step(share: f64) -> String {
    let step = if share <= 0.0 { 0 } else { (share * 9.0).ceil().clamp(1.0, 9.0) as u32 };
    format!("heat heat-{step}")
}

/// Draws the number, which links to the partner, as that may be far away.
fn number(props: &SentenceProps, sentence: &ComparedSentence, catalog: &Catalog) -> Html {
    let partners = partners(&props.comparison, props.side, sentence);
    let Some(&first) = partners.first() else {
        return html! { <span class="sentence-number">{ sentence.number }</span> };
    };
    let other = props.side.other();
    let named =
        partners.iter().map(u32::to_string).collect::<Vec<_>>().join(&*catalog.text(key!("list-comma")));
    let label = catalog
        .with(key!("sentence-number"), [("n", sentence.number.into()), ("partners", named.as_str().into())]);
    let onclick = props.onfollow.reform(move |_: MouseEvent| (other, first));
    html! {
        <button type="button" class="sentence-number" aria-label={label.clone()} title={label} {onclick}>
            { sentence.number }
        </button>
    }
}

/// Draws the sign of a sentence that reports the same thing as others in other words, with their numbers; it leads to the
/// closest of them.
fn relatives(props: &SentenceProps, related: &[&PairView], catalog: &Catalog) -> Html {
    let other = props.side.other();
    let mut numbers: Vec<u32> =
        related.iter().map(|pair| if other == Side::A { pair.a_number } else { pair.b_number }).collect();
    let first = numbers.first().copied().unwrap_or_default();
    numbers.sort_unstable();
    let named =
        numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(&*catalog.text(key!("list-comma")));
    let onclick = props.onfollow.reform(move |_: MouseEvent| (other, first));
    html! {
        <button type="button" class="tag related" title={catalog.text(key!("related-about"))} {onclick}>
            <span aria-hidden="true">{ "≈ " }</span>
            { catalog.with(key!("related-tag"), [("numbers", named.as_str().into())]) }
        </button>
    }
}

/// Returns whether a place of the story begins in a sentence and not in an earlier one, so that this sentence is the
/// first of those that show it.
pub(crate) fn begins_in(sentence: &ComparedSentence, place: Range) -> bool {
    sentence.range.start <= place.start
}

fn piece(
    props: &SentenceProps,
    closest: Option<u32>,
    sentence: &ComparedSentence,
    piece: &TextPiece,
    catalog: &Catalog,
) -> Html {
    let stop = closest.zip(piece.difference).map(|(pair, index)| Stop::Inside { pair, index });
    let found = stop.and_then(|stop| Some((stop, stop.difference(&props.comparison)?)));
    let Some((stop, difference)) = found.filter(|(_, found)| props.shown.shows(found)) else {
        return html! { { piece.text.clone() } };
    };
    let place = if props.side == Side::A { difference.a_range } else { difference.b_range };
    let id = (!props.again && begins_in(sentence, place)).then(|| stop.id(props.side));
    mark(difference, &piece.text, id, props.current == Some(stop), catalog)
}
