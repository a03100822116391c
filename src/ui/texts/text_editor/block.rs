//! One block of a text with its tools.

use gloo::timers::callback::Timeout;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::draft_view::{self, BlockPlace, PageCorrection};
use super::lines::shortened;
use crate::corpus::BlockKinds;
use crate::ingest::BlockKind;
use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::lang::{CHINESE, lang_of};
use crate::ui::shared::Shared;
use crate::ui::{browser, labels};
use crate::view::TextPage;

/// Maximum number of stories offered to move a block to; others are reached step by step.
const OFFERED: usize = 200;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct BlockProps {
    pub(crate) page: Shared<TextPage>,
    pub(crate) place: BlockPlace,
    /// True if the reader is at it, so that its tools are shown.
    pub(crate) at: bool,
    /// True if a line of the text points to it.
    pub(crate) marked: bool,
    /// True if Tab reaches it.
    pub(crate) reached: bool,
    pub(crate) oncorrect: Callback<PageCorrection>,
}

/// Returns the id of a block's element.
pub(crate) fn id((story, block): BlockPlace) -> String {
    format!("block-{story}-{block}")
}

/// Returns true if the reader may rewrite a block's words: those that describe a text, not the text itself.
pub(crate) fn is_written(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Paragraph | BlockKind::PullQuote | BlockKind::Furniture)
}

