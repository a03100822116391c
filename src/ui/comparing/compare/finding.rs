//! The result of a comparison in a sentence or two, whose numbers link to what they count.

use yew::prelude::*;

use super::collation::{Side, paired, sentences};
use crate::ui::i18n::{Catalog, Language, MessagePart, key, runs, use_catalog};
use crate::ui::shared::Shared;
use crate::view::{Comparison, Relation};

/// The count behind a number of the finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingCount {
    /// Sentences with a partner.
    Paired,
    /// Pairs without a difference.
    Identical,
    /// Differences inside pairs.
    Differences,
    /// Sentences on one side only.
    Only(Side),
}

impl FindingCount {
    fn named(name: &str) -> Option<Self> {
        match name {
            "paired" => Some(Self::Paired),
            "same" => Some(Self::Identical),
            "differences" => Some(Self::Differences),
            "only-a" => Some(Self::Only(Side::A)),
            "only-b" => Some(Self::Only(Side::B)),
            _ => None,
        }
    }
}

/// Properties of [`Finding`].
#[derive(Clone, PartialEq, Properties)]
pub struct FindingProps {
    /// The comparison.
    pub comparison: Shared<Comparison>,
    /// Called when a number is followed.
    pub onfollow: Callback<FindingCount>,
}

/// Draws the finding.
#[component]
pub fn Finding(props: &FindingProps) -> Html {
    let catalog = use_catalog();
    let text = words(&props.comparison, &catalog);
    let run = |run: MessagePart| match run.link.as_deref().and_then(FindingCount::named) {
        None => html! { { run.text } },
        Some(counted) => {
            let onclick = props.onfollow.reform(move |_: MouseEvent| counted);
            html! { <button type="button" class="link" {onclick}>{ run.text }</button> }
        }
    };
    html! { <p class="finding">{ for runs(&text).into_iter().map(run) }</p> }
}

/// Returns the names of the sides: their papers, or 甲 and 乙 if these are equal or unknown.
pub(crate) fn names(comparison: &Comparison, catalog: &Catalog) -> (String, String) {
    let (a, b) = (&comparison.a.row.paper, &comparison.b.row.paper);
    if a == b || a.is_empty() || b.is_empty() {
        return (catalog.text(key!("side-a")).to_string(), catalog.text(key!("side-b")).to_string());
    }
    let paper = |name: &str| catalog.with(key!("side-paper"), [("paper", name.into())]).to_string();
    (paper(a), paper(b))
}

fn words(comparison: &Comparison, catalog: &Catalog) -> String {
    let (a, b) = names(comparison, catalog);
    let paired_a = paired(&comparison.a);
    let unpaired = |side: Side| side.of(comparison).sentences.saturating_sub(paired(side.of(comparison)));
    let inside: u32 = comparison.pairs.iter().map(|pair| pair.differences.len() as u32).sum();
    let total = comparison.a.sentences;
    let name = [("a", a.as_str().into()), ("b", b.as_str().into()), ("total", total.into())];
    let whole = match comparison.relation {
        Relation::Empty => Some(key!("finding-empty")),
        Relation::Identical => Some(key!("finding-identical")),
        Relation::OtherLanguage => Some(key!("finding-other-language")),
        Relation::NothingShared => Some(key!("finding-none")),
        Relation::Shared | Relation::OtherScript => None,
    };
    if let Some(key) = whole {
        return catalog.with(key, name).to_string();
    }
    let mut parts = Vec::new();
    if comparison.relation == Relation::OtherScript {
        parts.push(catalog.text(key!("finding-other-script")));
    }
    if one_release(comparison) {
        parts.push(catalog.text(key!("finding-one-release")));
    }
    parts.extend([
        catalog.with(
            key!("finding-paired"),
            name.clone()
                .into_iter()
                .chain([("paired", paired_a.into()), ("same", identical(comparison).into())]),
        ),
        if inside == 0 {
            catalog.text(key!("finding-no-differences"))
        } else {
            catalog.with(key!("finding-differences"), [("n", inside.into())])
        },
    ]);
    let only = [("onlyA", unpaired(Side::A).into()), ("onlyB", unpaired(Side::B).into())];
    let key = match (unpaired(Side::A), unpaired(Side::B)) {
        (0, 0) => None,
        (_, 0) => Some(key!("finding-only-a")),
        (0, _) => Some(key!("finding-only-b")),
        _ => Some(key!("finding-only-both")),
    };
    parts.extend(key.map(|key| catalog.with(key, name.into_iter().chain(only))));
    let space = if catalog.language() == Language::English { " " } else { "" };
    parts.iter().map(AttrValue::to_string).collect::<Vec<_>>().join(space)
}

/// Returns true if two papers of one day share most of their text, in both directions.
fn one_release(comparison: &Comparison) -> bool {
    const MOST: f64 = 0.8;
    let (a, b) = (&comparison.a.row, &comparison.b.row);
    let same_day = a.date == b.date && !a.date.is_empty() && a.paper != b.paper;
    same_day && comparison.reuse.a_in_b >= MOST && comparison.reuse.b_in_a >= MOST
}

/// Counts the sentences of the first story whose closest pair has no difference.
fn identical(comparison: &Comparison) -> u32 {
    let same =
        |pair: u32| comparison.pairs.get(pair as usize).is_some_and(|pair| pair.differences.is_empty());
    sentences(&comparison.a)
        .filter(|(_, sentence)| sentence.pairs.first().is_some_and(|&pair| same(pair)))
        .map(|_| 1)
        .sum()
}
