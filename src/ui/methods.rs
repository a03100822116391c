//! A paragraph for a paper on how a table was made: versions, scope, counts, settings, formulas.

use super::i18n::{Argument, Catalog};
use super::state::Held;
use super::{labels, scopes};
use crate::corpus::{Mode, Scope, Terms};
use crate::engine::{
    ContextUnit, KeywordMethod, LexiconInfo, MeasuresQuestion, Query, Question, ReferenceCorpus, StopWords,
    TermsQuestion,
};
use crate::view::StoryRow;

/// The context of a paragraph, in addition to the question and its answer.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
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
pub fn paragraph(query: &Query, answer: &Held, setting: Setting, catalog: &Catalog) -> Option<String> {
    let (what, settings) = matter(query, answer, setting, catalog)?;
    let mut sentences = vec![made(query, setting, catalog), what];
    if !settings.is_empty() {
        let list = settings.join(&catalog.text("methods-between"));
        sentences.push(catalog.with("methods-settings", [("settings", list.into())]).to_string());
    }
    sentences.push(catalog.text("methods-words").to_string());
    Some(sentences.join(&catalog.text("methods-space")))
}

/// Describes the program and its segmentation.
fn made(query: &Query, setting: Setting, catalog: &Catalog) -> String {
    let (mode, _) = labels::mode(query.units.mode);
    let terms = match query.units.terms {
        Terms::Fine => "terms-fine",
        Terms::Coarse => "terms-coarse",
    };
    let mut text = say(
        catalog,
        "methods-made",
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
            Some(say(catalog, "methods-model", vec![("entries", lexicon.entries.into()), ("sha256", sha256)]))
        }
        (Mode::Fast, _) => {
            Some(say(catalog, "methods-dictionary", vec![("sha256", setting.dictionary_sha256.into())]))
        }
        (Mode::Accurate, None) | (Mode::Character, _) => None,
    };
    if let Some(lists) = lists {
        text += &catalog.text("methods-space");
        text += &lists;
    }
    text
}

fn say(catalog: &Catalog, key: &str, arguments: Vec<Argument>) -> String {
    catalog.with(key, arguments).to_string()
}

/// Describes what was counted, with its counts and formulas, and lists the settings.
fn matter(
    query: &Query,
    answer: &Held,
    setting: Setting,
    catalog: &Catalog,
) -> Option<(String, Vec<String>)> {
    let place = |scope: &Scope| -> String { scopes::name(scope, setting.stories, catalog) };
    let mut settings = Settings { catalog, list: Vec::new() };
    let what = match (&query.question, answer) {
        (Question::WordList(question), Held::WordList(list)) => {
            settings.minimum(question.min_frequency, 1);
            settings.stop_words(&question.stop_words);
            settings.fold(question.fold_variants);
            for (key, text) in
                [("methods-pattern", &question.filter.pattern), ("methods-tag", &question.filter.tag)]
            {
                if !text.is_empty() {
                    settings.add(key, vec![("text", text.as_str().into())]);
                }
            }
            if question.filter.min_length.is_some() || question.filter.max_length.is_some() {
                let bound =
                    |bound: Option<u32>| bound.map_or_else(|| "…".to_owned(), |bound| bound.to_string());
                let (least, most) = (bound(question.filter.min_length), bound(question.filter.max_length));
                settings.add("methods-length", vec![("least", least.into()), ("most", most.into())]);
            }
            say(
                catalog,
                "methods-word-list",
                vec![
                    ("scope", place(&question.scope).into()),
                    ("stories", list.stories.into()),
                    ("tokens", list.tokens.into()),
                    ("types", list.types.into()),
                ],
            )
        }
        (Question::Keyness(question), Held::Keyness(table)) => {
            settings.minimum(question.min_frequency, 1);
            settings.fold(question.fold_variants);
            let reference = match &question.reference {
                ReferenceCorpus::Scope(scope) => place(scope),
                ReferenceCorpus::Table(_) => catalog.text("scope-list").to_string(),
            };
            say(
                catalog,
                "methods-keyness",
                vec![
                    ("target", place(&question.target).into()),
                    ("a", table.target_tokens.into()),
                    ("reference", reference.into()),
                    ("b", table.reference_tokens.into()),
                    ("types", table.types.into()),
                    ("measure", labels::measure(question.measure, catalog).to_string().into()),
                ],
            )
        }
        (Question::Concordance(question), Held::Concordance(found)) => {
            settings.fold(question.fold_variants);
            let unit = match question.unit {
                ContextUnit::Character => "methods-context-characters",
                ContextUnit::Word => "methods-context-words",
            };
            settings.add(unit, vec![("n", question.context.into())]);
            say(
                catalog,
                "methods-concordance",
                vec![
                    ("node", question.node.as_str().into()),
                    ("scope", place(&question.scope).into()),
                    ("n", found.total.into()),
                    ("stories", found.stories.into()),
                ],
            )
        }
        (Question::Collocates(question), Held::Collocates(found)) => {
            settings.minimum(question.min_frequency, 1);
            settings.fold(question.fold_variants);
            say(
                catalog,
                "methods-collocates",
                vec![
                    ("node", question.node.as_str().into()),
                    ("scope", place(&question.scope).into()),
                    ("n", found.node.into()),
                    ("tokens", found.tokens.into()),
                    ("left", question.left.into()),
                    ("right", question.right.into()),
                ],
            )
        }
        (Question::Ngrams(question), Held::Ngrams(found)) => {
            settings.minimum(question.min_frequency, 1);
            settings.fold(question.fold_variants);
            say(
                catalog,
                "methods-ngrams",
                vec![
                    ("scope", place(&question.scope).into()),
                    ("tokens", found.tokens.into()),
                    ("min", question.min.into()),
                    ("max", question.max.into()),
                    ("total", found.total.into()),
                ],
            )
        }
        (Question::Phrases(question), Held::Phrases(found)) => {
            settings.minimum(question.min_frequency, 1);
            settings.fold(question.fold_variants);
            say(
                catalog,
                "methods-phrases",
                vec![
                    ("scope", place(&question.scope).into()),
                    ("tokens", found.tokens.into()),
                    ("min", question.min_words.into()),
                    ("total", found.total.into()),
                ],
            )
        }
        (Question::Keywords(question), Held::Keywords(found)) => {
            let key = match question.method {
                KeywordMethod::TfIdf => "methods-tfidf",
                KeywordMethod::TextRank => "methods-textrank",
            };
            let story = place(&scopes::story(&question.id));
            say(catalog, key, vec![("story", story.into()), ("stories", found.stories.into())])
        }
        (Question::Measures(MeasuresQuestion { scope, fold_variants }), Held::Measures(rows)) => {
            settings.fold(*fold_variants);
            let stories = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            say(
                catalog,
                "methods-measures",
                vec![("scope", place(scope).into()), ("stories", stories.into())],
            )
        }
        (Question::Terms(TermsQuestion { scope, .. }), Held::Terms(terms)) => {
            say(catalog, "methods-terms", vec![("scope", place(scope).into()), ("types", terms.types.into())])
        }
        _ => return None,
    };
    Some((what, settings.list))
}

