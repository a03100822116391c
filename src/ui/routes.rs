//! Addresses: everything the page shows, written after the `#`. Pure; knows no browser.

mod address;
mod marks;
mod parts;
mod scope;
#[cfg(test)]
mod tests;

pub use marks::{MarkKind, Marks};
pub use parts::{
    CompareRoute, ConcordanceRoute, DictionaryRoute, KeynessRoute, KwicSort, Order, ReadRoute,
    SegmentersRoute, Sign, TextRoute, WordsRoute,
};
pub use scope::Reference;

use address::{Address, Writer};

use crate::corpus::{Mode, Terms, Units};
use crate::view::KeynessMeasure;

/// One state of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// No address: the page chooses what to show first.
    Home,
    /// 報頁: what is loaded.
    Papers,
    /// 閱讀: one story.
    Read(ReadRoute),
    /// 比對: two stories side by side.
    Compare(CompareRoute),
    /// 詞頻: the words of a scope.
    Words(WordsRoute),
    /// 關鍵性: what sets one scope apart from another.
    Keyness(KeynessRoute),
    /// 索引: every place a word stands.
    Concordance(ConcordanceRoute),
    /// 斷詞對照: one text as two segmenters cut it.
    Segmenters(SegmentersRoute),
    /// 自訂詞典: what the reader said of words.
    Dictionary(DictionaryRoute),
    /// 自備文本: the reader's own texts, and the ways in.
    Texts,
    /// One of them, before and after it was cut into stories.
    Text(TextRoute),
    /// 說明: what this is and how it counts.
    About,
    /// An address nothing stands at, kept to be named on the screen.
    Unknown(String),
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
    /// Every view, in the order of the navigation.
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

    /// The message that names it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Papers => "view-papers",
            Self::Read => "view-read",
            Self::Compare => "view-compare",
            Self::Words => "view-words",
            Self::Keyness => "view-keyness",
            Self::Concordance => "view-concordance",
            Self::Dictionary => "view-dictionary",
            Self::Texts => "view-texts",
            Self::About => "view-about",
        }
    }
}

impl Route {
    /// The route an address stands for, with or without its `#`. Parameters it does not know are passed over,
    /// so that a link made by a later version still opens.
    pub fn parse(hash: &str) -> Self {
        let address = Address::parse(hash);
        let path: Vec<&str> = address.path.iter().map(String::as_str).collect();
        match path[..] {
            [] => Self::Home,
            ["pages"] => Self::Papers,
            ["about"] => Self::About,
            ["texts"] => Self::Texts,
            ["texts", id] => Self::Text(TextRoute { id: (*id).to_owned(), line: address.count("line") }),
            ["dictionary"] => Self::Dictionary(DictionaryRoute {
                filter: address.text("filter").unwrap_or_default(),
                sort: DictionaryRoute::sort_named(address.raw("sort").unwrap_or_default()),
            }),
            ["read"] => Self::Read(read(&address, "")),
            ["read", id] => Self::Read(read(&address, id)),
            ["compare"] => Self::Compare(compare(&address, "", "")),
            ["compare", a] => Self::Compare(compare(&address, a, "")),
            ["compare", a, b] => Self::Compare(compare(&address, a, b)),
            ["segmenters"] => Self::Segmenters(segmenters(&address, "")),
            ["segmenters", id] => Self::Segmenters(segmenters(&address, id)),
            ["words"] => Self::Words(WordsRoute {
                scope: address.scope("scope"),
                min: address.count("min").unwrap_or(1),
                filter: address.text("filter").unwrap_or_default(),
                units: units(&address),
                order: Order::parse(address.text("order")),
            }),
            ["keyness"] => Self::Keyness(keyness(&address)),
            ["concordance"] => Self::Concordance(ConcordanceRoute {
                node: address.text("node").unwrap_or_default(),
                scope: address.scope("scope"),
                sort: match address.text("sort").as_deref() {
                    Some("left") => KwicSort::Left,
                    Some("right") => KwicSort::Right,
                    _ => KwicSort::Text,
                },
                units: units(&address),
            }),
            _ => Self::Unknown(hash.trim_start_matches('#').to_owned()),
        }
    }

