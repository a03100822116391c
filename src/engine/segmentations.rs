//! One text under two segmenters.

use std::collections::BTreeMap;

use crate::analysis::ComparedSegmentations;
use crate::corpus::Units;
use crate::text::{OrderBy, Span, Utf16Map, is_word_character, saturating_u32};
use crate::view;

use super::reading::range;
use super::{Engine, EngineError, Passage};

impl Engine {
    /// Segments a text in the question's units, and in others.
    pub(super) fn segmentations(
        &self,
        units: Units,
        passage: &Passage,
        other: Units,
    ) -> Result<view::SegmentationPair, EngineError> {
        let (story, text) = match passage {
            Passage::Story(id) => (Some(id.as_str()), &self.text(id)?),
            Passage::Text(text) => (None, text),
        };
        let segment = |units: Units| self.segmenters.segment(units, story, text);
        let (a, b) = (segment(units)?, segment(other.settled())?);
        let map = Utf16Map::new(text);
        let is_word = |span: &&Span| span.of(text).contains(is_word_character);
        let words = |spans: &[Span]| spans.iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>();
        let count = |spans: &[Span]| saturating_u32(spans.iter().filter(is_word).count());
        let mut pair = view::SegmentationPair::default();
        let mut partings: BTreeMap<(Vec<String>, Vec<String>), (u32, view::Range)> = BTreeMap::new();
        let mut line = Vec::new();
        for stretch in ComparedSegmentations::new(&a, &b).stretches {
            let alike = stretch.b.is_empty();
            pair.words_a += count(&stretch.a);
            pair.words_b += count(if alike { &stretch.a } else { &stretch.b });
            if alike {
                pair.words_both += count(&stretch.a);
                // A line ends where both segmenters have the line feed as a word, which is nearly everywhere.
                for part in stretch.a.split_inclusive(|span| span.of(text).contains('\n')) {
                    let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
                    let ends_line = last.of(text).contains('\n');
                    let kept = if ends_line { &part[..part.len() - 1] } else { part };
                    if !kept.is_empty() {
                        let span = Span { start: first.start, end: last.end };
                        line.push(view::Stretch { range: range(&map, span), a: words(kept), b: Vec::new() });
                    }
                    if ends_line {
                        pair.lines.push(std::mem::take(&mut line));
                    }
                }
            } else {
                let (a, b, range) = (words(&stretch.a), words(&stretch.b), range(&map, stretch.span));
                partings.entry((a.clone(), b.clone())).or_insert((0, range)).0 += 1;
                line.push(view::Stretch { range, a, b });
            }
        }
        pair.lines.push(line);
        pair.lines.retain(|line| !line.is_empty());
        pair.partings = partings
            .into_iter()
            .map(|((a, b), (frequency, first))| view::Parting { a, b, frequency, first })
            .collect();
        pair.partings.order_by_key(|parting| (std::cmp::Reverse(parting.frequency), parting.first));
        Ok(pair)
    }
}
