//! Addresses: everything the page shows, written after the `#`. Pure; knows no browser.

mod address;
mod counts;
mod keywords;
mod marks;
mod nodes;
mod parts;
mod reuse;
mod scope;
mod several;
#[cfg(test)]
mod tests;

pub use counts::{MeasuresRoute, PhrasesRoute, StopChoice, TermsRoute, WordsRoute};
pub use keywords::{KeynessRoute, KeywordsRoute, MEASURES, Sign, measure_name};
pub use marks::{MarkKind, Marks};
pub use nodes::{CollocatesRoute, ConcordanceRoute, sort_key, sort_name};
pub use parts::{CompareRoute, DictionaryRoute, Order, PairLayout, ReadRoute, SegmentersRoute, TextRoute};
pub use reuse::{DotsRoute, SimilarityRoute, SourcesRoute};
pub use scope::Reference;
pub use several::{ReportRoute, WitnessesLayout, WitnessesRoute};

use address::{Address, AddressWriter};

use crate::corpus::Units;
use crate::ui::i18n::{MessageKey, key};

/// One state of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// No address: the page chooses a first view.
    Home,
    /// 報頁: the pages that are loaded.
    Papers,
    /// 閱讀: one story.
    Read(ReadRoute),
    /// 比對: two stories side by side.
    Compare(CompareRoute),
    /// 多篇對照: several stories on one event.
    Witnesses(WitnessesRoute),
    /// 編輯報告: each paper's treatment of one event.
    Report(ReportRoute),
    /// 相似度: all stories of a scope compared with each other.
    Similarity(SimilarityRoute),
    /// 點陣圖: every run that two stories share.
    Dots(DotsRoute),
    /// 來源: other occurrences of the sentences of a story.
    Sources(SourcesRoute),
    /// 詞頻: the words of a scope.
    Words(WordsRoute),
    /// 關鍵性: the words that distinguish one scope from another.
    Keyness(KeynessRoute),
    /// 索引: every occurrence of a word.
    Concordance(ConcordanceRoute),
    /// 搭配詞: the words near a node.
    Collocates(CollocatesRoute),
    /// 片語: sequences of words.
    Phrases(PhrasesRoute),
    /// 詞組: the terms that words are joined into.
    Terms(TermsRoute),
    /// 篇章數據: the measures of each story.
    Measures(MeasuresRoute),
    /// 單篇關鍵詞: the keywords of one story.
    Keywords(KeywordsRoute),
    /// 斷詞對照: one text as two segmenters split it.
    Segmenters(SegmentersRoute),
    /// 自訂詞典: the reader's entries about words.
    Dictionary(DictionaryRoute),
    /// 自備文本: the reader's own texts, and the ways to add some.
    Texts,
    /// One of the reader's texts, before and after its division into stories.
    Text(TextRoute),
    /// 說明: the app and its methods.
    About,
    /// An unknown address, kept to be shown on the screen.
    Unknown(String),
}

/// Implements conversions from the addresses of views whose fields are shared with other views.
macro_rules! routes_of {
    ($($kind:ident($fields:ty)),+ $(,)?) => {
        $(impl From<$fields> for Route {
            fn from(fields: $fields) -> Self {
                Self::$kind(fields)
            }
        })+
    };
}

routes_of!(
    Witnesses(WitnessesRoute),
    Report(ReportRoute),
    Similarity(SimilarityRoute),
    Dots(DotsRoute),
    Sources(SourcesRoute),
    Words(WordsRoute),
    Keyness(KeynessRoute),
    Concordance(ConcordanceRoute),
    Collocates(CollocatesRoute),
    Phrases(PhrasesRoute),
    Terms(TermsRoute),
    Measures(MeasuresRoute),
);

/// The views of the navigation, numbered from 1 in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is explained at the route of its name")]
pub enum View {
    Papers,
    Read,
    Compare,
    Words,
    Keyness,
    Concordance,
    Dictionary,
    Texts,
    About,
}

impl View {
    /// All views, in the order of the navigation.
    pub const ALL: [Self; 9] = [
        Self::Papers,
        Self::Read,
        Self::Compare,
        Self::Words,
        Self::Keyness,
        Self::Concordance,
        Self::Dictionary,
        Self::Texts,
        Self::About,
    ];

    /// Returns the message that names the view.
    pub fn key(self) -> MessageKey {
        match self {
            Self::Papers => key!("view-papers"),
            Self::Read => key!("view-read"),
            Self::Compare => key!("view-compare"),
            Self::Words => key!("view-words"),
            Self::Keyness => key!("view-keyness"),
            Self::Concordance => key!("view-concordance"),
            Self::Dictionary => key!("view-dictionary"),
            Self::Texts => key!("view-texts"),
            Self::About => key!("view-about"),
        }
    }
}

