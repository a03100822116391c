//! The sentences of several stories in one table: a row for each sentence, a column for each story.

use yew::prelude::*;

use crate::ui::comparing::marked::{marked, moved};
use crate::ui::comparing::sigla::sigil;
use crate::ui::hooks::use_growing;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::routes::{ReadRoute, Route};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::view::{Agreement, StoryRow, WitnessCell, WitnessRow, Witnesses};

/// Properties of the views of several stories.
#[derive(Clone, PartialEq, Properties)]
pub struct WitnessesProps {
    /// The stories, aligned.
    pub table: Shared<Witnesses>,
}

/// Draws the table. Wording equal to the lemma's is not repeated, so that the differences are prominent.
#[component]
pub fn WitnessTable(props: &WitnessesProps) -> Html {
    let catalog = use_catalog();
    let table = &props.table;
    let drawn = use_growing(table.rows.len(), 0);
    let head = |(place, story): (usize, &StoryRow)| {
        html! {
            <th key={place} scope="col">
                <b class="sigil">{ sigil(place, catalog.language()) }</b>{ " " }
                { run(scopes::origin(story)) }
                <span class="headline" lang={lang_of(scopes::title(story, &catalog))}>{ scopes::title(story, &catalog) }</span>
            </th>
        }
    };
    let row = |(number, row): (usize, &WitnessRow)| {
        html! {
            <tr key={number} id={row_id(number)} tabindex="-1">
                <th scope="row" class="number">{ number + 1 }</th>
                { for row.cells.iter().enumerate().map(|(place, found)| {
                    cell(table, row, place, found.as_ref(), &catalog)
                }) }
            </tr>
        }
    };
    html! {
        <div class="wide" role="region" tabindex="0" aria-label={catalog.text(key!("witnesses-table"))}>
            <table class="witness-table">
                <thead>
                    <tr>
                        <th scope="col" class="number"><span class="unseen">{ catalog.text(key!("witnesses-row")) }</span></th>
                        { for table.stories.iter().enumerate().map(head) }
                    </tr>
                </thead>
                <tbody>{ for table.rows.iter().take(drawn).enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

/// Returns the id of a row, by its index from 0.
pub(super) fn row_id(place: usize) -> String {
    format!("row-{}", place + 1)
}

fn cell(
    table: &Witnesses,
    row: &WitnessRow,
    place: usize,
    found: Option<&WitnessCell>,
    catalog: &Catalog,
) -> Html {
    let letter = sigil(place, catalog.language());
    let Some(found) = found else {
        return html! {
            <td class="lacks" data-sigil={letter}><span role="img" aria-label={catalog.text(key!("apparatus-lacks"))}>{ "—" }</span></td>
        };
    };
    let lemma = sigil(row.lemma as usize, catalog.language());
    let same = found.agreement == Agreement::Identical;
    html! {
        <td class={classes!(same.then_some("same"))} data-sigil={letter}>
            <a class="sentence-number" href={read(&table.stories[place], found.range.start)}>{ numbers(found) }</a>
            if found.moved {
                { moved(catalog.text(key!("mark-moved")), None, false, catalog) }
            }
            if same {
                <span class="as-lemma" title={found.text.clone()}>
                    { catalog.with(key!("witnesses-same"), [("sigil", lemma.as_str().into())]) }
                </span>
            } else {
                <span class="words" lang={lang_of(&found.text)}>{ marked(&found.pieces, &found.differences, catalog) }</span>
            }
            if let (Some(again), true) = (row.repeats, place == row.lemma as usize) {
                <span class="again">{ catalog.with(key!("witnesses-again"), [("n", (again + 1).into())]) }</span>
            }
        </td>
    }
}

/// Returns the numbers of the sentences in a cell: 4, or 4–5.
pub(crate) fn numbers(cell: &WitnessCell) -> String {
    match cell.sentences {
        0 | 1 => cell.number.to_string(),
        many => format!("{}–{}", cell.number, cell.number + many - 1),
    }
}

/// Returns the address of a passage.
pub(crate) fn read(story: &StoryRow, at: u32) -> String {
    Route::Read(ReadRoute { id: story.id.clone(), at: Some(at), ..ReadRoute::default() }).href()
}
