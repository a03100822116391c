//! The apparatus: every difference as a row that links to its place.

use yew::prelude::*;

use super::collation::{Side, Stop, sentences};
use super::finding::names;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
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
        return html! { <p class="empty">{ catalog.text(key!("apparatus-empty")) }</p> };
    }
    let row = |(place, &stop): (usize, &Stop)| {
        let Some(kind) = stop.kind(&props.comparison) else { return html! {} };
        let onclick = props.onvisit.reform(move |_: MouseEvent| stop);
        let cells = [Side::A, Side::B].map(|side| reading(&props.comparison, stop, side));
        html! {
            <tr key={place} class={classes!((props.current == Some(stop)).then_some("current"))}>
                <th scope="row">
                    <button type="button" class="link" data-step="" {onclick}>
                        <span class={classes!("sign", "d", labels::mark_class(kind))} lang="zh-Hant-HK" aria-hidden="true">
                            { labels::glyph(kind) }
                        </span>
                        { catalog.text(labels::mark(kind)) }
                    </button>
                </th>
                { for cells.into_iter().map(|cell| draw(cell, labels::mark_class(kind), &catalog)) }
            </tr>
        }
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    html! {
        <>
        <table class="apparatus" data-steps="" {onkeydown}>
            <thead>
                <tr>
                    <th scope="col">{ catalog.text(key!("apparatus-kind")) }</th>
                    <th scope="col" class="side-a">{ a }</th>
                    <th scope="col" class="number">{ catalog.text(key!("apparatus-sentence")) }</th>
                    <th scope="col" class="side-b">{ b }</th>
                    <th scope="col" class="number">{ catalog.text(key!("apparatus-sentence")) }</th>
                </tr>
            </thead>
            <tbody>{ for props.stops.iter().take(*drawn).enumerate().map(row) }</tbody>
        </table>
        if left > 0 {
            <button type="button" class="button more" onclick={onmore}>
                { catalog.with(key!("apparatus-more"), [("n", left.into())]) }
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
                    <span class="lacks" lang={catalog.language().tag()} aria-label={catalog.text(key!("apparatus-lacks"))} role="img">{ "∅" }</span>
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
    let found = match stop {
        Stop::Only { side: found, place } => {
            place.of(side.of(comparison)).filter(|_| found == side).map(whole)
        }
        Stop::Moved { pair } => passage(comparison, pair, side).next().map(whole),
        Stop::Inside { pair, .. } => inside(comparison, stop, side, pair),
    };
    found.unwrap_or_default()
}

/// The sentences of a pair on one side: one, or several where what the other story says in one was cut.
fn passage(comparison: &Comparison, pair: u32, side: Side) -> impl Iterator<Item = &ComparedSentence> {
    let pair = comparison.pairs.get(pair as usize);
    let (first, count) = pair.map_or((0, 0), |pair| match side {
        Side::A => (pair.a_number, pair.a_sentences),
        Side::B => (pair.b_number, pair.b_sentences),
    });
    let numbers = first..first.saturating_add(count);
    sentences(side.of(comparison))
        .map(|(_, sentence)| sentence)
        .filter(move |found| numbers.contains(&found.number))
}

/// Returns the reading of a whole sentence, cut to its beginning.
fn whole(sentence: &ComparedSentence) -> Reading {
    const LENGTH: usize = 22;
    let text = words(sentence);
    let cut = text.chars().count() > LENGTH;
    let mut text: String = text.chars().take(LENGTH).collect();
    if cut {
        text.push('…');
    }
    Reading { text, number: Some(sentence.number), ..Reading::default() }
}

/// One difference as one side has it, with a few characters of what surrounds it in the sentences it begins and ends in.
fn inside(comparison: &Comparison, stop: Stop, side: Side, pair: u32) -> Option<Reading> {
    let difference = stop.difference(comparison)?;
    let (text, place) = match side {
        Side::A => (&difference.a, difference.a_range),
        Side::B => (&difference.b, difference.b_range),
    };
    let within =
        |end: u32| passage(comparison, pair, side).filter(move |found| found.range.start < end).last();
    let first = within(place.start.saturating_add(1))?;
    let last = if text.is_empty() { first } else { within(place.end)? };
    let units = |sentence: &ComparedSentence| words(sentence).encode_utf16().collect::<Vec<u16>>();
    let (own, other) = (units(first), units(last));
    let (start, end) = (place.start.abs_diff(first.range.start), place.end.abs_diff(last.range.start));
    let before = String::from_utf16_lossy(own.get(..start as usize).unwrap_or(&own));
    let after = String::from_utf16_lossy(other.get(end as usize..).unwrap_or_default());
    let skipped = before.chars().count().saturating_sub(CONTEXT);
    Some(Reading {
        before: before.chars().skip(skipped).collect(),
        text: text.clone(),
        after: after.chars().take(CONTEXT).collect(),
        number: Some(first.number),
    })
}

fn words(sentence: &ComparedSentence) -> String {
    sentence.pieces.iter().map(|piece| piece.text.as_str()).collect()
}