    /// The address, from its `#`. What stands at its default is left out.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Papers => Writer::at(&["pages"]).finish(),
            Self::About => Writer::at(&["about"]).finish(),
            Self::Texts => Writer::at(&["texts"]).finish(),
            Self::Text(route) => Writer::at(&["texts", &route.id]).number("line", route.line).finish(),
            Self::Dictionary(route) => Writer::at(&["dictionary"])
                .text("filter", Some(route.filter.as_str()).filter(|filter| !filter.is_empty()))
                .text("sort", Some(DictionaryRoute::sort_name(route.sort)).filter(|&sort| sort != "word"))
                .finish(),
            Self::Unknown(address) => format!("#{address}"),
            Self::Read(route) => {
                let path: &[&str] = if route.id.is_empty() { &["read"] } else { &["read", &route.id] };
                Writer::at(path)
                    .number("at", route.at)
                    .text("word", route.word.as_deref())
                    .flag("boundaries", route.boundaries)
                    .flag("tags", route.tags)
                    .flag("doubts", route.doubts)
                    .text("mode", mode_of(route.units))
                    .text("terms", parts::terms_parameter(route.units.terms))
                    .finish()
            }
            Self::Compare(route) => {
                let named = !route.a.is_empty() || !route.b.is_empty();
                let path: &[&str] = if named { &["compare", &route.a, &route.b] } else { &["compare"] };
                Writer::at(path)
                    .flag("fold", route.fold_variants)
                    .flag("punct", route.ignore_punctuation)
                    .raw("types", route.marks.parameter())
                    .text("mode", mode_of(route.units))
                    .text("terms", parts::terms_parameter(route.units.terms))
                    .finish()
            }
            Self::Segmenters(route) => {
                let path: &[&str] =
                    if route.id.is_empty() { &["segmenters"] } else { &["segmenters", &route.id] };
                let default = SegmentersRoute::default();
                let mode = |mode: Mode, default: Mode| (mode != default).then(|| parts::mode_parameter(mode));
                Writer::at(path)
                    .text("a", mode(route.a, default.a))
                    .text("b", mode(route.b, default.b))
                    .finish()
            }
            Self::Words(route) => Writer::at(&["words"])
                .raw("scope", scope::parameter(&route.scope))
                .number("min", Some(route.min).filter(|&min| min != 1))
                .text("filter", Some(route.filter.as_str()).filter(|filter| !filter.is_empty()))
                .text("mode", mode_of(route.units))
                .text("terms", parts::terms_parameter(route.units.terms))
                .text("order", Order::parameter(route.order.as_ref()).as_deref())
                .finish(),
            Self::Keyness(route) => Writer::at(&["keyness"])
                .raw("target", scope::parameter(&route.target))
                .raw("reference", route.reference.parameter())
                .text("measure", (route.measure == KeynessMeasure::LogRatio).then_some("logRatio"))
                .number("min", Some(route.min).filter(|&min| min != 1))
                .text("sign", route.sign.parameter())
                .text("mode", mode_of(route.units))
                .text("terms", parts::terms_parameter(route.units.terms))
                .text("order", Order::parameter(route.order.as_ref()).as_deref())
                .finish(),
            Self::Concordance(route) => Writer::at(&["concordance"])
                .text("node", Some(route.node.as_str()).filter(|node| !node.is_empty()))
                .raw("scope", scope::parameter(&route.scope))
                .text("sort", route.sort.parameter())
                .text("mode", mode_of(route.units))
                .text("terms", parts::terms_parameter(route.units.terms))
                .finish(),
        }
    }

    /// How the texts of this view are cut; as by default where a view does not say.
    pub fn units(&self) -> Units {
        match self {
            Self::Read(route) => route.units,
            Self::Compare(route) => route.units,
            Self::Words(route) => route.units,
            Self::Keyness(route) => route.units,
            Self::Concordance(route) => route.units,
            _ => Units::default(),
        }
    }

    /// The same view of texts that are cut so, where the view says how.
    #[must_use]
    pub fn over(mut self, units: Units) -> Self {
        match &mut self {
            Self::Read(route) => route.units = units,
            Self::Compare(route) => route.units = units,
            Self::Words(route) => route.units = units,
            Self::Keyness(route) => route.units = units,
            Self::Concordance(route) => route.units = units,
            _ => {}
        }
        self
    }

    /// The view of the navigation this belongs to.
    pub fn view(&self) -> Option<View> {
        match self {
            Self::Papers => Some(View::Papers),
            Self::Read(_) | Self::Segmenters(_) => Some(View::Read),
            Self::Home | Self::Compare(_) => Some(View::Compare),
            Self::Words(_) => Some(View::Words),
            Self::Keyness(_) => Some(View::Keyness),
            Self::Concordance(_) => Some(View::Concordance),
            Self::Dictionary(_) => Some(View::Dictionary),
            Self::Texts | Self::Text(_) => Some(View::Texts),
            Self::About => Some(View::About),
            Self::Unknown(_) => None,
        }
    }
}

