//! Both stories at a glance: two strips, with ribbons between the pairs.

use yew::prelude::*;

use super::collation::{Relatives, Side, drawn as related_links, sentences};
use crate::ui::i18n::{key, use_catalog};
use crate::ui::shared::Shared;
use crate::view::{ComparedSentence, Comparison, PairView, Strength};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OverviewProps {
    pub(crate) comparison: Shared<Comparison>,
    /// Called with the sentence whose part of a strip was clicked.
    pub(crate) onfollow: Callback<(Side, u32)>,
}

const WIDTH: f64 = 1000.0;
const STRIP: f64 = 7.0;
const HEIGHT: f64 = 46.0;

/// Maximum number of parts and of ribbons drawn: more would be indistinguishable.
const MOST: usize = 600;

/// One sentence's part of its strip.
#[derive(Clone)]
struct StripPart {
    number: u32,
    start: f64,
    width: f64,
    class: &'static str,
}

/// Draws a picture with one label; the finding and the apparatus give its content in words.
#[component]
pub(crate) fn Overview(props: &OverviewProps) -> Html {
    let catalog = use_catalog();
    let comparison = &props.comparison;
    let percent = |share: f64| catalog.decimal(share * 100.0, 0);
    let (a_in_b, b_in_a) = (percent(comparison.reuse.a_in_b), percent(comparison.reuse.b_in_a));
    let label = catalog
        .with(key!("overview-label"), [("aInB", a_in_b.as_str().into()), ("bInA", b_in_a.as_str().into())]);
    let strips = [parts(comparison, Side::A), parts(comparison, Side::B)];
    let related = related_links(comparison);
    let links = || related.iter().copied().map(|(_, link)| link).chain(&comparison.pairs);
    let stride = links().count().div_ceil(MOST).max(1);
    let drawn = |&(place, pair): &(usize, &PairView)| pair.moved || place.is_multiple_of(stride);
    let ribbon = |(_, pair): (usize, &PairView)| {
        let a = strips[0].iter().find(|part| part.number == pair.a_number)?;
        let b = strips[1].iter().find(|part| part.number == pair.b_number)?;
        let (top, bottom) = (STRIP + 1.0, HEIGHT - STRIP - 1.0);
        let d = format!(
            "M{:.1} {top}L{:.1} {top}L{:.1} {bottom}L{:.1} {bottom}Z",
            a.start,
            a.start + a.width,
            b.start + b.width,
            b.start
        );
        let class = classes!(
            (!pair.differences.is_empty()).then_some("differs"),
            pair.moved.then_some("moved"),
            (pair.strength == Strength::Related).then_some("related"),
        );
        Some(html! { <path {class} {d} /> })
    };
    let strip = |side: Side, y: f64, parts: &[StripPart]| {
        let part = |part: &StripPart| {
            let number = part.number;
            let onclick = props.onfollow.reform(move |_: MouseEvent| (side, number));
            html! {
                <rect
                    key={number}
                    class={classes!(side.letter(), part.class)}
                    x={format!("{:.1}", part.start)}
                    y={y.to_string()}
                    width={format!("{:.1}", (part.width - 1.5).max(1.0))}
                    height={STRIP.to_string()}
                    {onclick}
                />
            }
        };
        html! { <g>{ for parts.iter().map(part) }</g> }
    };
    html! {
        <figure class="overview">
            <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} preserveAspectRatio="none" role="img" aria-label={label.clone()}>
                { for links().enumerate().filter(drawn).filter_map(ribbon) }
                { strip(Side::A, 0.0, &joined(&strips[0])) }
                { strip(Side::B, HEIGHT - STRIP, &joined(&strips[1])) }
            </svg>
            <figcaption aria-hidden="true">{ label }</figcaption>
        </figure>
    }
}

/// Joins adjacent parts of one class if a strip has too many to draw.
fn joined(parts: &[StripPart]) -> Vec<StripPart> {
    let mut joined: Vec<StripPart> = Vec::new();
    for part in parts {
        match joined.last_mut().filter(|last| parts.len() > MOST && last.class == part.class) {
            Some(last) => last.width += part.width,
            None => joined.push(part.clone()),
        }
    }
    joined
}

/// Returns the strip of one side: the width of each sentence is proportional to its length.
fn parts(comparison: &Comparison, side: Side) -> Vec<StripPart> {
    let story = side.of(comparison);
    let length = |sentence: &ComparedSentence| f64::from(sentence.range.end - sentence.range.start).max(1.0);
    let total: f64 = sentences(story).map(|(_, sentence)| length(sentence)).sum();
    let relatives = Relatives::new(comparison);
    let mut start = 0.0;
    sentences(story)
        .map(|(_, sentence)| {
            let width = length(sentence) / total * WIDTH;
            let closest = sentence.pairs.first().and_then(|&pair| comparison.pairs.get(pair as usize));
            let class = match closest {
                None if relatives.has(side, sentence.number) => "related",
                None => "only",
                Some(pair) if pair.differences.is_empty() => "same",
                Some(_) => "differs",
            };
            let part = StripPart { number: sentence.number, start, width, class };
            start += width;
            part
        })
        .collect()
}
