//! 通稿: the text that several papers share, the papers that have each line, and their edits of it.

use yew::prelude::*;

use super::witness_table::{WitnessesProps, numbers, read, row_id};
use crate::ui::comparing::marked::marked;
use crate::ui::comparing::sigla::sigil;
use crate::ui::hooks::use_growing;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::scopes;
use crate::view::{Range, StoryRow, WireLine, WireShare, WitnessCell, WitnessRow, Witnesses};

/// Draws the lines in reading order: shared lines in their majority version, and those of one paper alone.
#[component]
pub fn WireText(props: &WitnessesProps) -> Html {
    let catalog = use_catalog();
    let table = &props.table;
    let drawn = use_growing(table.rows.len(), 0);
    let lines = use_memo(props.table.clone(), |table| lines(table));
    html! {
        <div class="wire">
            <p class="remark">{ catalog.text(key!("about-wire")) }</p>
            { shares(table, &catalog) }
            if table.wire.lines.is_empty() {
                <p class="empty">{ catalog.text(key!("wire-empty")) }</p>
            }
            <ol class="wire-lines">
                { for table.rows.iter().take(drawn).enumerate().map(|(place, row)| html! {
                    <li key={place} id={row_id(place)} tabindex="-1">{ line(table, &lines, row, &catalog) }</li>
                }) }
            </ol>
        </div>
    }
}

/// Draws each story's share of the shared text.
fn shares(table: &Witnesses, catalog: &Catalog) -> Html {
    let percent = |share: f64| format!("{}%", catalog.decimal(share * 100.0, 1));
    let row = |(place, (story, share)): (usize, (&StoryRow, &WireShare))| {
        html! {
            <tr key={place}>
                <th scope="row">
                    <b class="sigil">{ sigil(place, catalog.language()) }</b>{ " " }
                    { run(scopes::origin_and_title(story, catalog)) }
                </th>
                <td class="number">{ percent(share.of_story) }</td>
                <td class="number">{ percent(share.of_wire) }</td>
            </tr>
        }
    };
    html! {
        <table class="wire-shares">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col" class="number">{ catalog.text(key!("wire-of-story")) }</th>
                    <th scope="col" class="number">{ catalog.text(key!("wire-of-wire")) }</th>
                </tr>
            </thead>
            <tbody>{ for table.stories.iter().zip(&table.wire.shares).enumerate().map(row) }</tbody>
        </table>
    }
}

/// A line split into runs of words, each with true if the papers are evenly divided on it.
type SharedRuns = Vec<(String, bool)>;

/// Returns the words of each line of the shared text.
fn lines(table: &Witnesses) -> Vec<SharedRuns> {
    let units: Vec<u16> = table.wire.text.encode_utf16().collect();
    let words = |start: u32, end: u32| {
        units.get(start as usize..end as usize).map(String::from_utf16_lossy).unwrap_or_default()
    };
    let runs = |line: &WireLine| {
        let mut runs = SharedRuns::new();
        let mut at = line.range.start;
        for &Range { start, end } in &line.unsure {
            runs.push((words(at, start), false));
            runs.push((words(start, end), true));
            at = end;
        }
        runs.push((words(at, line.range.end), false));
        runs.retain(|(words, _)| !words.is_empty());
        runs
    };
    table.wire.lines.iter().map(runs).collect()
}

fn line(table: &Witnesses, lines: &[SharedRuns], row: &WitnessRow, catalog: &Catalog) -> Html {
    let has: Vec<(usize, &WitnessCell)> =
        row.cells.iter().enumerate().filter_map(|(place, cell)| Some((place, cell.as_ref()?))).collect();
    let shared = row.line.and_then(|line| lines.get(line as usize));
    let Some(runs) = shared else {
        return html! {
            <>
                { for has.iter().map(|&(place, cell)| html! {
                    <p class="own" key={place}>
                        { who(table, place, cell, catalog) }
                        <span class="words" lang={lang_of(&cell.text)}>{ cell.text.clone() }</span>
                    </p>
                }) }
            </>
        };
    };
    let edited: Vec<&(usize, &WitnessCell)> = has.iter().filter(|(_, cell)| !cell.edits.is_empty()).collect();
    html! {
        <>
            <p class="shared">
                <span class="whose">{ for has.iter().map(|&(place, cell)| who(table, place, cell, catalog)) }</span>
                <span class="words" lang={lang_of(runs.iter().map(|(words, _)| &**words).collect::<String>())}>
                    { for runs.iter().map(|(words, unsure)| match unsure {
                        true => html! { <span class="evenly" title={catalog.text(key!("wire-unsure"))}>{ words }</span> },
                        false => html! { { words } },
                    }) }
                    if let Some(again) = row.repeats {
                        <span class="again">{ catalog.with(key!("wire-again"), [("n", (again + 1).into())]) }</span>
                    }
                </span>
            </p>
            if !edited.is_empty() {
                <ul class="edits">
                    { for edited.into_iter().map(|&(place, cell)| html! {
                        <li key={place}>
                            <b class="sigil">{ sigil(place, catalog.language()) }</b>
                            <span class="words" lang={lang_of(&cell.text)}>{ marked(&cell.edited, &cell.edits, catalog) }</span>
                        </li>
                    }) }
                </ul>
            }
        </>
    }
}

/// Draws the link to a paper that has the line; it is hollow if the paper edited it.
fn who(table: &Witnesses, place: usize, cell: &WitnessCell, catalog: &Catalog) -> Html {
    let story = &table.stories[place];
    let number = numbers(cell);
    let key = if cell.edits.is_empty() { key!("wire-has") } else { key!("wire-edited") };
    let said = catalog.with(
        key,
        [
            ("paper", scopes::origin_or_title(story, catalog).into()),
            ("number", number.as_str().into()),
            ("n", cell.edits.len().into()),
        ],
    );
    let class = classes!("who", (!cell.edits.is_empty()).then_some("edited"));
    html! {
        <a key={place} {class} href={read(story, cell.range.start)} title={said.clone()} aria-label={said}>
            { sigil(place, catalog.language()) }<sub>{ number }</sub>
        </a>
    }
}
