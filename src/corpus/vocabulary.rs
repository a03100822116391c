//! All different word forms, each once.

use rustc_hash::FxHashMap;
use std::rc::Rc;

/// A word form's number in a [`Vocabulary`]; numbers are given in the order of first occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

/// Interned word forms, each exactly as printed.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    forms: Vec<Rc<str>>,
    ids: FxHashMap<Rc<str>, WordId>,
}

impl Vocabulary {
    /// Returns the number of `form`, adding it if it is new.
    #[expect(clippy::expect_used, reason = "4 GiB of text cannot hold 2^32 different forms")]
    pub fn intern(&mut self, form: &str) -> WordId {
        if let Some(&id) = self.ids.get(form) {
            return id;
        }
        let id = WordId(u32::try_from(self.forms.len()).expect("fewer forms than bytes of text"));
        let form: Rc<str> = form.into();
        self.forms.push(Rc::clone(&form));
        self.ids.insert(form, id);
        id
    }

    /// Returns the number of `form`, if it is known.
    pub fn id(&self, form: &str) -> Option<WordId> {
        self.ids.get(form).copied()
    }

    /// Returns the form with this number.
    pub fn form(&self, id: WordId) -> &str {
        &self.forms[id.0 as usize]
    }

    /// Returns the number of different forms.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Returns true if there are no forms yet.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}
