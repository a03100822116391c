//! Bodies of the fuzz targets of comparing: two texts, the node of a concordance, and a comparison as a file. Each takes
//! any bytes, and asserts what holds whatever they are.

#[path = "../shared/alignment.rs"]
mod alignment;
#[path = "compare/files.rs"]
mod files;

use std::cell::RefCell;

use duidu::analysis::{Node, WordPattern};
use duidu::compare::{self, Options, Side};
use duidu::corpus::{Token, WordId};
use duidu::engine::{Ask, ConcordanceQuestion, Engine, StoryTextQuestion};
use duidu::lexicon::RegionalWording;
use duidu::text::{Span, is_word_character, sentences};

/// Longer texts take long and show nothing that shorter ones do not.
const LONGEST: usize = 600;

/// A text with a paragraph per line, and words of one length.
struct Text {
    text: String,
    sentences: Vec<Span>,
    tokens: Vec<Token>,
}

impl Text {
    fn new(text: String, word_length: u8) -> Self {
        let mut start = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            start += line.len();
            Span::new(start - line.len(), start)
        });
        let found = lines.flat_map(|line| sentences(&text, line)).collect();
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let ends: Vec<usize> = ends.step_by(usize::from(word_length)).chain([text.len()]).collect();
        let words = ends.windows(2).map(|two| Span::new(two[0], two[1])).filter(|span| !span.is_empty());
        let tokens = words.map(|span| {
            let is_word = span.of(&text).contains(is_word_character);
            Token { span, word: WordId(0), tag: 0, is_word }
        });
        Self { sentences: found, tokens: tokens.collect(), text }
    }

    fn side(&self) -> Side<'_> {
        Side { text: &self.text, sentences: &self.sentences, tokens: &self.tokens, regional: RegionalWording::bundled() }
    }
}

/// Two texts: of the first bytes, each but the last two and the text itself changes one place of the second text.
fn texts(data: &[u8]) -> Option<[Text; 2]> {
    let ([lengths, changes @ .., places], rest) = data.split_first_chunk::<8>()?;
    let whole = String::from_utf8_lossy(rest);
    let mut halves = whole.splitn(2, '\0').map(|half| half.chars().take(LONGEST).collect::<String>());
    let own = halves.next()?;
    let other = halves.next().unwrap_or_else(|| changed(&own, changes, *places));
    Some([Text::new(own, lengths % 4 + 1), Text::new(other, lengths / 4 % 4 + 1)])
}

fn changed(text: &str, changes: &[u8], spread: u8) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (number, change) in changes.iter().enumerate() {
        let at = (usize::from(*change) * (usize::from(spread) + 1) + number) % (letters.len() + 1);
        let end = (at + 1 + usize::from(change % 5)).min(letters.len());
        match change % 6 {
            0 => drop(letters.drain(at..end)),
            1 => letters.insert(at, '臺'),
            2 => letters.insert(at, '，'),
            3 => letters.insert(at, '7'),
            4 => {
                let middle = at.min(letters.len());
                letters.rotate_left(middle);
            }
            _ => {
                let again: Vec<char> = letters.get(at..end).unwrap_or_default().to_vec();
                letters.splice(at..at, again);
            }
        }
    }
    letters.into_iter().collect()
}

/// Two texts compared both ways, and laid in rows with a third.
pub fn compare(data: &[u8]) {
    let Some([a, b]) = texts(data) else { return };
    let (a, b) = (a.side(), b.side());
    let found = compare::compare(a, b, Options::default());
    alignment::check(&found, a, b);
    let back = compare::compare(b, a, Options::default());
    assert_eq!(found, back.mirrored(), "both ways find the same");
    for (fold_variants, ignore_punctuation) in [(true, false), (false, true), (true, true)] {
        let options = Options { fold_variants, ignore_punctuation };
        let mut kept = found.clone();
        kept.pairs.iter_mut().for_each(|pair| pair.differences.retain(|found| options.keep(found.kind)));
        assert_eq!(compare::compare(a, b, options), kept, "options only leave out");
    }
    let sides = [a, b, a];
    let rows = compare::witnesses(&sides, data.len() % sides.len());
    let wire = compare::wire(&rows, &sides);
    assert_eq!((wire.edits.len(), wire.line_of.len()), (rows.len(), rows.len()));
    for row in &rows {
        let segments = compare::segments(row, &sides);
        for (text, side) in sides.iter().enumerate() {
            let read: String =
                segments.iter().filter_map(|segment| segment.readings[text]).map(|span| span.of(side.text)).collect();
            let whole = row.cells[text].as_ref().map_or("", |cell| cell.span.of(side.text));
            assert_eq!(read, whole, "the readings of a row are its sentences");
        }
    }
    let (runs, _) = compare::shared_runs(a.text, b.text, 3, 50);
    for run in runs {
        let letters = |text: &str| text.chars().filter(|&c| is_word_character(c)).count();
        assert_eq!(letters(run.a.of(a.text)), letters(run.b.of(b.text)), "a run is equally long in both");
    }
    for (side, sentence) in [a, b].iter().flat_map(|side| side.sentences.iter().map(move |span| (side, span))) {
        if let Some(dateline) = compare::dateline(side.text, *sentence) {
            assert!(sentence.contains(dateline) && !dateline.of(side.text).is_empty());
        }
    }
}

thread_local! {
    /// An engine with the bundled stories, shared by all runs of a thread. It keeps nothing of a question.
    static ENGINE: RefCell<Engine> = RefCell::new({
        let model = include_bytes!("../../static/model/segmenter.bin");
        Engine::open(model.to_vec(), |_, _, _| ()).unwrap()
    });
}

/// What a reader writes to look for words.
pub fn node_language(data: &[u8]) {
    let written: String = String::from_utf8_lossy(data).chars().take(LONGEST).collect();
    if let Ok(pattern) = WordPattern::parse(&written) {
        let plain = written.trim();
        let is_plain = !plain.is_empty() && !plain.contains(['*', '?', '\\', '/']);
        assert!(!is_plain || pattern.fits(plain, false), "a word fits itself: {plain}");
        pattern.fits("合作夥伴", true);
    }
    let parsed = Node::parse(&written);
    let question = ConcordanceQuestion { node: written.clone(), limit: Some(20), ..ConcordanceQuestion::default() };
    ENGINE.with_borrow_mut(|engine| match (parsed, engine.ask(question.query())) {
        (Ok(_), Ok(found)) => {
            assert!(found.rows.len() <= 20 && found.total as usize >= found.rows.len());
            for row in found.rows {
                let text = engine.ask(StoryTextQuestion { id: row.id }.query()).unwrap();
                let units: Vec<u16> = text.encode_utf16().collect();
                let there = String::from_utf16(&units[row.start as usize..row.end as usize]).unwrap();
                assert_eq!(there, row.node, "a row says where it stands");
            }
        }
        (Err(told), Err(refused)) => {
            assert!(!told.to_string().is_empty() && !refused.to_string().is_empty());
        }
        (parsed, answer) => panic!("{written:?}: {parsed:?}, but {answer:?}"),
    });
}

/// A comparison of any words as each kind of file.
pub fn exports(data: &[u8]) {
    files::check(&String::from_utf8_lossy(data).chars().take(LONGEST).collect::<String>());
}
