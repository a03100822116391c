//! Addresses: everything the page shows, written after the `#`. Pure; knows no browser. The route of each view is
//! declared beside its page; the table of all of them is here.

pub(crate) mod address;
pub(crate) mod codec;
pub(crate) mod common;
pub(crate) mod own_texts;

mod cuts;
mod fold_choice;
mod marks;
mod order;
mod scope;
#[cfg(test)]
mod tests;
mod viewed;

pub use cuts::Cuts;
pub use fold_choice::FoldChoice;
pub use marks::{MarkKind, Marks, Shown};
pub use order::{Order, SortLevel};
pub use own_texts::{GivenLink, LinkOutcome, OwnTexts, TextLabel};
pub use scope::Reference;

pub use super::comparing::compare::route::{CompareRoute, PairLayout};
pub use super::comparing::dots::route::DotsRoute;
pub use super::comparing::facts::route::FactsRoute;
pub use super::comparing::report::route::ReportRoute;
pub use super::comparing::similarity::route::SimilarityRoute;
pub use super::comparing::sources::route::SourcesRoute;
pub use super::comparing::witnesses::route::{WitnessesLayout, WitnessesRoute};
pub use super::counting::collocates::route::CollocatesRoute;
pub use super::counting::concordance::route::ConcordanceRoute;
pub use super::counting::keyness::route::{KeynessRoute, Sign};
pub use super::counting::keywords::route::KeywordsRoute;
pub use super::counting::measures::route::MeasuresRoute;
pub use super::counting::names::route::NamesRoute;
pub use super::counting::phrases::route::PhrasesRoute;
pub use super::counting::terms::route::TermsRoute;
pub use super::counting::words::route::WordsRoute;
pub use super::counting::words::stop_choice::StopChoice;
pub use super::dictionary::regional::route::RegionalRoute;
pub use super::dictionary::route::DictionaryRoute;
pub use super::reading::read::route::ReadRoute;
pub use super::reading::segmenters::route::SegmentersRoute;
pub use super::texts::route::TextRoute;

pub(crate) use common::Known;
pub(crate) use own_texts::{with_language, with_texts};
pub(crate) use viewed::Viewed;

use address::Address;
use codec::Addressed;
use common::Common;

use crate::corpus::Units;
use crate::ui::i18n::{MessageKey, key};

