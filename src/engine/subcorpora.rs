//! Scopes laid out for counting, cached between questions.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::analysis::{FrequencyList, Subcorpus};
use crate::corpus::{Document, Scope, Units, Variants};

use super::{Engine, EngineError};

/// The maximum number of cached words, all scopes together; a word takes about 20 bytes. The last scope used is kept
/// however large it is.
const KEPT: u32 = 4_000_000;

/// The cached scopes.
#[derive(Debug, Default)]
pub(super) struct Subcorpora {
    /// The scopes, the most recently used last.
    made: Vec<(ScopeKey, Rc<Counted>)>,
    variants: Rc<Variants>,
}

/// Everything that determines the words of a scope.
#[derive(Clone, Debug, PartialEq)]
struct ScopeKey {
    scope: Scope,
    units: Units,
    fold_variants: bool,
    revision: u64,
}

/// The words of a scope, and their frequencies once those were asked for.
#[derive(Debug)]
pub(super) struct Counted {
    pub(super) words: Subcorpus,
    list: OnceCell<FrequencyList>,
}

impl Counted {
    pub(super) fn list(&self) -> &FrequencyList {
        self.list.get_or_init(|| self.words.frequencies())
    }
}

impl Engine {
    /// Returns the words of a scope.
    ///
    /// # Errors
    /// [`EngineError::EmptyScope`] if there is none, and the errors of [`Engine::within`].
    pub(super) fn counted(
        &self,
        units: Units,
        scope: &Scope,
        fold_variants: bool,
    ) -> Result<Rc<Counted>, EngineError> {
        let stories = self.within(units, scope)?;
        let revision = self.corpus.revision();
        let key = ScopeKey { scope: scope.clone(), units, fold_variants, revision };
        let mut subcorpora = self.subcorpora.borrow_mut();
        subcorpora.made.retain(|(other, _)| other.revision == revision);
        if let Some(at) = subcorpora.made.iter().position(|(other, _)| *other == key) {
            let found = subcorpora.made.remove(at);
            let counted = Rc::clone(&found.1);
            subcorpora.made.push(found);
            return Ok(counted);
        }
        let variants = fold_variants.then(|| {
            Rc::make_mut(&mut subcorpora.variants).update(self.corpus.vocabulary());
            Rc::clone(&subcorpora.variants)
        });
        let words = Subcorpus::new(stories, scope.kinds(), variants);
        if words.is_empty() {
            return Err(EngineError::EmptyScope);
        }
        let counted = Rc::new(Counted { words, list: OnceCell::new() });
        subcorpora.made.push((key, Rc::clone(&counted)));
        let size = |made: &[(ScopeKey, Rc<Counted>)]| {
            made.iter().map(|(_, counted)| counted.words.len()).sum::<u32>()
        };
        while subcorpora.made.len() > 1 && size(&subcorpora.made) > KEPT {
            subcorpora.made.remove(0);
        }
        Ok(counted)
    }

    /// Returns the stories of a scope, in the order in which [`Engine::counted`] lays them out.
    pub(super) fn documents(&self, units: Units, scope: &Scope) -> Result<Vec<&Document>, EngineError> {
        Ok(self.within(units, scope)?.into_iter().map(|(document, _)| document).collect())
    }
}
