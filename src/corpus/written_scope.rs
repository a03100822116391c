//! A scope as callers write it: `"all"`, a list of ids, or an object of conditions.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::Error;

use super::{BlockKinds, Scope, StoryFilter};

/// A scope as callers write it.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a scope is \"all\", \"own\", \"bundled\", a list of ids, or { stories, paper, page, series, from, to, folder, own, tags, blocks, name }: lists of strings under stories and blocks, true or false under own, an object of strings under tags, else a string"
)]
pub(super) enum WrittenScope {
    Name(String),
    Ids(Vec<String>),
    Conditions(Box<Conditions>),
}

/// Conditions on a story, or ids, and the parts that are meant.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Conditions {
    stories: Option<Vec<String>>,
    blocks: Option<Vec<String>>,
    paper: Option<String>,
    page: Option<String>,
    from: Option<String>,
    to: Option<String>,
    series: Option<String>,
    folder: Option<String>,
    own: Option<bool>,
    #[serde(default)]
    tags: BTreeMap<String, String>,
    name: Option<String>,
}

impl WrittenScope {
    /// Returns the scope that is meant.
    pub(super) fn scope<E: Error>(self) -> Result<Scope, E> {
        match self {
            Self::Name(name) if name == "all" => Ok(Scope::All),
            Self::Name(name) if name == "own" => Ok(Scope::own(true)),
            Self::Name(name) if name == "bundled" => Ok(Scope::own(false)),
            Self::Name(name) => Err(E::custom(format!(
                "“{name}” is no scope; pass \"all\", \"own\", \"bundled\", a list of ids, or {{ stories, paper, page, series, from, to, folder, own, tags, blocks, name }}"
            ))),
            Self::Ids(ids) => Ok(Scope::Stories(ids)),
            Self::Conditions(conditions) => conditions.scope(),
        }
    }
}

impl Conditions {
    fn scope<E: Error>(self) -> Result<Scope, E> {
        let Self { stories, blocks, paper, page, from, to, series, folder, own, tags, name } = self;
        let filter =
            StoryFilter { paper, page, from, to, series, folder, own, tags: tags.into_iter().collect() };
        let whole = match stories {
            None => Scope::Filter(filter),
            Some(ids) if filter == StoryFilter::default() => Scope::Stories(ids),
            Some(_) => {
                return Err(E::custom(
                    "stories are named, so leave out paper, page, series, from, to, folder, own and tags",
                ));
            }
        };
        let whole = match name {
            Some(name) => Scope::Named { name, of: Box::new(whole) },
            None => whole,
        };
        let Some(names) = blocks else { return Ok(whole) };
        let kind = |name: &String| {
            BlockKinds::named(name).ok_or_else(|| {
                let known: Vec<&str> = BlockKinds::all_names().collect();
                E::custom(format!("“{name}” is no kind of block; the kinds are {}", known.join(", ")))
            })
        };
        let kinds = BlockKinds::of(names.iter().map(kind).collect::<Result<Vec<_>, E>>()?);
        Ok(Scope::Parts { kinds, of: Box::new(whole) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Scope, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn scopes_are_read_as_callers_write_them() {
        assert_eq!(read(r#""all""#), Ok(Scope::All));
        assert_eq!(read(r#"["003-1"]"#), Ok(Scope::story("003-1")));
        let paper = StoryFilter { paper: Some("晨報".to_owned()), ..StoryFilter::default() };
        assert_eq!(read(r#"{"paper":"晨報"}"#), Ok(Scope::Filter(paper)));
        assert_eq!(read(r#""own""#), Ok(Scope::own(true)));
        assert_eq!(read(r#"{"own":false}"#), Ok(Scope::own(false)));
        let tags = vec![("genre".to_owned(), "社論".to_owned())];
        let of = Scope::Filter(StoryFilter { folder: Some("支持".into()), tags, ..StoryFilter::default() });
        assert_eq!(
            read(r#"{"name":"評論","folder":"支持","tags":{"genre":"社論"}}"#),
            Ok(Scope::Named { name: "評論".to_owned(), of: Box::new(of) })
        );
        let parts = Scope::Parts {
            kinds: BlockKinds::of([super::super::BlockKind::Headline]),
            of: Box::new(Scope::story("1")),
        };
        assert_eq!(read(r#"{"stories":["1"],"blocks":["headline"]}"#), Ok(parts));
    }

    #[test]
    fn scopes_that_cannot_be_read_say_what_to_pass() {
        for (json, said) in [
            (r#""every""#, "pass \"all\""),
            (r#"{"papers":"晨報"}"#, "a scope is"),
            (r#"{"stories":["1"],"paper":"晨報"}"#, "leave out paper"),
            (r#"{"blocks":["advertisement"]}"#, "the kinds are"),
        ] {
            let error = read(json).unwrap_err();
            assert!(error.contains(said), "{json}: {error}");
        }
    }

    #[test]
    fn the_wire_carries_every_scope() {
        let filter = StoryFilter { from: Some("2025-01-01".to_owned()), ..StoryFilter::default() };
        let parts = Scope::Parts { kinds: BlockKinds::BODIES, of: Box::new(Scope::Filter(filter)) };
        for scope in [Scope::All, Scope::story("1"), parts] {
            let bytes = postcard::to_allocvec(&scope).unwrap();
            assert_eq!(postcard::from_bytes(&bytes), Ok(scope));
        }
    }
}
