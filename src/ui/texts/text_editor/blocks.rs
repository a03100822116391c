//! A text after its division: its stories and their blocks.

use std::ops::Range;

use yew::prelude::*;

use super::block::Block;
use super::draft_view::{self, BlockPlace, PageCorrection};
use super::folds::{self, DraftItem, OpenFolds};
use super::left_out::FoldRow;
use super::settings::MetadataForm;
use crate::ingest::{BlockKind, FactSource, PageEdit};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::routes::{CompareRoute, ReadRoute, Route};
use crate::ui::shared::Shared;
use crate::view::{TextPage, TextStory};

/// Properties of [`DraftStory`].
#[derive(Clone, PartialEq, Properties)]
pub struct DraftStoryProps {
    /// The text.
    pub page: Shared<TextPage>,
    /// The story, counted from 0.
    pub story: usize,
    /// Its blocks that are drawn.
    pub blocks: Range<usize>,
    /// The block the reader is at, if it is one of these.
    pub at: Option<usize>,
    /// The block a line of the text points to, if it is one of these.
    pub marked: Option<usize>,
    /// True if Tab reaches the first block drawn, since the reader is at none that is drawn.
    pub first: bool,
    /// The runs of furniture that are open.
    #[prop_or_default]
    pub folds: OpenFolds,
    /// Called with a run of furniture, and true to open it.
    #[prop_or_default]
    pub onfold: Callback<(Range<usize>, bool)>,
    /// Called with a change to make.
    pub oncorrect: Callback<PageCorrection>,
}

/// Draws one story: its title, its metadata, links to read and compare it, and its blocks.
#[component]
pub fn DraftStory(props: &DraftStoryProps) -> Html {
    let catalog = use_catalog();
    let number = props.story;
    let Some(story) = props.page.stories.get(number) else { return html! {} };
    let heading = format!("story-{number}");
    let is_kept = draft_view::is_kept(story);
    let items = folds::items(story, props.blocks.clone(), &props.folds, props.at);
    let place = |block: usize| -> BlockPlace { (number, block) };
    let onmetadata = {
        let oncorrect = props.oncorrect.clone();
        Callback::from(move |metadata| {
            let edit = PageEdit::SetMetadata { story: Some(draft_view::narrow(number)), metadata };
            oncorrect.emit(PageCorrection { edit, then: (number, 0) });
        })
    };
    html! {
        <section class={classes!("draft-story", (!is_kept).then_some("left-out"))} aria-labelledby={heading.clone()}>
            { head(story, heading, props, &catalog) }
            if !is_kept {
                <p class="soft">{ catalog.text(key!("draft-left-out")) }</p>
            }
            if props.blocks.start == 0 && is_kept {
                <details class="story-known">
                    <summary>{ catalog.text(key!("story-metadata")) }</summary>
                    <MetadataForm
                        key={format!("{:?}", story.metadata)}
                        metadata={story.metadata.clone()}
                        held={(story.paper.clone(), story.date.clone(), story.series.clone())}
                        headline={!story.blocks.iter().any(|block| block.kind == BlockKind::Headline)}
                        onchange={onmetadata}
                    />
                </details>
            }
            <ol class="draft-blocks" start={(props.blocks.start + 1).to_string()}>
                { for items.into_iter().map(|item| match item {
                    DraftItem::Block(block) => html! {
                        <Block
                            key={block}
                            page={props.page.clone()}
                            place={place(block)}
                            at={props.at == Some(block)}
                            marked={props.marked == Some(block)}
                            reached={props.at == Some(block) || (props.first && block == props.blocks.start)}
                            oncorrect={props.oncorrect.clone()}
                        />
                    },
                    DraftItem::Fold(run, open) => fold(story, run, open, &props.onfold),
                }) }
            </ol>
        </section>
    }
}

/// Draws the row of a run of furniture.
fn fold(story: &TextStory, run: Range<usize>, open: bool, onfold: &Callback<(Range<usize>, bool)>) -> Html {
    let (lines, quotes) = folds::summary(story.blocks.get(run.clone()).unwrap_or_default());
    let key = format!("fold-{}", run.start);
    let onfold = onfold.reform(move |open| (run.clone(), open));
    html! { <FoldRow {key} {lines} {quotes} {open} {onfold} /> }
}

/// Returns true if paper, day or series are known from nothing but the name of the file.
fn is_guessed(story: &TextStory) -> bool {
    let sources = [story.sources.paper, story.sources.date, story.sources.series];
    sources.contains(&FactSource::Name)
}

/// Draws the title of a story with its metadata, and links to read, compare and join it.
fn head(story: &TextStory, id: String, props: &DraftStoryProps, catalog: &Catalog) -> Html {
    let number = props.story;
    let known = [&story.paper, &story.date, &story.series];
    let known: Vec<&str> = known.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let title = draft_view::title(story);
    let named = |key: MessageKey| labels::named(key, &title, catalog);
    let read = Route::Read(ReadRoute { id: story.id.clone(), ..ReadRoute::default() }).href();
    let compare = Route::Compare(CompareRoute { a: story.id.clone(), ..CompareRoute::default() }).href();
    let join = draft_view::join(&props.page, (number, 0));
    html! {
        <header>
            <h3 {id}>
                { catalog.with(key!("draft-story"), [("n", (number + 1).into())]) }
                <span class="unseen">{ " " }</span><span class="unseen" lang={lang_of(&title)}>{ title.clone() }</span>
            </h3>
            <span class="figures soft">{ story.id.clone() }</span>
            if !known.is_empty() {
                <span class="soft" lang={lang_of(known.join("　"))}>{ known.join("　") }</span>
            }
            if is_guessed(story) {
                <span class="doubtful">{ catalog.text(key!("facts-of-name")) }</span>
            }
            { for draft_view::story_cautions(&props.page, number).map(|kind| html! {
                <span key={format!("{kind:?}")} class="doubtful">{ catalog.text(labels::caution_mark(kind)) }</span>
            }) }
            <span class="actions">
                if draft_view::is_kept(story) {
                    <a href={read} aria-label={named(key!("view-read"))}>{ catalog.text(key!("view-read")) }</a>
                    <a href={compare} aria-label={named(key!("action-compare"))}>{ catalog.text(key!("action-compare")) }</a>
                }
                if let Some(join) = join {
                    <button type="button" class="link" aria-label={named(key!("block-join"))} onclick={props.oncorrect.reform(move |_: MouseEvent| join.clone())}>{ catalog.text(key!("block-join")) }</button>
                }
            </span>
        </header>
    }
}
