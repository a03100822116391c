//! The share of planted edits that were found, and of findings that were planted: the same for every way of
//! planting.

use std::collections::BTreeMap;
use std::fmt;

use duidu::compare::{DifferenceType, Options, Side, compare};
use duidu::corpus::Token;
use duidu::lexicon::RegionalWording;
use duidu::text::{Span, sentences};

/// A story before and after, with a record of its edits.
pub(crate) struct Planted {
    /// The story before.
    pub(crate) a: String,
    /// The story after.
    pub(crate) b: String,
    /// The planted edits with their places in both.
    pub(crate) edits: Vec<(DifferenceType, Span, Span)>,
    /// Moves: any of these passages may be reported as moved.
    pub(crate) moves: Vec<Vec<(Span, Span)>>,
    /// Sentences that only one side has.
    pub(crate) only: (Vec<Span>, Vec<Span>),
}

#[derive(Clone, Copy, Default)]
struct Tally {
    planted: u32,
    found: u32,
    reported: u32,
    true_reports: u32,
}

impl Tally {
    fn rates(self) -> (f64, f64) {
        let rate = |part: u32, whole: u32| if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) };
        (rate(self.found, self.planted), rate(self.true_reports, self.reported))
    }
}

/// Tallies by type, of moves and of sentences that one side lacks.
#[derive(Default)]
pub(crate) struct Score {
    kinds: BTreeMap<DifferenceType, Tally>,
    moves: Tally,
    alone: Tally,
    /// The errors, for the reader of a failed test.
    errors: Vec<String>,
}

fn touch(x: Span, y: Span) -> bool {
    x.start <= y.end && y.start <= x.end
}

fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        found.extend(sentences(text, Span::new(start, start + line.len())));
        start += line.len();
    }
    found
}

impl Score {
    /// Compares the two sides, with the words of each, and tallies the results.
    pub(crate) fn add(&mut self, planted: &Planted, words: impl Fn(&str) -> Vec<Token>) {
        let (sentences_a, sentences_b) = (paragraphs(&planted.a), paragraphs(&planted.b));
        let (tokens_a, tokens_b) = (words(&planted.a), words(&planted.b));
        let a = Side {
            text: &planted.a,
            sentences: &sentences_a,
            tokens: &tokens_a,
            regional: RegionalWording::bundled(),
        };
        let b = Side {
            text: &planted.b,
            sentences: &sentences_b,
            tokens: &tokens_b,
            regional: RegionalWording::bundled(),
        };
        let alignment = compare(a, b, Options::default());

        let mut open: Vec<_> = planted.edits.clone();
        for (kind, ..) in &open {
            self.kinds.entry(*kind).or_default().planted += 1;
        }
        for pair in alignment.pairs.iter() {
            for difference in &pair.differences {
                let tally = self.kinds.entry(difference.kind).or_default();
                tally.reported += 1;
                let hit = open.iter().position(|(kind, a, b)| {
                    *kind == difference.kind && touch(*a, difference.a) && touch(*b, difference.b)
                });
                if let Some(hit) = hit {
                    open.remove(hit);
                    tally.found += 1;
                    tally.true_reports += 1;
                } else {
                    let (own, other) = (difference.a.of(&planted.a), difference.b.of(&planted.b));
                    let (pa, pb) = (pair.a.of(&planted.a), pair.b.of(&planted.b));
                    self.errors.push(format!(
                        "invented {:?} [{own}] → [{other}]\n   {pa}\n   {pb}",
                        difference.kind
                    ));
                }
            }
        }
        for (kind, a, b) in open {
            self.errors.push(format!("missed {kind:?} [{}] → [{}]", a.of(&planted.a), b.of(&planted.b)));
        }

        let overlap = |x: Span, y: Span| x.start < y.end && y.start < x.end;
        let moved: Vec<_> = alignment.pairs.iter().filter(|pair| pair.moved).collect();
        self.moves.planted += planted.moves.len() as u32;
        self.moves.reported += moved.len() as u32;
        for one in &planted.moves {
            let found =
                one.iter().any(|(a, b)| moved.iter().any(|pair| overlap(pair.a, *a) && overlap(pair.b, *b)));
            self.moves.found += u32::from(found);
            if !found {
                self.errors.push(format!("missed move {}", one[0].0.of(&planted.a)));
            }
        }
        for pair in moved {
            let mut passages = planted.moves.iter().flatten();
            let true_report = passages.any(|(a, b)| overlap(pair.a, *a) && overlap(pair.b, *b));
            self.moves.true_reports += u32::from(true_report);
            if !true_report {
                self.errors.push(format!("invented move {}", pair.a.of(&planted.a)));
            }
        }
        for (planted_only, found, text) in [
            (&planted.only.0, &alignment.only_a, &planted.a),
            (&planted.only.1, &alignment.only_b, &planted.b),
        ] {
            self.alone.planted += planted_only.len() as u32;
            self.alone.reported += found.len() as u32;
            let hits = found.iter().filter(|span| planted_only.contains(span)).count() as u32;
            self.alone.found += hits;
            self.alone.true_reports += hits;
            for span in found.iter().filter(|span| !planted_only.contains(span)) {
                self.errors.push(format!("alone {}", span.of(text)));
            }
            for span in planted_only.iter().filter(|span| !found.contains(span)) {
                self.errors.push(format!("not alone {}", span.of(text)));
            }
        }
    }

