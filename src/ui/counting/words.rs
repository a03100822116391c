//! 詞頻: the words of a scope, counted.

pub mod listing;

pub(crate) mod route;
pub(crate) mod stop_choice;

mod stop_list;

use yew::prelude::*;

use self::stop_list::StopList;
use crate::engine::Query;
use crate::text::fold;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::results::Results;
use crate::ui::routes::{ConcordanceRoute, Route, StopChoice, WordsRoute};
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, use_scope_field, with};
use crate::ui::store::use_store;
use crate::ui::table::cut;
use crate::ui::widgets::cuts_field::CutsField;
use crate::ui::widgets::fields::{FilterField, ListField, NumberField};
use crate::ui::widgets::fold_field::FoldField;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{labels, scopes};
use crate::view::WordList;

/// Parts of speech that can filter a list, in the form of the engine's filter.
const TAGS: [&str; 12] = ["n*", "nr*", "ns", "nt", "nz", "t", "m", "v*", "a*", "d", "i", "eng"];

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WordsProps {
    pub(crate) route: WordsRoute,
}

#[component]
pub(crate) fn Words(props: &WordsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = route.query();
    let folded = store.state.is_folded(&query.clone().into());
    let scope = use_scope_field(key!("picker-scope"), route, |route| &mut route.scope);
    let tools = html! {
        <>
            { scope }
            <FilterField
                value={route.filter.clone()}
                hint={catalog.text(key!("field-filter-hint"))}
                onset={with(route, |route, filter| route.filter = filter)}
            />
            <NumberField
                label={catalog.text(key!("field-minimum"))}
                value={route.min}
                min=1
                onset={with(route, |route, min: Option<u32>| route.min = min.unwrap_or(1))}
            />
            <ListField
                label={catalog.text(key!("column-tag"))}
                choices={tags(&catalog)}
                value={route.tag.clone()}
                onset={with(route, |route, tag| route.tag = tag)}
            />
            { lengths(route, &catalog) }
            <CutsField
                columns={vec![
                    ("range", catalog.text(key!("column-range"))),
                    ("per10k", catalog.text(key!("column-per-10k"))),
                    ("dp", catalog.text(key!("column-dp"))),
                    ("juillandD", catalog.text(key!("column-juilland"))),
                ]}
                cuts={route.cuts.clone()}
                onset={with(route, |route, cuts| route.cuts = cuts)}
            />
            <StopList
                choice={route.stop.clone()}
                onset={with(route, |route, stop: StopChoice| route.stop = stop)}
            />
            <div class="common-tools">
                <FoldField choice={route.fold} {folded} onset={with(route, |route, fold| route.fold = fold)} />
                <UnitsChoice route={Route::Words(route.clone())} />
            </div>
        </>
    };
    html! {
        <TabbedPage class="words-page" title={key!("words-title")} route={Route::from(route.clone())} {tools}>
            { when_here(&store.state.answer(&query), &query, |list| html! {
                <WordRows list={list.clone()} route={route.clone()} />
            }) }
        </TabbedPage>
    }
}

/// Draws the fields for the least and the greatest length of a word.
fn lengths(route: &WordsRoute, catalog: &Catalog) -> Html {
    html! {
        <div class="pair">
            <NumberField
                label={catalog.text(key!("field-shortest"))}
                value={route.shortest}
                min=1
                onset={with(route, |route, shortest| route.shortest = shortest)}
            />
            <NumberField
                label={catalog.text(key!("field-longest"))}
                value={route.longest}
                min=1
                onset={with(route, |route, longest| route.longest = longest)}
            />
        </div>
    }
}

fn tags(catalog: &Catalog) -> Vec<(AttrValue, AttrValue)> {
    let named = TAGS.into_iter().map(|tag| {
        let name = catalog.text(labels::tag(tag.trim_end_matches('*')));
        (AttrValue::from(tag), name)
    });
    std::iter::once((AttrValue::default(), catalog.text(key!("field-any")))).chain(named).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct WordRowsProps {
    list: Shared<WordList>,
    route: WordsRoute,
}

#[component]
fn WordRows(props: &WordRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let WordRowsProps { list, route } = props;
    let places = ConcordanceRoute {
        scope: route.scope.clone(),
        fold: route.fold,
        units: route.units,
        ..ConcordanceRoute::default()
    };
    let listing = use_memo((list.clone(), places, catalog.clone()), |(list, places, catalog)| {
        listing::listing(list, places, catalog)
    });
    let key = (list.clone(), route.filter.clone(), route.cuts.clone(), listing.columns.clone());
    let rows = use_memo(key, |(list, filter, cuts, columns)| {
        // Either script finds the other.
        let contained = fold(route::contained(filter));
        let passes = |place: &usize| {
            let row = &list.rows[*place];
            let mut writings = row.writings.iter().map(|writing| &writing.word).chain([&row.word]);
            writings.any(|word| fold(word).contains(&contained))
        };
        Shared::new(cut((0..list.rows.len()).filter(passes), columns, cuts))
    });
    let summary = catalog.with(
        key!("words-summary"),
        [
            ("scope", scopes::name(&route.scope, store.rows(), &catalog).into()),
            ("tokens", list.tokens.into()),
            ("types", list.types.into()),
            ("stories", list.stories.into()),
            ("listed", rows.len().into()),
        ],
    );
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={Query::from(route.query())}
            name="words"
            label={catalog.text(key!("words-title"))}
            {summary}
            empty={catalog.text(key!("words-empty"))}
            scope={route.scope.clone()}
            cuts={route.cuts.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
        />
    }
}
