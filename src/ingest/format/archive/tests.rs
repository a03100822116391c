//! Archives that no honest program writes, built by hand.

use std::io::Write;

use flate2::{Compression, Crc, write::DeflateEncoder};

use crate::ingest::{FileError, FileFailure, FileText, ReadOptions, read_file};

const NEWS: &str = "圖書館明天起延長開放時間。";

/// An archive whose list of files may be false.
#[derive(Default)]
struct Forged {
    bytes: Vec<u8>,
    list: Vec<u8>,
    listed: u16,
}

/// A file in it, as described by its header.
#[derive(Clone, Copy)]
struct Placed {
    at: u32,
    check: u32,
    packed: u32,
    size: u32,
}

impl Forged {
    /// Adds a file without listing it.
    fn put(&mut self, name: &str, file: &Packed) -> Placed {
        let at = self.bytes.len() as u32;
        let placed = Placed { at, check: file.check, packed: file.bytes.len() as u32, size: file.size };
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(fields(name, placed));
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(&file.bytes);
        placed
    }

    /// Lists a file under a name.
    fn list(&mut self, name: &str, placed: Placed) {
        self.list.extend(b"PK\x01\x02\x14\x00");
        self.list.extend(fields(name, placed));
        self.list.extend([0; 10]);
        self.list.extend(placed.at.to_le_bytes());
        self.list.extend(name.as_bytes());
        self.listed = self.listed.wrapping_add(1);
    }

    fn add(self, name: &str, content: &[u8]) -> Self {
        self.add_packed(name, &packed(content))
    }

    fn add_packed(mut self, name: &str, file: &Packed) -> Self {
        let placed = self.put(name, file);
        self.list(name, placed);
        self
    }

    fn finish(mut self) -> Vec<u8> {
        let at = self.bytes.len() as u32;
        let length = self.list.len() as u32;
        self.bytes.extend(self.list);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend([self.listed.to_le_bytes(), self.listed.to_le_bytes()].concat());
        self.bytes.extend([length.to_le_bytes(), at.to_le_bytes()].concat());
        self.bytes.extend([0, 0]);
        self.bytes
    }
}

/// The content of a file as stored in an archive.
struct Packed {
    bytes: Vec<u8>,
    check: u32,
    size: u32,
}

fn packed(content: &[u8]) -> Packed {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(content).unwrap();
    let mut check = Crc::new();
    check.update(content);
    Packed { bytes: packer.finish().unwrap(), check: check.sum(), size: content.len() as u32 }
}

/// Returns the fields that a file's header shares with its line in the list.
fn fields(name: &str, placed: Placed) -> Vec<u8> {
    let mut fields = vec![20, 0, 0, 8, 8, 0, 0, 0, 0, 0];
    for number in [placed.check, placed.packed, placed.size] {
        fields.extend(number.to_le_bytes());
    }
    fields.extend((name.len() as u16).to_le_bytes());
    fields.extend([0, 0]);
    fields
}

fn all(name: &str, bytes: Vec<u8>) -> Vec<Result<FileText, FileFailure>> {
    read_file(name, bytes, ReadOptions::default()).collect()
}

/// Returns the reason why an archive yields nothing at all.
fn refusal(bytes: Vec<u8>) -> FileError {
    let mut items = all("a.zip", bytes);
    assert_eq!(items.len(), 1, "one failure, and no text");
    let failure = items.remove(0).unwrap_err();
    assert_eq!(failure.name, "a.zip");
    failure.reason
}

fn unpacks_too_large() -> FileError {
    FileError::UnpacksTooLarge { limit: 512 }
}

#[test]
fn a_forged_archive_without_a_lie_is_read() {
    let items = all("a.zip", Forged::default().add("a.txt", NEWS.as_bytes()).add("b.txt", b"b").finish());
    let texts: Vec<&str> = items.iter().map(|item| item.as_ref().unwrap().source.text.as_str()).collect();
    assert_eq!(texts, [NEWS, "b"]);
}

#[test]
fn two_thousand_names_of_one_file_are_refused() {
    let mut forged = Forged::default();
    let large = forged.put("0000.txt", &packed(NEWS.repeat(10_000_000 / NEWS.len()).as_bytes()));
    (0..2000).for_each(|number| forged.list(&format!("{number:04}.txt"), large));
    let bytes = forged.finish();
    assert!(bytes.len() < 200_000, "{}", bytes.len());
    assert_eq!(refusal(bytes), FileError::OverlappingFiles);
}

