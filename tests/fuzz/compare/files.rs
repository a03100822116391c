//! Views of comparisons made of any words, written as files and read back.

use std::cell::RefCell;

use duidu::corpus::BlockKind;
use duidu::text::of_cell;
use duidu::view::export::{self, Labels, PassageAddress};
use duidu::view::{
    Agreement, ChangePlace, Copied, Detail, DifferenceCounts, DifferenceType, DifferenceView, Effect, EffectCounts, Facts, Favoured, FavouredWord,
    FrameRow, MovedPassage, NumberedQuote, Quote, Range, Relation, Report, ReportChange, ReportPair, ReuseView, StoryRow, Wire,
    WitnessCell, WitnessRow, WitnessSegment, Witnesses,
};

/// Hands out the words that a file is made of, over and over.
struct Words<'a> {
    all: Vec<&'a str>,
    next: usize,
}

impl Words<'_> {
    fn next(&mut self) -> String {
        self.next += 1;
        self.all[self.next % self.all.len()].to_owned()
    }

    fn quote(&mut self) -> Quote {
        Quote { text: self.next(), range: Range { start: 1, end: 9 } }
    }

    fn numbered(&mut self) -> NumberedQuote {
        NumberedQuote { number: 3, quote: self.quote() }
    }

    fn story(&mut self) -> StoryRow {
        StoryRow {
            id: self.next(),
            page: self.next(),
            paper: self.next(),
            date: self.next(),
            series: self.next(),
            file: String::new(),
            tags: Vec::new(),
            headline: self.next(),
            opening: self.next(),
            characters: 40,
            tokens: 20,
        }
    }

    fn difference(&mut self, kind: DifferenceType) -> DifferenceView {
        DifferenceView {
            kind,
            a: self.next(),
            b: self.next(),
            a_range: Range { start: 1, end: 2 },
            b_range: Range { start: 1, end: 2 },
            detail: None,
            regions: None,
            effect: Effect::ALL[self.next % Effect::ALL.len()],
            judged: None,
        subject: None,
            value: None,
        }
    }

    fn cell(&mut self) -> WitnessCell {
        WitnessCell {
            text: self.next(),
            range: Range { start: 0, end: 9 },
            number: 1,
            sentences: 1 + self.next as u32 % 2,
            agreement: Agreement::Reworded,
            score: 0.5,
            moved: self.next.is_multiple_of(2),
            differences: vec![self.difference(DifferenceType::Wording), self.difference(DifferenceType::Number)],
            pieces: Vec::new(),
            edits: Vec::new(),
            edited: Vec::new(),
        }
    }

    fn table(&mut self) -> Witnesses {
        let row = |words: &mut Self| WitnessRow {
            cells: vec![Some(words.cell()), (!words.next.is_multiple_of(3)).then(|| words.cell())],
            lemma: 0,
            segments: vec![
                WitnessSegment { shared: true, readings: vec![Some(words.next()), None] },
                WitnessSegment { shared: false, readings: vec![Some(words.next()), Some(words.next())] },
            ],
            line: None,
            repeats: None,
        };
        Witnesses {
            stories: vec![self.story(), self.story()],
            base: 0,
            rows: vec![row(self), row(self)],
            wire: Wire::default(),
        }
    }

    fn report(&mut self) -> Report {
        let place = ChangePlace { a: Range::default(), b: Range::default(), a_number: 1, b_number: 2 };
        let change = |words: &mut Self, kind, detail| ReportChange {
            kind,
            effect: Effect::Wording,
            subject: None,
            value: None,
            detail,
            regions: None,
            a: words.next(),
            b: words.next(),
            places: vec![place; 2],
        };
        let favoured = |words: &mut Self| Favoured {
            tokens: 9,
            reference_tokens: 9,
            rows: vec![FavouredWord {
                word: words.next(),
                frequency: 2,
                reference: 1,
                g2: 4.5,
                log_ratio: 1.5,
                p: 0.03,
                low_expected: false,
                places: vec![Range { start: 4, end: 6 }],
            }],
        };
        Report {
            stories: vec![self.story(), self.story()],
            frames: vec![FrameRow { kind: BlockKind::Headline, cells: vec![vec![self.quote(), self.quote()], vec![]] }],
            datelines: vec![Some(self.quote()), None],
            pairs: vec![ReportPair {
                story: 1,
                relation: Relation::Shared,
                reuse: ReuseView { a_in_b: 0.5, b_in_a: 0.5 },
                copied: Copied::default(),
                aligned: 3,
                identical: 1,
                counts: DifferenceCounts::default(),
                effects: EffectCounts::default(),
                facts: Facts::default(),
                headings: Vec::new(),
                moved: vec![MovedPassage { a: self.numbered(), b: self.numbered() }],
                dropped: vec![self.numbered()],
                added: vec![self.numbered()],
                changes: vec![
                    change(self, DifferenceType::Variant, Some(Detail::Script)),
                    change(self, DifferenceType::Addition, None),
                ],
            }],
            favoured: vec![favoured(self), favoured(self)],
            minimum_run: 10,
        }
    }
}

