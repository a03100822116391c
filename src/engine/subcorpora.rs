//! Scopes laid out for counting, cached between questions.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::analysis::{FrequencyList, Subcorpus};
use crate::corpus::{Document, Grouping, Scope, Units, Variants, Vocabulary};
use crate::lexicon::RegionalWording;
use crate::text::{Script, script};

use super::{Engine, EngineError};

/// The maximum number of cached words, all scopes together; a word takes about 20 bytes. The last scope used is kept
/// however large it is.
const KEPT: u32 = 4_000_000;

/// The cached scopes.
#[derive(Debug, Default)]
pub(super) struct Subcorpora {
    /// The scopes, the most recently used last.
    made: Vec<(ScopeKey, Rc<Counted>)>,
    groups: Vec<(Grouping, Rc<Variants>)>,
}

/// Everything that determines the words of a scope.
#[derive(Clone, Debug, PartialEq)]
struct ScopeKey {
    scope: Scope,
    units: Units,
    grouping: Grouping,
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

impl Subcorpora {
    /// Returns the groups of all forms of a vocabulary; `None` where each counts by itself.
    fn groups(
        &mut self,
        grouping: Grouping,
        regional: &Arc<RegionalWording>,
        vocabulary: &Vocabulary,
    ) -> Option<Rc<Variants>> {
        self.groups.retain(|(_, made)| made.is_by(regional));
        let at = match self.groups.iter().position(|(made, _)| *made == grouping) {
            Some(at) => at,
            None => {
                self.groups.push((grouping, Rc::new(Variants::new(grouping, regional)?)));
                self.groups.len() - 1
            }
        };
        let (_, groups) = self.groups.get_mut(at)?;
        Rc::make_mut(groups).update(vocabulary);
        Some(Rc::clone(groups))
    }
}

/// What a question says of the forms that count as one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Folding {
    /// True to count writings of one word as one, false to tell them apart; `None` to do so where there are two scripts.
    pub(super) variants: Option<bool>,
    /// True to count the words of several regions for one thing as one, too.
    pub(super) regional: bool,
}

impl Engine {
    /// Decides which forms count as one word in some scopes. Unless the question says so, it is those of one word in two
    /// scripts, if the stories are in both, or `asked`, what is searched or compared, is in the other one than they.
    ///
    /// # Errors
    /// Those of [`Engine::within`].
    pub(super) fn grouping(
        &self,
        units: Units,
        scopes: &[&Scope],
        asked: &str,
        folding: Folding,
    ) -> Result<Grouping, EngineError> {
        if folding.regional {
            return Ok(Grouping::Regional);
        }
        let both = match folding.variants {
            Some(fold) => fold,
            None => {
                let mut scripts = script(asked).into_iter().collect::<Vec<Script>>();
                for scope in scopes {
                    let stories = self.within(units, scope)?;
                    scripts.extend(stories.iter().filter_map(|(document, _)| document.script));
                }
                scripts.windows(2).any(|two| two[0] != two[1])
            }
        };
        Ok(if both { Grouping::Variants } else { Grouping::None })
    }

    /// Returns the words of a scope.
    ///
    /// # Errors
    /// [`EngineError::EmptyScope`] if there is none, and the errors of [`Engine::within`].
    pub(super) fn counted(
        &self,
        units: Units,
        scope: &Scope,
        grouping: Grouping,
    ) -> Result<Rc<Counted>, EngineError> {
        let stories = self.within(units, scope)?;
        let revision = self.corpus.revision();
        let key = ScopeKey { scope: scope.clone(), units, grouping, revision };
        let mut subcorpora = self.subcorpora.borrow_mut();
        subcorpora.made.retain(|(other, _)| other.revision == revision);
        if let Some(at) = subcorpora.made.iter().position(|(other, _)| *other == key) {
            let found = subcorpora.made.remove(at);
            let counted = Rc::clone(&found.1);
            subcorpora.made.push(found);
            return Ok(counted);
        }
        let variants = subcorpora.groups(grouping, self.segmenters.regional(), self.corpus.vocabulary());
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
