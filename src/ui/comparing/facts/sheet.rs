//! The table of facts.

use yew::prelude::*;

use super::rows::{FactGroup, FactRelation, kind_name, label, ordered};
use crate::text::abridged;
use crate::ui::comparing::sigla::sigil;
use crate::ui::comparing::witnesses::witness_table::read;
use crate::ui::hooks::use_paper;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::one_line::one_line;
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::view::{FactCell, FactKind, FactSheet, FactSheetRow, StoryRow};

/// Properties of [`Sheet`].
#[derive(Clone, PartialEq, Properties)]
pub struct SheetProps {
    /// The facts.
    pub sheet: Shared<FactSheet>,
    /// Every story loaded.
    pub stories: Shared<Vec<StoryRow>>,
    /// The kind listed, if one is chosen.
    pub kind: Option<FactKind>,
}

/// Number of facts drawn before the reader asks for more.
const AT_FIRST: usize = 100;

/// Maximum number of stories whose columns are equally wide; more are as wide as they need.
const EQUAL: usize = 5;

/// Number of characters of a label.
const LABEL: usize = 16;

/// Number of characters of a wording that the last column repeats.
const SHORT: usize = 10;

/// Draws one row for each fact and one column for each story; each cell links to its place.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let catalog = use_catalog();
    let (drawn, paper) = (use_state_eq(|| AT_FIRST), use_paper());
    let parts = use_memo((props.sheet.clone(), props.kind), |(sheet, kind)| ordered(sheet, *kind));
    let stories: Vec<Option<&StoryRow>> =
        props.sheet.stories.iter().map(|id| props.stories.iter().find(|row| row.id == *id)).collect();
    let left = parts.iter().map(|(_, rows)| rows.len()).sum::<usize>().saturating_sub(*drawn);
    let onmore = {
        let (setter, next) = (drawn.setter(), *drawn + AT_FIRST);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    if parts.is_empty() {
        return html! { <p class="empty">{ catalog.text(key!("facts-none-of-kind")) }</p> };
    }
    let mut room = if paper { usize::MAX } else { *drawn };
    let part = |(group, places): &(FactGroup, Vec<usize>)| {
        let shown = places.len().min(room);
        room -= shown;
        let rows = places.iter().take(shown).filter_map(|&place| Some((place, props.sheet.rows.get(place)?)));
        (shown > 0).then(|| html! {
            <tbody key={group.name()} class={classes!((*group == FactGroup::Differing).then_some("differing"))}>
                <tr class="group"><th scope="rowgroup" colspan={(stories.len() + 2).to_string()}>{ catalog.text(group.name()) }</th></tr>
                { for rows.map(|(place, row)| draw_row(place, row, &stories, &catalog)) }
            </tbody>
        })
    };
    html! {
        <>
            <div class="wide" role="region" tabindex="0" aria-label={catalog.text(key!("facts-title"))}>
                <table class={classes!("fact-sheet", (stories.len() > EQUAL).then_some("many"))}>
                    <thead><tr><td></td>{ for stories.iter().enumerate().map(|(place, row)| head(place, *row, &catalog)) }<td></td></tr></thead>
                    { for parts.iter().filter_map(part) }
                </table>
            </div>
            if left > 0 {
                <button type="button" class="button more" onclick={onmore}>
                    { catalog.with(key!("facts-more"), [("n", left.into())]) }
                </button>
            }
        </>
    }
}

/// Returns the id of a row.
pub(super) fn row_id(place: usize) -> String {
    format!("fact-{place}")
}

fn head(place: usize, story: Option<&StoryRow>, catalog: &Catalog) -> Html {
    let side = match place {
        0 => Some("side-a"),
        1 => Some("side-b"),
        _ => None,
    };
    let origin = story.map(|story| scopes::origin_or_title(story, catalog)).unwrap_or_default();
    html! {
        <th key={place} scope="col" class={classes!(side)}>
            <b class="sigil">{ sigil(place, catalog.language()) }</b>{ " " }
            <span lang={lang_of(&origin)}>{ one_line(&origin) }</span>
        </th>
    }
}

fn draw_row(place: usize, row: &FactSheetRow, stories: &[Option<&StoryRow>], catalog: &Catalog) -> Html {
    let relation = FactRelation::of(row);
    let differs = matches!(relation, FactRelation::Differ(_));
    let by_issue = relation.is_by_issue();
    let cells = row.cells.iter().zip(stories).enumerate();
    html! {
        <tr key={place} id={row_id(place)} tabindex="-1" class={classes!(differs.then_some("differs"))}>
            <th scope="row">
                { run(abridged(&label(row), LABEL)) }
                <small>{ catalog.text(kind_name(row.kind)) }</small>
            </th>
            { for cells.map(|(at, (found, story))| cell(at, found.as_ref(), *story, by_issue, catalog)) }
            <td class="relation">{ said(&relation, row.kind, catalog) }</td>
        </tr>
    }
}

/// Draws the wording of a story, which links to its place; `by_issue` adds the day of its paper, which tells what it means.
fn cell(
    place: usize,
    found: Option<&FactCell>,
    story: Option<&StoryRow>,
    by_issue: bool,
    catalog: &Catalog,
) -> Html {
    // On a narrow screen the cells are below each other, each with the letter of its story.
    let letter = sigil(place, catalog.language());
    match found.zip(story) {
        Some((found, story)) => html! {
            <td key={place} data-sigil={letter}>
                <a lang={lang_of(&found.text)} href={read(story, found.range.start)}>{ found.text.clone() }</a>
                if by_issue && !story.date.is_empty() {
                    { " " }<small>{ catalog.with(key!("facts-of-issue"), [("day", story.date.as_str().into())]) }</small>
                }
            </td>
        },
        None => html! {
            <td key={place} class="none" data-sigil={letter}>
                <span class="lacks" role="img" aria-label={catalog.text(key!("facts-lacks"))}>{ "—" }</span>
            </td>
        },
    }
}

/// Says in words how the stories relate.
fn said(relation: &FactRelation, kind: FactKind, catalog: &Catalog) -> AttrValue {
    match relation {
        _ if relation.is_by_issue() => catalog.text(key!("facts-differ-by-issue")),
        FactRelation::Differ(wordings) => {
            let short: Vec<String> = wordings.iter().map(|text| shortened(text)).collect();
            catalog.with(key!("facts-differ"), [("values", short.join("／").into())])
        }
        FactRelation::Same => catalog.text(key!("facts-same")),
        FactRelation::OtherWording => catalog.text(match kind {
            FactKind::Number | FactKind::Date => key!("facts-other-writing"),
            FactKind::Quotation => key!("facts-other-words"),
            FactKind::Person | FactKind::Organisation | FactKind::Place | FactKind::Source => {
                key!("facts-other-name")
            }
        }),
        FactRelation::Alone(place) => {
            let letter = sigil(*place, catalog.language());
            catalog.with(key!("facts-alone"), [("story", letter.into())])
        }
    }
}

/// Cuts a wording to its beginning.
pub(super) fn shortened(text: &str) -> String {
    abridged(text, SHORT)
}
