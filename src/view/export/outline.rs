//! The parts of the report in order: headings, tables and lists, before they are written in a format.

use super::labels::{Label, Labels};
use crate::view::{
    Detail, DifferenceType, Effect, Favoured, FavouredWord, MovedPassage, NumberedQuote, Quote, Range,
    Report, ReportChange, ReportPair, StoryRow,
};

/// A part of the report.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum OutlinePart {
    /// A heading and its level, 1 for the title.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// A table: its column heads, and the cells of each row.
    Table(Vec<String>, Vec<Vec<OutlineCell>>),
    /// A list.
    List(Vec<OutlineCell>),
}

/// The content of a cell or of a line of a list: a sequence of runs.
pub(super) type OutlineCell = Vec<OutlineRun>;

/// A run of words with one origin.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OutlineRun {
    /// The words.
    pub(super) text: String,
    /// Their origin.
    pub(super) voice: Voice,
    /// The address of the passage they quote or refer to.
    pub(super) link: Option<String>,
}

/// The origin of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// The report itself.
    Report,
    /// A story.
    Story,
    /// A story, of words that another one deleted.
    Deleted,
    /// A story, of words that another one lacks.
    Inserted,
}

/// Returns the address of a passage, given the index of its story.
pub(super) type Linking<'a> = &'a dyn Fn(usize, Range) -> Option<String>;

/// Builds the whole report, whose passages have the addresses of `linking`.
pub(super) fn outline(report: &Report, labels: &Labels, linking: Linking<'_>) -> Vec<OutlinePart> {
    let writer = OutlineWriter { report, labels, linking };
    let mut parts = vec![
        OutlinePart::Heading(1, writer.of(Label::Title)),
        OutlinePart::Heading(2, writer.of(Label::Stories)),
        writer.stories(),
        OutlinePart::Heading(2, writer.of(Label::Frames)),
        writer.frames(),
    ];
    for pair in &report.pairs {
        writer.pair(pair, &mut parts);
    }
    parts.push(OutlinePart::Heading(2, writer.of(Label::Favoured)));
    parts.push(OutlinePart::Paragraph(writer.of(Label::FavouredNote)));
    for (story, favoured) in report.stories.iter().zip(&report.favoured) {
        parts.push(OutlinePart::Heading(3, writer.called(story)));
        parts.push(writer.favoured(story, favoured));
    }
    parts
}

struct OutlineWriter<'a> {
    report: &'a Report,
    labels: &'a Labels,
    linking: Linking<'a>,
}

