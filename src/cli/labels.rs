//! The words of a report in either language, from the messages of the page.

use clap::ValueEnum;
use fluent_bundle::{FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::view::export::Labels;

/// A language of reports.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum ReportLanguage {
    /// 中文（香港）
    #[value(name = "zh-Hant-HK")]
    Chinese,
    /// English
    En,
}

impl ReportLanguage {
    fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-Hant-HK",
            Self::En => "en",
        }
    }

    fn source(self) -> &'static str {
        match self {
            Self::Chinese => include_str!("../ui/locales/zh-Hant-HK.ftl"),
            Self::En => include_str!("../ui/locales/en.ftl"),
        }
    }

    /// Returns the words of a report. A message that is missing shows its key, which a test of the page rules out.
    pub(super) fn labels(self) -> Labels {
        let tag: LanguageIdentifier = self.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        let resource = match FluentResource::try_new(self.source().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Labels::new(self.tag(), |label| {
            let message = bundle.get_message(label.key()).and_then(|message| message.value());
            let text = |pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
            message.map_or_else(|| label.key().to_owned(), text)
        })
    }
}
