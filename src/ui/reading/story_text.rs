//! A story to read, word by word.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::marked_names::MarkedNames;
use crate::corpus::BlockKind;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::one_line::is_long;
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
use crate::view::{BlockView, DoubtfulWord, Doubts, EntityList, StoryPlace, StoryView, WordMark};

/// Properties of [`StoryText`].
#[derive(Clone, PartialEq, Properties)]
pub struct StoryTextProps {
    /// The story.
    pub story: Shared<StoryView>,
    /// True if word boundaries are shown.
    pub boundaries: bool,
    /// True if parts of speech are shown.
    pub tags: bool,
    /// The word looked up, every occurrence of which is marked.
    #[prop_or_default]
    pub word: Option<AttrValue>,
    /// The UTF-16 unit the reader came for.
    #[prop_or_default]
    pub at: Option<u32>,
    /// The words in doubt, if they are marked.
    #[prop_or_default]
    pub doubts: Option<Shared<Doubts>>,
    /// The names, if they are marked.
    #[prop_or_default]
    pub names: Option<Shared<EntityList>>,
    /// Called with a word that was clicked or entered.
    #[prop_or_default]
    pub onlookup: Callback<String>,
    /// Called with the place of a word that was touched.
    #[prop_or_default]
    pub oncorrect: Callback<StoryPlace>,
}

/// Number of words drawn at a time: each is an element, and very many of them block the page.
const WORDS: usize = 3_000;

/// Number of words drawn after the one the reader came for.
const BEHIND: usize = 300;

/// The id of the word the reader came for.
pub const ARRIVAL: &str = "at";

/// Draws the story. It is one stop for the Tab key; inside it the arrow keys move from word to word.
#[component]
pub fn StoryText(props: &StoryTextProps) -> Html {
    let catalog = use_catalog();
    let (onclick, onkeydown) = (clicking(props), keying(props));
    let shown = use_state_eq(|| (String::new(), WORDS));
    let id = &props.story.row.id;
    let total: usize = props.story.blocks.iter().map(|block| block.words.len()).sum();
    let asked = if shown.0 == *id { shown.1 } else { WORDS };
    let limit = asked.max(words_before(&props.story, props.at) + BEHIND).min(total);
    let more = {
        let (shown, id) = (shown.setter(), id.clone());
        Callback::from(move |_: MouseEvent| shown.set((id.clone(), limit + WORDS)))
    };
    let mut left = limit;
    let names = use_memo((props.names.clone(), catalog.clone()), |(names, catalog)| {
        MarkedNames::new(names.as_deref(), catalog)
    });
    let drawn = props.story.blocks.iter().enumerate().map_while(|(place, block)| {
        let words = block.words.len().min(left);
        left -= words;
        (words > 0 || block.words.is_empty())
            .then(|| draw_block(props, place, block, words, (&names, &catalog)))
    });
    let drawn: Vec<Html> = drawn.collect();
    let class =
        classes!("story-text", props.boundaries.then_some("boundaries"), props.tags.then_some("tags"),);
    html! {
        <>
        <div
            {class}
            role="group"
            tabindex="0"
            aria-label={catalog.text(key!("story-text-label"))}
            {onclick}
            data-words=""
            {onkeydown}
        >
            { for drawn }
        </div>
        if limit < total {
            <button type="button" class="button more" onclick={more}>{ catalog.with(key!("more-words"), [("n", (total - limit).into())]) }</button>
        }
        </>
    }
}

/// Returns a handler of clicks, which look a word up, and of touches, which correct it.
fn clicking(props: &StoryTextProps) -> Callback<MouseEvent> {
    let (onlookup, oncorrect, id) =
        (props.onlookup.clone(), props.oncorrect.clone(), props.story.row.id.clone());
    Callback::from(move |event: MouseEvent| {
        // A finger selects badly, and on a phone the lists are far below the text.
        if is_touch(&event) {
            if let Some((start, end)) = event.target().and_then(|target| place_at(&target)) {
                oncorrect.emit(StoryPlace { id: id.clone(), start, end });
            }
        } else if let Some(word) = event.target().and_then(|target| word_at(&target)) {
            onlookup.emit(word);
        }
    })
}

