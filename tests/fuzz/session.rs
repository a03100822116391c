//! What a reader opens or has kept: session files, dictionary files, and the model that words are found with.

use std::cell::RefCell;

use duidu::corpus::Scope;
use duidu::engine::{Answer, Ask, ClearEverything, EditDictionary, EditTexts, Engine, EngineError, ExportSession, ImportSession, StoriesQuestion, StoryQuestion, TextEdit, TextPageQuestion, UndoSession};
use duidu::ingest::{CutOptions, Metadata, PageEdit};
use duidu::lexicon::{self, Change, Edit, FrequencyTable, UserDictionary};
use duidu::segment::accurate::{KNOWN, LONGEST, ModelParts, TABLES, TEMPLATES, WeightTable, encode};
use duidu::segment::{AccurateSegmenter, Segmenter};
use duidu::view::{SessionChange, Setting};

/// What is there before a session file is opened.
const HERE: &str = "#here 0-2 山/上 - u1-1\n山上 n\n";

thread_local! {
    /// Opening one takes a second, so all runs of a thread share it.
    static ENGINE: RefCell<Engine> = RefCell::new({
        let model = include_bytes!("../../static/model/segmenter.bin").to_vec();
        Engine::open(model, |_, _, _| ()).expect("the model that ships opens")
    });
}

/// Opens a session file beside texts and entries: nothing that is there changes, a second time brings nothing, and one
/// step takes out what came. What came can be read and edited.
pub fn session_file(data: &[u8]) {
    let json = String::from_utf8_lossy(data).into_owned();
    ENGINE.with_borrow_mut(|engine| {
        begin(engine);
        let (before, entries) = (whole(engine), dictionary(engine));
        let (pages, said) = (records(engine), engine.dictionary().clone());
        let change = match engine.handle(ImportSession { json: json.clone() }) {
            Ok(Answer::ImportSession(change)) => change,
            Ok(other) => panic!("a session is answered by {other:?}"),
            Err(EngineError::Session(_)) => {
                return assert_eq!(whole(engine), before, "a refusal changes nothing");
            }
            Err(error) => panic!("{error}"),
        };
        for (number, record) in &pages {
            assert_eq!(engine.page_record(*number).as_ref(), Some(record), "u{number} is as it was");
        }
        for correction in said.iter() {
            assert_eq!(engine.dictionary().get(&correction.key()), Some(correction), "what was said holds");
        }
        assert_eq!(engine.page_numbers().len(), pages.len() + change.texts.pages.len());
        assert_eq!(engine.dictionary().len(), said.len() + change.entries.added as usize);
        for (setting, value) in &change.settings {
            assert_eq!(setting.check(value), Ok(()), "{setting:?}");
        }
        let again = match engine.handle(ImportSession { json }) {
            Ok(Answer::ImportSession(again)) => again,
            other => panic!("a second time it is {other:?}"),
        };
        assert!(again.added.is_empty(), "a second time it brings {:?}", again.added);
        let undone = engine.handle(UndoSession { added: change.added.clone() });
        assert!(matches!(undone, Ok(Answer::UndoSession(_))), "{undone:?}");
        assert_eq!((whole(engine), dictionary(engine)), (before, entries), "one step takes all of it out");
        let json = String::from_utf8_lossy(data).into_owned();
        let change = engine.ask(ImportSession { json }.query()).unwrap();
        use_it(engine, &change);
    });
}

/// Puts the engine into the state in which every run begins.
fn begin(engine: &mut Engine) {
    engine.handle(ClearEverything {}).unwrap();
    for text in ["山上的花\n春天來了，山上的花都開了。", "海邊的風很大，浪也很高。"]
    {
        let (options, metadata) = (CutOptions::default(), Metadata::default());
        let edit = TextEdit::Add { name: "這裏.txt".to_owned(), text: text.to_owned(), options, metadata };
        engine.handle(EditTexts { edit }).unwrap();
    }
    let edit = duidu::engine::DictionaryEdit::Import { text: HERE.to_owned() };
    engine.handle(EditDictionary { edit }).unwrap();
}

/// Reads what came, and edits each page in every way that needs no words of its own.
fn use_it(engine: &mut Engine, change: &SessionChange) {
    let file = whole(engine);
    let again = engine.handle(ImportSession { json: file });
    assert!(
        matches!(&again, Ok(Answer::ImportSession(it)) if it.added.is_empty()),
        "what is written is read"
    );
    engine.handle(StoriesQuestion { scope: Scope::All }).unwrap();
    for id in &change.texts.stories {
        let id = id.clone();
        let Ok(Answer::Story(story)) = engine.handle(StoryQuestion { id: id.clone() }) else {
            panic!("{id} is a story of {:?}", engine.page_numbers())
        };
        assert_eq!(story.row.id, id);
    }
    for id in &change.texts.pages {
        engine.handle(TextPageQuestion { id: id.clone() }).unwrap();
        let edits = [
            PageEdit::SplitBefore { story: 0, block: 1 },
            PageEdit::JoinWithPrevious { story: 1 },
            PageEdit::MoveBlock { from: (0, 0), to: (0, 2) },
            PageEdit::SetText { story: 0, block: 0, text: "改過".to_owned() },
            PageEdit::SetEncoding(duidu::ingest::Encoding::Big5),
            PageEdit::Recut,
        ];
        for edit in edits {
            // Whether it can be made depends on the page.
            _ = engine.handle(EditTexts {
                edit: TextEdit::Edit { id: id.clone(), revision: None, edit },
            });
        }
        // A history that came with the page may be anything.
        for _ in 0..12 {
            let edit = TextEdit::Undo { id: id.clone() };
            if engine.handle(EditTexts { edit }).is_err() {
                break;
            }
        }
        engine.handle(TextPageQuestion { id: id.clone() }).unwrap();
        let number = id.strip_prefix('u').and_then(|number| number.parse().ok()).expect("an own page");
        engine.page_record(number).expect("the page is there").page().expect("its record is read");
    }
}

