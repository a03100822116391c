//! A journal in a store of the database: changes by their numbers, in one order for every window of this site.
//!
//! Changes are texts under the keys from 1 on, each under the next number; what else a store holds is under keys below
//! 1. Under −1 is the head: the version of the layout, and a number with a meaning of its own for each journal.

use std::fmt::Display;
use std::marker::PhantomData;
use std::str::FromStr;

use idb::{KeyRange, ObjectStore, Query};
use wasm_bindgen::JsValue;

use crate::view::Unkept;

/// The version of the layout described above, and of what the stores hold beside it.
const LAYOUT: u32 = 1;

/// The key of the head.
const HEAD: f64 = -1.0;

/// The key of the first change.
const FIRST: f64 = 1.0;

/// A change as a text in a journal.
pub(super) trait Journaled: Sized {
    /// Writes it.
    fn to_text(&self) -> String;

    /// Reads what [`Journaled::to_text`] wrote.
    ///
    /// # Errors
    /// Why it cannot be read, which leaves all of the storage as it is.
    fn of_text(text: &str) -> Result<Self, Unkept>;
}

/// The progress of this window in a journal of changes of one type.
#[derive(Clone, Default)]
pub(super) struct Journal<T> {
    /// The number of the last change that is in force here.
    pub(super) known: f64,
    change: PhantomData<T>,
}

impl<T: Journaled> Journal<T> {
    /// Reads the changes after the last known one, which are known from then on.
    pub(super) async fn read(&mut self, store: &ObjectStore) -> Result<Vec<T>, Unkept> {
        let numbers = self.unread_numbers(store).await?;
        let changes = self.unread(store).await?;
        if let Some(&last) = numbers.last() {
            self.known = last;
        }
        Ok(changes)
    }

    /// Returns the numbers of the changes after the last known one.
    pub(super) async fn unread_numbers(&self, store: &ObjectStore) -> Result<Vec<f64>, Unkept> {
        let keys = store.get_all_keys(Some(self.after_known()?), None)?.await?;
        Ok(keys.iter().filter_map(JsValue::as_f64).collect())
    }

    /// Returns the changes after the last known one.
    pub(super) async fn unread(&self, store: &ObjectStore) -> Result<Vec<T>, Unkept> {
        let texts = store.get_all(Some(self.after_known()?), None)?.await?;
        texts.iter().map(|text| T::of_text(&text.as_string().unwrap_or_default())).collect()
    }

    /// Appends a change, which is known from then on.
    pub(super) async fn append(&mut self, store: &ObjectStore, change: &T) -> Result<(), Unkept> {
        let number = store.add(&JsValue::from_str(&change.to_text()), None)?.await?;
        self.known = number.as_f64().unwrap_or(self.known);
        Ok(())
    }

    /// Returns true if a store is not behind this window; its head accounts for the changes up to `taken_in`.
    pub(super) async fn is_reached(&self, store: &ObjectStore, taken_in: f64) -> Result<bool, Unkept> {
        Ok(last(store).await?.max(taken_in) >= self.known)
    }

    fn after_known(&self) -> Result<Query, Unkept> {
        Ok(KeyRange::lower_bound(&self.known.max(0.0).into(), Some(true))?.into())
    }
}

/// Returns the number of the last change; 0 where there is none.
pub(super) async fn last(store: &ObjectStore) -> Result<f64, Unkept> {
    let keys = store.get_all_keys(Some(KeyRange::lower_bound(&FIRST.into(), None)?.into()), None)?.await?;
    Ok(keys.last().and_then(JsValue::as_f64).unwrap_or(0.0))
}

/// Removes the changes up to a number.
pub(super) async fn remove_to(store: &ObjectStore, last: f64) -> Result<(), Unkept> {
    store.delete(KeyRange::bound(&FIRST.into(), &last.into(), None, None)?)?.await?;
    Ok(())
}

/// Returns the number of the head; `None` in a new store.
///
/// # Errors
/// [`Unkept::Unreadable`] if the layout is another one.
pub(super) async fn head<N: FromStr>(store: &ObjectStore) -> Result<Option<N>, Unkept> {
    let Some(text) = store.get(JsValue::from(HEAD))?.await? else { return Ok(None) };
    read_head(&text.as_string().unwrap_or_default()).map(Some)
}

/// Writes the head. It need not be waited for: if it fails, so does the transaction.
pub(super) fn put_head(store: &ObjectStore, number: impl Display) -> Result<(), Unkept> {
    store.put(&JsValue::from_str(&write_head(number)), Some(&HEAD.into()))?;
    Ok(())
}

fn write_head(number: impl Display) -> String {
    format!("{LAYOUT} {number}")
}

fn read_head<N: FromStr>(text: &str) -> Result<N, Unkept> {
    let number = text.split_once(' ').filter(|(layout, _)| layout.parse() == Ok(LAYOUT));
    number
        .and_then(|(_, number)| number.parse().ok())
        .ok_or_else(|| Unkept::Unreadable { detail: format!("layout {text}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_is_the_layout_and_a_number() {
        assert_eq!((write_head(5_u32), write_head(5.0_f64)), ("1 5".to_owned(), "1 5".to_owned()));
        assert_eq!(read_head("1 5"), Ok(5_u32));
        assert_eq!(read_head("1 5"), Ok(5.0_f64));
        for other in ["2 5", "1", "", "1 five", "1 5.5"] {
            let unreadable = Unkept::Unreadable { detail: format!("layout {other}") };
            assert_eq!(read_head::<u32>(other), Err(unreadable));
        }
    }
}