#[test]
fn a_file_that_reaches_into_the_next_is_refused() {
    let mut forged = Forged::default();
    let first = forged.put("b.txt", &packed(NEWS.as_bytes()));
    let second = forged.put("c.txt", &packed(NEWS.as_bytes()));
    forged.list("b.txt", Placed { packed: first.packed + 60, ..first });
    forged.list("c.txt", second);
    assert_eq!(refusal(forged.finish()), FileError::OverlappingFiles);
}

#[test]
fn what_all_files_unpack_to_is_counted_together() {
    let large = packed(&vec![b' '; 10 << 20]);
    let many = |count: usize, beside: usize| {
        let noise: Vec<u8> =
            (0..beside as u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let forged = Forged::default().add("noise.bin", &noise);
        (0..count).fold(forged, |forged, number| forged.add_packed(&format!("{number}.txt"), &large)).finish()
    };
    assert_eq!(refusal(many(4, 0)), unpacks_too_large(), "four hundred times its size");
    assert_eq!(refusal(many(52, 4 << 20)), unpacks_too_large(), "more than 512 MB");
    assert_eq!(all("a.zip", many(3, 0)).len(), 4, "small enough to do no harm");
}

#[test]
fn what_archives_inside_an_archive_unpack_to_is_counted_in() {
    let inner = Forged::default().add("a.txt", &vec![b'a'; 30 << 20]).finish();
    let outer = Forged::default().add("1.zip", &inner).add("2.zip", &inner).add("b.txt", NEWS.as_bytes());
    let items = all("a.zip", outer.finish());
    assert_eq!(items.len(), 3);
    assert_eq!(items[0].as_ref().unwrap().source.name, "a.zip/1.zip/a.txt");
    let failure = FileFailure { name: "a.zip/2.zip".to_owned(), reason: unpacks_too_large() };
    assert_eq!(items[1].as_ref().unwrap_err(), &failure);
    assert_eq!(items[2].as_ref().unwrap().source.text, NEWS);
}

#[test]
fn no_more_comes_out_of_a_file_than_its_archive_says() {
    let mut forged = Forged::default();
    let large = forged.put("a.txt", &packed(NEWS.repeat(100_000).as_bytes()));
    forged.list("a.txt", Placed { size: 10, ..large });
    let forged = forged.add("b.txt", NEWS.as_bytes());
    let items = all("a.zip", forged.finish());
    assert!(matches!(items[0].as_ref().unwrap_err().reason, FileError::Broken { .. }));
    assert_eq!(items[1].as_ref().unwrap().source.text, NEWS);
}

#[test]
fn a_document_that_swells_is_refused() {
    let reason = |xml: &[u8]| refusal(Forged::default().add("word/document.xml", xml).finish());
    assert_eq!(reason(&vec![b' '; 40 << 20]), unpacks_too_large());
    let mut forged = Forged::default();
    let small = forged.put("word/document.xml", &packed(b"<w:p>"));
    forged.list("word/document.xml", Placed { size: 300 << 20, ..small });
    assert_eq!(refusal(forged.finish()), FileError::TooLarge { megabytes: 300, limit: 200 });
}

#[test]
fn more_files_than_an_archive_may_list_are_refused_before_they_are_listed() {
    let mut forged = Forged::default();
    let empty = forged.put("", &packed(b""));
    (0..70_000).for_each(|number| forged.list(&format!("{number:x}"), empty));
    assert_eq!(refusal(forged.finish()), FileError::TooManyFiles { files: 70_000, limit: 65_535 });
}

#[test]
fn thousands_of_empty_files_are_named_one_by_one() {
    let forged = (0..5000).fold(Forged::default(), |forged, number| forged.add(&number.to_string(), b""));
    let items = all("a.zip", forged.finish());
    assert_eq!(items.len(), 5000);
    assert!(items.iter().all(|item| item.as_ref().unwrap_err().reason == FileError::Empty));
}

#[test]
fn files_of_one_name_are_told_of() {
    let forged = Forged::default().add("a.txt", b"a").add("b.txt", b"b").add("a.txt", NEWS.as_bytes());
    let items = all("a.zip", forged.finish());
    let texts: Vec<&str> = items.iter().flatten().map(|item| item.source.text.as_str()).collect();
    assert_eq!(texts, [NEWS, "b"]);
    let failure = FileFailure { name: "a.zip".to_owned(), reason: FileError::SameNames };
    assert_eq!(items[2].as_ref().unwrap_err(), &failure);
}