/// Writes a report and a table of these words in every format, and checks each file.
pub(super) fn check(data: &str) {
    let mut words = Words { all: data.split('\0').collect(), next: 0 };
    let (report, table) = (words.report(), words.table());
    let passage = PassageAddress::parse(&words.next()).ok();
    let words = RefCell::new(words);
    let labels = Labels { passage: passage.clone(), ..Labels::new("en", |_| words.borrow_mut().next()) };
    html(&export::html(&report, &table, &labels), passage.is_some());
    markdown(&export::markdown(&report, &labels), passage.is_some());
    csv(&export::csv(&table), &table);
    xml(&export::tei(&table), &[]);
    let collatex = export::collatex(&table);
    assert_eq!(json(&collatex).trim(), "", "{collatex}");
    for line in export::passim(&table).split_terminator('\n') {
        assert_eq!(json(line), "", "{line}");
    }
}

/// Elements of a report that end without a tag, and those that a report may have.
const VOID: [&str; 1] = ["meta"];
const ELEMENTS: [&str; 27] = [
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "li", "div", "table", "thead",
    "tbody", "tr", "th", "td", "q", "del", "ins", "a", "!DOCTYPE", "mark", "small",
];
const ATTRIBUTES: [&str; 9] = ["id", "lang", "charset", "name", "content", "scope", "class", "tabindex", "href"];

fn html(file: &str, has_links: bool) {
    let mut links = 0;
    let found = xml(file, &VOID);
    let mut inside = Vec::new();
    for (element, attributes) in &found {
        assert!(ELEMENTS.contains(&element.as_str()), "<{element}> in {file}");
        for (name, value) in attributes {
            assert!(element == "!DOCTYPE" || ATTRIBUTES.contains(&name.as_str()), "{name} of {element}");
            if name == "href" {
                assert_safe(value);
                links += 1;
                inside.extend(value.strip_prefix('#').map(str::to_owned));
            }
        }
    }
    assert!(links > 0 || !has_links);
    // What links inside the file leads somewhere.
    let ids: Vec<&String> = found.iter().flat_map(|(_, attributes)| attributes).filter(|(name, _)| name == "id").map(|(_, id)| id).collect();
    for id in inside.iter().filter(|_| !has_links) {
        assert!(ids.contains(&id), "{id} in {file}");
    }
}

/// An address is one that a report may link to.
fn assert_safe(address: &str) {
    assert!(PassageAddress::parse(address).is_ok(), "{address}");
}

/// An element and its attributes.
type Element = (String, Vec<(String, String)>);

/// Reads markup: every element is closed in its turn, and no sign of markup stands in text.
fn xml(file: &str, void: &[&str]) -> Vec<Element> {
    let (mut elements, mut open): (Vec<Element>, Vec<String>) = (Vec::new(), Vec::new());
    let mut rest = file;
    while let Some((text, after)) = rest.split_once('<') {
        if open.last().is_none_or(|open| open != "style") {
            unescaped(text);
        }
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{file}");
            continue;
        }
        let (name, attributes) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        let name = name.trim_end_matches('/');
        let is_closed = tag.ends_with(['/', '?']) || name.starts_with('!') || void.contains(&name);
        elements.push((name.to_owned(), attributes_of(attributes.trim_end_matches(['/', '?']))));
        if !is_closed {
            open.push(name.to_owned());
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
    elements
}

fn attributes_of(mut text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    while let Some((name, after)) = text.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("an attribute ends");
        found.push((name.trim().to_owned(), unescaped(value)));
        text = after;
    }
    found
}

/// Text of markup without its entities. A stray sign in it is a fault.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let (entity, after) = after.split_once(';').expect("an entity ends");
        plain.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            "#13" => '\r',
            other => panic!("&{other};"),
        });
        rest = after;
    }
    plain.push_str(rest);
    assert!(!text.contains(['<', '>']), "{text}");
    plain
}