/// The settings that differ from their defaults, each in a few words.
struct Settings<'a> {
    catalog: &'a Catalog,
    list: Vec<String>,
}

impl Settings<'_> {
    fn add(&mut self, key: &str, arguments: Vec<Argument>) {
        self.list.push(say(self.catalog, key, arguments));
    }

    fn minimum(&mut self, minimum: u32, default: u32) {
        if minimum > default {
            self.add("methods-minimum", vec![("n", minimum.into())]);
        }
    }

    fn fold(&mut self, fold: bool) {
        if fold {
            self.add("methods-fold", Vec::new());
        }
    }

    fn stop_words(&mut self, stop_words: &StopWords) {
        match stop_words {
            StopWords::Keep => {}
            StopWords::LeaveOut => self.add("methods-stop-ours", Vec::new()),
            StopWords::LeaveOutThese(words) => {
                let count = u32::try_from(words.len()).unwrap_or(u32::MAX);
                self.add("methods-stop-own", vec![("n", count.into())]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Units;
    use crate::engine::{Ask, CollocatesQuestion, KeynessQuestion, WordListQuestion};
    use crate::ui::i18n::Language;
    use crate::ui::shared::Shared;
    use crate::view::{Collocates, Keyness, KeynessMeasure, WordList};

    fn paragraphs(query: &Query, answer: &Held) -> Vec<String> {
        let lexicon = LexiconInfo { entries: 12_345, sha256: "abcdef".into() };
        let setting = Setting {
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

    fn word_list() -> Held {
        let sizes = Vec::new();
        Held::WordList(Shared::new(WordList {
            rows: Vec::new(),
            tokens: 9_894,
            types: 3_001,
            stories: 26,
            sizes,
        }))
    }

    #[test]
    fn a_paragraph_names_versions_model_scope_counts_and_settings() {
        let question =
            WordListQuestion { min_frequency: 3, stop_words: StopWords::LeaveOut, ..Default::default() };
        for text in paragraphs(&question.into(), &word_list()) {
            for part in ["0.1.0", "b1", "12,345", "abcdef", "9,894", "3,001", "26", "3", "Gries"] {
                assert!(text.contains(part), "{part}: {text}");
            }
            assert!(!text.contains("{$") && !text.contains("methods-") && !text.contains('_'), "{text}");
        }
    }

    #[test]
    fn what_is_as_by_default_is_not_said() {
        let plain = paragraphs(&WordListQuestion::default().into(), &word_list());
        let folded = WordListQuestion { fold_variants: true, ..Default::default() };
        let folded = paragraphs(&folded.into(), &word_list());
        assert!(plain.iter().zip(&folded).all(|(plain, folded)| plain.len() < folded.len()));
    }

    #[test]
    fn the_model_and_the_dictionary_are_named_only_where_they_found_the_words() {
        for (mode, model, dictionary) in
            [(Mode::Accurate, true, false), (Mode::Fast, false, true), (Mode::Character, false, false)]
        {
            let units = Units { mode, ..Units::default() };
            let query = WordListQuestion::default().over(units);
            for text in paragraphs(&query.clone().into(), &word_list()) {
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
        };
        for text in paragraphs(&question.into(), &Held::Collocates(Shared::new(found))) {
            assert!(["合作", "31", "4", "6", "Rychlý"].iter().all(|part| text.contains(part)), "{text}");
        }
    }
}
