//! A keyness table.

use yew::prelude::*;

use crate::corpus::{Scope, Units};
use crate::stats::Contingency;
use crate::ui::i18n::{Catalog, use_catalog};
use crate::ui::keyboard;
use crate::ui::long_table::use_window;
use crate::ui::routes::{ConcordanceRoute, KwicSort, Route};
use crate::ui::shared::Shared;
use crate::view::{Keyness, KeywordRow};

/// Properties of [`KeywordTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeywordTableProps {
    /// The table.
    pub keyness: Shared<Keyness>,
    /// Which of its rows are listed, by index.
    pub rows: Shared<Vec<usize>>,
    /// The stories asked about.
    pub target: Scope,
    /// What they are held against.
    pub reference: Scope,
    /// Whether it counts units, as the occurrences are to be looked up.
    #[prop_or_default]
    pub units: Units,
    /// Whether all rows are wanted, or the first ones only.
    pub all: bool,
    /// Called with the index of the row the reader is at.
    #[prop_or_default]
    pub onrow: Callback<usize>,
}

/// Cut-offs of G² and the chance each stands for, the strictest first.
const CUT_OFFS: [(f64, &str); 4] = [(15.13, "< .0001"), (10.83, "< .001"), (6.63, "< .01"), (3.84, "< .05")];

/// The table. A Log Ratio is drawn from the middle: towards the first colour where the target has more.
#[component]
pub fn KeywordTable(props: &KeywordTableProps) -> Html {
    let catalog = use_catalog();
    let table = use_node_ref();
    let rows = if props.all { props.rows.len() } else { props.rows.len().min(super::word_table::FIRST) };
    let window = use_window(&table, rows);
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    let chunks = window.chunks.clone().map(|chunk| {
        let rows = window.rows_of(chunk);
        html! { <Chunk key={chunk} table={props.clone()} from={rows.start} to={rows.end} /> }
    });
    html! {
        <table ref={table} class="keywords" aria-rowcount={(rows + 1).to_string()} {onkeydown}>
            <thead>
                <tr>
                    <th scope="col" class="number">{ catalog.text("column-rank") }</th>
                    <th scope="col">{ catalog.text("column-word") }</th>
                    <th scope="col" class="number side-a">{ catalog.text("column-frequency-a") }</th>
                    <th scope="col" class="number side-a">{ catalog.text("column-per-10k-a") }</th>
                    <th scope="col" class="number side-b">{ catalog.text("column-frequency-b") }</th>
                    <th scope="col" class="number side-b">{ catalog.text("column-per-10k-b") }</th>
                    <th scope="col" class="number">{ "G²" }</th>
                    <th scope="col" class="number">{ "Log Ratio" }</th>
                    <td></td>
                    <th scope="col">{ "p" }</th>
                </tr>
            </thead>
            { window.above() }
            // A list of its own, so that its keys hold when the empty heights come and go.
            <>{ for chunks }</>
            { window.below() }
        </table>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChunkProps {
    table: KeywordTableProps,
    from: usize,
    to: usize,
}

#[component]
fn Chunk(props: &ChunkProps) -> Html {
    let catalog = use_catalog();
    let table = &props.table;
    html! {
        <tbody>
            { for (props.from..props.to).filter_map(|index| {
                let place = *table.rows.get(index)?;
                Some(draw(table, (index, place), table.keyness.rows.get(place)?, &catalog))
            }) }
        </tbody>
    }
}

fn draw(
    table: &KeywordTableProps,
    (index, place): (usize, usize),
    row: &KeywordRow,
    catalog: &Catalog,
) -> Html {
    let href = |scope: &Scope| {
        let node = row.word.clone();
        let (scope, units) = (scope.clone(), table.units);
        Route::Concordance(ConcordanceRoute { node, scope, sort: KwicSort::Text, units }).href()
    };
    let (target, reference) = (href(&table.target), href(&table.reference));
    let link = |href: &str, text: AttrValue| html! { <a href={href.to_owned()} tabindex="-1">{ text }</a> };
    let more = row.log_ratio >= 0.0;
    let whole = href(&if more { table.target.clone() } else { table.reference.clone() });
    let g2 = g2(row, &table.keyness);
    let onfocusin = table.onrow.reform(move |_: FocusEvent| place);
    let onpointer = table.onrow.reform(move |_: PointerEvent| place);
    html! {
        <tr key={row.word.clone()} data-row="" aria-rowindex={(index + 2).to_string()} {onfocusin} onpointerdown={onpointer}>
            <td class="number soft">{ catalog.count(row.rank) }</td>
            <th scope="row" class="word" lang="zh-Hant-HK"><a href={whole} data-step="">{ row.word.clone() }</a></th>
            <td class="number">{ link(&target, catalog.count(row.target)) }</td>
            <td class="number">{ link(&target, catalog.decimal(row.target_per_10k, 1)) }</td>
            <td class="number">{ link(&reference, catalog.count(row.reference)) }</td>
            <td class="number">{ link(&reference, catalog.decimal(row.reference_per_10k, 1)) }</td>
            <td class="number">{ catalog.decimal(g2, 2) }</td>
            <td class="number">{ catalog.decimal(row.log_ratio, 2) }</td>
            <td class="length">{ lean(row.log_ratio) }</td>
            <td class="chance">{ chance(row, g2, catalog) }</td>
        </tr>
    }
}

/// G² with its sign, from the counts, as it stands in the table whichever measure ranks it.
fn g2(row: &KeywordRow, keyness: &Keyness) -> f64 {
    Contingency::new(row.target, keyness.target_tokens, row.reference, keyness.reference_tokens).signed_g2()
}

/// The chance as a cut-off people know; none is shown alone where a count was too small to rely on it.
fn chance(row: &KeywordRow, g2: f64, catalog: &Catalog) -> Html {
    let found = CUT_OFFS.iter().find(|(cut, _)| g2.abs() >= *cut).map_or("≥ .05", |(_, chance)| chance);
    html! {
        <>
            { found }
            if row.low_expected {
                <abbr class="flag" title={catalog.text("keyness-low-expected")}>
                    { catalog.text("keyness-low-expected-sign") }
                </abbr>
            }
        </>
    }
}

/// A bar from the middle, five doublings to either side.
fn lean(log_ratio: f64) -> Html {
    let length = (log_ratio.abs() / 5.0).min(1.0) * 50.0;
    let (x, class) = if log_ratio < 0.0 { (50.0, "fill b") } else { (50.0 - length, "fill a") };
    html! {
        <svg class="bar lean" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect {class} x={format!("{x:.1}")} width={format!("{length:.1}")} height="4" />
        </svg>
    }
}