fn markdown(file: &str, has_links: bool) {
    let mut rest = file;
    let mut links = 0;
    while let Some((before, after)) = split_at_link(rest) {
        assert_no_markup(before);
        let (address, after) = after.split_once(">)").expect("a link ends");
        let plain = address.replace("&lt;", "<").replace("&amp;", "&");
        assert!(!address.contains(['<', '>', '\\', '\n']), "{address}");
        assert_safe(&plain);
        links += 1;
        rest = after;
    }
    assert_no_markup(rest);
    assert_eq!(links > 0, has_links);
}

/// Splits a text at the address of its first link. A bracket after a stroke is a character of the text.
fn split_at_link(text: &str) -> Option<(&str, &str)> {
    let begins = |&(at, _): &(usize, &str)| !text[..at].ends_with('\\');
    let (at, opening) = text.match_indices("](<").find(begins)?;
    Some((&text[..at], &text[at + opening.len()..]))
}

fn assert_no_markup(text: &str) {
    let plain = ["<del>", "</del>", "<ins>", "</ins>"].iter().fold(text.to_owned(), |text, tag| text.replace(tag, ""));
    assert!(!plain.contains('<'), "{text}");
}

/// A table reads back as it was, and no cell begins a formula.
fn csv(file: &str, table: &Witnesses) {
    let rows = records(file.strip_prefix('\u{FEFF}').expect("a byte order mark"));
    assert_eq!(rows.len(), table.rows.len() + 1, "{file}");
    for (row, cells) in rows.iter().zip(std::iter::once(None).chain(table.rows.iter().map(Some))) {
        assert_eq!(row.len(), 2 + 5 * table.stories.len(), "{file}");
        let begins = |cell: &String| cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        assert!(!row.iter().any(begins), "{row:?}");
        assert!(!row.iter().any(|cell| cell.starts_with(['\t', '\r', '\n'])), "{row:?}");
        let Some(cells) = cells else { continue };
        assert_eq!(of_cell(&row[1]), table.stories[0].id);
        for (place, cell) in cells.cells.iter().enumerate() {
            let text = cell.as_ref().map_or("", |cell| &cell.text);
            assert_eq!(of_cell(&row[3 + 5 * place]), text);
        }
    }
}

/// The records of a file of comma-separated values, read as RFC 4180 has them.
fn records(file: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = file.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.next_if_eq(&'"').is_some() => field.push('"'),
            ('"', _) => {
                assert!(quoted || field.is_empty(), "a quotation mark inside {field}");
                quoted = !quoted;
            }
            (',', false) => record.push(std::mem::take(&mut field)),
            ('\r', false) => {
                assert_eq!(letters.next(), Some('\n'), "a line ends");
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            (letter, _) => field.push(letter),
        }
    }
    assert!(!quoted && field.is_empty() && record.is_empty(), "{file}");
    records
}

/// Reads one value of JSON; returns what stands behind it.
fn json(text: &str) -> &str {
    let text = text.trim_start();
    match text.chars().next().expect("a value") {
        '{' => members(&text[1..], '}', |rest| {
            let rest = string(rest).strip_prefix(':').expect("a colon");
            json(rest)
        }),
        '[' => members(&text[1..], ']', json),
        '"' => string(text),
        _ => text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "+-.".contains(c)),
    }
}

fn members(mut rest: &str, close: char, member: impl Fn(&str) -> &str) -> &str {
    rest = rest.trim_start();
    if let Some(after) = rest.strip_prefix(close) {
        return after;
    }
    loop {
        rest = member(rest).trim_start();
        if let Some(after) = rest.strip_prefix(close) {
            return after;
        }
        rest = rest.strip_prefix(',').unwrap_or_else(|| panic!("no comma before {rest}"));
    }
}

fn string(text: &str) -> &str {
    let mut rest = text.trim_start().strip_prefix('"').expect("a string");
    loop {
        let at = rest.find(['"', '\\']).expect("a string ends");
        assert!(!rest[..at].contains(|c: char| c < ' ' || c == '\u{2028}' || c == '\u{2029}'), "{rest}");
        if rest[at..].starts_with('"') {
            return &rest[at + 1..];
        }
        let escape = rest[at + 1..].chars().next().expect("an escape");
        assert!("\"\\/bfnrtu".contains(escape), "{escape}");
        rest = &rest[at + 1 + escape.len_utf8()..];
    }
}
