//! A story's changes to the base: what differs in fact, order, omissions, additions. Every statement links to its passage.

use yew::prelude::*;

use super::frames::ReportProps;
use crate::ui::comparing::growing::Growing;
use crate::ui::comparing::sigla::sigil;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::routes::{CompareRoute, MarkKind, Marks, Route};
use crate::ui::{labels, scopes};
use crate::view::export::Label;
use crate::view::{Effect, MovedPassage, NumberedQuote, Report, ReportPair};

/// Draws a section for each story but the base.
#[component]
pub(crate) fn ReportPairs(props: &ReportProps) -> Html {
    let catalog = use_catalog();
    let report = &props.report;
    html! { <>{ for report.pairs.iter().map(|pair| Section { report, pair, catalog: &catalog }.draw()) }</> }
}

/// Returns what is said of each story but the base, in words.
pub(super) fn summaries(report: &Report, catalog: &Catalog) -> Vec<String> {
    report.pairs.iter().map(|pair| Section { report, pair, catalog }.summary_words()).collect()
}

/// The section of one story.
pub(super) struct Section<'a> {
    pub(super) report: &'a Report,
    pub(super) pair: &'a ReportPair,
    pub(super) catalog: &'a Catalog,
}

impl Section<'_> {
    fn draw(&self) -> Html {
        let (pair, catalog) = (self.pair, self.catalog);
        let (a, b) = (self.name(0), self.name(pair.story));
        html! {
            <section key={pair.story} class="report-part report-pair">
                <h2>{ run(&a) }{ " → " }{ run(&b) }</h2>
                { self.summary() }
                <h3>{ catalog.text(key!("report-order")) }</h3>
                if pair.moved.is_empty() {
                    <p class="none">{ catalog.text(if pair.aligned == 0 { key!("report-no-order") } else { key!("report-order-kept") }) }</p>
                } else {
                    <ul class="quotes"><Growing items={pair.moved.iter().map(|found| self.moved(found)).collect::<Vec<_>>()} /></ul>
                }
                { self.quotes(key!("report-dropped"), &pair.dropped, false) }
                { self.quotes(key!("report-added"), &pair.added, true) }
                { self.changes() }
                { self.copied() }
            </section>
        }
    }

    /// Returns the name of a story: its siglum and its paper.
    fn name(&self, story: u32) -> String {
        let row = &self.report.stories[story as usize];
        format!(
            "{} {}",
            sigil(story as usize, self.catalog.language()),
            scopes::origin_or_title(row, self.catalog)
        )
    }

    pub(super) fn letter(&self, story: u32) -> String {
        sigil(story as usize, self.catalog.language())
    }

    /// Returns the address of the comparison of the two stories.
    fn compare(&self, route: CompareRoute) -> String {
        let id = |story: u32| self.report.stories[story as usize].id.clone();
        Route::Compare(CompareRoute { a: id(0), b: id(self.pair.story), ..route }).href()
    }

    pub(super) fn at(&self, number: u32, second: bool) -> String {
        let (at_a, at_b) = if second { (None, Some(number)) } else { (Some(number), None) };
        self.compare(CompareRoute { at_a, at_b, ..CompareRoute::default() })
    }

    /// Returns the relation of the two stories and the extent of what they share, in words.
    fn summary_words(&self) -> String {
        let (pair, catalog) = (self.pair, self.catalog);
        let percent = |share: f64| catalog.decimal(share * 100.0, 0).to_string();
        let (forth, back) = (percent(pair.reuse.a_in_b), percent(pair.reuse.b_in_a));
        let (a, b) = (self.letter(0), self.letter(pair.story));
        let said = catalog.with(
            key!("report-summary"),
            [
                ("a", a.as_str().into()),
                ("b", b.as_str().into()),
                ("aligned", pair.aligned.into()),
                ("identical", pair.identical.into()),
                ("forth", forth.as_str().into()),
                ("back", back.as_str().into()),
            ],
        );
        let relation = catalog.text(MessageKey::of(Label::of_relation(pair.relation)));
        format!("{relation}{}{said}", stop(catalog))
    }

    fn summary(&self) -> Html {
        let (pair, catalog) = (self.pair, self.catalog);
        let kind = |kind: MarkKind| {
            let MarkKind::Inside(found) = kind else { return html! {} };
            let count = pair.counts.of(found);
            if count == 0 {
                return html! {};
            }
            // The linked comparison shows only this kind.
            let hidden = MarkKind::ALL.into_iter().filter(|other| *other != kind);
            let marks = hidden.fold(Marks::default(), Marks::toggled);
            html! {
                <a key={kind.name()} class="chip" href={self.compare(CompareRoute { marks, ..CompareRoute::default() })}>
                    <span class={classes!("sign", "d", labels::mark_class(kind))} aria-hidden="true">{ catalog.text(labels::sign(kind)) }</span>
                    { catalog.text(labels::mark(kind)) }
                    <b>{ catalog.count(count) }</b>
                </a>
            }
        };
        let facts = [
            (key!("report-split"), pair.facts.split),
            (key!("report-merged"), pair.facts.merged),
            (key!("report-script"), pair.facts.script),
            (key!("report-regional"), pair.facts.regional),
        ];
        html! {
            <>
                <p class="finding">{ self.summary_words() }</p>
                <div class="chips effects">{ for Effect::ALL.into_iter().map(|effect| self.effect(effect)) }</div>
                <div class="chips">
                    { for MarkKind::ALL.into_iter().map(kind) }
                    { for facts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| html! {
                        <span key={key} class="chip">{ catalog.text(key) }<b>{ catalog.count(count) }</b></span>
                    }) }
                </div>
            </>
        }
    }

    /// Draws the number of differences of an effect, which leads to the comparison with only these.
    fn effect(&self, effect: Effect) -> Html {
        let count = self.pair.effects.of(effect);
        let route = CompareRoute { effect: Some(effect), ..CompareRoute::default() };
        let class = classes!("chip", labels::effect_class(effect), (count == 0).then_some("none"));
        html! {
            <a key={labels::effect_class(effect)} {class} href={self.compare(route)}>
                { self.catalog.text(labels::effect(effect)) }<b>{ self.catalog.count(count) }</b>
            </a>
        }
    }

    fn moved(&self, found: &MovedPassage) -> Html {
        let (from, to) = (found.a.number, found.b.number);
        html! {
            <li key={from}>
                <a class="number" href={self.at(from, false)}>{ format!("{} {from}", self.letter(0)) }</a>{ " → " }
                <a class="number" href={self.at(to, true)}>{ format!("{} {to}", self.letter(self.pair.story)) }</a>
                { " " }{ run(&found.a.quote.text) }
            </li>
        }
    }

    /// Draws the sentences that only one of the two has.
    fn quotes(&self, key: MessageKey, found: &[NumberedQuote], second: bool) -> Html {
        let catalog = self.catalog;
        let story = if second { self.pair.story } else { 0 };
        let name = self.letter(story);
        let line = |found: &NumberedQuote| {
            html! {
                <li key={found.number}>
                    <a class="number" href={self.at(found.number, second)}>{ format!("{name} {}", found.number) }</a>{ " " }
                    if second {
                        <ins lang={lang_of(&found.quote.text)}>{ found.quote.text.clone() }</ins>
                    } else {
                        <del lang={lang_of(&found.quote.text)}>{ found.quote.text.clone() }</del>
                    }
                </li>
            }
        };
        html! {
            <>
                <h3>{ catalog.text(key) }<span class="count">{ catalog.count(found.len() as u32) }</span></h3>
                if found.is_empty() {
                    <p class="none">{ catalog.text(key!("report-none")) }</p>
                } else {
                    <ul class="quotes"><Growing items={found.iter().map(line).collect::<Vec<_>>()} /></ul>
                }
            </>
        }
    }

    fn copied(&self) -> Html {
        let (copied, catalog) = (self.pair.copied, self.catalog);
        let percent = |share: f64| catalog.decimal(share * 100.0, 1).to_string();
        let shares =
            [copied.a_in_b, copied.discounted_a_in_b, copied.b_in_a, copied.discounted_b_in_a].map(percent);
        let (a, b) = (self.letter(0), self.letter(self.pair.story));
        html! {
            <>
                <h3>{ catalog.text(key!("report-reuse")) }</h3>
                <p>
                    { catalog.with(key!("report-copied"), [
                        ("run", copied.minimum_run.into()),
                        ("a", a.as_str().into()),
                        ("b", b.as_str().into()),
                        ("forth", shares[0].as_str().into()),
                        ("forthDiscounted", shares[1].as_str().into()),
                        ("back", shares[2].as_str().into()),
                        ("backDiscounted", shares[3].as_str().into()),
                    ]) }
                </p>
                <p class="remark">{ catalog.text(key!("about-reuse")) }</p>
            </>
        }
    }
}

/// Returns the punctuation that ends a sentence.
fn stop(catalog: &Catalog) -> AttrValue {
    catalog.text(key!("sentence-stop"))
}
