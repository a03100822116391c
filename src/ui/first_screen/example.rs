//! The example of the first screen: what a comparison of two bundled stories finds, and its first differences.

use yew::prelude::*;

use crate::ui::browser;
use crate::ui::comparing::compare::collation::{FlowRow, SentencePlace, Side, flow};
use crate::ui::comparing::compare::finding::{Finding, names};
use crate::ui::comparing::compare::sentence::Sentence;
use crate::ui::comparing::events::Events;
use crate::ui::comparing::pairs::{compared, compared_at};
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::routes::Shown;
use crate::ui::shared::Shared;
use crate::ui::shell::questions;
use crate::ui::state::{EngineState, Loaded};
use crate::ui::store::{Store, use_store};
use crate::ui::widgets::waiting::when_here;
use crate::view::Comparison;

/// Number of pairs of sentences drawn.
const PAIRS: usize = 2;

/// Returns true unless the example is awaited.
pub(super) fn is_example_known(store: &Store) -> bool {
    let example = Events::bundled().first().map(|(a, b)| store.state.answer(&questions::example(&a, &b)));
    !matches!(example, Some(Loaded::Waiting)) || matches!(store.state.engine, EngineState::Failed(_))
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExampleProps {
    /// The example as it stood before the code was here, until it is known.
    pub(super) standing: Option<Html>,
}

/// Draws the example.
#[component]
pub(super) fn Example(props: &ExampleProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let standing = props.standing.clone();
    let Some((a, b)) = Events::bundled().first() else { return html! {} };
    let query = questions::example(&a, &b);
    let answer = store.state.answer(&query);
    let busy = standing.is_some().then_some("true");
    let content = standing
        .unwrap_or_else(|| when_here(&answer, &query, |comparison| drawn(comparison, &a, &b, &catalog)));
    html! { <section class="start-example" aria-labelledby="start-example" aria-busy={busy}>{ content }</section> }
}

fn drawn(comparison: &Shared<Comparison>, a: &str, b: &str, catalog: &Catalog) -> Html {
    let (name_a, name_b) = names(comparison, catalog);
    let date = comparison.a.row.date.as_str();
    let named = [("a", name_a.as_str().into()), ("b", name_b.as_str().into()), ("date", date.into())];
    let whole = compared(a, b);
    let go = whole.clone();
    let onfollow = Callback::from(move |_| browser::go(&go));
    let go = whole.clone();
    let onvisit = Callback::from(move |_| browser::go(&go));
    let (a, b) = (a.to_owned(), b.to_owned());
    let onsentence = Callback::from(move |(side, number): (Side, u32)| {
        browser::go(&if side == Side::B { compared_at(&a, &b, number) } else { compared(&a, &b) });
    });
    let sentence = |side: Side, place: SentencePlace, name: &str| {
        html! {
            <Sentence
                comparison={comparison.clone()}
                {side}
                {place}
                shown={Shown::default()}
                again=true
                name={name.to_owned()}
                onfollow={onsentence.clone()}
            />
        }
    };
    let row = |(index, (a, b)): (usize, (SentencePlace, SentencePlace))| {
        html! {
            <div key={index} class="locked-row">
                <div class="column a">{ sentence(Side::A, a, &name_a) }</div>
                <div class="column b">{ sentence(Side::B, b, &name_b) }</div>
            </div>
        }
    };
    html! {
        <>
            <h2 id="start-example">{ catalog.with(key!("start-example"), named) }</h2>
            <Finding comparison={comparison.clone()} {onfollow} {onvisit} />
            <div class="columns locked">{ for differing(comparison).into_iter().enumerate().map(row) }</div>
            <p><a href={whole.href()}>{ catalog.text(key!("start-open-example")) }</a></p>
        </>
    }
}

/// Returns the first pairs of sentences with a difference inside.
fn differing(comparison: &Comparison) -> Vec<(SentencePlace, SentencePlace)> {
    let pair = |row: FlowRow| match row {
        FlowRow::Pair { pair, a, b: Some(b) } => {
            let found = comparison.pairs.get(pair as usize)?;
            (!found.differences.is_empty()).then_some((a, b))
        }
        _ => None,
    };
    flow(comparison).into_iter().filter_map(pair).take(PAIRS).collect()
}