fn whole(engine: &mut Engine) -> String {
    match engine.handle(ExportSession::default()) {
        Ok(Answer::ExportSession(file)) => file,
        other => panic!("{other:?}"),
    }
}

fn dictionary(engine: &Engine) -> String {
    engine.dictionary_file()
}

fn records(engine: &Engine) -> Vec<(u32, duidu::engine::PageRecord)> {
    engine
        .page_numbers()
        .into_iter()
        .filter_map(|number| Some((number, engine.page_record(number)?)))
        .collect()
}

/// Reads a dictionary file, a kept change, and lists: whatever is let in is written and read again the same.
pub fn dictionary_file(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (found, errors) = lexicon::read(&text);
    let lines = text.lines().count();
    assert!(errors.iter().all(|error| (1..=lines).contains(&(error.line as usize))), "{errors:?}");
    let mut dictionary = UserDictionary::default();
    dictionary.apply(Change { edits: found.iter().cloned().map(Edit::Put).collect() });
    assert_eq!(dictionary.len(), found.len(), "each word and place stands once");
    let file = lexicon::write(dictionary.iter());
    let (again, errors) = lexicon::read(&file);
    assert_eq!(errors, [], "{file}");
    assert_eq!(again.iter().collect::<Vec<_>>(), dictionary.iter().collect::<Vec<_>>(), "{file}");
    assert_eq!(lexicon::write(&again), file, "what is written is stable");
    if let Ok(change) = lexicon::read_change(&text) {
        let written = lexicon::write_change(&change);
        assert_eq!(lexicon::read_change(&written).as_ref(), Ok(&change), "{written}");
        let mut other = dictionary.clone();
        let undo = other.apply(change);
        other.apply(undo);
        assert_eq!(other, dictionary, "what was done is undone");
    }
    for setting in Setting::ALL {
        // Whether it is one of its values depends on the text.
        _ = setting.check(&text);
    }
    if let Ok(table) = FrequencyTable::parse(&text) {
        let sum: u64 = table.rows.iter().map(|&(_, frequency)| u64::from(frequency)).sum();
        assert_eq!(sum, u64::from(table.tokens));
    }
}

/// Texts that are cut with whatever opens as a model.
const TEXT: &str = "山上的花都開了，海邊的風很大。2025年5月20日，龔正在說：「ＡＢＣ」\u{20000}\n";

/// Opens bytes as a model: as they are, and as the sections of a model whose header is right. What opens cuts any text
/// into pieces that tile it.
pub fn model_file(data: &[u8]) {
    let cut = |bytes: Vec<u8>| {
        if let Ok(segmenter) = AccurateSegmenter::open(bytes) {
            let mut cuts = Vec::new();
            segmenter.segment(TEXT, &mut cuts);
            let joined: String = cuts.iter().map(|cut| cut.span.of(TEXT)).collect();
            assert_eq!(joined, TEXT, "the words tile the text");
            segmenter.tag_of_character('花');
        }
    };
    cut(data.to_vec());
    cut(encode(&parts(data)));
}

/// Sections filled from `data`; for one input in five, one of them is longer or shorter than it must be.
fn parts(data: &[u8]) -> ModelParts {
    let mut given = Given { data, at: 0 };
    let mut parts = ModelParts::default();
    let (wrong, by) = (given.byte(), usize::from(given.byte()));
    for (number, table) in parts.tables.iter_mut().enumerate() {
        let reach = TEMPLATES.get(number).map_or(1, |template| template.reach);
        *table = given.table(4 * reach);
    }
    parts.words = given.table(1);
    parts.tags = given.bytes(parts.words.checks.len());
    let classes = usize::from(given.byte()) * 257;
    parts.classes = given.bytes(classes);
    let lattice = given.bytes((LONGEST + 1) * KNOWN + 4);
    parts.lattice = lattice.into_iter().map(|byte| i16::from_le_bytes([byte, byte])).collect();
    match wrong {
        0..=9 => parts.lattice.resize(by * 30, 0),
        10..=19 => parts.tags.resize(by, 0),
        20..=29 => parts.words.weights.resize(by, 0),
        30..=39 => parts.tables[by % TABLES].counts.resize(by, 255),
        40..=49 => parts.tables[by % TABLES].checks.resize(by, 0),
        _ => {}
    }
    parts
}

/// Bytes that are handed out one after another, from the beginning again when they end.
struct Given<'a> {
    data: &'a [u8],
    at: usize,
}

impl Given<'_> {
    fn byte(&mut self) -> u8 {
        let byte = self.data.get(self.at % self.data.len().max(1)).copied().unwrap_or(0);
        self.at += 1;
        byte
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.byte()).collect()
    }

    /// A table of two to sixteen buckets.
    fn table(&mut self, width: usize) -> WeightTable {
        let buckets = 2_usize << (self.byte() % 4);
        let counts: Vec<u8> = self.bytes(buckets).into_iter().map(|count| count % 16).collect();
        let entries: usize = counts.iter().map(|&count| usize::from(count)).sum();
        WeightTable { counts, checks: self.bytes(entries), weights: self.bytes(entries * width) }
    }
}
