//! Scopes in an address: `id:003-1,004-1` or `paper:大公報;from:2025-01-22`, after `name:…;` for a corpus with a name, with
//! `;blocks:headline,deck` appended for parts of stories.

use super::address::{decode, encode};
use super::codec::Parameter;
use crate::corpus::{BlockKinds, Scope, StoryFilter};
use crate::ui::scopes::whole;

/// The reference that a target is compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reference {
    /// Every story that is not in the target, whatever is loaded.
    #[default]
    Rest,
    /// These stories.
    Scope(Scope),
    /// The list of words and frequencies that the reader gave, which is not part of the address.
    List,
}

impl Parameter for Reference {
    fn parse(value: &str) -> Option<Self> {
        Some(match value {
            "rest" => Self::Rest,
            "list" => Self::List,
            // A reference is never usual: without its parameter it is the rest.
            "" => Self::Scope(Scope::All),
            scope => Self::Scope(parse(scope)),
        })
    }

    fn parameter(&self) -> String {
        match self {
            Self::Rest => "rest".to_owned(),
            Self::List => "list".to_owned(),
            Self::Scope(scope) => scope.parameter(),
        }
    }

    fn ids(&mut self) -> Vec<&mut String> {
        match self {
            Self::Rest | Self::List => Vec::new(),
            Self::Scope(scope) => scope.ids(),
        }
    }
}

impl Parameter for Scope {
    /// Parses every value. Anything but `all` or conditions is read as ids, with or without `id:`, so that an unknown
    /// scope gives a message and never every story.
    fn parse(value: &str) -> Option<Self> {
        Some(parse(value))
    }

    fn parameter(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Usual => String::new(),
            Self::Stories(ids) => format!("id:{}", ids.parameter()),
            Self::Filter(filter) => {
                let conditions = [
                    ("paper", &filter.paper),
                    ("page", &filter.page),
                    ("from", &filter.from),
                    ("to", &filter.to),
                    ("series", &filter.series),
                    ("folder", &filter.folder),
                ];
                let written = |(name, value): &(&str, &Option<String>)| {
                    value.as_deref().map(|value| format!("{name}:{}", encode(value)))
                };
                let mut conditions: Vec<String> = conditions.iter().filter_map(written).collect();
                conditions.extend(filter.own.map(|own| format!("own:{}", own.parameter())));
                let tag =
                    |(name, value): &(String, String)| format!("tag:{}={}", encode(name), encode(value));
                conditions.extend(filter.tags.iter().map(tag));
                if conditions.is_empty() { "all".to_owned() } else { conditions.join(";") }
            }
            Self::Named { name, of } => format!("{NAME}{};{}", encode(name), of.parameter()),
            Self::Parts { .. } => {
                let kinds: Vec<&str> = self.kinds().names().collect();
                let parts = format!("{BLOCKS}{}", kinds.join(","));
                match whole(self) {
                    Self::Usual => parts,
                    stories => format!("{};{parts}", stories.parameter()),
                }
            }
        }
    }

    fn ids(&mut self) -> Vec<&mut String> {
        match self {
            Self::All | Self::Usual => Vec::new(),
            Self::Stories(ids) => ids.iter_mut().collect(),
            Self::Filter(filter) => filter.page.iter_mut().collect(),
            Self::Parts { of, .. } | Self::Named { of, .. } => of.ids(),
        }
    }
}

/// Prefix of the parts of stories.
const BLOCKS: &str = "blocks:";

/// Prefix of the name of a corpus.
const NAME: &str = "name:";

fn parse(value: &str) -> Scope {
    let stories = |ids: &str| Scope::Stories(Parameter::parse(ids).unwrap_or_default());
    let (before, kinds) = value.rsplit_once(';').unwrap_or(("", value));
    if let Some(kinds) = kinds.strip_prefix(BLOCKS) {
        let known: Option<Vec<_>> =
            kinds.split(',').filter(|name| !name.is_empty()).map(BlockKinds::named).collect();
        let Some(known) = known else { return stories(value) };
        return Scope::Parts { kinds: BlockKinds::of(known), of: Box::new(parse(before)) };
    }
    if let Some((name, of)) = value.strip_prefix(NAME).and_then(|named| named.split_once(';')) {
        return Scope::Named { name: decode(name), of: Box::new(parse(of)) };
    }
    if let Some(ids) = value.strip_prefix("id:") {
        return stories(ids);
    }
    match value {
        "" => return Scope::Usual,
        "all" => return Scope::All,
        _ => {}
    }
    let mut filter = StoryFilter::default();
    for condition in value.split(';') {
        let Some((name, condition)) = condition.split_once(':') else { return stories(value) };
        let slot = match name {
            "paper" => &mut filter.paper,
            "page" => &mut filter.page,
            "from" => &mut filter.from,
            "to" => &mut filter.to,
            "series" => &mut filter.series,
            "folder" => &mut filter.folder,
            "own" => {
                filter.own = bool::parse(condition);
                continue;
            }
            "tag" => {
                let Some((name, value)) = condition.split_once('=') else { return stories(value) };
                filter.tags.push((decode(name), decode(value)));
                continue;
            }
            _ => return stories(value),
        };
        *slot = Some(decode(condition));
    }
    Scope::Filter(filter)
}
