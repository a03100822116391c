//! The frame of a story: headlines, decks, subheads, captions and bylines, each kind compared with its own.

use crate::ingest::BlockKind;
use crate::text::{OrderBy, Span};

use super::alignment::Difference;
use super::side::{Options, Side};

/// A heading, caption or byline of one text and its counterpart in the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its kind in both.
    pub kind: BlockKind,
    /// The place in `a`; `None` if only `b` has it.
    pub a: Option<Span>,
    /// The place in `b`; `None` if only `a` has it.
    pub b: Option<Span>,
    /// Likeness, 0 to 1.
    pub score: f64,
    /// The differences, if they are alike enough to be one text; two headlines that are not are simply different.
    pub differences: Vec<Difference>,
    /// True if one is a rewording of the other.
    pub alike: bool,
}

/// The kinds, in the order in which a reader sees them.
pub const KINDS: [BlockKind; 8] = [
    BlockKind::Kicker,
    BlockKind::Headline,
    BlockKind::Deck,
    BlockKind::Byline,
    BlockKind::Subhead,
    BlockKind::PullQuote,
    BlockKind::Caption,
    BlockKind::Note,
];

/// Pairs the blocks of both texts that are no running text. Headlines, kickers, decks and bylines are counterparts
/// whatever they say; of the other kinds only those that are alike are.
pub fn headings(
    a: (Side<'_>, &[(BlockKind, Span)]),
    b: (Side<'_>, &[(BlockKind, Span)]),
    options: Options,
) -> Vec<Heading> {
    let mut all = Vec::new();
    for kind in KINDS {
        let of = |blocks: &[(BlockKind, Span)]| -> Vec<Span> {
            blocks.iter().filter(|block| block.0 == kind).map(|block| block.1).collect()
        };
        let (own, other) = (of(a.1), of(b.1));
        if !(own.is_empty() && other.is_empty()) {
            all.extend(of_kind(
                kind,
                Side { sentences: &own, ..a.0 },
                Side { sentences: &other, ..b.0 },
                options,
            ));
        }
    }
    all
}

fn of_kind(kind: BlockKind, a: Side<'_>, b: Side<'_>, options: Options) -> Vec<Heading> {
    let found = super::compare(a, b, options);
    let mut headings: Vec<Heading> = found
        .pairs
        .into_iter()
        .filter(|pair| !pair.repeated)
        .map(|pair| Heading {
            kind,
            a: Some(pair.a),
            b: Some(pair.b),
            score: pair.score,
            differences: pair.differences,
            alike: true,
        })
        .collect();
    let free = |all: &[Span], taken: Vec<Span>| -> Vec<Span> {
        all.iter().copied().filter(|&span| !taken.iter().any(|taken| taken.contains(span))).collect()
    };
    let mut only_a = free(a.sentences, headings.iter().filter_map(|heading| heading.a).collect()).into_iter();
    let mut only_b = free(b.sentences, headings.iter().filter_map(|heading| heading.b).collect()).into_iter();
    let stand_for_each_other =
        matches!(kind, BlockKind::Headline | BlockKind::Kicker | BlockKind::Deck | BlockKind::Byline);
    let unlike = |a, b| Heading { kind, a, b, score: 0.0, differences: Vec::new(), alike: false };
    loop {
        match (only_a.next(), only_b.next()) {
            (None, None) => break,
            (Some(a), Some(b)) if !stand_for_each_other => {
                headings.extend([unlike(Some(a), None), unlike(None, Some(b))]);
            }
            (a, b) => headings.push(unlike(a, b)),
        }
    }
    // In the order of `a`; blocks that only `b` has come last, in their own order.
    headings.order_by_key(|heading| (heading.a.is_none(), heading.a, heading.b));
    headings
}
