//! The changes inside sentences, identical ones together, the weightiest first.

use yew::prelude::*;

use super::pair::Section;
use crate::ui::comparing::growing::Growing;
use crate::ui::comparing::marked::{subject_name, worth_of};
use crate::ui::i18n::key;
use crate::ui::labels;
use crate::ui::lang::run;
use crate::ui::routes::MarkKind;
use crate::view::{Detail, ReportChange};

impl Section<'_> {
    /// Draws the table of changes.
    pub(super) fn changes(&self) -> Html {
        let (pair, catalog) = (self.pair, self.catalog);
        let changes: Vec<Html> =
            pair.changes.iter().enumerate().map(|(place, change)| self.change(place, change)).collect();
        let total: usize = pair.changes.iter().map(|change| change.places.len()).sum();
        html! {
            <>
                <h3>{ catalog.text(key!("report-changes")) }<span class="count">{ catalog.count(total as u32) }</span></h3>
                if pair.changes.is_empty() {
                    <p class="none">{ catalog.text(key!("report-none")) }</p>
                } else {
                    <table class="changes">
                        <thead>
                            <tr>
                                <th scope="col">{ catalog.text(key!("report-effect")) }</th>
                                <th scope="col">{ catalog.text(key!("report-type")) }</th>
                                <th scope="col">{ self.letter(0) }</th>
                                <th scope="col">{ self.letter(pair.story) }</th>
                                <th scope="col" class="number">{ catalog.text(key!("report-count")) }</th>
                                <th scope="col">{ catalog.text(key!("report-places")) }</th>
                            </tr>
                        </thead>
                        <tbody><Growing items={changes} /></tbody>
                    </table>
                }
            </>
        }
    }

    fn change(&self, place: usize, change: &ReportChange) -> Html {
        let catalog = self.catalog;
        let kind = MarkKind::Inside(change.kind);
        let detail = change.detail.map(|detail| {
            catalog.text(match detail {
                Detail::Script => key!("report-script"),
                Detail::Regional => key!("report-regional"),
                Detail::OneToMany => key!("report-one-to-many"),
                Detail::Width => key!("report-width"),
            })
        });
        let subject = subject_name(change.kind, change.subject, catalog);
        let worth = change.value.as_ref().and_then(|value| worth_of(value, catalog));
        let words = |text: &str| {
            if text.is_empty() {
                html! { <span class="lacks" role="img" aria-label={catalog.text(key!("apparatus-lacks"))}>{ "∅" }</span> }
            } else {
                html! { { run(text) } }
            }
        };
        html! {
            <tr key={place} class={labels::effect_class(change.effect)}>
                <th scope="row" class="effect">{ catalog.text(labels::effect(change.effect)) }</th>
                <td>
                    <span class={classes!("sign", "d", labels::mark_class(kind))} aria-hidden="true">{ catalog.text(labels::sign(kind)) }</span>{ " " }
                    { catalog.text(labels::mark(kind)) }
                    { for [detail, subject, worth].into_iter().flatten().map(|note| html! { <small>{ note }</small> }) }
                </td>
                <td>{ words(&change.a) }</td>
                <td>{ words(&change.b) }</td>
                <td class="number">{ catalog.count(change.places.len() as u32) }</td>
                <td class="places">
                    { for change.places.iter().enumerate().map(|(at, place)| html! {
                        <a key={at} class="number" href={self.at(place.a_number, false)}>{ place.a_number }</a>
                    }) }
                </td>
            </tr>
        }
    }
}
