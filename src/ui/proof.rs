//! Where a number comes from: its formula, the formula with its own numbers, and the places it was counted at.

use super::i18n::Catalog;
use super::routes::{ConcordanceRoute, Route};
use crate::view::chart::StoryBar;

/// The proof of one number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proof {
    /// What the number is about.
    pub word: String,
    /// The number first, then those it is made of.
    pub steps: Vec<Step>,
    /// What the letters stand for, and who says so.
    pub note: String,
    /// The places it was counted at.
    pub places: Vec<Places>,
    /// Where else the number can be seen to come from.
    pub links: Vec<Link>,
    /// How the word is spread over the stories, where the number is about that.
    pub spread: Option<Spread>,
}

/// A way to another view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub name: String,
    /// Where it leads.
    pub route: Route,
}

/// How a word is spread over stories.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// What each story has of it.
    pub stories: Vec<StoryBar>,
    /// Its rate per 10,000 words in all of them together.
    pub overall: f64,
}

/// A number with its formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What the number is called.
    pub name: String,
    /// The formula in letters.
    pub formula: String,
    /// The formula in numbers, up to the result.
    pub filled: String,
}

/// Places in the stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// What they are called, where there are several.
    pub name: String,
    /// Their concordance.
    pub route: ConcordanceRoute,
}

impl Step {
    /// A step from its three parts.
    pub fn new(name: impl Into<String>, formula: impl Into<String>, filled: impl Into<String>) -> Self {
        Self { name: name.into(), formula: formula.into(), filled: filled.into() }
    }
}

impl Proof {
    /// The proof as a footnote. `basis` says what was counted.
    pub fn footnote(&self, basis: &str, catalog: &Catalog) -> String {
        let steps: Vec<String> = self
            .steps
            .iter()
            .map(|step| {
                let formula = if step.formula.is_empty() {
                    String::new()
                } else {
                    catalog.with("proof-formula", [("formula", step.formula.as_str().into())]).to_string()
                };
                catalog
                    .with(
                        "proof-step",
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
                "proof-footnote",
                [
                    ("word", self.word.as_str().into()),
                    ("steps", steps.join(&catalog.text("proof-between")).into()),
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
