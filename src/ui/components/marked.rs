//! Words with what differs in them: the one way a difference is drawn and said, wherever it stands.

use yew::prelude::*;

use crate::ui::i18n::Catalog;
use crate::ui::labels;
use crate::ui::routes::MarkKind;
use crate::view::{Difference, DifferenceType, Piece};

/// One difference as one side has it; `text` is empty where that side has nothing. A screen reader hears its type, and
/// of a gap what is missing as well.
pub(crate) fn mark(
    difference: &Difference,
    text: &str,
    id: Option<String>,
    current: bool,
    catalog: &Catalog,
) -> Html {
    let kind = MarkKind::Inside(difference.kind);
    let gap = text.is_empty();
    let class = classes!("d", labels::mark_class(kind), gap.then_some("d-gap"), current.then_some("current"));
    let tabindex = id.is_some().then_some("-1");
    let title = describe(difference, catalog);
    let said = if gap { title.clone() } else { catalog.text(labels::mark(kind)).to_string() };
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

/// Words cut at their differences, each marked.
pub(crate) fn marked(pieces: &[Piece], differences: &[Difference], catalog: &Catalog) -> Html {
    let piece = |piece: &Piece| {
        let found = piece.difference.and_then(|index| differences.get(index as usize));
        match found {
            Some(difference) => mark(difference, &piece.text, None, false, catalog),
            None => html! { { piece.text.clone() } },
        }
    };
    html! { <>{ for pieces.iter().map(piece) }</> }
}

/// The sign of a passage that stands elsewhere in the other story; `said` is what it is in words.
pub(crate) fn moved(said: AttrValue, id: Option<String>, current: bool) -> Html {
    let tabindex = id.is_some().then_some("-1");
    html! {
        <span class={classes!("moved", current.then_some("current"))} {id} {tabindex} title={said.clone()}>
            <span aria-hidden="true">{ labels::glyph(MarkKind::Moved) }</span>
            <span class="unseen">{ said }</span>
        </span>
    }
}

/// A difference in words, such as 「換詞「快速」 → 「迅速」」.
pub(crate) fn describe(difference: &Difference, catalog: &Catalog) -> String {
    let kind = catalog.text(labels::mark(MarkKind::Inside(difference.kind)));
    let (a, b) = (difference.a.as_str(), difference.b.as_str());
    let shown = |text: &str| if text.trim().is_empty() { "∅".to_owned() } else { format!("「{text}」") };
    format!("{kind} {} → {}", shown(a), shown(b))
}
