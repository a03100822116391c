//! A text before and after its division, side by side, with corrections by mouse and by key.

pub mod blocks;
pub mod draft_view;
pub mod folds;
pub mod lines;

mod block;
mod corrections;
mod divided;
mod left_out;
mod look;
mod settings;
mod visits;
mod warnings;

use yew::prelude::*;

use self::corrections::use_corrections;
use self::divided::DividedText;
use self::draft_view::ListRange;
use self::folds::OpenFolds;
use self::lines::TextLines;
use self::look::Look;
use self::settings::TextSettings;
use self::visits::use_visits;
use self::warnings::TextWarnings;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::shared::Shared;
use crate::ui::{browser, labels};
use crate::view::TextPage;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextEditorProps {
    pub(crate) page: Shared<TextPage>,
    /// The line in the address.
    pub(crate) line: Option<u32>,
}

#[component]
pub(crate) fn TextEditor(props: &TextEditorProps) -> Html {
    let catalog = use_catalog();
    let page = &props.page;
    let look = use_state_eq(|| Look::START);
    let folds = use_state_eq(OpenFolds::default);
    let before = use_node_ref();
    let corrections = use_corrections(page, look.at);
    let go_to_line = use_visits(page, &look, props.line, &corrections);
    use_marked_line_in_sight(&before, *look);
    use_effect_with((page.clone(), look.at), {
        let folds = folds.clone();
        // What the reader came to stays open when they go on.
        move |(page, at)| {
            if let Some(block) = at.and_then(|at| draft_view::block(page, at)) {
                let mut open = (*folds).clone();
                open.open(block);
                folds.set(open);
            }
        }
    });
    let onpoint = use_callback((page.clone(), *look), {
        let setter = look.setter();
        move |line: Option<u32>, (page, look)| setter.set(look.pointed_at_line(page, line))
    });
    let onstretch = {
        let (setter, look) = (look.setter(), *look);
        Callback::from(move |before: ListRange| setter.set(Look { before, ..look }))
    };
    let onshow = {
        let (setter, look) = (look.setter(), *look);
        Callback::from(move |shows_before: bool| setter.set(Look { shows_before, ..look }))
    };
    html! {
        <>
            { head(page, &catalog) }
            <TextSettings page={page.clone()} onedit={corrections.onedit.clone()} />
            <TextWarnings page={page.clone()} onfollow={go_to_line.clone()} />
            { bar(page, look.shows_before, &onshow, &corrections.step, &catalog) }
            <div class={classes!("text-columns", look.shows_before.then_some("shows-before"))}>
                <section class="text-before" ref={before}>
                    <h2>{ catalog.text(key!("text-before")) }</h2>
                    <TextLines
                        page={page.clone()}
                        stretch={look.before}
                        marked={look.lines}
                        {onpoint}
                        onpick={go_to_line.clone()}
                        {onstretch}
                    />
                </section>
                <DividedText page={page.clone()} look={*look} setter={look.setter()} folds={folds.clone()} ongo={go_to_line} {corrections} />
            </div>
        </>
    }
}

/// Scrolls to the first line of the block that the reader came to.
#[hook]
fn use_marked_line_in_sight(before: &NodeRef, look: Look) {
    use_effect_with((before.clone(), look.at, look.lines), |(before, at, lines)| {
        if let (Some(_), Some((first, _))) = (at, lines) {
            browser::find_all(before, &format!("[data-line=\"{first}\"]"))
                .iter()
                .for_each(browser::scroll_least);
        }
    });
}

/// Draws the name of a text, with its format and its size.
fn head(page: &TextPage, catalog: &Catalog) -> Html {
    let row = &page.row;
    let facts = [
        ("characters", row.characters.into()),
        ("stories", row.stories.into()),
        ("lines", page.lines.len().into()),
    ];
    html! {
        <header class="page-head">
            <h1><bdi>{ row.name.clone() }</bdi></h1>
            <p class="soft">
                { labels::format(row.format, catalog) }{ "　" }{ catalog.with(key!("text-facts"), facts) }
                if row.wrapped {
                    { "　" }{ catalog.text(key!("text-wrapped")) }
                }
            </p>
        </header>
    }
}

/// Draws the choice of a side for narrow screens, the buttons that undo and redo, and the keys.
fn bar(
    page: &TextPage,
    shows_before: bool,
    onshow: &Callback<bool>,
    step: &Callback<bool>,
    catalog: &Catalog,
) -> Html {
    let show = |before: bool| onshow.reform(move |_: MouseEvent| before);
    let press = |back: bool| step.reform(move |_: MouseEvent| back);
    html! {
        <div class="text-bar">
            <div class="sides" role="group" aria-label={catalog.text(key!("text-sides"))}>
                <button type="button" class="button" aria-pressed={shows_before.to_string()} onclick={show(true)}>{ catalog.text(key!("text-before")) }</button>
                <button type="button" class="button" aria-pressed={(!shows_before).to_string()} onclick={show(false)}>{ catalog.text(key!("text-after")) }</button>
            </div>
            <div class="tools">
                <button type="button" class="button" disabled={!page.can_undo} onclick={press(true)}>{ catalog.text(key!("action-undo")) }</button>
                <button type="button" class="button" disabled={!page.can_redo} onclick={press(false)}>{ catalog.text(key!("action-redo")) }</button>
            </div>
            <p class="soft keys-hint">{ catalog.text(key!("text-keys")) }</p>
        </div>
    }
}
