//! Bodies of the fuzz targets of ingest: each takes any bytes, and asserts what holds whatever they are.

use duidu::corpus::Document;
use duidu::ingest::{
    BlockKind, CutOptions, Decoded, Draft, Encoding, FileFailure, FileText, Format, IngestWarning, Metadata,
    Page, PageEdit, ReadOptions, Source, Unwrap, WarningKind, cut, decode as read, join_lines, read_file,
    unwrap,
};
use duidu::text::is_date;

const WAYS: [Unwrap; 3] = [Unwrap::Detect, Unwrap::Always, Unwrap::Never];

/// Bytes to text, in the encoding that is found out and in each that can be given.
pub fn decode(data: &[u8]) {
    for given in Encoding::ALL.map(Some).into_iter().chain([None]) {
        let decoded = read(data, given);
        assert_eq!(decoded, read(data, given), "the same input has the same output");
        assert_eq!(decoded.encoding, given.unwrap_or(decoded.encoding));
        assert_clean(&decoded.text);
        assert_placed(&decoded.warnings, &decoded.text);
        let replaced = decoded.text.chars().filter(|&c| c == '\u{FFFD}').count();
        let told =
            warning(&decoded, WarningKind::ReplacedCharacters).map_or(0, |told| told.text.parse().unwrap());
        assert_eq!(replaced, told, "what could not be read is counted");
    }
    // UTF-8 is worked out once more, by the standard library.
    let marked = data.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(data);
    let whole = String::from_utf8_lossy(marked).replace("\r\n", "\n").replace('\r', "\n");
    let decoded = read(data, Some(Encoding::Utf8));
    let is_usual = |c: char| matches!(c, '\n' | ' '..='~' | '\u{3000}'..='\u{3029}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}' | '\u{FFFD}');
    if whole.chars().all(is_usual) {
        assert_eq!(decoded.text, whole, "usual characters stay");
    }
    let feeds = |text: &str| text.matches('\n').count();
    assert_eq!(feeds(&decoded.text), feeds(&whole), "lines stay lines");
    let mut found = decoded.text.chars();
    let mut ideographs = whole.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c));
    assert!(ideographs.all(|c| found.any(|other| other == c)), "no ideograph is lost");
    let is_reported = [WarningKind::DroppedControl, WarningKind::MendedForm]
        .into_iter()
        .any(|kind| warning(&decoded, kind).is_some());
    assert_eq!(decoded.text != whole, is_reported, "a change is reported, and nothing else");
}

/// A plain text file.
pub fn txt(data: &[u8]) {
    plain("a.txt", data);
}

/// A file of Markdown.
pub fn markdown(data: &[u8]) {
    plain("a.md", data);
}

/// A web page.
pub fn html(data: &[u8]) {
    file("a.html", data);
}

/// A Word document with these bytes as its text, and a file of these bytes that is called one.
pub fn docx(data: &[u8]) {
    file("a.docx", data);
    let (styles, document) = halves(data);
    let body = [b"<w:document><w:body>", document, b"</w:body></w:document>"].concat();
    for document in [document, &body] {
        file("a.docx", &packed(&[("word/document.xml", document), ("word/styles.xml", styles)]));
    }
}

/// A table of texts, separated by whatever it is most of.
pub fn csv(data: &[u8]) {
    file("a.csv", data);
    file("a.tsv", data);
}

/// Objects, one to a line.
pub fn jsonl(data: &[u8]) {
    file("a.jsonl", data);
}

/// Objects in an array, or a collation.
pub fn json(data: &[u8]) {
    file("a.json", data);
    let (one, other) = halves(data);
    file("a.json", &[b"{\"witnesses\":", one, b",\"table\":", other, b"}"].concat());
}

