//! Whole stories: those on one event are grouped, and their facts laid side by side.

use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;

use duidu::corpus::Scope;
use duidu::engine::{Ask, Engine, EventsQuestion, FactsQuestion};
use duidu::view::{EventView, FactSheetRow};

use crate::events::{Event, GoldFact, Telling};

/// An engine with both tellings of some events, `NNa` and `NNb`, beside the bundled pages.
pub(crate) fn engine(numbers: RangeInclusive<u32>) -> (Engine, Vec<Event>) {
    let model = fs::read("static/model/segmenter.bin").unwrap();
    let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
    let events = Event::read(numbers);
    for (number, event) in events.iter().enumerate() {
        engine.add(event.a.story(&format!("{number:02}a")));
        engine.add(event.b.story(&format!("{number:02}b")));
    }
    (engine, events)
}

/// The events of all stories.
pub(crate) fn groups(engine: &mut Engine, scope: Scope) -> Vec<EventView> {
    engine.ask(EventsQuestion { scope }.query()).unwrap()
}

/// The facts found for events, counted against those that a person listed.
#[derive(Debug, Default)]
pub(crate) struct FactScore {
    /// True to print what is missed and what is wrong.
    show: bool,
    /// Facts listed, by kind: right, all.
    kinds: BTreeMap<String, (usize, usize)>,
    right: usize,
    wrong: usize,
    missed: usize,
    agreed: usize,
    both: usize,
}

impl FactScore {
    pub(crate) fn new(show: bool) -> Self {
        Self { show, ..Self::default() }
    }

    pub(crate) fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed).max(1) as f64
    }

    pub(crate) fn line(&self) -> String {
        let Self { right, wrong, missed, agreed, both, kinds, .. } = self;
        let f1 = self.f1();
        format!(
            "facts: F1 {f1:.3}, {right} right, {wrong} wrong, {missed} missed; of {both} pairs {agreed} agree or differ rightly; {kinds:?}"
        )
    }

    /// Counts the rows of an event. A fact is found if a row has it, in its words, for both papers, or for the only one that
    /// tells it; a row that has the words of a listed fact for one paper and other words for the other is wrong.
    pub(crate) fn add(&mut self, event: &Event, rows: &[FactSheetRow]) {
        let mut used = vec![false; rows.len()];
        for fact in &event.facts {
            let found = rows.iter().position(|row| is_right(row, fact, event));
            let kind = self.kinds.entry(format!("{:?}", fact.kind)).or_default();
            kind.1 += 1;
            if let Some(found) = found {
                used[found] = true;
                kind.0 += 1;
                self.right += 1;
                if fact.a.is_some() && fact.b.is_some() {
                    self.both += 1;
                    self.agreed += usize::from(rows[found].agree == (fact.relation == "same"));
                }
            } else {
                self.missed += 1;
                if self.show {
                    println!("missed {fact:?}");
                    print_near(fact, event, rows);
                }
            }
        }
        for (row, _) in rows.iter().zip(used).filter(|(_, used)| !used) {
            let partly = event.facts.iter().any(|fact| {
                fact.kind == row.kind
                    && (has(row, 0, fact.a.as_deref(), &event.a) || has(row, 1, fact.b.as_deref(), &event.b))
            });
            let both = row.cells.iter().all(Option::is_some);
            if partly && both {
                self.wrong += 1;
                if self.show {
                    println!(
                        "wrong {:?} {:?}",
                        row.kind,
                        row.cells.iter().flatten().map(|cell| &cell.text).collect::<Vec<_>>()
                    );
                }
            }
        }
    }
}

fn is_right(row: &FactSheetRow, fact: &GoldFact, event: &Event) -> bool {
    let side = |story: usize, words: Option<&str>, telling: &Telling| match words {
        None => row.cells[story].is_none(),
        Some(_) => has(row, story, words, telling),
    };
    side(0, fact.a.as_deref(), &event.a) && side(1, fact.b.as_deref(), &event.b)
}

/// Prints the rows that have the words of a fact that is missed, of whatever kind.
fn print_near(fact: &GoldFact, event: &Event, rows: &[FactSheetRow]) {
    let (a, b) = (fact.a.as_deref(), fact.b.as_deref());
    for row in rows.iter().filter(|row| has(row, 0, a, &event.a) || has(row, 1, b, &event.b)) {
        let cells: Vec<_> = row.cells.iter().map(|cell| cell.as_ref().map(|cell| &cell.text)).collect();
        println!("    but {:?} {cells:?}", row.kind);
    }
}

/// True if the cell of a story touches some place where these words are.
fn has(row: &FactSheetRow, story: usize, words: Option<&str>, telling: &Telling) -> bool {
    let (Some(cell), Some(words)) = (&row.cells[story], words) else { return false };
    let text = format!("{}\n{}", telling.headline, telling.sentences.concat());
    let length = |text: &str| text.encode_utf16().count() as u32;
    text.match_indices(words).any(|(at, _)| {
        let start = length(&text[..at]);
        cell.range.start < start + length(words) && start < cell.range.end
    })
}

/// The facts of both tellings of an event, given by its place among those of the engine.
pub(crate) fn facts(engine: &mut Engine, number: usize) -> Vec<FactSheetRow> {
    let ids = vec![format!("{number:02}a"), format!("{number:02}b")];
    engine.ask(FactsQuestion { ids }.query()).unwrap().rows
}
