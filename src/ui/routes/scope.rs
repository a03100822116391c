//! Scopes in an address: `id:003-1,004-1` or `paper:大公報;from:2025-01-22`, with `;blocks:headline,deck`
//! appended for parts of stories.

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
            Self::Stories(ids) => format!("id:{}", ids.parameter()),
            Self::Filter(filter) => {
                let conditions = [
                    ("paper", &filter.paper),
                    ("page", &filter.page),
                    ("from", &filter.from),
                    ("to", &filter.to),
                    ("series", &filter.series),
                ];
                let written = |(name, value): &(&str, &Option<String>)| {
                    value.as_deref().map(|value| format!("{name}:{}", encode(value)))
                };
                let conditions: Vec<String> = conditions.iter().filter_map(written).collect();
                if conditions.is_empty() { "all".to_owned() } else { conditions.join(";") }
            }
            Self::Parts { .. } => {
                let kinds: Vec<&str> = self.kinds().names().collect();
                let parts = format!("{BLOCKS}{}", kinds.join(","));
                match whole(self) {
                    Self::All => parts,
                    stories => format!("{};{parts}", stories.parameter()),
                }
            }
        }
    }

    fn ids(&mut self) -> Vec<&mut String> {
        match self {
            Self::All => Vec::new(),
            Self::Stories(ids) => ids.iter_mut().collect(),
            Self::Filter(filter) => filter.page.iter_mut().collect(),
            Self::Parts { of, .. } => of.ids(),
        }
    }
}

/// Prefix of the parts of stories.
const BLOCKS: &str = "blocks:";

fn parse(value: &str) -> Scope {
    let stories = |ids: &str| Scope::Stories(Parameter::parse(ids).unwrap_or_default());
    let (before, kinds) = value.rsplit_once(';').unwrap_or(("", value));
    if let Some(kinds) = kinds.strip_prefix(BLOCKS) {
        let known: Option<Vec<_>> =
            kinds.split(',').filter(|name| !name.is_empty()).map(BlockKinds::named).collect();
        let Some(known) = known else { return stories(value) };
        return Scope::Parts { kinds: BlockKinds::of(known), of: Box::new(parse(before)) };
    }
    if let Some(ids) = value.strip_prefix("id:") {
        return stories(ids);
    }
    if value.is_empty() || value == "all" {
        return Scope::All;
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
            _ => return stories(value),
        };
        *slot = Some(decode(condition));
    }
    Scope::Filter(filter)
}
