//! The form for a set of regional words.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::engine::DictionaryEdit;
use crate::lexicon::{Correction, LexiconErrorKind, Region};
use crate::ui::i18n::{key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::CHINESE;
use crate::ui::store::use_store;
use crate::view::RegionalRow;

/// The id of the first field.
pub(super) const FIRST: &str = "regional-0";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RegionalFormProps {
    /// The set that is changed; `None` for a new one.
    pub(super) row: Option<RegionalRow>,
    /// Called after the set was sent, or when its change is given up.
    pub(super) ondone: Callback<()>,
}

/// Draws a field for the words of each region. A new set needs only those of two: the others take the first.
#[component]
pub(super) fn RegionalForm(props: &RegionalFormProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let cells = use_state_eq(|| {
        props.row.as_ref().map_or_else(|| vec![String::new(); Region::ALL.len()], |row| row.words.clone())
    });
    let problem = use_state_eq(|| None::<LexiconErrorKind>);
    let field = |(place, region): (usize, Region)| {
        let (cells, problem) = (cells.clone(), problem.setter());
        let value = cells.get(place).cloned().unwrap_or_default();
        let oninput = Callback::from(move |event: InputEvent| {
            let mut changed = (*cells).clone();
            if let Some(cell) = changed.get_mut(place) {
                *cell = event.target_unchecked_into::<HtmlInputElement>().value();
            }
            problem.set(None);
            cells.set(changed);
        });
        html! {
            <label class="picker" key={place}>
                <span class="picker-label">{ catalog.text(labels::region(region)) }</span>
                <input id={format!("regional-{place}")} type="text" autocomplete="off" lang={CHINESE} {value} {oninput} aria-describedby="regional-problem" />
            </label>
        }
    };
    let onsubmit = {
        let (cells, problem) = (cells.clone(), problem.setter());
        let (asker, row, ondone) = (store.asker.clone(), props.row.clone(), props.ondone.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match edit(&cells, row.as_ref()) {
                Ok(edit) => {
                    asker.edit(edit, key!("notice-regional-saved"));
                    cells.set(vec![String::new(); Region::ALL.len()]);
                    ondone.emit(());
                }
                Err(kind) => problem.set(Some(kind)),
            }
        })
    };
    html! {
        <form class="entry-form regional-form toolbar" {onsubmit}>
            { for Region::ALL.into_iter().enumerate().map(field) }
            <button type="submit" class="button primary">{ catalog.text(if props.row.is_some() { key!("entry-save") } else { key!("entry-add") }) }</button>
            if props.row.is_some() {
                <button type="button" class="button" onclick={props.ondone.reform(|_: MouseEvent| ())}>{ catalog.text(key!("action-cancel")) }</button>
            }
            <p class="hint">{ catalog.text(key!("regional-hint")) }</p>
            <p id="regional-problem" role="alert" class="problem">
                { problem.map(|kind| labels::lexicon_error(kind, &catalog)) }
            </p>
        </form>
    }
}

/// Returns the edit that the fields ask for.
fn edit(cells: &[String], row: Option<&RegionalRow>) -> Result<DictionaryEdit, LexiconErrorKind> {
    let by = Correction::regional(&filled(cells).join("\t"))?;
    Ok(match row {
        None => DictionaryEdit::Put(by),
        Some(row) => DictionaryEdit::Replace { key: Correction::regional(&row.words.join("\t"))?.key(), by },
    })
}

/// Fills empty fields: Macau says what Hong Kong says, Singapore what the Mainland says, and any region what the first one
/// with a word says.
fn filled(cells: &[String]) -> Vec<String> {
    let given = |region: Region| {
        let place = Region::ALL.iter().position(|other| *other == region)?;
        cells.get(place).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    let first = Region::ALL.into_iter().find_map(given);
    let of = |region: Region| {
        let near = match region {
            Region::Macau => Some(Region::HongKong),
            Region::Singapore => Some(Region::Mainland),
            _ => None,
        };
        given(region).or_else(|| given(near?)).or(first).unwrap_or_default().to_owned()
    };
    Region::ALL.into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_regions_are_enough_and_one_is_not() {
        let cells = |given: [&str; 5]| given.map(str::to_owned);
        let line = |given| match edit(&cells(given), None) {
            Ok(DictionaryEdit::Put(set)) => Ok(set.word().replace('\t', " ")),
            other => Err(format!("{other:?}")),
        };
        assert_eq!(line(["早晨", "早安", "", "", ""]).unwrap(), "早晨 早安 早晨 早晨 早晨");
        assert_eq!(line(["", " 早安 ", "早上好", "", ""]).unwrap(), "早安 早安 早上好 早安 早上好");
        assert!(line(["早晨", "", "", "", ""]).is_err());
        assert!(line(["", "", "", "", ""]).is_err());
    }
}
