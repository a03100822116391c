//! The values from which a table lists its rows.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::Cuts;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CutsFieldProps {
    /// The columns that can be cut: their names and heads.
    pub(crate) columns: Vec<(&'static str, AttrValue)>,
    pub(crate) cuts: Cuts,
    pub(crate) onset: Callback<Cuts>,
}

/// Draws a panel with a field for each column. A cut takes effect when the reader leaves the field or presses Enter.
#[component]
pub(crate) fn CutsField(props: &CutsFieldProps) -> Html {
    let catalog = use_catalog();
    let field = |(column, title): &(&'static str, AttrValue)| {
        let (column, cuts) = (*column, props.cuts.clone());
        let onchange = props.onset.reform(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let value = field.value().parse::<f64>().ok().filter(|value| value.is_finite());
            let value = value.map(f64::abs);
            // The field must not show a value that is not in effect.
            field.set_value(&value.map(|value| value.to_string()).unwrap_or_default());
            cuts.with(column, value)
        });
        let value = props.cuts.value(column).map(|value| value.to_string()).unwrap_or_default();
        html! {
            <label key={column} class="cut-value">
                <span>{ title }{ if Cuts::is_small(column) { " ≤" } else { " ≥" } }</span>
                <input type="number" step="any" min="0" inputmode="decimal" {value} {onchange} />
            </label>
        }
    };
    html! {
        <details class="popover cuts-field">
            <summary>
                if props.cuts.is_empty() {
                    { catalog.text(key!("table-cuts")) }
                } else {
                    { catalog.with(key!("table-cuts-now"), [("cuts", props.cuts.formulas().collect::<Vec<_>>().join(" · ").into())]) }
                }
            </summary>
            <div class="panel">
                { for props.columns.iter().map(field) }
                <p class="hint">{ catalog.text(key!("table-cuts-about")) }</p>
            </div>
        </details>
    }
}
