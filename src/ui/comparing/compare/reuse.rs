//! 文本重用: the share of each story that the other contains in runs, with and without set phrases.

use yew::prelude::*;

use crate::engine::ReportQuestion;
use crate::ui::browser;
use crate::ui::comparing::runs::RUNS;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::{CompareRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::widgets::fields::NumberField;
use crate::view::Comparison;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReuseProps {
    pub(crate) comparison: Shared<Comparison>,
    /// The present route, which contains the run.
    pub(crate) route: CompareRoute,
}

/// Draws the shares. They are computed only on request, since the search for set phrases reads every story.
#[component]
pub(crate) fn Reuse(props: &ReuseProps) -> Html {
    let catalog = use_catalog();
    let route = &props.route;
    let with = |run: Option<u32>| Route::Compare(CompareRoute { run, ..route.clone() });
    let Some(run) = route.run else {
        let href = with(Some(ReportQuestion::default().min_run)).href();
        return html! { <p class="reuse"><a {href}>{ catalog.text(key!("reuse-open")) }</a></p> };
    };
    let onset = {
        let route = route.clone();
        Callback::from(move |run: Option<u32>| {
            browser::replace(&Route::Compare(CompareRoute { run, ..route.clone() }));
        })
    };
    let percent = |share: f64| catalog.decimal(share * 100.0, 1);
    html! {
        <div class="reuse">
            <NumberField label={catalog.text(key!("reuse-run"))} value={Some(run.clamp(RUNS.0, RUNS.1))} min={RUNS.0} max={RUNS.1} {onset} />
            if let Some(copied) = &props.comparison.copied {
                <table>
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col" class="number">{ catalog.text(key!("reuse-all")) }</th>
                            <th scope="col" class="number">{ catalog.text(key!("reuse-discounted")) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        <tr>
                            <th scope="row">{ catalog.text(key!("reuse-a-in-b")) }</th>
                            <td class="number">{ percent(copied.a_in_b) }{ "%" }</td>
                            <td class="number">{ percent(copied.discounted_a_in_b) }{ "%" }</td>
                        </tr>
                        <tr>
                            <th scope="row">{ catalog.text(key!("reuse-b-in-a")) }</th>
                            <td class="number">{ percent(copied.b_in_a) }{ "%" }</td>
                            <td class="number">{ percent(copied.discounted_b_in_a) }{ "%" }</td>
                        </tr>
                    </tbody>
                </table>
            }
            <p class="remark">
                { catalog.text(key!("about-reuse")) }{ " " }
                <a href={with(None).href()}>{ catalog.text(key!("reuse-close")) }</a>
            </p>
        </div>
    }
}