/// Returns a handler of keys: Enter looks a word up, arrows go to the next one.
fn keying(props: &StoryTextProps) -> Callback<KeyboardEvent> {
    let onlookup = props.onlookup.clone();
    Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            if let Some(word) = event.target().and_then(|target| word_at(&target)) {
                onlookup.emit(word);
            }
        }
        "ArrowLeft" => keyboard::step_word(&event, false),
        "ArrowRight" => keyboard::step_word(&event, true),
        _ => {}
    })
}

/// Counts the words before a place of the story.
fn words_before(story: &StoryView, at: Option<u32>) -> usize {
    let Some(at) = at else { return 0 };
    story.blocks.iter().map(|block| block.words.partition_point(|word| word.start < at)).sum()
}

/// Draws the first `words` words of a block.
fn draw_block(
    props: &StoryTextProps,
    place: usize,
    block: &BlockView,
    words: usize,
    (names, catalog): (&MarkedNames, &Catalog),
) -> Html {
    let (class, label) = labels::block(block.kind);
    let words = html! { <>{ for block.words[..words].iter().map(|word| draw_word(props, names, word)) }</> };
    let lang = lang_of(block.words.iter().map(|word| word.word.as_str()).collect::<String>());
    let story = props.story.row.id.clone();
    let from = block.range.start.to_string();
    match block.kind {
        BlockKind::Headline => {
            html! { <h1 key={place} {class} {lang} data-story={story} data-from={from}>{ words }</h1> }
        }
        BlockKind::Subhead => {
            html! { <h2 key={place} {class} {lang} data-story={story} data-from={from}>{ words }</h2> }
        }
        BlockKind::Caption | BlockKind::Note | BlockKind::PullQuote => html! {
            <p key={place} {class}>
                <span class="block-label">{ catalog.text(label) }</span>
                <span {lang} data-story={story} data-from={from}>{ words }</span>
            </p>
        },
        _ => html! { <p key={place} {class} {lang} data-story={story} data-from={from}>{ words }</p> },
    }
}

fn draw_word(props: &StoryTextProps, names: &MarkedNames, word: &WordMark) -> Html {
    let name = names.at(word);
    if !word.is_word() {
        return html! { <span class={classes!("mark", name.map(|name| name.class))}>{ word.word.clone() }</span> };
    }
    let found = props.word.as_deref() == Some(word.word.as_str());
    let arrival = props.at.is_some_and(|at| word.start <= at && at < word.end);
    let doubt = doubt(props, word);
    let class = classes!(
        "w",
        is_long(&word.word).then_some("long"),
        found.then_some("found"),
        arrival.then_some("arrival"),
        doubt.is_some().then_some("doubtful"),
        name.map(|name| name.class)
    );
    let title = doubt.map(|doubt| doubt.other.join("／")).or_else(|| name.map(|name| name.title.clone()));
    let id = arrival.then_some(ARRIVAL);
    let (start, end) = (word.start.to_string(), word.end.to_string());
    if props.tags {
        html! {
            <ruby {class} {id} {title} tabindex="-1" data-word={word.word.clone()} data-start={start} data-end={end}>
                { word.word.clone() }<rt lang="en">{ word.tag.clone() }</rt>
            </ruby>
        }
    } else {
        html! { <span {class} {id} {title} tabindex="-1" data-word={word.word.clone()} data-start={start} data-end={end}>{ word.word.clone() }</span> }
    }
}

/// Returns the doubt about a word, if there is one.
fn doubt<'a>(props: &'a StoryTextProps, word: &WordMark) -> Option<&'a DoubtfulWord> {
    let doubts = &props.doubts.as_ref()?.words;
    let place = doubts.binary_search_by_key(&word.start, |doubt| doubt.range.start).ok()?;
    doubts.get(place)
}

fn is_touch(event: &MouseEvent) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

fn place_at(target: &web_sys::EventTarget) -> Option<(u32, u32)> {
    let element = target.dyn_ref::<Element>()?.closest(".w").ok()??;
    let unit = |name: &str| element.get_attribute(name)?.parse().ok();
    Some((unit("data-start")?, unit("data-end")?))
}

fn word_at(target: &web_sys::EventTarget) -> Option<String> {
    let element = target.dyn_ref::<Element>()?.closest(".w").ok()??;
    element.get_attribute("data-word").or_else(|| element.text_content())
}
