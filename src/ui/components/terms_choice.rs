//! Words or terms: what is counted, marked and compared.

use super::choices::Choice;
use crate::corpus::Terms;
use crate::ui::i18n::Catalog;
use crate::ui::routes::Route;

/// The two choices; `there` gives the route that each leads to.
pub(crate) fn terms_choices(catalog: &Catalog, now: Terms, there: impl Fn(Terms) -> Route) -> Vec<Choice> {
    [(Terms::Fine, "terms-fine"), (Terms::Coarse, "terms-coarse")]
        .into_iter()
        .map(|(terms, key)| Choice {
            label: catalog.text(key),
            href: there(terms).href().into(),
            chosen: now == terms,
        })
        .collect()
}
