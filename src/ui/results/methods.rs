//! A paragraph for a paper on how a table was made: versions, scope, counts, settings, formulas.

mod account;

use self::account::Account;
use crate::corpus::{Mode, Terms};
use crate::engine::{LexiconInfo, Query};
use crate::ui::i18n::{Argument, Catalog, MessageKey, key};
use crate::ui::labels;
use crate::ui::state::Held;
use crate::view::StoryRow;

/// The context of a paragraph, in addition to the question and its answer.
#[derive(Clone, Copy, Debug)]
pub struct MethodContext<'a> {
    /// The version of the app.
    pub version: &'a str,
    /// The build of the app.
    pub build: &'a str,
    /// The lexicon, once loaded.
    pub lexicon: Option<&'a LexiconInfo>,
    /// The checksum of jieba's dictionary, which fast mode segments with.
    pub dictionary_sha256: &'a str,
    /// The stories loaded.
    pub stories: &'a [StoryRow],
}

/// Writes the paragraph; `None` for a view that counts nothing.
pub fn paragraph(query: &Query, answer: &Held, setting: MethodContext, catalog: &Catalog) -> Option<String> {
    let mut account = Account { catalog, stories: setting.stories, settings: Vec::new() };
    let what = account.matter(&query.question, answer)?;
    let mut sentences = vec![made(query, setting, catalog), what];
    if !account.settings.is_empty() {
        let list = account.settings.join(&catalog.text(key!("methods-between")));
        sentences.push(catalog.with(key!("methods-settings"), [("settings", list.into())]).to_string());
    }
    sentences.push(catalog.text(key!("methods-words")).to_string());
    Some(sentences.join(&catalog.text(key!("methods-space"))))
}

/// Describes the program and its segmentation.
fn made(query: &Query, setting: MethodContext, catalog: &Catalog) -> String {
    let (mode, _) = labels::mode(query.units.mode);
    let terms = match query.units.terms {
        Terms::Fine => key!("terms-fine"),
        Terms::Coarse => key!("terms-coarse"),
    };
    let mut text = say(
        catalog,
        key!("methods-made"),
        vec![
            ("version", setting.version.into()),
            ("build", setting.build.into()),
            ("mode", catalog.text(mode).to_string().into()),
            ("terms", catalog.text(terms).to_string().into()),
        ],
    );
    let lists = match (query.units.mode, setting.lexicon) {
        (Mode::Accurate, Some(lexicon)) => {
            let sha256 = lexicon.sha256.as_str().into();
            Some(say(
                catalog,
                key!("methods-model"),
                vec![("entries", lexicon.entries.into()), ("sha256", sha256)],
            ))
        }
        (Mode::Fast, _) => {
            Some(say(catalog, key!("methods-dictionary"), vec![("sha256", setting.dictionary_sha256.into())]))
        }
        (Mode::Accurate, None) | (Mode::Character, _) => None,
    };
    if let Some(lists) = lists {
        text += &catalog.text(key!("methods-space"));
        text += &lists;
    }
    text
}

fn say(catalog: &Catalog, key: MessageKey, arguments: Vec<Argument>) -> String {
    catalog.with(key, arguments).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Units;
    use crate::engine::{
        Ask, CollocatesQuestion, KeynessQuestion, ReferenceCorpus, StopWords, WordListQuestion,
    };
    use crate::ui::i18n::Language;
    use crate::ui::shared::Shared;
    use crate::view::{Collocates, Keyness, KeynessMeasure, WordList};

    fn paragraphs(query: &Query, answer: &Held) -> Vec<String> {
        let lexicon = LexiconInfo { entries: 12_345, sha256: "abcdef".into() };
        let setting = MethodContext {
            version: "0.1.0",
            build: "b1",
            lexicon: Some(&lexicon),
            dictionary_sha256: "fedcba",
            stories: &[],
        };
        Language::ALL
            .into_iter()
            .map(|language| paragraph(query, answer, setting, &Catalog::new(language)).unwrap())
            .collect()
    }

    fn word_list(folded: bool) -> Held {
        let sizes = Vec::new();
        Held::WordList(Shared::new(WordList {
            rows: Vec::new(),
            tokens: 9_894,
            types: 3_001,
            stories: 26,
            sizes,
            folded,
        }))
    }

    #[test]
    fn a_paragraph_names_versions_model_scope_counts_and_settings() {
        let question =
            WordListQuestion { min_frequency: 3, stop_words: StopWords::LeaveOut, ..Default::default() };
        for text in paragraphs(&question.into(), &word_list(false)) {
            for part in ["0.1.0", "b1", "12,345", "abcdef", "9,894", "3,001", "26", "3", "Gries"] {
                assert!(text.contains(part), "{part}: {text}");
            }
            assert!(!text.contains("{$") && !text.contains("methods-") && !text.contains('_'), "{text}");
        }
    }

    #[test]
    fn what_is_as_by_default_is_not_said() {
        let plain = paragraphs(&WordListQuestion::default().into(), &word_list(false));
        let folded = WordListQuestion { fold_variants: Some(true), ..Default::default() };
        let folded = paragraphs(&folded.into(), &word_list(true));
        assert!(plain.iter().zip(&folded).all(|(plain, folded)| plain.len() < folded.len()));
    }

    #[test]
    fn the_model_and_the_dictionary_are_named_only_where_they_found_the_words() {
        for (mode, model, dictionary) in
            [(Mode::Accurate, true, false), (Mode::Fast, false, true), (Mode::Character, false, false)]
        {
            let units = Units { mode, ..Units::default() };
            let query = WordListQuestion::default().over(units);
            for text in paragraphs(&query.clone().into(), &word_list(false)) {
                assert_eq!((text.contains("abcdef"), text.contains("fedcba")), (model, dictionary), "{text}");
            }
        }
    }

    #[test]
    fn both_sides_of_a_keyness_are_counted() {
        let reference = ReferenceCorpus::Table("詞\t5".into());
        let question = KeynessQuestion { reference, measure: KeynessMeasure::Chi2, ..Default::default() };
        let table = Keyness {
            rows: Vec::new(),
            measure: question.measure,
            target_tokens: 549,
            reference_tokens: 9_345,
            types: 77,
            folded: false,
        };
        for text in paragraphs(&question.into(), &Held::Keyness(Shared::new(table))) {
            assert!(
                ["549", "9,345", "77", "χ²", "Benjamini"].iter().all(|part| text.contains(part)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_span_is_part_of_the_method() {
        let question = CollocatesQuestion { node: "合作".into(), left: 4, right: 6, ..Default::default() };
        let found = Collocates {
            rows: Vec::new(),
            types: 0,
            node: 31,
            tokens: 9_894,
            left: 4,
            right: 6,
            node_pairs: 0,
            pairs: 0,
            folded: false,
        };
        for text in paragraphs(&question.into(), &Held::Collocates(Shared::new(found))) {
            assert!(["合作", "31", "4", "6", "Rychlý"].iter().all(|part| text.contains(part)), "{text}");
        }
    }
}
