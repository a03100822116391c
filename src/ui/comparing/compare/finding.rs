//! The result of a comparison in a few sentences, whose numbers link to what they count: facts that differ come first.

use yew::prelude::*;

use super::collation::{Relatives, Side, Stop, alone, paired, sentences};
use super::leading_facts::{leading_facts, leading_facts_words, more_facts};
use crate::ui::i18n::{Catalog, MessagePart, key, runs, use_catalog};
use crate::ui::labels;
use crate::ui::shared::Shared;
use crate::view::{Comparison, Effect, Relation};

/// The count behind a number of the finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingCount {
    /// Sentences with a partner.
    Paired,
    /// Pairs without a difference.
    Identical,
    /// Differences of one effect inside pairs.
    Differences(Effect),
    /// Sentences that report the same thing in other words.
    Related,
    /// Sentences on one side only.
    Only(Side),
}

impl FindingCount {
    fn named(name: &str) -> Option<Self> {
        match name {
            "paired" => Some(Self::Paired),
            "same" => Some(Self::Identical),
            "fact" => Some(Self::Differences(Effect::Fact)),
            "voice" => Some(Self::Differences(Effect::Voice)),
            "wording" => Some(Self::Differences(Effect::Wording)),
            "form" => Some(Self::Differences(Effect::Form)),
            "related" => Some(Self::Related),
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
    /// Called with a difference of fact that is followed to its place.
    pub onvisit: Callback<Stop>,
}

/// Draws the finding.
#[component]
pub fn Finding(props: &FindingProps) -> Html {
    let catalog = use_catalog();
    let text = words(&props.comparison, &catalog);
    let lead = lead(&props.comparison, &catalog);
    let run = |run: MessagePart, mark: &str| match run.link.as_deref().and_then(FindingCount::named) {
        None => html! { <>{ run.text }{ mark }</> },
        Some(counted) => {
            let onclick = props.onfollow.reform(move |_: MouseEvent| counted);
            html! { <button type="button" class="link" {onclick}><span>{ run.text }</span>{ mark }</button> }
        }
    };
    html! {
        <p class="finding">
            if let Some(lead) = lead {
                { drawn(runs(&lead), run) }
                { leading_facts(&props.comparison, &props.onvisit, &catalog) }
            }
            { drawn(runs(&text), run) }
        </p>
    }
}

/// Draws the parts of a sentence. A mark of punctuation behind a link is inside it: no line begins with one.
fn drawn(parts: Vec<MessagePart>, run: impl Fn(MessagePart, &str) -> Html) -> Html {
    let mut parts = parts.into_iter().peekable();
    let mut drawn = Vec::new();
    while let Some(part) = parts.next() {
        let next = parts.peek_mut().filter(|next| part.link.is_some() && next.link.is_none());
        let mark = next.map_or_else(String::new, |next| {
            let (mark, rest) = split_mark(&next.text);
            let (mark, rest) = (mark.to_owned(), rest.to_owned());
            next.text = rest;
            mark
        });
        drawn.push(run(part, &mark));
    }
    html! { <>{ for drawn }</> }
}

/// Divides a text after the mark of punctuation that it begins with, if it begins with one.
pub(in crate::ui::comparing) fn split_mark(text: &str) -> (&str, &str) {
    let marks = ['。', '，', '、', '；', '：', '）', '」', '.', ',', ';', ':'];
    let rest = text.strip_prefix(marks).unwrap_or(text);
    text.split_at(text.len() - rest.len())
}

/// Returns the words that introduce the facts that differ, if there are any.
fn lead(comparison: &Comparison, catalog: &Catalog) -> Option<AttrValue> {
    let count = comparison.effects.fact;
    let kind = if are_named(comparison) { "papers" } else { "texts" };
    (count > 0).then(|| catalog.with(key!("finding-facts"), [("kind", kind.into()), ("n", count.into())]))
}

/// Returns the names of the sides: their papers, or 甲 and 乙 if these are equal or unknown.
pub(crate) fn names(comparison: &Comparison, catalog: &Catalog) -> (String, String) {
    let (a, b) = (&comparison.a.row.paper, &comparison.b.row.paper);
    if !are_named(comparison) {
        return (catalog.text(key!("side-a")).to_string(), catalog.text(key!("side-b")).to_string());
    }
    let paper = |name: &str| catalog.with(key!("side-paper"), [("paper", name.into())]).to_string();
    (paper(a), paper(b))
}

/// Returns true if the papers of both sides are known and different.
pub(super) fn are_named(comparison: &Comparison) -> bool {
    let (a, b) = (&comparison.a.row.paper, &comparison.b.row.paper);
    a != b && !a.is_empty() && !b.is_empty()
}

/// Returns the finding in words.
pub(super) fn finding_words(comparison: &Comparison, catalog: &Catalog) -> String {
    let plain = |message: &str| runs(message).into_iter().map(|part| part.text).collect::<String>();
    let lead = lead(comparison, catalog).map(|lead| {
        let facts = leading_facts_words(comparison, catalog);
        [plain(&lead), facts, plain(&more_facts(comparison, catalog))].concat()
    });
    lead.unwrap_or_default() + &plain(&words(comparison, catalog))
}

fn words(comparison: &Comparison, catalog: &Catalog) -> String {
    let (a, b) = names(comparison, catalog);
    let related = related(comparison);
    let name = [("a", a.as_str().into()), ("b", b.as_str().into()), ("total", comparison.a.sentences.into())];
    let whole = match comparison.relation {
        Relation::Empty => Some(key!("finding-empty")),
        Relation::Identical => Some(key!("finding-identical")),
        Relation::OtherLanguage => Some(key!("finding-other-language")),
        Relation::NothingShared if related == 0 => Some(key!("finding-none")),
        Relation::NothingShared | Relation::Shared | Relation::OtherScript => None,
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
    if comparison.relation == Relation::NothingShared {
        parts.push(catalog.with(key!("finding-no-wording"), name.clone()));
    } else {
        let counts = [("paired", paired(&comparison.a).into()), ("same", identical(comparison).into())];
        parts.push(catalog.with(key!("finding-paired"), name.clone().into_iter().chain(counts)));
        parts.extend(by_effect(comparison, catalog));
    }
    if related > 0 {
        let count = [("n", related.into())];
        parts.push(catalog.with(key!("finding-related"), name.clone().into_iter().chain(count)));
    }
    let (only_a, only_b) = (alone(comparison, Side::A), alone(comparison, Side::B));
    let key = match (only_a, only_b) {
        (0, 0) => None,
        (_, 0) => Some(key!("finding-only-a")),
        (0, _) => Some(key!("finding-only-b")),
        _ => Some(key!("finding-only-both")),
    };
    let only = [("onlyA", only_a.into()), ("onlyB", only_b.into())];
    parts.extend(key.map(|key| catalog.with(key, name.into_iter().chain(only))));
    let space = catalog.text(key!("word-space"));
    parts.iter().map(AttrValue::to_string).collect::<Vec<_>>().join(&*space)
}

/// Counts the sentences without a pair that are related to some of the other story.
fn related(comparison: &Comparison) -> u32 {
    [Side::A, Side::B].iter().flat_map(|&side| related_only(comparison, side)).map(|_| 1).sum()
}

/// Returns the numbers of the sentences of a side that have no pair, but are related to some of the other.
pub(super) fn related_only(comparison: &Comparison, side: Side) -> Vec<u32> {
    let relatives = Relatives::new(comparison);
    let own = sentences(side.of(comparison)).filter(|(_, sentence)| sentence.pairs.is_empty());
    own.map(|(_, sentence)| sentence.number).filter(|&number| relatives.has(side, number)).collect()
}

/// Counts the differences by effect; those of fact are in the lead already.
fn by_effect(comparison: &Comparison, catalog: &Catalog) -> Option<AttrValue> {
    let others = Effect::ALL.into_iter().filter(|effect| *effect != Effect::Fact);
    let counted = |effect: Effect| {
        let count = comparison.effects.of(effect);
        let name = catalog.text(labels::effect(effect));
        let arguments = [
            ("effect", labels::effect_name(effect).into()),
            ("name", name.as_str().into()),
            ("n", count.into()),
        ];
        (count > 0).then(|| catalog.with(key!("finding-effect"), arguments).to_string())
    };
    let comma = catalog.text(key!("list-comma"));
    let parts = others.filter_map(counted).collect::<Vec<_>>().join(&*comma);
    match (comparison.effects.fact, parts.is_empty()) {
        (0, true) => Some(catalog.text(key!("finding-no-differences"))),
        (0, false) => Some(catalog.with(key!("finding-no-facts"), [("parts", parts.as_str().into())])),
        (_, true) => None,
        (_, false) => Some(catalog.with(key!("finding-other-effects"), [("parts", parts.as_str().into())])),
    }
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
