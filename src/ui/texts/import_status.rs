//! The progress of an import, its result, and the files that gave nothing.

use yew::prelude::*;

use crate::ingest::FileFailure;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::one_line::one_line;
use crate::ui::state::Import;

/// Number of failures listed at first.
const LISTED: usize = 50;

/// Properties of [`ImportStatus`].
#[derive(Clone, PartialEq, Properties)]
pub struct ImportStatusProps {
    /// The import.
    pub import: Import,
    /// Stops the import.
    pub onstop: Callback<()>,
    /// Dismisses the report.
    pub onclose: Callback<()>,
    /// What came in, once it is known.
    #[prop_or_default]
    pub children: Children,
}

/// Draws a bar with counts during an import, and its result afterwards. Only the beginning and the end are
/// announced to a screen reader.
#[component]
pub fn ImportStatus(props: &ImportStatusProps) -> Html {
    let catalog = use_catalog();
    let Import { files, done, texts, stories, failures, running, stopped, cleared, unkept, at, .. } =
        &props.import;
    // How many of how many is said while it is not all.
    let whole = !*running && *done == *files && failures.is_empty();
    let counts = [
        ("whole", u32::from(whole).into()),
        ("done", (*done).into()),
        ("files", (*files).into()),
        ("texts", (*texts).into()),
        ("stories", (*stories).into()),
        ("failures", failures.len().into()),
    ];
    let heading = match (running, stopped) {
        _ if *cleared => key!("import-cleared"),
        (true, false) => key!("import-running"),
        (true, true) => key!("import-stopping"),
        (false, true) => key!("import-stopped"),
        (false, false) if props.import.pasted => key!("import-pasted"),
        (false, false) => key!("import-done"),
    };
    html! {
        <section class="import-status" aria-label={catalog.text(key!("import-label"))}>
            <div class="import-line">
                <p><b role="status">{ catalog.text(heading) }</b>
                    if !props.import.pasted {
                        { " " }<span class="figures">{ catalog.with(key!("import-counts"), counts) }</span>
                    }
                </p>
                if *running {
                    <button type="button" class="button" disabled={*stopped} onclick={props.onstop.reform(|_: MouseEvent| ())}>{ catalog.text(key!("action-cancel")) }</button>
                } else {
                    <button type="button" class="button quiet" onclick={props.onclose.reform(|_: MouseEvent| ())}>{ catalog.text(key!("notice-dismiss")) }</button>
                }
            </div>
            if *running {
                { bar(*done, *files, &catalog) }
                <p class="soft import-at" aria-hidden="true">{ one_line(at) }</p>
            }
            { props.children.clone() }
            if let Some(why) = unkept {
                <p role="alert" class="problem">{ catalog.with(key!("texts-unkept"), [("detail", labels::reason(why, &catalog).as_str().into())]) }</p>
            }
            if !failures.is_empty() {
                <Failures failures={failures.clone()} />
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FailuresProps {
    failures: Vec<FileFailure>,
}

/// Draws the files that gave nothing, each with the reason.
#[component]
fn Failures(FailuresProps { failures }: &FailuresProps) -> Html {
    let catalog = use_catalog();
    let all = use_state_eq(|| false);
    let shown = if *all { failures.len() } else { failures.len().min(LISTED) };
    let more = Callback::from(move |_: MouseEvent| all.set(true));
    html! {
        <details class="failures" open={failures.len() <= 5}>
            <summary>{ catalog.with(key!("import-failures"), [("n", failures.len().into())]) }</summary>
            <ul>{ for failures.iter().take(shown).enumerate().map(|(place, failure)| html! {
                <li key={place}><bdi class="file-name">{ failure.name.clone() }</bdi>{ " " }<span class="soft">{ reason(failure, &catalog) }</span></li>
            }) }</ul>
            if shown < failures.len() {
                <button type="button" class="button more" onclick={more}>{ catalog.with(key!("action-all-rows"), [("n", failures.len().into())]) }</button>
            }
        </details>
    }
}

/// Draws the share of the files that are done.
fn bar(done: u32, files: u32, catalog: &Catalog) -> Html {
    let width = if files == 0 { 0.0 } else { f64::from(done) / f64::from(files) * 100.0 };
    html! {
        <div
            class="import-bar"
            role="progressbar"
            aria-label={catalog.text(key!("import-label"))}
            aria-valuemin="0"
            aria-valuemax={files.to_string()}
            aria-valuenow={done.to_string()}
        >
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width={format!("{width:.1}")} height="1" /></svg>
        </div>
    }
}

fn reason(failure: &FileFailure, catalog: &Catalog) -> String {
    labels::words(&labels::file_error(&failure.reason), catalog)
}
