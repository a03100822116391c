//! The rows of facts: mentions of several stories that are one fact.

use rustc_hash::FxHashMap;

use super::mentions::{Mention, Said, mentions};
use super::names::other_form;
use super::quoted::reported;
use super::same_fact::{Match, compare};
use super::{FactKind, FactRow};
use crate::compare::side::{Dated, Side};
use crate::compare::telling::probabilities;
use crate::segment::Tag;
use crate::text::{OrderBy, Span, saturating_u32};

/// The share of a quotation that a clause of a related sentence must have to be its report, together with [`LINKED`].
const REPORTED: f64 = 0.5;

/// The part of the share that the probability of the relation makes up for.
const LINKED: f64 = 0.4;

/// The probability from which a sentence is searched for the report of a quotation.
const RELATED: f64 = 0.3;

/// A row that is being filled.
struct Row {
    kind: FactKind,
    agree: bool,
    cells: Vec<Option<Mention>>,
}

/// The probabilities that sentences of two stories report the same thing, by their numbers.
type Links = FxHashMap<(usize, usize), f64>;

/// Lists the facts of several stories: by kind, those that most stories have first, in the order of the text.
pub fn fact_rows(stories: &[Dated<'_>]) -> Vec<FactRow> {
    let mut rows: Vec<Row> = Vec::new();
    for (story, &text) in stories.iter().enumerate() {
        let links: Vec<Links> =
            stories.iter().take(story).map(|before| probabilities(before.side, text.side)).collect();
        place(&mut rows, story, mentions(text), &links);
        for row in &mut rows {
            row.cells.resize(story.saturating_add(1), None);
        }
    }
    for row in rows.iter_mut().filter(|row| row.kind == FactKind::Quotation) {
        find_reports(row, stories);
    }
    for row in &mut rows {
        find_other_forms(row, stories);
    }
    let mut facts: Vec<(FactRow, usize)> = rows.iter().map(|row| finished(row, stories)).collect();
    facts.order_by_key(|(row, first)| {
        let has = row.cells.iter().flatten().map(|_| 1_usize).sum::<usize>();
        let start = row.cells.iter().flatten().next().map(|span| span.start);
        (row.kind, std::cmp::Reverse(has), *first, start)
    });
    facts.into_iter().map(|(row, _)| row).collect()
}

/// Puts the mentions of a story into the rows of the stories before, the surest first, and the rest into new rows.
fn place(rows: &mut Vec<Row>, story: usize, mentions: Vec<Mention>, links: &[Links]) {
    let mut offers: Vec<(Match, usize, usize)> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        for (at, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.kind == row.kind) {
            let cells = row.cells.iter().zip(links).filter_map(|(cell, links)| Some((cell.as_ref()?, links)));
            let found = cells.filter_map(|(cell, links)| {
                let linked = links.get(&(cell.sentence, mention.sentence)).copied().unwrap_or(0.0);
                compare(cell, mention, linked)
            });
            let best = found.max_by(|x, y| x.points.total_cmp(&y.points));
            offers.extend(best.map(|best| (best, number, at)));
        }
    }
    offers.order_by(|x, y| y.0.points.total_cmp(&x.0.points).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
    let mut row_of: Vec<Option<(usize, bool)>> = vec![None; mentions.len()];
    let mut taken = vec![false; rows.len()];
    for (found, row, at) in offers {
        if let (Some(place @ None), Some(taken @ false)) = (row_of.get_mut(at), taken.get_mut(row)) {
            (*place, *taken) = (Some((row, found.agree)), true);
        }
    }
    for (mention, place) in mentions.into_iter().zip(row_of) {
        let mut new = Row { kind: mention.kind, agree: true, cells: Vec::new() };
        let row = place.and_then(|(row, agree)| Some((rows.get_mut(row)?, agree)));
        let is_new = row.is_none();
        let (row, agree) = row.unwrap_or((&mut new, true));
        row.agree &= agree;
        row.cells.resize(story, None);
        row.cells.push(Some(mention));
        if is_new {
            rows.push(new);
        }
    }
}

/// Fills the empty cells of a quotation with the clause that reports it in other words.
fn find_reports(row: &mut Row, stories: &[Dated<'_>]) {
    let quoted = row.cells.iter().enumerate().find_map(|(story, cell)| Some((story, cell.clone()?)));
    let Some((story, mention)) = quoted else { return };
    let (Said::Quotation(wording), Some(own)) = (&mention.said, stories.get(story)) else { return };
    if !says_something(own.side, mention.span) {
        return;
    }
    for (other, text) in stories.iter().enumerate().filter(|(other, _)| *other != story) {
        if row.cells.get(other).is_none_or(Option::is_some) {
            continue;
        }
        let links = probabilities(own.side, text.side);
        let sentences = text.side.sentences.iter().enumerate().filter(|(number, _)| {
            links.get(&(mention.sentence, *number)).is_some_and(|&probability| probability >= RELATED)
        });
        let linked = |number: usize| links.get(&(mention.sentence, number)).copied().unwrap_or(0.0);
        let best = sentences
            .filter_map(|(number, &sentence)| Some((number, reported(text.side.text, sentence, wording)?)))
            .max_by(|x, y| {
                let points = |of: &(usize, (f64, Span))| of.1.0 + LINKED * linked(of.0);
                points(x).total_cmp(&points(y)).then(y.0.cmp(&x.0))
            });
        if let Some((sentence, (shared, span))) = best
            && shared + LINKED * linked(sentence) >= REPORTED
            && let Some(cell) = row.cells.get_mut(other)
        {
            *cell = Some(Mention { kind: row.kind, span, sentence, said: mention.said.clone() });
        }
    }
}

/// Returns true if more than nouns are in quotation marks: a name or a title is not reported in other words.
fn says_something(side: Side<'_>, quotation: Span) -> bool {
    let first = side.tokens.partition_point(|token| token.span.start < quotation.start);
    let inside = side.tokens.get(first..).unwrap_or_default().iter();
    let inside = inside.take_while(|token| token.span.end <= quotation.end).filter(|token| token.is_word);
    inside.clone().next().is_none()
        || inside.map(|token| Tag::numbered(token.tag).name()).any(|tag| {
            !tag.starts_with('n')
                && !matches!(tag, "x" | "m" | "q" | "j" | "s" | "f" | "t" | "b" | "eng" | "vn")
        })
}

/// Fills the empty cells of a name with another form of it that was not known as a name by itself.
fn find_other_forms(row: &mut Row, stories: &[Dated<'_>]) {
    if !matches!(row.kind, FactKind::Person | FactKind::Organisation | FactKind::Place) {
        return;
    }
    let names = row.cells.iter().flatten();
    let Some(Said::Name(name)) = names.map(|mention| &mention.said).next().cloned() else { return };
    for (cell, story) in row.cells.iter_mut().zip(stories).filter(|(cell, _)| cell.is_none()) {
        if let Some((sentence, span)) = other_form(story.side, row.kind, &name) {
            *cell = Some(Mention { kind: row.kind, span, sentence, said: Said::Name(name.clone()) });
        }
    }
}

/// Returns a row as it is shown, with the number of the first story that has it.
fn finished(row: &Row, stories: &[Dated<'_>]) -> (FactRow, usize) {
    let texts = stories.iter().map(|story| story.side.text);
    let quote =
        |(cell, text): (&Option<Mention>, &str)| cell.as_ref().map(|cell| cell.span.of(text).to_owned());
    let quotes: Vec<String> = row.cells.iter().zip(texts).filter_map(quote).collect();
    let first = row.cells.iter().position(Option::is_some).unwrap_or_default();
    let mention = row.cells.get(first).and_then(Option::as_ref);
    let label = match (mention, stories.get(first)) {
        (Some(Mention { said: Said::Value(..), span, sentence, .. }), Some(story)) => {
            let sentence = story.side.sentences.get(*sentence).copied().unwrap_or_default();
            counted(story.side, sentence, *span)
        }
        // The fullest form of a name, the first among equals.
        _ => quotes.iter().rev().max_by_key(|quote| quote.chars().count()).cloned().unwrap_or_default(),
    };
    let cells = row.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.span)).collect();
    (FactRow { kind: row.kind, label, agree: row.agree, cells }, first)
}

/// The maximum number of characters before and after a value in its label.
const LABEL: usize = 6;

/// Returns the words around a value, up to the marks that end its clause, by which a reader recognises it. No word is cut.
fn counted(side: Side<'_>, sentence: Span, span: Span) -> String {
    let text = side.text;
    let ends = |c: &char| !"，。；：、！？「」（）\n".contains(*c);
    let before = Span { start: sentence.start, end: span.start }.of(text);
    let length: usize = before.chars().rev().take(LABEL).take_while(ends).map(char::len_utf8).sum();
    let start = span.start.saturating_sub(saturating_u32(length));
    let after = Span { start: span.end, end: sentence.end }.of(text);
    let length: usize = after.chars().take(LABEL).take_while(ends).map(char::len_utf8).sum();
    let end = span.end.saturating_add(saturating_u32(length));
    let cut = |at: u32| side.tokens.iter().find(|token| token.span.start < at && at < token.span.end);
    let start = cut(start).map_or(start, |word| word.span.start.max(sentence.start));
    let end = cut(end).map_or(end, |word| word.span.end.min(sentence.end));
    Span { start, end }.of(text).to_owned()
}