/// An archive, and archives of archives with these bytes in them.
pub fn zip(data: &[u8]) {
    file("a.zip", data);
    let (one, other) = halves(data);
    let inner = packed(&[("b.txt", one), ("c.html", other), ("b.txt", b"")]);
    let mut outer = packed(&[("1.zip", &inner), ("2.csv", one), ("", other), ("3/4.zip", data)]);
    file("a.zip", &outer);
    // One byte of the archive itself is another.
    if let [first, second, value, ..] = *data {
        let at = usize::from(u16::from_be_bytes([first, second])) % outer.len();
        outer[at] = value;
        file("a.zip", &outer);
    }
}

/// A text is un-wrapped and cut, in every way.
pub fn unwrap_and_cut(data: &[u8]) {
    let Decoded { text, .. } = read(data, Some(Encoding::Utf8));
    for way in WAYS {
        for split in [true, false] {
            let options = CutOptions { unwrap: way, split };
            let draft = cut(&text, options);
            assert_eq!(draft, cut(&text, options), "the same input has the same output");
            assert_whole(&text, &draft);
            assert!(split || draft.stories.len() <= 1, "what is not to be split is one story");
        }
    }
    let lines = || text.lines().filter(|line| !line.starts_with('#'));
    let unwrapped = unwrap(lines());
    assert_eq!(characters(&unwrapped.concat()), characters(&lines().collect::<String>()));
    let mut joined = String::new();
    lines().for_each(|line| join_lines(&mut joined, line));
    assert_eq!(joined.replace(' ', ""), lines().collect::<String>().replace(' ', ""));
}

/// A page is edited: the first byte says how many edits there are, six bytes make each, and the rest is the page.
pub fn page_edits(data: &[u8]) {
    let [count, rest @ ..] = data else { return };
    let (edits, text) = rest.split_at(rest.len().min(usize::from(count % 32) * 6));
    let Some(Ok(FileText { source, bytes })) =
        read_file("a.txt", text.to_vec(), ReadOptions::default()).next()
    else {
        return;
    };
    let mut page = Page::new(source, bytes, CutOptions::default());
    page.id = "u1".to_owned();
    let mut states = vec![state(&page)];
    for edit in edits.chunks_exact(6).filter_map(edit) {
        let (before, count) = (page.clone(), letters(&page));
        let writes = matches!(edit, PageEdit::SetText { .. });
        let anew = matches!(edit, PageEdit::SetOptions(_) | PageEdit::SetEncoding(_) | PageEdit::Recut);
        let made = page.edit(edit.clone()) == Ok(true);
        if made {
            states.push(state(&page));
        } else {
            assert_eq!(page, before, "an edit that is not made changes nothing: {edit:?}");
        }
        if made && anew {
            assert_eq!(letters(&page), characters(&page.source.text), "a text that is cut anew is whole");
        }
        assert!(writes || anew || letters(&page) == count, "no edit of places loses a character: {edit:?}");
        assert_page(&page);
    }
    assert!(page.clone().checked().is_some());
    let last = states.len() - 1;
    for place in (0..last).rev() {
        assert!(page.undo());
        assert_eq!(state(&page), states[place], "undo brings back what was there");
        assert_page(&page);
    }
    assert!(!page.undo());
    for state_then in &states[1..] {
        assert!(page.redo());
        assert_eq!(state(&page), *state_then, "redo brings back what came of it");
    }
    assert!(!page.redo());
}

/// A text file: its text is what decoding gives, whole.
fn plain(name: &str, data: &[u8]) {
    let items = file(name, data);
    if let Some(Ok(FileText { source, bytes })) = items.first()
        && matches!(source.format, Format::Text | Format::Markdown)
        && source.name == name
    {
        let decoded = read(data, None);
        assert_eq!((&source.text, source.encoding), (&decoded.text, Some(decoded.encoding)));
        assert!(bytes.as_deref().unwrap_or(source.text.as_bytes()) == data, "the bytes are kept");
    }
}

