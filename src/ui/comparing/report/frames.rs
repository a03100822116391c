//! Headlines, decks, subheads, captions, bylines and datelines of several stories side by side.

use yew::prelude::*;

use crate::ui::comparing::sigla::sigil;
use crate::ui::comparing::witnesses::witness_table::read;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::shared::Shared;
use crate::ui::{labels, scopes};
use crate::view::{FrameRow, Quote, Report, StoryRow};

/// Properties of the parts of the report.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReportProps {
    pub(crate) report: Shared<Report>,
}

/// Draws a row for each kind and a column for each story; every quotation links to its place.
#[component]
pub(crate) fn ReportFrames(props: &ReportProps) -> Html {
    let catalog = use_catalog();
    let report = &props.report;
    let head = |(place, story): (usize, &StoryRow)| {
        html! {
            <th key={place} scope="col">
                <b class="sigil">{ sigil(place, catalog.language()) }</b>{ " " }
                { run(scopes::origin(story)) }
                <span class="length">{ catalog.with(key!("report-length"), [("n", story.characters.into())]) }</span>
            </th>
        }
    };
    let cells = |cells: Vec<Vec<&Quote>>| {
        report.stories.iter().zip(cells).enumerate().map(|(place, (story, quotes))| {
            let letter = sigil(place, catalog.language());
            html! { <td key={place} data-sigil={letter}>{ for quotes.iter().map(|quote| quoted(story, quote)) }{ lacking(&quotes, &catalog) }</td> }
        }).collect::<Html>()
    };
    let frame = |frame: &FrameRow| {
        let (_, key) = labels::block(frame.kind);
        html! {
            <tr key={key} class={key.name()}>
                <th scope="row">{ catalog.text(key) }</th>
                { cells(frame.cells.iter().map(|cell| cell.iter().collect()).collect()) }
            </tr>
        }
    };
    let datelines = report.datelines.iter().any(Option::is_some);
    html! {
        <section class="report-part">
            <h2>{ catalog.text(key!("report-frames")) }</h2>
            <div class="wide" role="region" tabindex="0" aria-label={catalog.text(key!("report-frames"))}>
                <table class="frames">
                    <thead><tr><td></td>{ for report.stories.iter().enumerate().map(head) }</tr></thead>
                    <tbody>
                        { for report.frames.iter().map(frame) }
                        if datelines {
                            <tr>
                                <th scope="row">{ catalog.text(key!("report-dateline")) }</th>
                                { cells(report.datelines.iter().map(|found| found.iter().collect()).collect()) }
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn quoted(story: &StoryRow, quote: &Quote) -> Html {
    html! {
        <a class="quote" lang={lang_of(&quote.text)} href={read(story, quote.range.start)}>{ quote.text.clone() }</a>
    }
}

fn lacking(quotes: &[&Quote], catalog: &Catalog) -> Html {
    if quotes.is_empty() {
        html! { <span class="lacks" role="img" aria-label={catalog.text(key!("apparatus-lacks"))}>{ "—" }</span> }
    } else {
        html! {}
    }
}
