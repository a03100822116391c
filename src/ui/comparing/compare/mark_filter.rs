//! The filter of the kinds of difference shown.

use yew::prelude::*;

use super::collation::count;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::labels;
use crate::ui::routes::{CompareRoute, MarkKind, Route};
use crate::ui::shared::Shared;
use crate::view::Comparison;

/// Properties of [`MarkFilter`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MarkFilterProps {
    /// The comparison.
    pub(crate) comparison: Shared<Comparison>,
    /// The present route, which contains the choice.
    pub(crate) route: CompareRoute,
    /// Called with the route after a choice.
    pub(crate) onchoose: Callback<Route>,
}

/// Draws one button for each kind, with its sign, its name and its count.
#[component]
pub(crate) fn MarkFilter(props: &MarkFilterProps) -> Html {
    let catalog = use_catalog();
    let chip = |kind: MarkKind| {
        let count = count(&props.comparison, kind);
        let route = CompareRoute { marks: props.route.marks.toggled(kind), ..props.route.clone() };
        let onclick = {
            let (onchoose, route) = (props.onchoose.clone(), Route::Compare(route));
            Callback::from(move |_: MouseEvent| onchoose.emit(route.clone()))
        };
        html! {
            <button
                key={kind.name()}
                type="button"
                class={classes!("chip", (count == 0).then_some("none"))}
                aria-pressed={props.route.marks.shows(kind).to_string()}
                {onclick}
            >
                <span class={classes!("sign", "d", labels::mark_class(kind))} lang="zh-Hant-HK" aria-hidden="true">
                    { labels::glyph(kind) }
                </span>
                { catalog.text(labels::mark(kind)) }
                <b>{ catalog.count(count) }</b>
            </button>
        }
    };
    html! {
        <div class="chips" role="group" aria-label={catalog.text(key!("filter-marks"))}>
            { for MarkKind::ALL.into_iter().map(chip) }
        </div>
    }
}
