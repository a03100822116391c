//! Two stories side by side.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::collation::{SentencePlace, Side, Stop, is_linked, links, sentences};
use super::connectors::Connectors;
use super::finding::names;
use super::sentence::Sentence;
use crate::corpus::BlockKind;
use crate::ui::hooks::use_growing;
use crate::ui::i18n::{Catalog, use_catalog};
use crate::ui::labels;
use crate::ui::lang::{lang_of, run};
use crate::ui::routes::Shown;
use crate::ui::shared::Shared;
use crate::view::{ComparedBlock, ComparedSentence, ComparedStory, Comparison};

/// Properties of every layout of a comparison.
#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonProps {
    /// The comparison.
    pub comparison: Shared<Comparison>,
    /// The differences marked.
    pub shown: Shown,
    /// True if sentences are shaded by the share of them that occurs in the other story.
    #[prop_or_default]
    pub heat: bool,
    /// The stop the reader is at.
    pub current: Option<Stop>,
    /// Called when the number of a sentence is followed to its partner.
    pub onfollow: Callback<(Side, u32)>,
    /// The heads of the two stories.
    #[prop_or_default]
    pub heads: (Html, Html),
    /// Number of sentences of each side that must be drawn at once.
    #[prop_or_default]
    pub at_least: u32,
}

/// Draws two columns with the lines between them. Pointing at a sentence highlights its partners too.
#[component]
pub fn Columns(props: &ComparisonProps) -> Html {
    let catalog = use_catalog();
    let pointed = use_state_eq(|| None::<(Side, u32)>);
    let point = {
        let pointed = pointed.setter();
        move |target: Option<web_sys::EventTarget>| {
            pointed.set(target.and_then(|target| sentence_at(&target)))
        }
    };
    let (on_pointer, on_focus) = (point.clone(), point);
    let onmouseover = Callback::from(move |event: MouseEvent| on_pointer(event.target()));
    let onfocusin = Callback::from(move |event: FocusEvent| on_focus(event.target()));
    let onmouseleave = {
        let pointed = pointed.setter();
        Callback::from(move |_: MouseEvent| pointed.set(None))
    };
    let lit: Vec<u32> = pointed.map(|at| links_at(&props.comparison, at)).unwrap_or_default();
    let (name_a, name_b) = names(&props.comparison, &catalog);
    let longest = props.comparison.a.sentences.max(props.comparison.b.sentences) as usize;
    let drawn = use_growing(longest, props.at_least as usize);
    let column = |side: Side, name: &str, head: &Html| {
        html! {
            <section class={classes!("column", side.letter())} aria-label={name.to_owned()}>
                <div class="column-head">{ head.clone() }</div>
                { for begun(side.of(&props.comparison), drawn).enumerate().map(|(block, found)| html! {
                    <div key={block} class="block-wrap">{ draw_block(props, side, block, found, name, &lit, &catalog) }</div>
                }) }
            </section>
        }
    };
    html! {
        <div class="columns" {onmouseover} {onmouseleave} {onfocusin}>
            { column(Side::A, &name_a, &props.heads.0) }
            { column(Side::B, &name_b, &props.heads.1) }
            if drawn == longest {
                <Connectors comparison={props.comparison.clone()} shown={props.shown} {lit} />
            }
        </div>
    }
}

/// Iterates over the blocks that contain the first `sentences` sentences, and those up to the next sentence.
fn begun(story: &ComparedStory, sentences: usize) -> impl Iterator<Item = &ComparedBlock> {
    let mut before = 0;
    story.blocks.iter().take_while(move |block| {
        let begins = before <= sentences;
        before += block.sentences.iter().filter(|sentence| sentence.number > 0).count();
        begins
    })
}

fn draw_block(
    props: &ComparisonProps,
    side: Side,
    block: usize,
    found: &ComparedBlock,
    name: &str,
    lit: &[u32],
    catalog: &Catalog,
) -> Html {
    if found.sentences.iter().all(|sentence| sentence.number == 0) {
        return apart(found, catalog);
    }
    let sentence = |(sentence, found): (usize, &ComparedSentence)| {
        let place = SentencePlace { block, sentence };
        html! {
            <Sentence
                key={sentence}
                comparison={props.comparison.clone()}
                {side}
                {place}
                shown={props.shown}
                heat={props.heat}
                lit={is_linked(&props.comparison, side, found, lit)}
                current={current_in(props.current, side, place, found)}
                name={name.to_owned()}
                onfollow={props.onfollow.clone()}
            />
        }
    };
    html! { <div class="paragraph">{ for found.sentences.iter().enumerate().map(sentence) }</div> }
}

/// Draws a sentence of one side, as every layout shows it; `names` are those of the two sides, and `again` is true if
/// the layout has drawn the sentence before.
pub(crate) fn one_sentence(
    props: &ComparisonProps,
    side: Side,
    place: SentencePlace,
    names: &(String, String),
    again: bool,
) -> Html {
    let Some(found) = place.of(side.of(&props.comparison)) else { return html! {} };
    html! {
        <Sentence
            comparison={props.comparison.clone()}
            {side}
            {place}
            shown={props.shown}
            heat={props.heat}
            {again}
            current={current_in(props.current, side, place, found)}
            name={if side == Side::A { names.0.clone() } else { names.1.clone() }}
            onfollow={props.onfollow.clone()}
        />
    }
}

/// Returns the stop the reader is at, if this sentence shows it.
fn current_in(
    current: Option<Stop>,
    side: Side,
    place: SentencePlace,
    sentence: &ComparedSentence,
) -> Option<Stop> {
    current.filter(|stop| match *stop {
        Stop::Only { side: found, place: at } => found == side && at == place,
        Stop::Inside { pair, .. } | Stop::Moved { pair } => sentence.pairs.first() == Some(&pair),
    })
}

/// Draws a heading, caption or note: in its place, but not aligned.
pub(crate) fn apart(block: &ComparedBlock, catalog: &Catalog) -> Html {
    let text: String = block
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.pieces)
        .map(|piece| piece.text.as_str())
        .collect();
    let (class, label) = labels::block(block.kind);
    match block.kind {
        BlockKind::Headline => html! { <h2 class={class} lang={lang_of(&text)}>{ text }</h2> },
        BlockKind::Subhead => html! { <h3 class={class} lang={lang_of(&text)}>{ text }</h3> },
        BlockKind::Kicker | BlockKind::Deck | BlockKind::Byline => {
            html! { <p class={class} lang={lang_of(&text)}>{ text }</p> }
        }
        _ => html! {
            <p class={class}>
                <span class="block-label">{ catalog.text(label) }</span>
                { run(&text) }
            </p>
        },
    }
}

/// Returns the sentence an event came from.
fn sentence_at(target: &web_sys::EventTarget) -> Option<(Side, u32)> {
    let element = target.dyn_ref::<Element>()?.closest("[data-number]").ok()??;
    let side = if element.get_attribute("data-side")? == "a" { Side::A } else { Side::B };
    Some((side, element.get_attribute("data-number")?.parse().ok()?))
}

/// Returns the links of a sentence by its number.
fn links_at(comparison: &Comparison, (side, number): (Side, u32)) -> Vec<u32> {
    let found = sentences(side.of(comparison)).find(|(_, found)| found.number == number);
    found.map(|(_, found)| links(comparison, side, found)).unwrap_or_default()
}
