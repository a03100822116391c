//! The text after its division: its stories, with the block the reader is at.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::blocks::DraftStory;
use super::corrections::Corrections;
use super::draft_view::{self, BlockPlace, ListRange};
use super::folds::{self, OpenFolds};
use super::left_out::LeftOutSearch;
use super::look::{BLOCKS, Look};
use crate::ui::i18n::{key, use_catalog};
use crate::ui::shared::Shared;
use crate::view::TextPage;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DividedTextProps {
    pub(super) page: Shared<TextPage>,
    pub(super) look: Look,
    pub(super) setter: UseStateSetter<Look>,
    /// The runs of furniture that are open.
    pub(super) folds: UseStateHandle<OpenFolds>,
    /// Called with a line to go to.
    pub(super) ongo: Callback<u32>,
    pub(super) corrections: Corrections,
}

/// Draws the stories whose blocks are in the range drawn, and handles the keys and the pointer on them.
#[component]
pub(super) fn DividedText(props: &DividedTextProps) -> Html {
    let catalog = use_catalog();
    let DividedTextProps { page, look, setter, corrections, folds, ongo } = props;
    let onkeydown = {
        let (page, at, corrections) = (page.clone(), look.at, corrections.clone());
        Callback::from(move |event: KeyboardEvent| corrections.press(&event, &page, at))
    };
    let point = {
        let (page, look, setter) = (page.clone(), *look, setter.clone());
        Callback::from(move |place: Option<BlockPlace>| setter.set(look.pointed_at_block(&page, place)))
    };
    let onpointerover = point.reform(|event: PointerEvent| block_of(event.target()));
    let onpointerleave = point.reform(|_: PointerEvent| None);
    let onfocusin = {
        let (page, look, setter) = (page.clone(), *look, setter.clone());
        Callback::from(move |event: FocusEvent| {
            if let Some(place) = block_of(event.target()) {
                setter.set(look.at(&page, place));
            }
        })
    };
    let draw_from = |from: usize| {
        let (setter, look) = (setter.clone(), *look);
        let after = ListRange { from, ..look.after };
        Callback::from(move |_: MouseEvent| setter.set(Look { after, ..look }))
    };
    let blocks: usize = page.stories.iter().map(|story| story.blocks.len()).sum();
    let from = look.after.from;
    let to = folds::reach(page, from, look.after.count, folds, look.at).min(blocks);
    html! {
        <section class="text-after" data-steps="" {onkeydown} {onpointerover} {onpointerleave} {onfocusin}>
            <h2>{ catalog.text(key!("text-after")) }</h2>
            <LeftOutSearch page={page.clone()} ongo={ongo.clone()} oncorrect={corrections.correct.clone()} />
            if from > 0 {
                <button type="button" class="button more" onclick={draw_from(from.saturating_sub(BLOCKS))}>{ catalog.text(key!("more-before")) }</button>
            }
            { for drawn(page, from, to).map(|(story, part)| draft_story(props, story, part, from..to)) }
            if to < blocks {
                <button type="button" class="button more" onclick={draw_from(to)}>{ catalog.with(key!("more-blocks"), [("n", (blocks - to).into())]) }</button>
            }
        </section>
    }
}

/// Draws the blocks of one story that are in the range drawn.
fn draft_story(props: &DividedTextProps, story: usize, part: Range<usize>, all: Range<usize>) -> Html {
    let DividedTextProps { page, look, corrections, .. } = props;
    let here = |place: Option<BlockPlace>| place.filter(|place| place.0 == story).map(|place| place.1);
    let is_seen = |place: BlockPlace| all.contains(&draft_view::index(page, place));
    let first = !look.at.is_some_and(is_seen) && draft_view::index(page, (story, part.start)) == all.start;
    let onfold = {
        let (page, folds, look, setter) = (page.clone(), props.folds.clone(), *look, props.setter.clone());
        Callback::from(move |(run, open): (Range<usize>, bool)| {
            let blocks = page.stories.get(story).and_then(|story| story.blocks.get(run.clone()));
            let blocks = blocks.unwrap_or_default();
            let mut changed = (*folds).clone();
            if open {
                blocks.iter().take(1).for_each(|block| changed.open(block))
            } else {
                changed.close(blocks)
            }
            // A run with the reader's block in it cannot be folded.
            if !open && look.at.is_some_and(|(number, block)| number == story && run.contains(&block)) {
                setter.set(Look { at: None, lines: None, ..look });
            }
            folds.set(changed);
        })
    };
    html! {
        <DraftStory
            key={page.stories[story].id.clone()}
            page={page.clone()}
            {story}
            blocks={part}
            at={here(look.at)}
            marked={here(look.block)}
            {first}
            folds={(*props.folds).clone()}
            {onfold}
            oncorrect={corrections.correct.clone()}
        />
    }
}

/// Iterates over the stories between two blocks of a text, with the range of their blocks between them.
fn drawn(page: &TextPage, from: usize, to: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut start = 0;
    let parts: Vec<_> = page
        .stories
        .iter()
        .enumerate()
        .filter_map(|(story, found)| {
            let (first, end) = (start, start + found.blocks.len());
            start = end;
            let part = from.clamp(first, end) - first..to.clamp(first, end) - first;
            (!part.is_empty()).then_some((story, part))
        })
        .collect();
    parts.into_iter()
}

/// Returns the block of an event.
fn block_of(target: Option<web_sys::EventTarget>) -> Option<BlockPlace> {
    let element = target?.dyn_into::<Element>().ok()?;
    let name = element.closest("[data-block]").ok()??.get_attribute("data-block")?;
    let (story, block) = name.split_once('-')?;
    Some((story.parse().ok()?, block.parse().ok()?))
}