/// Reads a file and cuts what is in it.
fn file(name: &str, data: &[u8]) -> Vec<Result<FileText, FileFailure>> {
    let items: Vec<_> = read_file(name, data.to_vec(), ReadOptions::default()).collect();
    let again: Vec<_> = read_file(name, data.to_vec(), ReadOptions::default()).collect();
    assert!(items == again, "the same input has the same output");
    assert!(!items.is_empty(), "every file gives a text or says why not");
    for item in &items {
        let name = match item {
            Ok(FileText { source, .. }) => {
                assert!(!source.text.trim().is_empty());
                assert_clean(&source.text);
                assert_placed(&source.warnings, &source.text);
                assert!(source.metadata.date.is_empty() || is_date(&source.metadata.date));
                assert_whole(&source.text, &cut(&source.text, CutOptions::default()));
                &source.name
            }
            Err(failure) => {
                assert!(!failure.reason.to_string().is_empty());
                &failure.name
            }
        };
        assert!(!name.contains(char::is_control), "{name:?}");
    }
    let given = ReadOptions { encoding: Some(Encoding::Big5), ..ReadOptions::default() };
    read_file(name, data.to_vec(), given).for_each(drop);
    items
}

/// Characters that no text holds, as the marks of direction and of byte order are listed in the Unicode Standard.
fn is_dropped(c: char) -> bool {
    "\0\u{FEFF}\u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c)
}

fn assert_clean(text: &str) {
    assert!(!text.contains('\r') && !text.contains(is_dropped), "{text:?}");
}

/// Every warning is about a line that is there.
fn assert_placed(warnings: &[IngestWarning], text: &str) {
    // The last line may be empty; it can be the one with what was taken out.
    let lines = text.split('\n').count();
    for warning in warnings {
        assert!((1..=lines).contains(&(warning.line as usize)), "{warning:?} of {lines} lines");
    }
}

/// Nothing is lost, and the blocks say truly which lines they were made from.
fn assert_whole(text: &str, draft: &Draft) {
    let blocks = || draft.stories.iter().flat_map(|story| &story.blocks);
    let written: String = blocks().map(|block| block.text.as_str()).collect();
    assert_eq!(characters(&written), characters(text), "every character is in a block");
    let lines: Vec<&str> = text.lines().collect();
    let mut covered = vec![false; lines.len()];
    for block in blocks() {
        let (first, last) = (block.lines.0 as usize, block.lines.1 as usize);
        assert!(1 <= first && first <= last && last <= lines.len(), "{block:?}");
        assert!(!block.text.is_empty() && !block.text.contains('\n'), "{block:?}");
        covered[first - 1..last].fill(true);
    }
    for (line, covered) in lines.iter().zip(covered) {
        assert!(covered || line.trim().is_empty(), "{line:?} is in no block");
    }
    for warning in &draft.warnings {
        assert!((1..=lines.len()).contains(&(warning.line as usize)), "{warning:?}");
    }
}

/// The stories of a page are what its blocks say, and every place in them is on a character's boundary.
fn assert_page(page: &Page) {
    let stories = page.as_stories();
    let names: Vec<String> = stories.iter().map(|story| story.id.clone()).collect();
    assert_eq!(names, page.story_ids().collect::<Vec<_>>());
    let mut apart = names.clone();
    apart.sort_unstable();
    apart.dedup();
    assert_eq!(apart.len(), names.len(), "no two stories have one name");
    let kept = |block: &&duidu::ingest::DraftBlock| block.kind != BlockKind::Furniture;
    for story in stories {
        let place = page.place_of(&story.id).unwrap();
        let blocks = || page.draft.stories[place].blocks.iter().filter(kept);
        let headline = page.metadata_of(place).headline;
        let has_headline = headline.is_empty() || blocks().any(|block| block.kind == BlockKind::Headline);
        let mut blocks: Vec<&str> = blocks().map(|block| block.text.as_str()).collect();
        if !has_headline {
            blocks.push(&headline);
        }
        let document = Document::from(story.clone());
        let mut spans: Vec<&str> =
            document.blocks.iter().map(|block| document.text.get(block.span.range()).unwrap()).collect();
        spans.sort_unstable();
        blocks.sort_unstable();
        assert_eq!(spans, blocks);
        for sentence in document.sentences() {
            assert!(document.text.get(sentence.range()).is_some());
        }
    }
}

