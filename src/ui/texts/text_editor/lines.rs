//! A text as it arrived: its lines with their numbers.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::draft_view::ListRange;
use crate::text::up_to;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
use crate::view::TextPage;

/// Lines per component: a component whose marks are unchanged is not redrawn.
const CHUNK: usize = 50;

/// Maximum number of characters of a line that are drawn.
const SHOWN: usize = 2_000;

/// Properties of [`TextLines`].
#[derive(Clone, PartialEq, Properties)]
pub struct TextLinesProps {
    /// The text.
    pub page: Shared<TextPage>,
    /// The range of its lines that are drawn.
    pub stretch: ListRange,
    /// The lines to mark, the first and the last, counted from 1.
    pub marked: Option<(u32, u32)>,
    /// Called with the line under the pointer or the focus, or with `None`.
    pub onpoint: Callback<Option<u32>>,
    /// Called with the line that was chosen.
    pub onpick: Callback<u32>,
    /// Called with another range to draw.
    pub onstretch: Callback<ListRange>,
}

/// Draws the lines; arrow keys move between them, and Enter or a click goes to the block made from a line.
#[component]
pub fn TextLines(props: &TextLinesProps) -> Html {
    let catalog = use_catalog();
    let lines = props.page.lines.len();
    let ListRange { from, count } = props.stretch;
    let to = props.stretch.to(lines);
    let onkeydown = {
        let onpick = props.onpick.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                if let Some(line) = line_of(event.target()) {
                    event.prevent_default();
                    onpick.emit(line);
                }
            }
            _ => keyboard::step(&event),
        })
    };
    let onclick = {
        let onpick = props.onpick.clone();
        Callback::from(move |event: MouseEvent| {
            line_of(event.target()).into_iter().for_each(|line| onpick.emit(line))
        })
    };
    let onpointerover = props.onpoint.reform(|event: PointerEvent| line_of(event.target()));
    let onpointerleave = props.onpoint.reform(|_: PointerEvent| None);
    let onfocusin = props.onpoint.reform(|event: FocusEvent| line_of(event.target()));
    let go = |from: usize| props.onstretch.reform(move |_: MouseEvent| ListRange { from, count });
    let chunks = (from / CHUNK..to.div_ceil(CHUNK)).map(|chunk| {
        let (first, last) = ((chunk * CHUNK).max(from), ((chunk + 1) * CHUNK).min(to));
        let marked = props.marked.filter(|&(a, b)| (a as usize) <= last && (b as usize) > first);
        html! { <LineChunk key={chunk} page={props.page.clone()} {first} {last} {marked} /> }
    });
    html! {
        <div
            class="source-lines"
            data-steps=""
            tabindex="0"
            role="region"
            aria-label={catalog.text(key!("text-before"))}
            {onkeydown}
            {onclick}
            {onpointerover}
            {onpointerleave}
            {onfocusin}
        >
            if from > 0 {
                <button type="button" class="button more" onclick={go(from.saturating_sub(count))}>{ catalog.text(key!("more-before")) }</button>
            }
            { for chunks }
            if to < lines {
                <button type="button" class="button more" onclick={go(to)}>{ catalog.with(key!("more-lines"), [("n", (lines - to).into())]) }</button>
            }
        </div>
    }
}

/// Returns the line of an event.
fn line_of(target: Option<web_sys::EventTarget>) -> Option<u32> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest("[data-line]").ok()??.get_attribute("data-line")?.parse().ok()
}

#[derive(Clone, PartialEq, Properties)]
struct LineChunkProps {
    page: Shared<TextPage>,
    first: usize,
    last: usize,
    marked: Option<(u32, u32)>,
}

#[component]
fn LineChunk(props: &LineChunkProps) -> Html {
    let catalog = use_catalog();
    let lines = props.page.lines.get(props.first..props.last).unwrap_or_default();
    let originals = &props.page.originals;
    let original = |number: usize| {
        let at = originals.partition_point(|original| (original.line as usize) < number);
        originals.get(at).filter(|original| original.line as usize == number)
    };
    html! {
        <ol start={(props.first + 1).to_string()}>{ for lines.iter().zip(props.first + 1..).map(|(line, number)| {
            let is_marked = props.marked.is_some_and(|(a, b)| (a as usize..=b as usize).contains(&number));
            html! {
                <li key={number} data-line={number.to_string()} data-step="" tabindex="-1" class={classes!(is_marked.then_some("marked"))}>
                    <span class="figures" aria-hidden="true">{ number }</span>
                    <span lang={lang_of(line)}>
                        { shortened(line) }
                        if let Some(original) = original(number) {
                            <span class="original soft">{ catalog.text(key!("line-original")) }<span lang="und">{ with_codes(&shortened(&original.text)) }</span></span>
                        }
                    </span>
                </li>
            }
        }) }</ol>
    }
}

/// Writes beside each character that cannot be seen, or looks like another one, its code.
fn with_codes(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        let is_unseen = matches!(c,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E01EF}');
        let is_double = matches!(c,
            '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' | '\u{300}'..='\u{36F}');
        if !is_unseen {
            written.push(c);
        }
        if is_unseen || is_double {
            written.push_str(&format!("[U+{:04X}]", u32::from(c)));
        }
    }
    written
}

/// Shortens a text: a line as long as a book would take a second to draw.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}……", up_to(text, end)),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_in_an_original_has_its_code() {
        assert_eq!(with_codes("花\u{200B}開"), "花[U+200B]開");
        assert_eq!(with_codes("\u{F90A}"), "\u{F90A}[U+F90A]");
        assert_eq!(with_codes("花開了。"), "花開了。");
    }
}