impl Route {
    /// Parses an address, with or without its `#`. Unknown parameters are ignored, so that a link made by a
    /// later version still opens.
    pub fn parse(hash: &str) -> Self {
        let address = Address::parse(hash);
        let path: Vec<&str> = address.path.iter().map(String::as_str).collect();
        match path[..] {
            [] => Self::Home,
            ["pages"] => Self::Papers,
            ["about"] => Self::About,
            ["texts"] => Self::Texts,
            ["texts", id] => Self::Text(TextRoute { id: (*id).to_owned(), line: address.count("line") }),
            ["dictionary"] => Self::Dictionary(DictionaryRoute::parse(&address)),
            ["read"] => Self::Read(ReadRoute::parse(&address, "")),
            ["read", id] => Self::Read(ReadRoute::parse(&address, id)),
            ["compare"] => Self::Compare(CompareRoute::parse(&address, "", "")),
            ["compare", a] => Self::Compare(CompareRoute::parse(&address, a, "")),
            ["compare", a, b] => Self::Compare(CompareRoute::parse(&address, a, b)),
            ["witnesses", ref ids @ ..] => Self::Witnesses(WitnessesRoute::parse(&address, ids)),
            ["report", ref ids @ ..] => Self::Report(ReportRoute::parse(&address, ids)),
            ["similarity"] => Self::Similarity(SimilarityRoute::parse(&address)),
            ["dots"] => Self::Dots(DotsRoute::parse(&address, "", "")),
            ["dots", a] => Self::Dots(DotsRoute::parse(&address, a, "")),
            ["dots", a, b] => Self::Dots(DotsRoute::parse(&address, a, b)),
            ["sources"] => Self::Sources(SourcesRoute::parse(&address, "")),
            ["sources", id] => Self::Sources(SourcesRoute::parse(&address, id)),
            ["segmenters"] => Self::Segmenters(SegmentersRoute::parse(&address, "")),
            ["segmenters", id] => Self::Segmenters(SegmentersRoute::parse(&address, id)),
            ["words"] => Self::Words(WordsRoute::parse(&address)),
            ["phrases"] => Self::Phrases(PhrasesRoute::parse(&address)),
            ["terms"] => Self::Terms(TermsRoute::parse(&address)),
            ["measures"] => Self::Measures(MeasuresRoute::parse(&address)),
            ["keyness"] => Self::Keyness(KeynessRoute::parse(&address)),
            ["keywords"] => Self::Keywords(KeywordsRoute::parse(&address, "")),
            ["keywords", id] => Self::Keywords(KeywordsRoute::parse(&address, id)),
            ["concordance"] => Self::Concordance(ConcordanceRoute::parse(&address)),
            ["collocates"] => Self::Collocates(CollocatesRoute::parse(&address)),
            _ => Self::Unknown(hash.trim_start_matches('#').to_owned()),
        }
    }

    /// Writes the address, from its `#`. Parameters at their default are left out.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Papers => AddressWriter::at(&["pages"]).finish(),
            Self::About => AddressWriter::at(&["about"]).finish(),
            Self::Texts => AddressWriter::at(&["texts"]).finish(),
            Self::Text(route) => AddressWriter::at(&["texts", &route.id]).number("line", route.line).finish(),
            Self::Dictionary(route) => route.href(),
            Self::Unknown(address) => format!("#{address}"),
            Self::Read(route) => route.href(),
            Self::Compare(route) => route.href(),
            Self::Segmenters(route) => route.href(),
            Self::Witnesses(route) => route.href(),
            Self::Report(route) => route.href(),
            Self::Similarity(route) => route.href(),
            Self::Dots(route) => route.href(),
            Self::Sources(route) => route.href(),
            Self::Words(route) => route.href(),
            Self::Phrases(route) => route.href(),
            Self::Terms(route) => route.href(),
            Self::Measures(route) => route.href(),
            Self::Keyness(route) => route.href(),
            Self::Keywords(route) => route.href(),
            Self::Concordance(route) => route.href(),
            Self::Collocates(route) => route.href(),
        }
    }

    /// Returns how the texts of this view are segmented; the default for a view without that choice.
    pub fn units(&self) -> Units {
        match self {
            Self::Read(route) => route.units,
            Self::Compare(route) => route.units,
            Self::Witnesses(route) => route.units,
            Self::Report(route) => route.units,
            Self::Words(route) => route.units,
            Self::Keyness(route) => route.units,
            Self::Concordance(route) => route.units,
            Self::Collocates(route) => route.units,
            Self::Phrases(route) => route.units,
            Self::Terms(route) => route.units,
            Self::Measures(route) => route.units,
            Self::Keywords(route) => route.units,
            _ => Units::default(),
        }
    }

    /// Returns the same view with texts segmented so; unchanged for a view without that choice.
    #[must_use]
    pub fn over(mut self, units: Units) -> Self {
        match &mut self {
            Self::Read(route) => route.units = units,
            Self::Compare(route) => route.units = units,
            Self::Witnesses(route) => route.units = units,
            Self::Report(route) => route.units = units,
            Self::Words(route) => route.units = units,
            Self::Keyness(route) => route.units = units,
            Self::Concordance(route) => route.units = units,
            Self::Collocates(route) => route.units = units,
            Self::Phrases(route) => route.units = units,
            Self::Terms(route) => route.units = units,
            Self::Measures(route) => route.units = units,
            Self::Keywords(route) => route.units = units,
            _ => {}
        }
        self
    }

    /// Returns the view of the navigation that this route belongs to.
    pub fn view(&self) -> Option<View> {
        match self {
            Self::Papers => Some(View::Papers),
            Self::Read(_) | Self::Segmenters(_) => Some(View::Read),
            Self::Home
            | Self::Compare(_)
            | Self::Witnesses(_)
            | Self::Report(_)
            | Self::Similarity(_)
            | Self::Dots(_)
            | Self::Sources(_) => Some(View::Compare),
            Self::Words(_) | Self::Phrases(_) | Self::Terms(_) | Self::Measures(_) => Some(View::Words),
            Self::Keyness(_) | Self::Keywords(_) => Some(View::Keyness),
            Self::Concordance(_) | Self::Collocates(_) => Some(View::Concordance),
            Self::Dictionary(_) => Some(View::Dictionary),
            Self::Texts | Self::Text(_) => Some(View::Texts),
            Self::About => Some(View::About),
            Self::Unknown(_) => None,
        }
    }
}
