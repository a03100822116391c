//! Text with its differences: the one way to draw and describe a difference in all views.

use yew::prelude::*;

use crate::lexicon::Region;
use crate::ui::i18n::{Catalog, key};
use crate::ui::labels;
use crate::ui::routes::MarkKind;
use crate::view::{DifferenceType, DifferenceView, Subject, TextPiece, ValueChange, ValueRelation};

/// Draws a difference as one side has it; `text` is empty if that side has nothing. A screen reader announces
/// its effect and its type and, for a gap, also the missing words.
pub(crate) fn mark(
    difference: &DifferenceView,
    text: &str,
    id: Option<String>,
    current: bool,
    catalog: &Catalog,
) -> Html {
    let kind = MarkKind::Inside(difference.kind);
    let gap = text.is_empty();
    let class = classes!(
        "d",
        labels::mark_class(kind),
        labels::effect_class(difference.effect),
        gap.then_some("d-gap"),
        current.then_some("current"),
    );
    let tabindex = id.is_some().then_some("-1");
    let title = describe(difference, catalog);
    let said = if gap { title.clone() } else { labels::effect_and_kind(difference, catalog) };
    let spoken = html! { <span class="unseen">{ format!("〔{said}〕") }</span> };
    match (difference.kind, gap) {
        (_, true) => html! { <span {class} {id} {title} {tabindex}>{ spoken }</span> },
        (DifferenceType::Omission, _) => {
            html! { <del {class} {id} {title} {tabindex}>{ spoken }{ text }</del> }
        }
        (DifferenceType::Addition, _) => {
            html! { <ins {class} {id} {title} {tabindex}>{ spoken }{ text }</ins> }
        }
        _ => html! { <mark {class} {id} {title} {tabindex}>{ spoken }{ text }</mark> },
    }
}

/// Draws text split at its differences, each of which is marked.
pub(crate) fn marked(pieces: &[TextPiece], differences: &[DifferenceView], catalog: &Catalog) -> Html {
    let piece = |piece: &TextPiece| {
        let found = piece.difference.and_then(|index| differences.get(index as usize));
        match found {
            Some(difference) => mark(difference, &piece.text, None, false, catalog),
            None => html! { { piece.text.clone() } },
        }
    };
    html! { <>{ for pieces.iter().map(piece) }</> }
}

/// Joins pieces to their text.
pub(crate) fn words_of(pieces: &[TextPiece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// Draws the sign of a passage at another position in the other story; `said` describes it in words.
pub(crate) fn moved(said: AttrValue, id: Option<String>, current: bool, catalog: &Catalog) -> Html {
    let tabindex = id.is_some().then_some("-1");
    html! {
        <span class={classes!("moved", current.then_some("current"))} {id} {tabindex} title={said.clone()}>
            <span aria-hidden="true">{ catalog.text(labels::sign(MarkKind::Moved)) }</span>
            <span class="unseen">{ said }</span>
        </span>
    }
}

/// Describes a difference in words, such as 「措辭 · 換詞「快速」 → 「迅速」」; that of values also by their relation.
pub(crate) fn describe(difference: &DifferenceView, catalog: &Catalog) -> String {
    let effect = catalog.text(labels::effect(difference.effect));
    let kind = catalog.text(labels::mark(MarkKind::Inside(difference.kind)));
    let (a, b) = (difference.a.as_str(), difference.b.as_str());
    let shown = |text: &str| {
        if text.trim().is_empty() {
            "∅".to_owned()
        } else {
            catalog.with(key!("quoted"), [("text", text.into())]).to_string()
        }
    };
    let change = format!("{kind} {} → {}", shown(a), shown(b));
    let parts =
        [Some(effect.to_string()), subject(difference, catalog).map(|name| name.to_string()), Some(change)];
    let worth = worth(difference, catalog).map(|worth| worth.to_string());
    let regional = regional(difference, catalog).map(|regional| regional.to_string());
    parts.into_iter().chain([worth, regional]).flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns the name of the part of a statement that a difference concerns, if its kind does not say so already.
pub(crate) fn subject(difference: &DifferenceView, catalog: &Catalog) -> Option<AttrValue> {
    subject_name(difference.kind, difference.subject, catalog)
}

/// Returns the name of what a difference of some type concerns.
pub(crate) fn subject_name(
    kind: DifferenceType,
    subject: Option<Subject>,
    catalog: &Catalog,
) -> Option<AttrValue> {
    let is_said = kind == DifferenceType::Number && subject == Some(Subject::Value);
    subject.filter(|_| !is_said).map(|subject| catalog.text(labels::subject(subject)))
}

/// Says that a difference is one of regional wording, and of which regions its words are.
pub(crate) fn regional(difference: &DifferenceView, catalog: &Catalog) -> Option<AttrValue> {
    let regions = difference.regions.as_ref()?;
    let names = |regions: &[Region]| {
        let names = regions.iter().map(|region| catalog.text(labels::region(*region)).to_string());
        names.collect::<Vec<_>>().join(&*catalog.text(key!("list-comma")))
    };
    let arguments = [("a", names(&regions.a).into()), ("b", names(&regions.b).into())];
    Some(catalog.with(key!("regional-words"), arguments))
}

/// Says whether both values that a difference concerns are the same, and by how much they differ.
pub(crate) fn worth(difference: &DifferenceView, catalog: &Catalog) -> Option<AttrValue> {
    difference.value.as_ref().and_then(|value| worth_of(value, catalog))
}

/// Says the relation of two values; nothing if only one side has one.
pub(crate) fn worth_of(value: &ValueChange, catalog: &Catalog) -> Option<AttrValue> {
    let are_both = value.a.is_some() && value.b.is_some();
    are_both.then(|| match (value.relation, value.change) {
        (ValueRelation::Same, _) => catalog.text(key!("value-same")),
        (ValueRelation::Precision, _) => catalog.text(key!("value-precision")),
        (ValueRelation::Other, None) => catalog.text(key!("value-other")),
        (ValueRelation::Other, Some(change)) => {
            let sign = if change > 0.0 { "+" } else { "" };
            let change = format!("{sign}{}", catalog.decimal(change, 1));
            catalog.with(key!("value-changed"), [("change", change.as_str().into())])
        }
    })
}
