//! The progress of a long-running step.

use yew::prelude::*;

use crate::ui::i18n::{key, use_catalog};
use crate::worker::{Progress, Stage};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProgressLineProps {
    pub(crate) progress: Option<Progress>,
}

/// Draws a thin line with its words. Only the stages are announced to a screen reader, not the numbers.
#[component]
pub(crate) fn ProgressLine(props: &ProgressLineProps) -> Html {
    let catalog = use_catalog();
    let Some(progress) = props.progress else {
        return html! { <div class="progress" role="status"></div> };
    };
    let (stage, numbers) = match progress.stage {
        Stage::Model => (key!("stage-model"), key!("stage-bytes")),
        Stage::Dictionary => (key!("stage-dictionary"), key!("stage-bytes")),
        Stage::Lexicon => (key!("stage-lexicon"), key!("stage-entries")),
        Stage::Texts => (key!("stage-texts"), key!("stage-texts-count")),
        Stage::Stories => (key!("stage-stories"), key!("stage-count")),
        Stage::Matrix => (key!("stage-matrix"), key!("stage-count")),
        Stage::Import => (key!("stage-import"), key!("stage-texts-count")),
        Stage::Cutting => (key!("stage-cutting"), key!("stage-bytes")),
    };
    let written = |amount: u32| match progress.stage {
        Stage::Model | Stage::Dictionary | Stage::Cutting => {
            catalog.decimal(f64::from(amount) / 1_048_576.0, 1)
        }
        Stage::Lexicon | Stage::Texts | Stage::Stories | Stage::Matrix | Stage::Import => {
            catalog.count(amount)
        }
    };
    let (done, total) = (written(progress.done), written(progress.total));
    html! {
        <div class="progress" role="status">
            <span>{ catalog.text(stage) }</span>
            if progress.total > 0 {
                <span aria-hidden="true" class="figures">
                    { catalog.with(numbers, [("done", done.as_str().into()), ("total", total.as_str().into())]) }
                </span>
            }
            <svg class="progress-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect width={share(progress)} height="1" />
            </svg>
        </div>
    }
}

fn share(progress: Progress) -> String {
    let share = if progress.total == 0 { 0.5 } else { f64::from(progress.done) / f64::from(progress.total) };
    format!("{:.1}", (share * 100.0).min(100.0))
}
