//! A text before and after its division, side by side, with corrections by mouse and by key.

use std::collections::VecDeque;
use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::text_block;
use super::text_blocks::DraftStory;
use super::text_lines::TextLines;
use super::text_settings::TextSettings;
use super::text_warnings::TextWarnings;
use crate::engine::TextEdit;
use crate::ui::draft_view::{self, Correction, Place, Stretch};
use crate::ui::i18n::use_catalog;
use crate::ui::keyboard::{self, Command, use_commands};
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::ui::{browser, labels};
use crate::view::TextPage;

/// Numbers of lines and of blocks drawn at a time.
const LINES: usize = 400;
const BLOCKS: usize = 200;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextEditorProps {
    pub(crate) page: Shared<TextPage>,
    /// The line in the address.
    pub(crate) line: Option<u32>,
}

/// The marks and the parts that are drawn, which are not part of the address.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Look {
    /// The block the reader is at.
    at: Option<Place>,
    /// The lines marked by the pointer or the focus on a block.
    lines: Option<(u32, u32)>,
    /// The block marked by the pointer or the focus on a line.
    block: Option<Place>,
    /// The lines drawn.
    before: Stretch,
    /// The blocks drawn.
    after: Stretch,
    /// On a narrow screen, true if the text is shown as it arrived.
    shows_before: bool,
}

impl Look {
    const START: Self = Self {
        at: None,
        lines: None,
        block: None,
        before: Stretch::first(LINES),
        after: Stretch::first(BLOCKS),
        shows_before: false,
    };

    /// Moves to a block, with its surroundings drawn on both sides.
    fn at(self, page: &TextPage, place: Place) -> Self {
        let lines = draft_view::block(page, place).map(|block| block.lines);
        let first = lines.map_or(0, |(first, _)| first.saturating_sub(1) as usize);
        let (before, after) = (self.before.around(first), self.after.around(draft_view::index(page, place)));
        Self { at: Some(place), lines, block: None, before, after, shows_before: false }
    }
}

/// A block to go to, once the text no longer has this revision.
type Next = Option<(Option<u32>, Place)>;

