//! The benches: the release build against other segmenters in one browser, and natively each query that counts
//! and the reading of files.

use crate::call::{Call, Outcome};
use crate::{browser, serve};

/// Speed, start-up and size beside jieba-wasm and Intl.Segmenter, printed as Markdown tables.
pub(crate) fn browser(options: &[&str]) -> Outcome {
    built("bench.mjs", options)
}

/// The tasks of the page that are too long, at a slower processor.
pub(crate) fn tasks(options: &[&str]) -> Outcome {
    built("long-tasks.mjs", options)
}

/// Comparison natively, then beside diff-match-patch and jsdiff in one browser.
pub(crate) fn compare(options: &[&str]) -> Outcome {
    Call::cargo().line("bench --no-default-features --bench compare").run()?;
    built("bench-compare.mjs", options)
}

/// Builds the page, unless the options say otherwise; then runs a script over it.
fn built(script: &str, options: &[&str]) -> Outcome {
    if !options.contains(&"--no-build") {
        serve::build()?;
    }
    let rest: Vec<&str> = options.iter().copied().filter(|option| *option != "--no-build").collect();
    browser::script(script, &rest)
}

/// Each query that counts, at three sizes of corpus, printed as a Markdown table.
pub(crate) fn counts() -> Outcome {
    Call::cargo().line("bench --no-default-features --bench counts").run()
}

/// How fast files become texts, printed as a Markdown table.
pub(crate) fn ingest() -> Outcome {
    Call::cargo().line("bench --no-default-features --bench ingest").run()
}
