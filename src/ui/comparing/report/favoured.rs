//! Residual keyness: the words each story favours after the text it shares with the others is subtracted.

use yew::prelude::*;

use super::frames::ReportProps;
use crate::ui::comparing::sigla::sigil;
use crate::ui::comparing::witnesses::witness_table::read;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::scopes;
use crate::view::{Favoured, FavouredWord, StoryRow};

/// Maximum number of words shown for each story; a file has them all.
const SHOWN: usize = 15;

/// Draws a small table for each story, side by side.
#[component]
pub(crate) fn ReportFavoured(props: &ReportProps) -> Html {
    let catalog = use_catalog();
    let report = &props.report;
    let stories = report.stories.iter().zip(&report.favoured).enumerate();
    html! {
        <section class="report-part">
            <h2>{ catalog.text(key!("report-favoured")) }</h2>
            <p class="remark">{ catalog.text(key!("report-favoured-note")) }</p>
            <div class="favoured-tables">
                { for stories.map(|(place, (story, favoured))| html! {
                    <div key={place}>{ table(place, story, favoured, &catalog) }</div>
                }) }
            </div>
        </section>
    }
}

fn table(place: usize, story: &StoryRow, favoured: &Favoured, catalog: &Catalog) -> Html {
    let title = html! {
        <>
            <b class="sigil">{ sigil(place, catalog.language()) }</b>{ " " }
            { run(scopes::origin_or_title(story, catalog)) }
        </>
    };
    if favoured.rows.is_empty() {
        return html! { <><h3>{ title }</h3><p class="none">{ catalog.text(key!("report-none-favoured")) }</p></> };
    }
    let row = |word: &FavouredWord| {
        let at = word.places.first().map_or(0, |range| range.start);
        html! {
            <tr key={word.word.clone()}>
                <th scope="row"><a lang={lang_of(&word.word)} href={read(story, at)}>{ word.word.clone() }</a></th>
                <td class="number">{ catalog.count(word.frequency) }</td>
                <td class="number">{ catalog.count(word.reference) }</td>
                <td class="number">{ catalog.decimal(word.g2, 2) }</td>
                <td class="number">{ catalog.decimal(word.log_ratio, 2) }</td>
                <td class="number">
                    if word.low_expected {
                        <abbr title={catalog.text(key!("report-low-expected"))}>{ "E<5" }</abbr>
                    } else {
                        { catalog.decimal(word.p, 4) }
                    }
                </td>
            </tr>
        }
    };
    html! {
        <table class="favoured">
            <caption>
                { title }{ " " }
                <small>{ catalog.with(key!("report-residue"), [("own", favoured.tokens.into()), ("others", favoured.reference_tokens.into())]) }</small>
            </caption>
            <thead>
                <tr>
                    <th scope="col">{ catalog.text(key!("report-word")) }</th>
                    <th scope="col" class="number">{ catalog.text(key!("report-here")) }</th>
                    <th scope="col" class="number">{ catalog.text(key!("report-elsewhere")) }</th>
                    <th scope="col" class="number">{ catalog.text(key!("report-g2")) }</th>
                    <th scope="col" class="number">{ catalog.text(key!("report-log-ratio")) }</th>
                    <th scope="col" class="number">{ catalog.text(key!("report-p")) }</th>
                </tr>
            </thead>
            <tbody>{ for favoured.rows.iter().take(SHOWN).map(row) }</tbody>
        </table>
    }
}