    /// Adds another score.
    pub(crate) fn merge(&mut self, other: Self) {
        let add = |own: &mut Tally, other: Tally| {
            own.planted += other.planted;
            own.found += other.found;
            own.reported += other.reported;
            own.true_reports += other.true_reports;
        };
        for (kind, tally) in other.kinds {
            add(self.kinds.entry(kind).or_default(), tally);
        }
        add(&mut self.moves, other.moves);
        add(&mut self.alone, other.alone);
        self.errors.extend(other.errors);
    }

    /// Formats the recall and precision of everything on one line.
    pub(crate) fn line(&self) -> String {
        let rates = |(recall, precision): (f64, f64)| format!("{recall:.3}/{precision:.3}");
        let kinds: Vec<String> =
            self.kinds.iter().map(|(kind, tally)| format!("{kind:?} {}", rates(tally.rates()))).collect();
        format!(
            "{} all {} moves {} alone {}",
            kinds.join(" "),
            rates(self.overall()),
            rates(self.moves()),
            rates(self.alone())
        )
    }

    /// Returns the recall and precision over all types of difference.
    pub(crate) fn overall(&self) -> (f64, f64) {
        let sum = self.kinds.values().chain([&self.moves]).fold(Tally::default(), |sum, tally| Tally {
            planted: sum.planted + tally.planted,
            found: sum.found + tally.found,
            reported: sum.reported + tally.reported,
            true_reports: sum.true_reports + tally.true_reports,
        });
        sum.rates()
    }

    /// Returns the recall and precision of one type.
    pub(crate) fn of(&self, kind: DifferenceType) -> (f64, f64) {
        self.kinds.get(&kind).copied().unwrap_or_default().rates()
    }

    /// Returns the recall and precision of moves.
    pub(crate) fn moves(&self) -> (f64, f64) {
        self.moves.rates()
    }

    /// Returns the recall and precision of sentences that one side lacks.
    pub(crate) fn alone(&self) -> (f64, f64) {
        self.alone.rates()
    }
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = std::env::var("ERRORS").ok().and_then(|count| count.parse().ok()).unwrap_or(20);
        for error in self.errors.iter().take(shown) {
            writeln!(out, "{error}")?;
        }
        let rates = |(recall, precision): (f64, f64)| format!("recall {recall:.3} precision {precision:.3}");
        for (kind, tally) in &self.kinds {
            writeln!(out, "{kind:?}: {} planted, {}", tally.planted, rates(tally.rates()))?;
        }
        writeln!(out, "moves: {} planted, {}", self.moves.planted, rates(self.moves()))?;
        writeln!(out, "alone: {} planted, {}", self.alone.planted, rates(self.alone()))?;
        write!(out, "overall: {}", rates(self.overall()))
    }
}