impl OutlineWriter<'_> {
    fn of(&self, label: Label) -> String {
        self.labels.of(label).to_owned()
    }

    fn heads(&self, labels: &[Label]) -> Vec<String> {
        labels.iter().map(|&label| self.of(label)).collect()
    }

    /// Makes a cell of the report's own words.
    fn says(&self, text: impl Into<String>) -> OutlineCell {
        vec![OutlineRun { text: text.into(), voice: Voice::Report, link: None }]
    }

    fn link(&self, story: &StoryRow, range: Range) -> Option<String> {
        (self.linking)(self.index(story)?, range)
    }

    fn index(&self, story: &StoryRow) -> Option<usize> {
        self.report.stories.iter().position(|found| found.id == story.id)
    }

    /// Returns the siglum of a story, or its id where the caller gave none.
    fn sign<'s>(&'s self, story: &'s StoryRow) -> &'s str {
        self.index(story).map_or(&story.id, |index| self.labels.sign(index, story))
    }

    /// Returns the name of a story.
    fn called(&self, story: &StoryRow) -> String {
        self.index(story).map_or_else(String::new, |index| self.labels.called(index, story))
    }

    fn quoted(&self, story: &StoryRow, quote: &Quote, voice: Voice) -> OutlineRun {
        OutlineRun { text: quote.text.clone(), voice, link: self.link(story, quote.range) }
    }

    /// Makes a cell of the number of a sentence and its words.
    fn numbered(&self, story: &StoryRow, found: &NumberedQuote, voice: Voice) -> OutlineCell {
        let number = self.place(story, found.number, found.quote.range);
        vec![number, space(), self.quoted(story, &found.quote, voice)]
    }

    fn place(&self, story: &StoryRow, number: u32, range: Range) -> OutlineRun {
        let text = format!("{} {} {number}", self.sign(story), self.labels.of(Label::Sentence));
        OutlineRun { text, voice: Voice::Report, link: self.link(story, range) }
    }

    fn story(&self, number: u32) -> &StoryRow {
        &self.report.stories[number as usize]
    }

    fn stories(&self) -> OutlinePart {
        let row = |story: &StoryRow| {
            vec![
                self.says(self.sign(story)),
                self.says(&story.paper),
                self.says(&story.date),
                vec![OutlineRun {
                    text: named(story),
                    voice: Voice::Story,
                    link: self.link(story, Range::default()),
                }],
                self.says(story.characters.to_string()),
            ]
        };
        let mut heads = vec![String::new()];
        heads.extend(self.heads(&[Label::Paper, Label::Date, Label::Headline, Label::Characters]));
        OutlinePart::Table(heads, self.report.stories.iter().map(row).collect())
    }

    fn frames(&self) -> OutlinePart {
        let mut heads = vec![String::new()];
        heads.extend(self.report.stories.iter().map(|story| self.called(story)));
        let stories = &self.report.stories;
        let mut rows: Vec<Vec<OutlineCell>> = self
            .report
            .frames
            .iter()
            .map(|frame| {
                let cells = stories.iter().zip(&frame.cells).map(|(story, quotes)| {
                    let runs = quotes.iter().map(|quote| self.quoted(story, quote, Voice::Story));
                    joined(runs.collect())
                });
                std::iter::once(self.says(self.labels.block(frame.kind))).chain(cells).collect()
            })
            .collect();
        if self.report.datelines.iter().any(Option::is_some) {
            let cells = stories.iter().zip(&self.report.datelines).map(|(story, dateline)| {
                dateline.iter().map(|quote| self.quoted(story, quote, Voice::Story)).collect()
            });
            rows.push(std::iter::once(self.says(self.of(Label::Dateline))).chain(cells).collect());
        }
        OutlinePart::Table(heads, rows)
    }

    fn pair(&self, pair: &ReportPair, parts: &mut Vec<OutlinePart>) {
        let (a, b) = (self.story(0), self.story(pair.story));
        parts.push(OutlinePart::Heading(2, format!("{} → {}", self.called(a), self.called(b))));
        parts.push(self.measures(pair));
        let none = || OutlinePart::Paragraph(self.of(Label::None));

        parts.push(OutlinePart::Heading(3, self.of(Label::Moved)));
        let moved = |found: &MovedPassage| {
            let (from, to) = (&found.a, &found.b);
            vec![
                self.place(a, from.number, from.quote.range),
                OutlineRun { text: " → ".to_owned(), voice: Voice::Report, link: None },
                self.place(b, to.number, to.quote.range),
                space(),
                self.quoted(a, &from.quote, Voice::Story),
            ]
        };
        parts.push(if pair.moved.is_empty() {
            OutlinePart::Paragraph(self.of(Label::OrderKept))
        } else {
            OutlinePart::List(pair.moved.iter().map(moved).collect())
        });

        for (label, story, found, voice) in [
            (Label::Dropped, a, &pair.dropped, Voice::Deleted),
            (Label::Added, b, &pair.added, Voice::Inserted),
        ] {
            parts.push(OutlinePart::Heading(3, self.of(label)));
            parts.push(if found.is_empty() {
                none()
            } else {
                OutlinePart::List(found.iter().map(|found| self.numbered(story, found, voice)).collect())
            });
        }

        parts.push(OutlinePart::Heading(3, self.of(Label::Changes)));
        parts.push(if pair.changes.is_empty() {
            none()
        } else {
            let heads =
                [Label::Effect, Label::Type, Label::Before, Label::After, Label::Count, Label::Places];
            OutlinePart::Table(
                self.heads(&heads),
                pair.changes.iter().map(|change| self.change(a, b, change)).collect(),
            )
        });
    }

    fn measures(&self, pair: &ReportPair) -> OutlinePart {
        let (reuse, copied, facts) = (pair.reuse, pair.copied, &pair.facts);
        let mut rows = vec![
            (self.of(Label::Relation), self.labels.relation(pair.relation).to_owned()),
            (self.of(Label::ReuseForth), percent(reuse.a_in_b)),
            (self.of(Label::ReuseBack), percent(reuse.b_in_a)),
            (self.of(Label::MinimumRun), copied.minimum_run.to_string()),
            (self.of(Label::CopiedForth), percent(copied.a_in_b)),
            (self.of(Label::CopiedBack), percent(copied.b_in_a)),
            (self.of(Label::DiscountedForth), percent(copied.discounted_a_in_b)),
            (self.of(Label::DiscountedBack), percent(copied.discounted_b_in_a)),
        ];
        let counted = [
            (Label::Aligned, pair.aligned),
            (Label::Identical, pair.identical),
            (Label::Moved, facts.moved),
            (Label::Split, facts.split),
            (Label::Merged, facts.merged),
        ];
        rows.extend(counted.map(|(label, count)| (self.of(label), count.to_string())));
        rows.extend(
            Effect::ALL
                .map(|effect| (self.labels.effect(effect).to_owned(), pair.effects.of(effect).to_string())),
        );
        rows.extend(
            DifferenceType::ALL
                .map(|kind| (self.labels.difference(kind).to_owned(), pair.counts.of(kind).to_string())),
        );
        let rows = rows.into_iter().map(|(name, value)| vec![self.says(name), self.says(value)]).collect();
        OutlinePart::Table(self.heads(&[Label::Measure, Label::Value]), rows)
    }

    fn change(&self, a: &StoryRow, b: &StoryRow, change: &ReportChange) -> Vec<OutlineCell> {
        let kind = self.labels.difference(change.kind);
        let kind = match change.detail {
            Some(Detail::Script) => format!("{kind} ({})", self.labels.of(Label::Script)),
            Some(Detail::Regional) => format!("{kind} ({})", self.labels.of(Label::Regional)),
            Some(Detail::OneToMany) => format!("{kind} ({})", self.labels.of(Label::OneToMany)),
            Some(Detail::Width) => format!("{kind} ({})", self.labels.of(Label::Width)),
            None => kind.to_owned(),
        };
        let words = |text: &str, voice| vec![OutlineRun { text: text.to_owned(), voice, link: None }];
        let places = change.places.iter().map(|place| {
            // Words that one side lacks are linked at their place in the other.
            if change.a.is_empty() {
                self.place(b, place.b_number, place.b)
            } else {
                self.place(a, place.a_number, place.a)
            }
        });
        vec![
            self.says(self.labels.effect(change.effect)),
            self.says(kind),
            words(&change.a, Voice::Deleted),
            words(&change.b, Voice::Inserted),
            self.says(change.places.len().to_string()),
            joined(places.collect()),
        ]
    }

    fn favoured(&self, story: &StoryRow, favoured: &Favoured) -> OutlinePart {
        if favoured.rows.is_empty() {
            return OutlinePart::Paragraph(self.of(Label::None));
        }
        let heads = [Label::Word, Label::Here, Label::Elsewhere, Label::G2, Label::LogRatio, Label::P];
        let row = |word: &FavouredWord| {
            let place = word.places.first().copied().unwrap_or_default();
            let p = if word.low_expected { self.of(Label::LowExpected) } else { format!("{:.4}", word.p) };
            vec![
                vec![OutlineRun {
                    text: word.word.clone(),
                    voice: Voice::Story,
                    link: self.link(story, place),
                }],
                self.says(format!("{} / {}", word.frequency, favoured.tokens)),
                self.says(format!("{} / {}", word.reference, favoured.reference_tokens)),
                self.says(format!("{:.2}", word.g2)),
                self.says(format!("{:.2}", word.log_ratio)),
                self.says(p),
            ]
        };
        OutlinePart::Table(self.heads(&heads), favoured.rows.iter().map(row).collect())
    }
}

/// Returns the headline of a story, or its opening if it has none.
fn named(story: &StoryRow) -> String {
    if story.headline.is_empty() { story.first_words() } else { story.headline.clone() }
}

fn percent(share: f64) -> String {
    format!("{:.1}%", 100.0 * share)
}

fn space() -> OutlineRun {
    OutlineRun { text: " ".to_owned(), voice: Voice::Report, link: None }
}

/// Joins runs with a slash between them.
fn joined(runs: Vec<OutlineRun>) -> OutlineCell {
    let mut cell = Vec::with_capacity(2 * runs.len());
    for run in runs {
        if !cell.is_empty() {
            cell.push(OutlineRun { text: " / ".to_owned(), voice: Voice::Report, link: None });
        }
        cell.push(run);
    }
    cell
}
