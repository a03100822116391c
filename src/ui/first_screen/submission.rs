//! The two boxes, once both are filled: their texts are added, and their comparison is opened.

use crate::engine::TextEdit;
use crate::ingest::{CutOptions, Metadata};
use crate::ui::browser;
use crate::ui::comparing::pairs::compared;
use crate::ui::i18n::key;
use crate::ui::routes::Route;
use crate::ui::shell::asker::Asker;
use crate::ui::state::{Action, BoxStep, TextBox};
use crate::ui::texts::paste_form::opening;

/// Adds the texts of both boxes, as far as they are not in already; then opens their comparison. If they are more than two
/// stories, the reader chooses among them.
pub(super) fn submit(asker: &Asker, [first, second]: [TextBox; 2]) {
    asker.dispatch(Action::Box(BoxStep::Adding(true)));
    let next = asker.clone();
    add(asker, first, move |a| {
        // If the other text cannot be added, this one is in and is not added again.
        next.dispatch(Action::Box(BoxStep::Added(0, a.clone())));
        let last = next.clone();
        add(&next, second, move |b| open(&last, &a, &b));
    });
}

/// Adds the text of a box; then calls `then` with its stories. A text that cannot be added stays in its box.
fn add(asker: &Asker, given: TextBox, then: impl FnOnce(Vec<String>) + 'static) {
    if !given.held.is_empty() {
        return then(given.held);
    }
    let TextBox { text, paper, date, .. } = given;
    let edit = TextEdit::Add {
        name: opening(&text),
        text,
        options: CutOptions::default(),
        metadata: Metadata { paper, date, ..Metadata::default() },
    };
    let told = asker.clone();
    asker.try_edit_texts(edit, move |change| match change {
        Some(change) => then(change.stories.clone()),
        None => told.dispatch(Action::Box(BoxStep::Adding(false))),
    });
}

fn open(asker: &Asker, a: &[String], b: &[String]) {
    asker.dispatch(Action::Box(BoxStep::Done));
    match (a, b) {
        ([a], [b]) => browser::go(&compared(a, b)),
        ([], _) | (_, []) => asker.tell(key!("start-no-text")),
        _ => {
            browser::go(&Route::Home);
            asker.tell(key!("start-several"));
        }
    }
}
