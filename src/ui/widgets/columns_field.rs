//! The choice of a table's columns, which the browser keeps for each table.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::column_choice::ColumnChoice;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::store::use_store;
use crate::view::Setting;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ColumnsFieldProps {
    /// The name of the table.
    pub(crate) table: &'static str,
    /// The columns that may be left out: their names and heads.
    pub(crate) columns: Vec<(AttrValue, AttrValue)>,
    /// The columns that are left out.
    pub(crate) hidden: Vec<String>,
}

/// Draws a panel with a box for each column.
#[component]
pub(crate) fn ColumnsField(props: &ColumnsFieldProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let onchange = {
        let (store, table, hidden) = (store.clone(), props.table, props.hidden.clone());
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let mut hidden = hidden.clone();
            hidden.retain(|name| *name != field.value());
            if !field.checked() {
                hidden.push(field.value());
            }
            let kept = store.state.columns.as_deref().unwrap_or_default();
            store.asker.set(Setting::Columns, Some(ColumnChoice::read(kept).with(table, hidden).kept()));
        })
    };
    html! {
        <details class="popover columns-field">
            <summary>{ catalog.text(key!("table-columns")) }</summary>
            <div class="panel">
                { for props.columns.iter().map(|(name, title)| html! {
                    <label key={name.to_string()} class="switch">
                        <input type="checkbox" value={name} checked={!props.hidden.iter().any(|hidden| *hidden == **name)} onchange={onchange.clone()} />
                        <span>{ title }</span>
                    </label>
                }) }
            </div>
        </details>
    }
}