/// The characters of a text in the order of their codes, without white space and the marks of Markdown.
fn characters(text: &str) -> Vec<char> {
    let mut characters: Vec<char> =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '#' | '-')).collect();
    characters.sort_unstable();
    characters
}

fn letters(page: &Page) -> Vec<char> {
    let blocks = page.draft.stories.iter().flat_map(|story| &story.blocks);
    characters(&blocks.map(|block| block.text.as_str()).collect::<String>())
}

/// What undoing brings back: all of a page but its history, its revision, and bytes that are kept once they are needed.
fn state(page: &Page) -> (Source, CutOptions, Metadata, Draft, Vec<duidu::ingest::PageStory>) {
    let Page { source, options, metadata, draft, stories, .. } = page.clone();
    (source, options, metadata, draft, stories)
}

/// The edit that six bytes stand for.
fn edit(bytes: &[u8]) -> Option<PageEdit> {
    let &[kind, a, b, c, d, e] = bytes else { return None };
    let [story, block, to] = [a, b, c].map(|byte| u32::from(byte % 6));
    let kinds = [
        BlockKind::Headline,
        BlockKind::Kicker,
        BlockKind::Paragraph,
        BlockKind::Caption,
        BlockKind::Furniture,
    ];
    Some(match kind % 9 {
        0 => PageEdit::SplitBefore { story, block },
        1 => PageEdit::JoinWithPrevious { story },
        2 => PageEdit::MoveBlock { from: (story, block), to: (to, u32::from(d % 6)) },
        3 => PageEdit::SetKind { story, block, kind: kinds[usize::from(c) % kinds.len()] },
        4 => {
            let text = String::from_utf16_lossy(&[u16::from_be_bytes([c, d]), u16::from(e)]);
            PageEdit::SetText { story, block, text }
        }
        5 => {
            let text = |byte: u8| if byte.is_multiple_of(3) { String::new() } else { format!("{byte}報") };
            let date = if e % 2 == 0 { String::new() } else { format!("2025-{:02}-{:02}", c % 14, d % 33) };
            let metadata = Metadata { headline: text(c), paper: text(d), date, ..Metadata::default() };
            PageEdit::SetMetadata { story: (b % 2 == 0).then_some(story), metadata }
        }
        6 => PageEdit::SetOptions(CutOptions { unwrap: WAYS[usize::from(a) % 3], split: b % 2 == 0 }),
        7 => PageEdit::SetEncoding(Encoding::ALL[usize::from(a) % Encoding::ALL.len()]),
        _ => PageEdit::Recut,
    })
}

/// The warning of a kind.
fn warning(decoded: &Decoded, kind: WarningKind) -> Option<&IngestWarning> {
    decoded.warnings.iter().find(|warning| warning.kind == kind)
}

/// The bytes before and behind a line of a single `%`, or the first and the second half.
fn halves(data: &[u8]) -> (&[u8], &[u8]) {
    let middle = data.windows(3).position(|three| three == b"\n%\n");
    middle.map_or_else(|| data.split_at(data.len() / 2), |at| (&data[..at], &data[at + 3..]))
}

/// An archive of files as they are, without compression.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut list): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let size = u32::try_from(content.len()).unwrap().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let fields =
            [&[20, 0, 0, 8, 0, 0, 0, 0, 0, 0][..], &check(content), &size, &size, &length, &[0, 0]].concat();
        let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        list.extend([b"PK\x01\x02\x14\x00", &fields[..], &[0; 10], &at, name.as_bytes()].concat());
        bytes.extend([b"PK\x03\x04", &fields[..], name.as_bytes(), content].concat());
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let [length, at] = [list.len(), bytes.len()].map(|number| u32::try_from(number).unwrap().to_le_bytes());
    [&bytes[..], &list, b"PK\x05\x06\0\0\0\0", &count, &count, &length, &at, &[0, 0]].concat()
}

/// The check sum of a file in an archive (CRC-32 of ISO 3309).
fn check(content: &[u8]) -> [u8; 4] {
    let sum = content.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    });
    (!sum).to_le_bytes()
}
