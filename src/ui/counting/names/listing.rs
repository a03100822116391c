//! The table of names, each with the forms that count as it.

use yew::prelude::*;

use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::results::listing::{Listing, rank};
use crate::ui::results::proof::{Places, Proof, Step};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{EntityForm, EntityList, EntityRow};

/// Builds the columns of names; `places` is the route to the occurrences of words in the same stories.
pub fn listing(names: &Shared<EntityList>, places: &ConcordanceRoute, catalog: &Catalog) -> Listing {
    let value = |of: fn(&EntityRow) -> Value| {
        let names = names.clone();
        move |place: usize| of(&names.rows[place])
    };
    let number = |name: &'static str, key: MessageKey, of: fn(&EntityRow) -> Value| {
        Column::new(name, catalog.text(key), Kind::Number, value(of)).wide(72)
    };
    let leading = {
        let (names, places) = (names.clone(), places.clone());
        move |place: usize| Route::Concordance(occurrences(&names.rows[place], &places)).href().into()
    };
    let kind = {
        let (names, catalog) = (names.clone(), catalog.clone());
        move |place: usize| Value::Text(catalog.text(labels::entity(names.rows[place].kind)).to_string())
    };
    let name = {
        let names = names.clone();
        move |place: usize| {
            let row = &names.rows[place];
            html! { <span class={labels::entity_class(row.kind)}>{ &row.name }</span> }
        }
    };
    let forms = {
        let names = names.clone();
        move |place: usize| forms(&names.rows[place])
    };
    let columns = vec![
        Column::new("rank", catalog.text(key!("column-rank")), Kind::Rank, |place| Value::Count(rank(place)))
            .wide(56),
        Column::new(
            "name",
            catalog.text(key!("column-name")),
            Kind::Word,
            value(|row| Value::Text(row.name.clone())),
        )
        .wide(224)
        .drawn(name)
        .leading(leading),
        Column::new("kind", catalog.text(key!("column-kind")), Kind::Text, kind).class("source").wide(112),
        number("frequency", key!("column-frequency"), |row| Value::Count(row.frequency)),
        number("range", key!("column-range"), |row| Value::Count(row.range)),
        Column::new(
            "forms",
            catalog.text(key!("column-forms")),
            Kind::Text,
            value(|row| Value::Text(written(&row.forms))),
        )
        .drawn(forms)
        .wide(220),
    ];
    let (names, places) = (names.clone(), places.clone());
    Listing::new(columns, move |row, column, catalog| proof(names.rows.get(row)?, column, &places, catalog))
}

/// Returns the route to the occurrences of a name in all its forms.
fn occurrences(row: &EntityRow, places: &ConcordanceRoute) -> ConcordanceRoute {
    ConcordanceRoute { node: row.name.clone(), entity: Some(row.kind), ..places.clone() }
}

/// Writes forms with their frequencies.
fn written(forms: &[EntityForm]) -> String {
    let each = forms.iter().map(|form| format!("{} {}", form.form, form.frequency));
    each.collect::<Vec<_>>().join("; ")
}

/// Draws the forms of a name that has several, or one that is shorter than its fullest in another story.
fn forms(row: &EntityRow) -> Html {
    if matches!(&row.forms[..], [form] if form.form == row.name) {
        return html! {};
    }
    html! {
        { for row.forms.iter().map(|form| html! {
            <span key={form.form.clone()} class="name-form" lang={lang_of(&form.form)}>
                { &form.form }{ " " }<small class="figures">{ form.frequency }</small>
            </span>
        }) }
    }
}

fn proof(row: &EntityRow, column: &str, places: &ConcordanceRoute, catalog: &Catalog) -> Option<Proof> {
    let text = |key: MessageKey| catalog.text(key).to_string();
    let total = catalog.count(row.frequency);
    let step = match column {
        "frequency" if row.forms.len() > 1 => {
            let forms =
                row.forms.iter().map(|form| format!("{} {}", form.form, catalog.count(form.frequency)));
            let sum = forms.collect::<Vec<_>>().join(" + ");
            Step::new(text(key!("column-frequency")), "f", format!("f = {sum} = {total}"))
        }
        "frequency" => Step::new(text(key!("column-frequency")), "f", format!("f = {total}")),
        "range" => Step::new(text(key!("column-range")), "", catalog.count(row.range).to_string()),
        _ => return None,
    };
    Some(Proof {
        word: row.name.clone(),
        steps: vec![step],
        note: text(key!("formula-names-note")),
        places: vec![Places { name: text(key!("proof-places")), route: occurrences(row, places) }],
        ..Proof::default()
    })
}
