//! Scopes in an address: `id:003-1,004-1` or `paper:大公報;from:2025-01-22`, with `;blocks:headline,deck`
//! appended for parts of stories.

use super::address::{decode, encode};
use crate::corpus::{BlockKinds, Scope, StoryFilter};

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

impl Reference {
    pub(super) fn parse(value: Option<&str>) -> Self {
        match value {
            None | Some("rest") => Self::Rest,
            Some("list") => Self::List,
            Some(value) => Self::Scope(parse(value)),
        }
    }

    pub(super) fn parameter(&self) -> Option<String> {
        match self {
            Self::Rest => None,
            Self::List => Some("list".to_owned()),
            Self::Scope(scope) => Some(parameter(scope).unwrap_or_else(|| "all".to_owned())),
        }
    }
}

/// Returns the value of a scope's parameter; `None` for all stories.
pub(super) fn parameter(scope: &Scope) -> Option<String> {
    match scope {
        Scope::All => None,
        Scope::Stories(ids) => {
            let ids: Vec<String> = ids.iter().map(|id| encode(id)).collect();
            Some(format!("id:{}", ids.join(",")))
        }
        Scope::Filter(filter) => {
            let conditions = [
                ("paper", &filter.paper),
                ("page", &filter.page),
                ("from", &filter.from),
                ("to", &filter.to),
                ("series", &filter.series),
            ];
            let conditions: Vec<String> = conditions
                .iter()
                .filter_map(|(name, value)| value.as_deref().map(|value| format!("{name}:{}", encode(value))))
                .collect();
            (!conditions.is_empty()).then(|| conditions.join(";"))
        }
        Scope::Parts { of, .. } => {
            let kinds: Vec<&str> = scope.kinds().names().collect();
            let parts = format!("{BLOCKS}{}", kinds.join(","));
            Some(match whole(of) {
                Some(stories) => format!("{stories};{parts}"),
                None => parts,
            })
        }
    }
}

/// Prefix of the parts of stories.
const BLOCKS: &str = "blocks:";

/// Returns the parameter of the stories a scope takes its parts from.
fn whole(scope: &Scope) -> Option<String> {
    match scope {
        Scope::Parts { of, .. } => whole(of),
        other => parameter(other),
    }
}

/// Parses a parameter's value. Anything but `all` or conditions is read as ids, with or without `id:`, so
/// that an unknown scope gives a message and never every story.
pub(super) fn parse(value: &str) -> Scope {
    let stories =
        |ids: &str| Scope::Stories(ids.split(',').filter(|id| !id.is_empty()).map(decode).collect());
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