#[component]
pub(crate) fn TextEditor(props: &TextEditorProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let page = &props.page;
    let look = use_state_eq(|| Look::START);
    let next = use_mut_ref(|| Next::None);
    let queue = use_mut_ref(VecDeque::<Key>::new);
    let before = use_node_ref();

    let correct = use_callback((store.asker.clone(), page.clone()), {
        let next = next.clone();
        move |correction: Correction, (asker, page)| {
            if matches!(*next.borrow(), Some((Some(revision), _)) if revision == page.revision) {
                // The text on the screen is about to change.
                return;
            }
            *next.borrow_mut() = Some((Some(page.revision), correction.then));
            asker.correct_text(&page.row.id, page.revision, correction.edit);
        }
    });
    let onedit = use_callback((store.asker.clone(), page.clone()), |edit, (asker, page)| {
        asker.correct_text(&page.row.id, page.revision, edit);
    });
    let step = use_callback((store.asker.clone(), page.clone(), look.at), {
        let next = next.clone();
        move |back: bool, (asker, page, at)| {
            *next.borrow_mut() = at.map(|at| (Some(page.revision), at));
            let id = page.row.id.clone();
            asker.edit_texts(if back { TextEdit::Undo { id } } else { TextEdit::Redo { id } }, |_| ());
        }
    });
    let obey = use_callback((step.clone(), page.can_undo, page.can_redo), |command, (step, undo, redo)| {
        match command {
            Command::Undo if *undo => step.emit(true),
            Command::Redo if *redo => step.emit(false),
            Command::Undo | Command::Redo => {}
            _ => return false,
        }
        true
    });
    use_commands(obey);

    let go = use_callback((page.clone(), *look), {
        let (next, setter) = (next.clone(), look.setter());
        move |place: Place, (page, look)| {
            *next.borrow_mut() = Some((None, place));
            setter.set(look.at(page, place));
        }
    });
    let go_to_line = use_callback((page.clone(), go.clone()), |line: u32, (page, go)| {
        draft_view::block_of_line(page, line).into_iter().for_each(|place| go.emit(place));
    });
    use_effect_with(props.line, {
        let go_to_line = go_to_line.clone();
        move |line| line.iter().for_each(|line| go_to_line.emit(*line))
    });
    use_effect_with(page.clone(), {
        let (next, queue) = (next.clone(), queue.clone());
        move |page| {
            // The text came back unchanged, so there was no change.
            if matches!(*next.borrow(), Some((Some(revision), _)) if revision == page.revision) {
                *next.borrow_mut() = None;
                queue.borrow_mut().clear();
            }
        }
    });
    use_effect_with((page.clone(), *look), {
        let (next, setter) = (next.clone(), look.setter());
        let (queue, correct) = (queue.clone(), correct.clone());
        move |(page, look)| {
            let waiting = *next.borrow();
            let Some((old, place)) = waiting else { return };
            if old == Some(page.revision) {
                return;
            }
            let there = look.at(page, place);
            let element = text_block::id(place);
            // A missing element is drawn now; if it is still missing then, it will never exist.
            if there == *look || browser::element(&element).is_some() {
                match old {
                    Some(_) => browser::focus(&element),
                    None => {
                        browser::visit(&element);
                    }
                }
                *next.borrow_mut() = None;
                let mut queue = queue.borrow_mut();
                while let Some(key) = queue.pop_front() {
                    if let Some(correction) = correction_of(&key, page, place) {
                        correct.emit(correction);
                        break;
                    }
                }
            }
            setter.set(there);
        }
    });
    use_effect_with((before.clone(), look.at, look.lines), |(before, at, lines)| {
        if let (Some(_), Some((first, _))) = (at, lines) {
            browser::find_all(before, &format!("[data-line=\"{first}\"]"))
                .iter()
                .for_each(browser::scroll_least);
        }
    });

    let onkeydown = use_callback((page.clone(), look.at, correct.clone()), {
        let next = next.clone();
        move |event: KeyboardEvent, (page, at, correct)| {
            let is_under_way = matches!(*next.borrow(), Some((Some(_), _)));
            let mut queue = queue.borrow_mut();
            obey_key(&event, page, *at, correct, is_under_way.then_some(&mut *queue));
        }
    });
    let point = use_callback((page.clone(), *look), {
        let setter = look.setter();
        move |place: Option<Place>, (page, look)| {
            let place = place.or(look.at);
            let lines = place.and_then(|place| draft_view::block(page, place)).map(|block| block.lines);
            setter.set(Look { lines, block: None, ..*look });
        }
    });
    let onpointerover = point.reform(|event: PointerEvent| block_of(event.target()));
    let onpointerleave = point.reform(|_: PointerEvent| None);
    let onfocusin = {
        let (page, setter, look) = (page.clone(), look.setter(), *look);
        Callback::from(move |event: FocusEvent| {
            if let Some(place) = block_of(event.target()) {
                setter.set(look.at(&page, place));
            }
        })
    };
    let onpoint = use_callback((page.clone(), *look), {
        let setter = look.setter();
        move |line: Option<u32>, (page, look)| {
            let block = line.and_then(|line| draft_view::block_of_line(page, line));
            let lines = block.or(look.at).and_then(|place| draft_view::block(page, place)).map(|it| it.lines);
            setter.set(Look { block, lines, ..*look });
        }
    });
    let onbefore = {
        let (setter, look) = (look.setter(), *look);
        Callback::from(move |before: Stretch| setter.set(Look { before, ..look }))
    };
    let onafter = {
        let (setter, look) = (look.setter(), *look);
        move |from: usize| {
            let (setter, after) = (setter.clone(), Stretch { from, ..look.after });
            Callback::from(move |_: MouseEvent| setter.set(Look { after, ..look }))
        }
    };
    let show = |shows_before: bool| {
        let (setter, look) = (look.setter(), *look);
        Callback::from(move |_: MouseEvent| setter.set(Look { shows_before, ..look }))
    };
    let press = |back: bool| step.reform(move |_: MouseEvent| back);

    let blocks: usize = page.stories.iter().map(|story| story.blocks.len()).sum();
    let (from, to) = (look.after.from, look.after.to(blocks));
    let row = &page.row;
    let facts = [
        ("characters", row.characters.into()),
        ("stories", row.stories.into()),
        ("lines", page.lines.len().into()),
    ];
    html! {
        <>
            <header class="page-head">
                <h1><bdi>{ row.name.clone() }</bdi></h1>
                <p class="soft">
                    { labels::format(row.format, &catalog) }{ "　" }{ catalog.with("text-facts", facts) }
                    if row.wrapped {
                        { "　" }{ catalog.text("text-wrapped") }
                    }
                </p>
            </header>
            <TextSettings page={page.clone()} {onedit} />
            <TextWarnings page={page.clone()} onfollow={go_to_line.clone()} />
            <div class="text-bar">
                <div class="sides" role="group" aria-label={catalog.text("text-sides")}>
                    <button type="button" class="button" aria-pressed={look.shows_before.to_string()} onclick={show(true)}>{ catalog.text("text-before") }</button>
                    <button type="button" class="button" aria-pressed={(!look.shows_before).to_string()} onclick={show(false)}>{ catalog.text("text-after") }</button>
                </div>
                <div class="tools">
                    <button type="button" class="button" disabled={!page.can_undo} onclick={press(true)}>{ catalog.text("action-undo") }</button>
                    <button type="button" class="button" disabled={!page.can_redo} onclick={press(false)}>{ catalog.text("action-redo") }</button>
                </div>
                <p class="soft keys-hint">{ catalog.text("text-keys") }</p>
            </div>
            <div class={classes!("text-columns", look.shows_before.then_some("shows-before"))}>
                <section class="text-before" ref={before}>
                    <h2>{ catalog.text("text-before") }</h2>
                    <TextLines
                        page={page.clone()}
                        stretch={look.before}
                        marked={look.lines}
                        {onpoint}
                        onpick={go_to_line}
                        onstretch={onbefore}
                    />
                </section>
                <section class="text-after" {onkeydown} {onpointerover} {onpointerleave} {onfocusin}>
                    <h2>{ catalog.text("text-after") }</h2>
                    if from > 0 {
                        <button type="button" class="button more" onclick={onafter(from.saturating_sub(BLOCKS))}>{ catalog.text("more-before") }</button>
                    }
                    { for drawn(page, from, to).map(|(story, part)| {
                        let here = |place: Option<Place>| place.filter(|place| place.0 == story).map(|place| place.1);
                        let is_seen = |place: Place| (from..to).contains(&draft_view::index(page, place));
                        let first = !look.at.is_some_and(is_seen) && draft_view::index(page, (story, part.start)) == from;
                        html! {
                            <DraftStory
                                key={page.stories[story].id.clone()}
                                page={page.clone()}
                                {story}
                                blocks={part}
                                at={here(look.at)}
                                marked={here(look.block)}
                                {first}
                                oncorrect={correct.clone()}
                            />
                        }
                    }) }
                    if to < blocks {
                        <button type="button" class="button more" onclick={onafter(to)}>{ catalog.with("more-blocks", [("n", (blocks - to).into())]) }</button>
                    }
                </section>
            </div>
        </>
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
fn block_of(target: Option<web_sys::EventTarget>) -> Option<Place> {
    let element = target?.dyn_into::<Element>().ok()?;
    let name = element.closest("[data-block]").ok()??.get_attribute("data-block")?;
    let (story, block) = name.split_once('-')?;
    Some((story.parse().ok()?, block.parse().ok()?))
}

/// A key, and true if Alt was pressed.
type Key = (String, bool);

/// Returns the correction that a key makes at a block.
fn correction_of((key, alt): &Key, page: &TextPage, at: Place) -> Option<Correction> {
    match (key.as_str(), alt) {
        ("s", false) => draft_view::split(at),
        ("j", false) => draft_view::join(page, at),
        ("x", false) => draft_view::turn(page, at),
        ("ArrowUp", true) => draft_view::up(page, at),
        ("ArrowDown", true) => draft_view::down(page, at),
        _ => None,
    }
}

/// Handles a key at a block, unless the reader is typing. While a correction is being made, further
/// correcting keys wait in `queue` for the resulting text.
fn obey_key(
    event: &KeyboardEvent,
    page: &TextPage,
    at: Option<Place>,
    correct: &Callback<Correction>,
    queue: Option<&mut VecDeque<Key>>,
) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing =
        target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA"));
    if typing || event.ctrl_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let key = (event.key(), event.alt_key());
    if let Some(queue) = queue
        && (matches!((key.0.as_str(), key.1), ("s" | "j" | "x", false)) || key.1)
    {
        event.prevent_default();
        queue.push_back(key);
        return;
    }
    match at.and_then(|at| correction_of(&key, page, at)) {
        Some(correction) => {
            event.prevent_default();
            correct.emit(correction);
        }
        None if !event.alt_key() => keyboard::step(event),
        None => {}
    }
}
