//! The words of a report in each language, from the messages of the page.

use clap::ValueEnum;
use fluent_bundle::{FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::view::export::Labels;

/// A language of reports.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum ReportLanguage {
    /// 繁體（香港）
    #[value(name = "zh-Hant-HK")]
    HongKong,
    /// 繁體（台灣）
    #[value(name = "zh-Hant-TW")]
    Taiwan,
    /// 简体中文
    #[value(name = "zh-Hans")]
    Simplified,
    /// English
    En,
}

impl ReportLanguage {
    fn tag(self) -> &'static str {
        match self {
            Self::HongKong => "zh-Hant-HK",
            Self::Taiwan => "zh-Hant-TW",
            Self::Simplified => "zh-Hans",
            Self::En => "en",
        }
    }

    /// Returns the messages it is made of; later ones replace earlier ones.
    fn sources(self) -> &'static [&'static str] {
        const HONG_KONG: &str = include_str!("../ui/locales/zh-Hant-HK.ftl");
        match self {
            Self::HongKong => &[HONG_KONG],
            Self::Taiwan => &[HONG_KONG, include_str!("../../static/locales/zh-Hant-TW.ftl")],
            Self::Simplified => &[HONG_KONG, include_str!("../../static/locales/zh-Hans.ftl")],
            Self::En => &[include_str!("../../static/locales/en.ftl")],
        }
    }

    /// Returns the words of a report. A message that is missing shows its key, which a test of the page rules out.
    pub(super) fn labels(self) -> Labels {
        let tag: LanguageIdentifier = self.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        for source in self.sources() {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Labels::new(self.tag(), |label| {
            let message = bundle.get_message(label.key()).and_then(|message| message.value());
            let text = |pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
            message.map_or_else(|| label.key().to_owned(), text)
        })
    }
}
