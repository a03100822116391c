//! Which stories a caller of `window.duidu` means.

use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::arguments::{InvalidArgument, is_absent, read};
use crate::corpus::{BlockKinds, Scope, StoryFilter};

/// `"all"`, a list of ids, or conditions on a story.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a scope is \"all\", a list of ids, or { stories, paper, page, series, from, to, blocks }: lists of strings under stories and blocks, else a string"
)]
pub(super) enum ScopeArgument {
    Name(String),
    Ids(Vec<String>),
    Filter(Filter),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Filter {
    stories: Option<Vec<String>>,
    blocks: Option<Vec<String>>,
    paper: Option<String>,
    page: Option<String>,
    from: Option<String>,
    to: Option<String>,
    series: Option<String>,
}

impl ScopeArgument {
    pub(super) fn scope(self) -> Result<Scope, InvalidArgument> {
        match self {
            Self::Name(name) if name == "all" => Ok(Scope::All),
            Self::Name(name) => Err(scope_error(format!(
                "“{name}” is no scope; pass \"all\", a list of ids, or {{ stories, paper, page, series, from, to, blocks }}"
            ))),
            Self::Ids(ids) => Ok(Scope::Stories(ids)),
            Self::Filter(filter) => filter.scope(),
        }
    }
}

impl Filter {
    fn scope(self) -> Result<Scope, InvalidArgument> {
        let Self { stories, blocks, paper, page, from, to, series } = self;
        let filter = StoryFilter { paper, page, from, to, series };
        let whole = match stories {
            None => Scope::Filter(filter),
            Some(ids) if filter == StoryFilter::default() => Scope::Stories(ids),
            Some(_) => {
                return Err(scope_error(
                    "stories are named, so leave out paper, page, series, from and to".to_owned(),
                ));
            }
        };
        let Some(names) = blocks else { return Ok(whole) };
        let kind = |name: &String| {
            BlockKinds::named(name).ok_or_else(|| {
                let known: Vec<&str> = BlockKinds::all_names().collect();
                scope_error(format!("“{name}” is no kind of block; the kinds are {}", known.join(", ")))
            })
        };
        let kinds = BlockKinds::of(names.iter().map(kind).collect::<Result<Vec<_>, _>>()?);
        Ok(Scope::Parts { kinds, of: Box::new(whole) })
    }
}

/// A scope that may be left out, which means every story.
pub(super) fn scope_or_all(value: &JsValue) -> Result<Scope, InvalidArgument> {
    let argument: Option<ScopeArgument> = if is_absent(value) { None } else { Some(read(value, "scope")?) };
    scope_of(argument)
}

pub(super) fn scope_of(argument: Option<ScopeArgument>) -> Result<Scope, InvalidArgument> {
    argument.map_or(Ok(Scope::All), ScopeArgument::scope)
}

fn scope_error(reason: String) -> InvalidArgument {
    InvalidArgument { name: "scope", reason }
}
