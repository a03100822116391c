//! The differences that are shown: of which kinds, and of which effect.

use super::codec::{Parameter, variant, variant_name};
use crate::view::{DifferenceType, DifferenceView, Effect};

/// A kind of mark: differences inside a pair, passages that moved, and sentences on one side only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// A difference inside a pair.
    Inside(DifferenceType),
    /// A passage at another position in the other story.
    Moved,
    /// A sentence without a partner.
    Only,
}

impl MarkKind {
    /// All kinds, in the order the page lists them.
    pub const ALL: [Self; 8] = [
        Self::Inside(DifferenceType::Variant),
        Self::Inside(DifferenceType::Punctuation),
        Self::Inside(DifferenceType::Number),
        Self::Inside(DifferenceType::Wording),
        Self::Inside(DifferenceType::Addition),
        Self::Inside(DifferenceType::Omission),
        Self::Moved,
        Self::Only,
    ];

    /// Returns the kind's name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Inside(DifferenceType::Variant) => "variant",
            Self::Inside(DifferenceType::Punctuation) => "punctuation",
            Self::Inside(DifferenceType::Number) => "number",
            Self::Inside(DifferenceType::Wording) => "wording",
            Self::Inside(DifferenceType::Addition) => "addition",
            Self::Inside(DifferenceType::Omission) => "omission",
            Self::Moved => "moved",
            Self::Only => "only",
        }
    }

    fn bit(self) -> u16 {
        let place = Self::ALL.iter().position(|&kind| kind == self).unwrap_or_default();
        1 << place
    }
}

/// A set of kinds; all of them unless some are hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks(u16);

impl Default for Marks {
    fn default() -> Self {
        Self((1 << MarkKind::ALL.len()) - 1)
    }
}

impl Marks {
    /// Returns true if `kind` is shown.
    pub fn shows(self, kind: MarkKind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// Returns the set of one kind.
    pub fn only(kind: MarkKind) -> Self {
        Self(kind.bit())
    }

    /// Returns the kind that is shown alone, if one is.
    pub fn alone(self) -> Option<MarkKind> {
        MarkKind::ALL.into_iter().find(|&kind| self == Self::only(kind))
    }

    /// Returns the same set with `kind` switched.
    pub fn toggled(self, kind: MarkKind) -> Self {
        Self(self.0 ^ kind.bit())
    }
}

impl Parameter for Marks {
    fn parse(value: &str) -> Option<Self> {
        let named = |name: &str| MarkKind::ALL.into_iter().find(|kind| kind.name() == name);
        Some(Self(value.split(',').filter_map(named).fold(0, |set, kind| set | kind.bit())))
    }

    fn parameter(&self) -> String {
        let names = MarkKind::ALL.into_iter().filter(|&kind| self.shows(kind)).map(MarkKind::name);
        names.collect::<Vec<_>>().join(",")
    }
}

impl Parameter for Effect {
    fn parse(value: &str) -> Option<Self> {
        variant(value)
    }

    fn parameter(&self) -> String {
        variant_name(self)
    }
}

/// The differences shown: those of some kinds and, if an effect is chosen, of this one only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The kinds.
    pub marks: Marks,
    /// The effect chosen.
    pub effect: Option<Effect>,
}

impl Shown {
    /// Returns true if a difference inside a pair is shown.
    pub fn shows(self, difference: &DifferenceView) -> bool {
        self.marks.shows(MarkKind::Inside(difference.kind))
            && self.effect.is_none_or(|effect| effect == difference.effect)
    }

    /// Returns true if passages of this kind are marked as wholes. They have no effect, so that the choice of one hides
    /// them.
    pub fn marks_passages(self, kind: MarkKind) -> bool {
        self.effect.is_none() && self.marks.shows(kind)
    }
}