/// Declares the table of views, in the order of their tabs: each with its route, the view of the navigation that it belongs
/// to, and the message that names it. From it come the variants of [`Route`] and all that is different for each of them.
macro_rules! views {
    ($($(#[$doc:meta])* $kind:ident($fields:ty): $view:ident, $title:expr;)+) => {
        /// One state of the page.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Route {
            /// No address: the first screen, where two texts are given.
            Home,
            /// 報頁: the pages that are loaded.
            Papers,
            /// 自備文本: the reader's own texts, and the ways to add some.
            Texts,
            /// 說明: the app and its methods.
            About,
            /// An unknown address, kept to be shown on the screen.
            Unknown(String),
            $($(#[$doc])* $kind($fields),)+
        }

        $(impl From<$fields> for Route {
            fn from(fields: $fields) -> Self {
                Self::$kind(fields)
            }
        })+

        impl Route {
            /// Returns what the view says of itself; `None` for a page whose address has no fields.
            pub(crate) fn viewed(&self) -> Option<&dyn Viewed> {
                match self {
                    $(Self::$kind(fields) => Some(fields),)+
                    _ => None,
                }
            }

            fn viewed_mut(&mut self) -> Option<&mut dyn Viewed> {
                match self {
                    $(Self::$kind(fields) => Some(fields),)+
                    _ => None,
                }
            }

            /// Returns the view of the navigation that this route belongs to.
            pub fn view(&self) -> Option<View> {
                match self {
                    Self::Papers => Some(View::Papers),
                    Self::Texts => Some(View::Texts),
                    Self::About => Some(View::About),
                    Self::Home | Self::Unknown(_) => None,
                    $(Self::$kind(_) => Some(View::$view),)+
                }
            }

            /// Returns the message that names the page, in its tab and in the title of the window.
            pub(crate) fn title(&self) -> MessageKey {
                match self {
                    $(Self::$kind(_) => $title,)+
                    Self::Home => key!("start-title"),
                    other => other.view().map_or(key!("page-unknown"), View::key),
                }
            }

            /// Reads the rest of the address of a view.
            fn read(view: &str, address: &mut Address) -> Option<Self> {
                None$(.or_else(|| <$fields>::read(view, address).map(Self::from)))+
            }

            /// Returns the views under the same name of the navigation, about the same stories, in the order of their
            /// tabs.
            pub(crate) fn beside(&self) -> Vec<Self> {
                let mut all = [$(Self::from(<$fields>::default())),+];
                let mut own = self.clone();
                let kept = own.common();
                all.iter_mut().for_each(|other| other.common().take(&kept));
                all.into_iter().filter(|other| other.view() == self.view()).collect()
            }
        }
    };
}

views! {
    /// 閱讀: one story.
    Read(ReadRoute): Read, key!("view-read");
    /// 斷詞對照: one text as two segmenters split it.
    Segmenters(SegmentersRoute): Read, key!("segmenters-title");
    /// 比對: two stories side by side.
    Compare(CompareRoute): Compare, key!("tab-compare");
    /// 多篇對照: several stories on one event.
    Witnesses(WitnessesRoute): Compare, key!("tab-witnesses");
    /// 事實對照: the facts of several stories.
    Facts(FactsRoute): Compare, key!("tab-facts");
    /// 編輯報告: each paper's treatment of one event.
    Report(ReportRoute): Compare, key!("tab-report");
    /// 點陣圖: every run that two stories share.
    Dots(DotsRoute): Compare, key!("tab-dots");
    /// 來源: other occurrences of the sentences of a story.
    Sources(SourcesRoute): Compare, key!("tab-sources");
    /// 相似度: all stories of a scope compared with each other.
    Similarity(SimilarityRoute): Compare, key!("tab-similarity");
    /// 詞頻: the words of a scope.
    Words(WordsRoute): Words, key!("tab-words");
    /// 片語: sequences of words.
    Phrases(PhrasesRoute): Words, key!("tab-phrases");
    /// 詞組: the terms that words are joined into.
    Terms(TermsRoute): Words, key!("tab-terms");
    /// 專名: the persons, places and organisations of a scope.
    Names(NamesRoute): Words, key!("tab-names");
    /// 篇章數據: the measures of each story.
    Measures(MeasuresRoute): Words, key!("tab-measures");
    /// 關鍵性: the words that distinguish one scope from another.
    Keyness(KeynessRoute): Keyness, key!("tab-keyness");
    /// 單篇關鍵詞: the keywords of one story.
    Keywords(KeywordsRoute): Keyness, key!("tab-keywords");
    /// 索引: every occurrence of a word.
    Concordance(ConcordanceRoute): Concordance, key!("tab-concordance");
    /// 搭配詞: the words near a node.
    Collocates(CollocatesRoute): Concordance, key!("tab-collocates");
    /// 自訂詞典: the reader's entries about words.
    Dictionary(DictionaryRoute): Dictionary, key!("view-dictionary");
    /// 各地用語: the table of words that differ by region.
    Regional(RegionalRoute): Dictionary, key!("tab-regional");
    /// One of the reader's texts, before and after its division into stories.
    Text(TextRoute): Texts, key!("view-texts");
}

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
        let mut address = Address::parse(hash);
        let route = match address.segment().as_deref() {
            None => Some(Self::Home),
            Some("pages") => Some(Self::Papers),
            Some("about") => Some(Self::About),
            Some("texts") if address.is_read() => Some(Self::Texts),
            Some(view) => Self::read(view, &mut address),
        };
        let unknown = || Self::Unknown(hash.trim_start_matches('#').to_owned());
        route.filter(|_| address.is_read()).unwrap_or_else(unknown)
    }

    /// Writes the address, from its `#`. Parameters at their default are left out; own texts are named by content.
    pub fn href(&self) -> String {
        own_texts::in_force().href(self)
    }

    /// Writes the address with ids as they are.
    fn plain_href(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Papers => "#/pages".to_owned(),
            Self::About => "#/about".to_owned(),
            Self::Texts => "#/texts".to_owned(),
            Self::Unknown(address) => format!("#{address}"),
            other => other.viewed().map(Addressed::href).unwrap_or_default(),
        }
    }

    /// Returns the fields that other views have too.
    pub(crate) fn common(&mut self) -> Common<'_> {
        self.viewed_mut().map(Addressed::common).unwrap_or_default()
    }

    /// Returns every place where the address names a story or a page.
    fn ids(&mut self) -> Vec<&mut String> {
        self.viewed_mut().map(Addressed::ids).unwrap_or_default()
    }

    /// Returns how the texts of this view are segmented; the default for a view without that choice.
    pub fn units(&self) -> Units {
        self.clone().common().units.map_or_else(Units::default, |units| *units)
    }

    /// Returns the same view with texts segmented so; unchanged for a view without that choice.
    #[must_use]
    pub fn over(mut self, units: Units) -> Self {
        if let Some(own) = self.common().units {
            *own = units;
        }
        self
    }

    /// Returns the route with the stories filled in that its address does not name: those last viewed, or the first pair
    /// on one event.
    pub(crate) fn settled(&self, known: &Known<'_>) -> Self {
        let mut route = self.clone();
        if let Some(viewed) = route.viewed_mut() {
            viewed.settle(known);
        }
        route
    }
}
