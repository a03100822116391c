//! The proof of the number the reader is at: next to the table, or under it if there is no room.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::chart::ChartFigure;
use super::proof::{Places, Proof, Spread, Step};
use crate::corpus::Scope;
use crate::engine::Query;
use crate::ui::counting::concordance::listing::place_route;
use crate::ui::i18n::{Catalog, Language, MessageKey, key, own_file, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::one_line::side_of_line;
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::state::Loaded;
use crate::ui::store::{use_asking, use_store};
use crate::ui::table::{Column, Kind, Value};
use crate::ui::{browser, scopes};
use crate::view::chart::{StoryBar, bars, joined};

/// The time in milliseconds that a pointer rests on a number before its occurrences are looked up.
const REST: u32 = 150;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProofPanelProps {
    /// The proof in the language of the page.
    pub(crate) proof: Proof,
    /// The same proof in each language, for footnotes.
    pub(crate) in_language: Callback<Language, Option<Proof>>,
    /// The scope counted, for footnotes.
    pub(crate) scope: Scope,
    /// True if the reader asked for it, so that it remains until dismissed.
    pub(crate) pinned: bool,
    pub(crate) onclose: Callback<()>,
}

#[component]
pub(crate) fn ProofPanel(props: &ProofPanelProps) -> Html {
    let catalog = use_catalog();
    let ProofPanelProps { proof, pinned, .. } = props;
    let close = props.onclose.reform(|_: MouseEvent| ());
    let name = proof.steps.first().map(|step| step.name.clone()).unwrap_or_default();
    html! {
        <aside class={classes!("proof", pinned.then_some("pinned"))} aria-label={catalog.text(key!("proof-title"))}>
            <header>
                <h2><span role="status">{ run(&proof.word) }{ " " }<small>{ name }</small></span></h2>
                if *pinned {
                    <button type="button" class="close" aria-label={catalog.text(key!("action-close"))} onclick={close}>{ "×" }</button>
                }
            </header>
            <dl class="steps">{ for proof.steps.iter().map(step) }</dl>
            if let Some(spread) = &proof.spread {
                <SpreadChart word={proof.word.clone()} spread={spread.clone()} />
            }
            <p class="letters">{ &proof.note }</p>
            { for proof.places.iter().map(|places| html! {
                <Occurrences key={places.name.clone()} name={places.name.clone()} route={places.route.clone()} />
            }) }
            if !proof.links.is_empty() {
                <ul class="proof-links">
                    { for proof.links.iter().map(|link| html! {
                        <li key={link.name.clone()}><a href={link.route.href()}>{ &link.name }</a></li>
                    }) }
                </ul>
            }
            <Footnote in_language={props.in_language.clone()} scope={props.scope.clone()} />
        </aside>
    }
}

fn step(step: &Step) -> Html {
    html! {
        <div key={step.name.clone()}>
            <dt>{ &step.name }</dt>
            <dd class="formula-line">{ &step.formula }</dd>
            <dd class="figures">{ &step.filled }</dd>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SpreadChartProps {
    word: String,
    spread: Spread,
}

/// Draws the distribution of the word over the stories, with one bar for each.
#[component]
fn SpreadChart(props: &SpreadChartProps) -> Html {
    let catalog = use_catalog();
    let drawn = use_memo((props.spread.clone(), catalog.clone()), |(spread, catalog)| {
        let bars_shown = joined(&spread.stories);
        let names = bars_shown.iter().map(|story| {
            catalog
                .with(
                    key!("spread-story"),
                    [
                        ("story", story.label.as_str().into()),
                        ("n", story.frequency.into()),
                        ("size", story.size.into()),
                        ("rate", catalog.decimal(story.rate(), 1).as_str().to_owned().into()),
                    ],
                )
                .to_string()
        });
        let stories = Shared::new(spread.stories.clone());
        let value = |of: fn(&StoryBar) -> Value| {
            let stories = stories.clone();
            move |row: usize| of(&stories[row])
        };
        let number =
            |name, key: MessageKey, of| Column::new(name, catalog.text(key), Kind::Number, value(of)).plain();
        let columns = vec![
            Column::new(
                "id",
                catalog.text(key!("column-id")),
                Kind::Word,
                value(|story| Value::Text(story.label.clone())),
            )
            .wide(84),
            number("frequency", key!("column-frequency"), |story| Value::Count(story.frequency)).wide(64),
            number("tokens", key!("column-tokens"), |story| Value::Count(story.size)).wide(72),
            number("per10k", key!("column-per-10k"), |story| Value::Number(story.rate())).places(1).wide(72),
        ];
        (
            Shared::new(bars(&bars_shown, spread.overall)),
            Shared::new(names.collect::<Vec<_>>()),
            Shared::new(columns),
        )
    });
    let (chart, names, columns) = (*drawn).clone();
    let overall = catalog.decimal(props.spread.overall, 1);
    let stories = props.spread.stories.len();
    // Stories that are joined are told apart in the table below the chart.
    let about = if names.len() < stories { key!("spread-about-joined") } else { key!("spread-about") };
    html! {
        <ChartFigure
            {chart}
            {names}
            {columns}
            rows={Some(stories)}
            title={catalog.with(key!("spread-title"), [("word", props.word.as_str().into())])}
            description={catalog.with(about, [("overall", overall.as_str().into())])}
            name="spread"
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OccurrencesProps {
    name: String,
    route: ConcordanceRoute,
}

/// Draws the first occurrences and a link to all. They are looked up after the pointer rests.
#[component]
fn Occurrences(props: &OccurrencesProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let rested = use_state_eq(|| None::<ConcordanceRoute>);
    use_effect_with(props.route.clone(), {
        let rested = rested.setter();
        move |route| {
            let route = route.clone();
            let timer = Timeout::new(REST, move || rested.set(Some(route)));
            move || drop(timer)
        }
    });
    let query = props.route.first_places();
    let whole = Query::from(query.clone());
    let wanted =
        (rested.as_ref() == Some(&props.route) && store.state.slot(&whole).is_none()).then_some(whole);
    use_asking(&store.asker, wanted);
    let places = Places { name: props.name.clone(), route: props.route.clone() };
    html! {
        <section class="places">
            <h3>
                { &places.name }
                <a href={Route::Concordance(places.route.clone()).href()}>{ catalog.text(key!("read-all-places")) }</a>
            </h3>
            if let Loaded::Here(found) = store.state.answer(&query) {
                <ul class="lines">
                    { for found.rows.iter().map(|row| html! {
                        <li key={format!("{}-{}", row.id, row.start)}>
                            <span class="figures soft">{ row.id.clone() }</span>
                            <a href={place_route(row, props.route.units).href()} lang={lang_of([&*row.left, &*row.node, &*row.right].concat())}>
                                <span class={side_of_line("left", &row.left)}><bdi>{ row.left.clone() }</bdi></span>
                                <b>{ row.node.clone() }</b>
                                <span class={side_of_line("right", &row.right)}>{ row.right.clone() }</span>
                            </a>
                        </li>
                    }) }
                </ul>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FootnoteProps {
    in_language: Callback<Language, Option<Proof>>,
    scope: Scope,
}

/// Draws the buttons that copy the proof as a footnote.
#[component]
fn Footnote(props: &FootnoteProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    own_file::use_file(Language::English, true);
    let copy = |language: Language| {
        let (props, store) = (props.clone(), store.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(proof) = props.in_language.emit(language) else { return };
            let catalog = Catalog::new(language);
            let basis = scopes::name(&props.scope, store.rows(), &catalog);
            let copied = browser::copy(&proof.footnote(&basis, &catalog));
            store.tell(if copied { key!("notice-copied") } else { key!("notice-not-copied") });
        })
    };
    html! {
        <p class="footnote">
            { catalog.text(key!("proof-copy")) }
            { for Language::ALL.into_iter().filter(|language| own_file::is_here(*language)).map(|language| html! {
                <button key={language.tag()} type="button" class="link" lang={language.tag()} onclick={copy(language)}>
                    { language.name() }
                </button>
            }) }
        </p>
    }
}
