//! The account of what was counted: one sentence for each kind of question, and its settings.

use crate::corpus::Scope;
use crate::engine::{
    CollocatesQuestion, ConcordanceQuestion, ContextUnit, EntitiesQuestion, KeynessQuestion, KeywordMethod,
    KeywordsQuestion, MeasuresQuestion, NgramsQuestion, PhrasesQuestion, Question, ReferenceCorpus,
    StopWords, TermsQuestion, WordFilter, WordListQuestion,
};
use crate::ui::i18n::{Argument, Catalog, MessageKey, key};
use crate::ui::state::Held;
use crate::ui::{labels, scopes};
use crate::view::{Collocates, Concordance, Keyness, Keywords, Phrases, StoryRow, WordList};

/// The sentences about a question and its answer.
pub(super) struct Account<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) stories: &'a [StoryRow],
    /// The settings that differ from their defaults, each in a few words.
    pub(super) settings: Vec<String>,
}

impl Account<'_> {
    /// Describes what was counted, with its counts and formulas, and collects the settings; `None` for a question
    /// that counts nothing.
    pub(super) fn matter(&mut self, question: &Question, answer: &Held) -> Option<String> {
        match (question, answer) {
            (Question::WordList(question), Held::WordList(list)) => Some(self.word_list(question, list)),
            (Question::Keyness(question), Held::Keyness(table)) => Some(self.keyness(question, table)),
            (Question::Concordance(question), Held::Concordance(found)) => {
                Some(self.concordance(question, found))
            }
            (Question::Collocates(question), Held::Collocates(found)) => {
                Some(self.collocates(question, found))
            }
            (Question::Ngrams(question), Held::Ngrams(found)) => Some(self.ngrams(question, found)),
            (Question::Phrases(question), Held::Phrases(found)) => Some(self.phrases(question, found)),
            (Question::Keywords(question), Held::Keywords(found)) => Some(self.keywords(question, found)),
            (Question::Measures(MeasuresQuestion { scope, fold_variants }), Held::Measures(rows)) => {
                self.fold(*fold_variants, false);
                let stories = u32::try_from(rows.len()).unwrap_or(u32::MAX);
                let arguments = vec![("scope", self.place(scope).into()), ("stories", stories.into())];
                Some(self.say(key!("methods-measures"), arguments))
            }
            (Question::Terms(TermsQuestion { scope, .. }), Held::Terms(terms)) => {
                let arguments = vec![("scope", self.place(scope).into()), ("types", terms.types.into())];
                Some(self.say(key!("methods-terms"), arguments))
            }
            (Question::Entities(EntitiesQuestion { scope, .. }), Held::Entities(names)) => {
                let arguments = vec![("scope", self.place(scope).into()), ("types", names.total.into())];
                Some(self.say(key!("methods-names"), arguments))
            }
            _ => None,
        }
    }

    fn word_list(&mut self, question: &WordListQuestion, list: &WordList) -> String {
        self.minimum(question.min_frequency, 1);
        self.stop_words(&question.stop_words);
        self.fold(list.folded, question.fold_regional);
        self.filter(&question.filter);
        self.say(
            key!("methods-word-list"),
            vec![
                ("scope", self.place(&question.scope).into()),
                ("stories", list.stories.into()),
                ("tokens", list.tokens.into()),
                ("types", list.types.into()),
            ],
        )
    }

    fn keyness(&mut self, question: &KeynessQuestion, table: &Keyness) -> String {
        self.minimum(question.min_frequency, 1);
        self.fold(table.folded, question.fold_regional);
        let reference = match &question.reference {
            ReferenceCorpus::Scope(scope) => self.place(scope),
            ReferenceCorpus::Table(_) => self.catalog.text(key!("scope-list")).to_string(),
        };
        self.say(
            key!("methods-keyness"),
            vec![
                ("target", self.place(&question.target).into()),
                ("a", table.target_tokens.into()),
                ("reference", reference.into()),
                ("b", table.reference_tokens.into()),
                ("types", table.types.into()),
                ("measure", labels::measure(question.measure, self.catalog).to_string().into()),
            ],
        )
    }

    fn concordance(&mut self, question: &ConcordanceQuestion, found: &Concordance) -> String {
        self.fold(found.folded, question.fold_regional);
        let unit = match question.unit {
            ContextUnit::Character => key!("methods-context-characters"),
            ContextUnit::Word => key!("methods-context-words"),
        };
        self.add(unit, vec![("n", question.context().into())]);
        if question.entity.is_some() {
            self.add(key!("methods-name-forms"), Vec::new());
        }
        self.say(
            key!("methods-concordance"),
            vec![
                ("node", question.node.as_str().into()),
                ("scope", self.place(&question.scope).into()),
                ("n", found.total.into()),
                ("stories", found.stories.into()),
            ],
        )
    }

    fn collocates(&mut self, question: &CollocatesQuestion, found: &Collocates) -> String {
        self.minimum(question.min_frequency, 1);
        self.fold(found.folded, question.fold_regional);
        self.say(
            key!("methods-collocates"),
            vec![
                ("node", question.node.as_str().into()),
                ("scope", self.place(&question.scope).into()),
                ("n", found.node.into()),
                ("tokens", found.tokens.into()),
                ("left", question.left.into()),
                ("right", question.right.into()),
            ],
        )
    }

    fn ngrams(&mut self, question: &NgramsQuestion, found: &Phrases) -> String {
        self.minimum(question.min_frequency, 1);
        self.fold(found.folded, question.fold_regional);
        if !question.node.is_empty() {
            let node = [("text", question.node.as_str().into())];
            self.settings.push(self.catalog.with(key!("methods-node"), node).to_string());
        }
        self.say(
            key!("methods-ngrams"),
            vec![
                ("scope", self.place(&question.scope).into()),
                ("tokens", found.tokens.into()),
                ("min", question.min.into()),
                ("max", question.max().into()),
                ("total", found.total.into()),
            ],
        )
    }

    fn phrases(&mut self, question: &PhrasesQuestion, found: &Phrases) -> String {
        self.minimum(question.min_frequency, 1);
        self.fold(found.folded, question.fold_regional);
        self.say(
            key!("methods-phrases"),
            vec![
                ("scope", self.place(&question.scope).into()),
                ("tokens", found.tokens.into()),
                ("min", question.min_words.into()),
                ("total", found.total.into()),
            ],
        )
    }

    fn keywords(&self, question: &KeywordsQuestion, found: &Keywords) -> String {
        let key = match question.method {
            KeywordMethod::TfIdf => key!("methods-tfidf"),
            KeywordMethod::TextRank => key!("methods-textrank"),
        };
        let story = self.place(&Scope::story(&question.id));
        self.say(key, vec![("story", story.into()), ("stories", found.stories.into())])
    }

    fn say(&self, key: MessageKey, arguments: Vec<Argument>) -> String {
        self.catalog.with(key, arguments).to_string()
    }

    fn place(&self, scope: &Scope) -> String {
        scopes::name(scope, self.stories, self.catalog)
    }

    fn add(&mut self, key: MessageKey, arguments: Vec<Argument>) {
        self.settings.push(self.say(key, arguments));
    }

    fn minimum(&mut self, minimum: u32, default: u32) {
        if minimum > default {
            self.add(key!("methods-minimum"), vec![("n", minimum.into())]);
        }
    }

    fn fold(&mut self, fold: bool, regional: bool) {
        if fold {
            self.add(key!("methods-fold"), Vec::new());
        }
        if regional {
            self.add(key!("methods-fold-regional"), Vec::new());
        }
    }

    fn stop_words(&mut self, stop_words: &StopWords) {
        match stop_words {
            StopWords::Keep => {}
            StopWords::LeaveOut => self.add(key!("methods-stop-ours"), Vec::new()),
            StopWords::LeaveOutThese(words) => {
                let count = u32::try_from(words.len()).unwrap_or(u32::MAX);
                self.add(key!("methods-stop-own"), vec![("n", count.into())]);
            }
        }
    }

    fn filter(&mut self, filter: &WordFilter) {
        for (key, text) in [(key!("methods-pattern"), &filter.pattern), (key!("methods-tag"), &filter.tag)] {
            if !text.is_empty() {
                self.add(key, vec![("text", text.as_str().into())]);
            }
        }
        if filter.min_length.is_some() || filter.max_length.is_some() {
            let bound = |bound: Option<u32>| bound.map_or_else(|| "…".to_owned(), |bound| bound.to_string());
            let (least, most) = (bound(filter.min_length), bound(filter.max_length));
            self.add(key!("methods-length"), vec![("least", least.into()), ("most", most.into())]);
        }
    }
}
