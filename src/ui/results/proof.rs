//! The origin of a number: its formula, the formula with its own numbers, and the occurrences counted.

use crate::ui::i18n::{Catalog, key};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::view::chart::StoryBar;

/// The proof of one number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proof {
    /// The subject of the number.
    pub word: String,
    /// The number itself first, then those it is computed from.
    pub steps: Vec<Step>,
    /// The meaning of the letters, and the source of the formula.
    pub note: String,
    /// The occurrences counted.
    pub places: Vec<Places>,
    /// Links to other views that show the number's origin.
    pub links: Vec<ProofLink>,
    /// The distribution of the word over the stories, if the number measures that.
    pub spread: Option<Spread>,
}

/// A link to another view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofLink {
    /// The text of the link.
    pub name: String,
    /// The target of the link.
    pub route: Route,
}

/// The distribution of a word over stories.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// One bar for each story.
    pub stories: Vec<StoryBar>,
    /// The word's rate per 10,000 words in all the stories together.
    pub overall: f64,
}

/// A number with its formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The name of the number.
    pub name: String,
    /// The formula in letters.
    pub formula: String,
    /// The formula in numbers, up to the result.
    pub filled: String,
}

/// Occurrences in the stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Their name, if a proof has several kinds.
    pub name: String,
    /// Their concordance.
    pub route: ConcordanceRoute,
}

impl Step {
    /// Creates a step from its three parts.
    pub fn new(name: impl Into<String>, formula: impl Into<String>, filled: impl Into<String>) -> Self {
        Self { name: name.into(), formula: formula.into(), filled: filled.into() }
    }
}

impl Proof {
    /// Writes the proof as a footnote. `basis` says what was counted.
    pub fn footnote(&self, basis: &str, catalog: &Catalog) -> String {
        let steps: Vec<String> = self
            .steps
            .iter()
            .map(|step| {
                let formula = if step.formula.is_empty() {
                    String::new()
                } else {
                    catalog
                        .with(key!("proof-formula"), [("formula", step.formula.as_str().into())])
                        .to_string()
                };
                catalog
                    .with(
                        key!("proof-step"),
                        [
                            ("name", step.name.as_str().into()),
                            ("formula", formula.into()),
                            ("filled", step.filled.as_str().into()),
                        ],
                    )
                    .to_string()
            })
            .collect();
        catalog
            .with(
                key!("proof-footnote"),
                [
                    ("word", self.word.as_str().into()),
                    ("steps", steps.join(&catalog.text(key!("proof-between"))).into()),
                    ("note", self.note.as_str().into()),
                    ("basis", basis.into()),
                    ("version", crate::VERSION.into()),
                ],
            )
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::i18n::Language;

    #[test]
    fn a_footnote_says_the_number_its_formula_and_what_was_counted() {
        let proof = Proof {
            word: "中俄".into(),
            steps: vec![Step::new("每萬詞", "f ÷ N × 10,000", "3 ÷ 2,400 × 10,000 = 12.5")],
            note: "f 是詞次，N 是總詞次。".into(),
            ..Proof::default()
        };
        for language in Language::ALL {
            let note = proof.footnote("全部文章", &Catalog::new(language));
            for part in ["中俄", "f ÷ N × 10,000", "3 ÷ 2,400 × 10,000 = 12.5", "全部文章", crate::VERSION]
            {
                assert!(note.contains(part), "{note}");
            }
            assert!(!note.contains("{$") && !note.contains('\n'), "{note}");
        }
    }
}
