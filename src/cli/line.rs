//! Lines of the input, each with its place; one that is too long is skipped without being held.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::sync::Arc;
use std::vec::IntoIter;

/// The bytes read at once.
const BUFFER: usize = 1 << 18;

/// The place of a line in the input.
#[derive(Clone, Debug)]
pub(super) struct LinePlace {
    /// The file; `None` for the standard input.
    file: Option<Arc<str>>,
    /// The number of the line, from 1; 0 for the file as a whole.
    number: u64,
    /// Its number among the lines of all files, from 1.
    overall: u64,
}

impl LinePlace {
    /// Returns the id of a document that has none of its own.
    pub(super) fn id(&self) -> String {
        self.overall.to_string()
    }
}

impl fmt::Display for LinePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, self.number) {
            (Some(file), 0) => f.write_str(file),
            (Some(file), number) => write!(f, "{file}: line {number}"),
            (None, number) => write!(f, "line {number}"),
        }
    }
}

/// A line that is not blank.
pub(super) struct InputLine {
    pub(super) place: LinePlace,
    /// Its text, or the reason why it has none.
    pub(super) text: Result<String, String>,
}

/// The lines of the input, one after another.
pub(super) struct InputLines {
    files: IntoIter<PathBuf>,
    open: Option<Box<dyn BufRead + Send>>,
    place: LinePlace,
    longest: usize,
}

impl InputLines {
    /// Reads some files, or the standard input if there are none. Lines of more than `longest` bytes are faults.
    pub(super) fn new(files: Vec<PathBuf>, longest: usize) -> Self {
        let stdin = files.is_empty().then(stdin);
        let place = LinePlace { file: None, number: 0, overall: 0 };
        Self { files: files.into_iter(), open: stdin, place, longest }
    }

    /// Returns the next line, blank or not; `None` at the end of the file.
    fn read(&mut self) -> Option<InputLine> {
        let reader = self.open.as_mut()?;
        let read = next_line(reader, self.longest);
        self.place.number += 1;
        self.place.overall += 1;
        let text = match read {
            Ok(Some(LineRead::Line(mut bytes))) => {
                if self.place.number == 1 && bytes.starts_with("\u{feff}".as_bytes()) {
                    bytes.drain(..3);
                }
                String::from_utf8(bytes).map_err(|error| {
                    let byte = error.utf8_error().valid_up_to() + 1;
                    format!("it is not UTF-8: byte {byte} belongs to no character")
                })
            }
            Ok(Some(LineRead::TooLong(bytes))) => Err(format!(
                "it has {bytes} bytes, and {} are the most; give --longest-line a larger number",
                self.longest
            )),
            Ok(None) => {
                self.place.overall -= 1;
                self.open = None;
                return None;
            }
            Err(error) => {
                self.open = None;
                Err(format!("it cannot be read: {error}"))
            }
        };
        Some(InputLine { place: self.place.clone(), text })
    }
}

impl Iterator for InputLines {
    type Item = InputLine;

    fn next(&mut self) -> Option<InputLine> {
        loop {
            match self.read() {
                Some(line) if line.text.as_ref().is_ok_and(|text| text.trim().is_empty()) => {}
                Some(line) => return Some(line),
                None => {
                    let file = self.files.next()?;
                    let name = file.display().to_string();
                    let overall = self.place.overall;
                    self.place = LinePlace { file: Some(name.into()), number: 0, overall };
                    if file.as_os_str() == "-" {
                        self.open = Some(stdin());
                        continue;
                    }
                    match File::open(&file) {
                        Ok(file) => self.open = Some(Box::new(BufReader::with_capacity(BUFFER, file))),
                        Err(error) => {
                            let text = Err(format!("the file cannot be opened: {error}"));
                            return Some(InputLine { place: self.place.clone(), text });
                        }
                    }
                }
            }
        }
    }
}

fn stdin() -> Box<dyn BufRead + Send> {
    Box::new(BufReader::with_capacity(BUFFER, io::stdin()))
}

enum LineRead {
    Line(Vec<u8>),
    /// The number of bytes that were skipped.
    TooLong(u64),
}

/// Reads up to a line feed; `None` at the end. Holds no more than `longest` bytes and the reader's buffer.
fn next_line(reader: &mut impl BufRead, longest: usize) -> io::Result<Option<LineRead>> {
    let (mut line, mut length, mut any) = (Vec::new(), 0_u64, false);
    loop {
        let held = match reader.fill_buf() {
            Ok(held) => held,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let end = held.iter().position(|&byte| byte == b'\n');
        let part = held.get(..end.unwrap_or(held.len())).unwrap_or_default();
        any |= !held.is_empty();
        length += part.len() as u64;
        if length <= longest as u64 {
            line.extend_from_slice(part);
        } else {
            line = Vec::new();
        }
        let (read, is_over) = (part.len() + usize::from(end.is_some()), end.is_some() || held.is_empty());
        reader.consume(read);
        if is_over {
            let whole =
                if length > longest as u64 { LineRead::TooLong(length) } else { LineRead::Line(line) };
            return Ok(any.then_some(whole));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, longest: usize, buffer: usize) -> Vec<Result<String, u64>> {
        let mut reader = BufReader::with_capacity(buffer, text.as_bytes());
        let next = || next_line(&mut reader, longest).unwrap();
        std::iter::from_fn(next)
            .map(|read| match read {
                LineRead::Line(line) => Ok(String::from_utf8(line).unwrap()),
                LineRead::TooLong(bytes) => Err(bytes),
            })
            .collect()
    }

    #[test]
    fn lines_end_at_line_feeds_and_at_the_end_whatever_the_buffer() {
        for buffer in [1, 2, 3, 64] {
            let found = lines("ab\n\ncdefg\nhi", 4, buffer);
            assert_eq!(found, [Ok("ab".to_owned()), Ok(String::new()), Err(5), Ok("hi".to_owned())]);
            assert_eq!(lines("", 4, buffer), []);
            assert_eq!(lines("abcd\n", 4, buffer), [Ok("abcd".to_owned())]);
        }
    }
}