/// Draws the block's kind, the lines it was made from and its words; and the tools, if the reader is at it.
#[component]
pub(crate) fn Block(props: &BlockProps) -> Html {
    let catalog = use_catalog();
    let writing = use_state_eq(|| false);
    let Some(block) = draft_view::block(&props.page, props.place) else { return html! {} };
    let (class, name) = labels::block(block.kind);
    let (first, last) = block.lines;
    let lines = if first == last { first.to_string() } else { format!("{first}–{last}") };
    let element = id(props.place);
    let done = {
        let (writing, element) = (writing.setter(), element.clone());
        Callback::from(move |()| {
            writing.set(false);
            let element = element.clone();
            Timeout::new(0, move || browser::focus(&element)).forget();
        })
    };
    let write = {
        let writing = writing.setter();
        Callback::from(move |()| writing.set(true))
    };
    let onkeydown = {
        let (write, kind, element) = (write.clone(), block.kind, element.clone());
        Callback::from(move |event: KeyboardEvent| {
            let on_block = browser::matches_focus(&format!("#{element}"));
            if event.key() == "Enter" && on_block && is_written(kind) {
                event.prevent_default();
                write.emit(());
            }
        })
    };
    let kind_class = format!("kind-{class}");
    html! {
        <li
            id={element}
            class={classes!("draft-block", kind_class, props.at.then_some("at"), props.marked.then_some("marked"))}
            data-block={format!("{}-{}", props.place.0, props.place.1)}
            data-step=""
            tabindex={if props.reached { "0" } else { "-1" }}
            aria-current={props.at.then_some("true")}
            {onkeydown}
        >
            <span class="block-kind">{ catalog.text(name) }</span>
            { for draft_view::block_cautions(&props.page, props.place).map(|kind| html! {
                <span key={format!("{kind:?}")} class="doubtful">{ catalog.text(labels::caution_mark(kind)) }</span>
            }) }
            <span class="figures block-lines"><span class="unseen">{ catalog.text(key!("block-lines")) }</span>{ lines }</span>
            if *writing {
                <Writing place={props.place} text={block.text.clone()} oncorrect={props.oncorrect.clone()} {done} />
            } else {
                <p lang={lang_of(shortened(&block.text))}>{ shortened(&block.text) }</p>
            }
            if props.at && !*writing {
                <Tools page={props.page.clone()} place={props.place} oncorrect={props.oncorrect.clone()} {write} />
            }
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ToolsProps {
    page: Shared<TextPage>,
    place: BlockPlace,
    oncorrect: Callback<PageCorrection>,
    write: Callback<()>,
}

#[component]
fn Tools(props: &ToolsProps) -> Html {
    let catalog = use_catalog();
    let (page, place) = (&props.page, props.place);
    let Some(block) = draft_view::block(page, place) else { return html! {} };
    let onkind = {
        let oncorrect = props.oncorrect.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(kind) = BlockKinds::named(&value) {
                oncorrect.emit(draft_view::kind_of(place, kind));
            }
        })
    };
    let onstory = {
        let (oncorrect, page) = (props.oncorrect.clone(), page.clone());
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let moved = value.parse().ok().and_then(|story| draft_view::to_end(&page, place, story));
            moved.into_iter().for_each(|moved| oncorrect.emit(moved));
        })
    };
    let button = |key: MessageKey, hint: &'static str, correction: Option<PageCorrection>| {
        let oncorrect = props.oncorrect.clone();
        let disabled = correction.is_none();
        let onclick = Callback::from(move |_: MouseEvent| {
            correction.iter().for_each(|correction| oncorrect.emit(correction.clone()));
        });
        html! {
            <button type="button" class="button" {disabled} {onclick}>{ catalog.text(key) }<kbd aria-hidden="true">{ hint }</kbd></button>
        }
    };
    let is_out = block.kind == BlockKind::Furniture;
    let others = page.stories.iter().enumerate().filter(|(story, _)| *story != place.0).take(OFFERED);
    let write = props.write.reform(|_: MouseEvent| ());
    html! {
        <div class="block-tools" role="group" aria-label={catalog.text(key!("block-tools"))}>
            <select aria-label={catalog.text(key!("block-set-kind"))} onchange={onkind}>
                { for BlockKinds::all_names().map(|name| (name, BlockKinds::named(name))).filter_map(|(name, kind)| Some((name, kind?))).map(|(name, kind)| html! {
                    <option key={name} value={name} selected={kind == block.kind}>{ catalog.text(labels::block(kind).1) }</option>
                }) }
            </select>
            { button(key!("block-split"), "s", draft_view::split(place)) }
            { button(key!("block-up"), "Alt+↑", draft_view::up(page, place)) }
            { button(key!("block-down"), "Alt+↓", draft_view::down(page, place)) }
            { button(if is_out { key!("block-restore") } else { key!("block-drop") }, "x", draft_view::turn(page, place)) }
            if is_written(block.kind) {
                <button type="button" class="button" onclick={write}>{ catalog.text(key!("block-write")) }<kbd aria-hidden="true">{ "Enter" }</kbd></button>
            }
            if page.stories.len() > 1 {
                <select aria-label={catalog.text(key!("block-move-to"))} onchange={onstory}>
                    <option value="" selected=true>{ catalog.text(key!("block-move-to")) }</option>
                    { for others.map(|(story, other)| html! {
                        <option key={story} value={story.to_string()}>{ format!("{} {}", story + 1, draft_view::title(other)) }</option>
                    }) }
                </select>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WritingProps {
    place: BlockPlace,
    text: String,
    oncorrect: Callback<PageCorrection>,
    done: Callback<()>,
}

/// Draws the field to rewrite the words of a block. Enter keeps them, Esc does not.
#[component]
fn Writing(props: &WritingProps) -> Html {
    let catalog = use_catalog();
    let field = use_node_ref();
    use_effect_with(field.clone(), |field| {
        if let Some(field) = field.cast::<HtmlTextAreaElement>() {
            let _ = field.focus();
            field.select();
        }
    });
    let keep = {
        let (props, field) = (props.clone(), field.clone());
        move || {
            let Some(text) = field.cast::<HtmlTextAreaElement>().map(|field| field.value()) else { return };
            if text.trim() != props.text && !text.trim().is_empty() {
                props.oncorrect.emit(draft_view::text_of(props.place, text));
            }
            props.done.emit(());
        }
    };
    let onkeydown = {
        let (keep, done) = (keep.clone(), props.done.clone());
        Callback::from(move |event: KeyboardEvent| {
            // An input method's own Enter chooses a word.
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" => {
                    event.prevent_default();
                    keep();
                }
                "Escape" => done.emit(()),
                _ => {}
            }
            event.stop_propagation();
        })
    };
    let onkeep = Callback::from(move |_: MouseEvent| keep());
    let cancel = props.done.reform(|_: MouseEvent| ());
    html! {
        <div class="block-writing">
            <textarea ref={field} rows="2" lang={CHINESE} aria-label={catalog.text(key!("block-write"))} defaultvalue={props.text.clone()} {onkeydown} />
            <button type="button" class="button primary" onclick={onkeep}>{ catalog.text(key!("entry-save")) }</button>
            <button type="button" class="button" onclick={cancel}>{ catalog.text(key!("action-cancel")) }</button>
        </div>
    }
}
