//! The effect of a difference: what it changes, from a fact to mere form.
//!
//! Each difference of a pair is judged with its surroundings: the values (`values`), names (`names`) and words of voice
//! (`voice`) that it touches in either passage. A value, name or negation that only one side has is a fact, unless the
//! other side has the same one at another place; the first of these rules that applies decides.

mod context;
mod exchanged;
mod expletives;
mod forms;
mod judge;
mod labels;
mod moved;
mod name_forms;
mod name_lists;
mod names;
mod opposites;
mod source_clause;
mod titles;
mod values;
mod voice;
mod worded;

use serde::{Deserialize, Serialize};

use super::alignment::Difference;
use super::side::Side;
use crate::text::Span;
use crate::text::value::{Quantity, ValueRelation};

pub use crate::lexicon::Effect;
pub use name_forms::is_another_form;
pub(super) use name_lists::{is_one_body, surname};
pub(super) use names::listed_names;
pub use names::{Name, NameKind, names};
pub(super) use titles::{ends_with_title, is_title, title_at};

/// The part of a statement that a difference concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Subject {
    /// 數值: a number with its unit.
    Value,
    /// 編號: a name with digits in it, such as that of a bus or a flight.
    Label,
    /// 名稱: a person, place, organisation or work.
    Name,
    /// 職銜: a title.
    Title,
    /// 否定: whether something is so, by a negation.
    Negation,
    /// 相反: two words that cannot both be true.
    Opposite,
    /// 引述: the verb of saying.
    Attribution,
    /// 引號: direct quotation.
    Quotation,
    /// 保留: a reservation such as 據報 or 可能.
    Hedge,
    /// 情態: what is planned, allowed or required.
    Modality,
}

/// The judgement of one difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// What it changes.
    pub effect: Effect,
    /// What it concerns, if that is known.
    pub subject: Option<Subject>,
    /// The values it concerns.
    pub values: Option<Values>,
}

/// The values that a difference concerns, on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// That of `a`.
    pub a: Option<Quantity>,
    /// That of `b`.
    pub b: Option<Quantity>,
    /// Their relation.
    pub relation: ValueRelation,
}

/// Judges the differences between two passages.
pub fn effects(
    (a, passage_a): (Side<'_>, Span),
    (b, passage_b): (Side<'_>, Span),
    differences: &[Difference],
) -> Vec<Judgement> {
    if differences.is_empty() {
        return Vec::new();
    }
    let (a, b) = (context::Passage::new(a, passage_a), context::Passage::new(b, passage_b));
    let are_exchanged = exchanged::are_exchanged(&a, &b, differences.len());
    let pair = judge::PairContext { a: &a, b: &b, differences, are_exchanged };
    (0..differences.len()).map(|at| pair.judge(at)).collect()
}