/// How texts are cut; what nobody knows is as by default.
fn units(address: &Address) -> Units {
    let known = |mode: &Mode| address.raw("mode") == Some(parts::mode_parameter(*mode));
    let coarse = address.raw("terms") == parts::terms_parameter(Terms::Coarse);
    let terms = if coarse { Terms::Coarse } else { Terms::Fine };
    Units { mode: Mode::ALL.into_iter().find(known).unwrap_or_default(), terms }
}

/// A mode as an address has it; nothing for the default one.
fn mode_of(units: Units) -> Option<&'static str> {
    (units.mode != Mode::default()).then(|| parts::mode_parameter(units.mode))
}

fn read(address: &Address, id: &str) -> ReadRoute {
    ReadRoute {
        id: id.to_owned(),
        at: address.count("at"),
        word: address.text("word").filter(|word| !word.is_empty()),
        boundaries: address.flag("boundaries"),
        tags: address.flag("tags"),
        doubts: address.flag("doubts"),
        units: units(address),
    }
}

fn segmenters(address: &Address, id: &str) -> SegmentersRoute {
    let default = SegmentersRoute::default();
    let mode = |name: &str, default: Mode| {
        let known = |mode: &Mode| address.raw(name) == Some(parts::mode_parameter(*mode));
        Mode::ALL.into_iter().find(known).unwrap_or(default)
    };
    SegmentersRoute { id: id.to_owned(), a: mode("a", default.a), b: mode("b", default.b) }
}

fn compare(address: &Address, a: &str, b: &str) -> CompareRoute {
    CompareRoute {
        a: a.to_owned(),
        b: b.to_owned(),
        fold_variants: address.flag("fold"),
        ignore_punctuation: address.flag("punct"),
        marks: address.raw("types").map_or_else(Marks::default, Marks::parse),
        units: units(address),
    }
}

fn keyness(address: &Address) -> KeynessRoute {
    KeynessRoute {
        target: address.scope("target"),
        reference: Reference::parse(address.raw("reference")),
        measure: match address.text("measure").as_deref() {
            Some("logRatio") => KeynessMeasure::LogRatio,
            _ => KeynessMeasure::G2,
        },
        min: address.count("min").unwrap_or(1),
        sign: match address.text("sign").as_deref() {
            Some("positive") => Sign::Positive,
            Some("negative") => Sign::Negative,
            _ => Sign::Both,
        },
        units: units(address),
        order: Order::parse(address.text("order")),
    }
}
