//! Tables as files of comma- or tab-separated values, written in the same way whatever they contain.

use std::borrow::Cow;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use crate::text::{as_cell, as_cell_of_csv};

/// The separator of the fields of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Fields with a comma, a quotation mark or a line break are quoted, as in RFC 4180.
    Comma,
    /// No field is quoted; a character that would end one becomes a space.
    Tab,
}

/// The content of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field<'a> {
    /// Text, which no program evaluates; see [`as_cell`] and [`as_cell_of_csv`].
    Text(Cow<'a, str>),
    /// A number in digits.
    Number(String),
}

/// A file that is written line by line. It begins with a byte order mark, by which spreadsheets recognise UTF-8.
pub struct Table {
    writer: Writer<Vec<u8>>,
    separator: Separator,
}

impl Table {
    /// Makes a file without lines.
    pub fn new(separator: Separator) -> Self {
        let (delimiter, quotes) = match separator {
            Separator::Comma => (b',', QuoteStyle::Necessary),
            Separator::Tab => (b'\t', QuoteStyle::Never),
        };
        let mut builder = WriterBuilder::new();
        builder.delimiter(delimiter).quote_style(quotes).terminator(Terminator::CRLF).flexible(true);
        Self { writer: builder.from_writer("\u{FEFF}".into()), separator }
    }

    /// Writes a line.
    #[expect(clippy::expect_used, reason = "memory can be written to, and lines may have any length")]
    pub fn line<'a>(&mut self, fields: impl IntoIterator<Item = Field<'a>>) {
        let fields = fields.into_iter().map(|field| self.separator.written(field));
        self.writer
            .write_record(fields.map(Cow::into_owned).map(String::into_bytes))
            .expect("a line is written");
    }

    /// Returns the file.
    #[expect(clippy::expect_used, reason = "memory can be written to, and only text was")]
    pub fn finish(self) -> String {
        let bytes = self.writer.into_inner().expect("what was written is there");
        String::from_utf8(bytes).expect("only text was written")
    }
}

impl Separator {
    fn written(self, field: Field<'_>) -> Cow<'_, str> {
        match (self, field) {
            (_, Field::Number(number)) => number.into(),
            (Self::Comma, Field::Text(text)) => as_cell_of_csv(&text).into_owned().into(),
            // The text is marked first, because a tab at the beginning becomes a space.
            (Self::Tab, Field::Text(text)) => as_cell(&text).replace(['\t', '\r', '\n'], " ").into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(separator: Separator, rows: &[&[&str]]) -> String {
        let mut table = Table::new(separator);
        rows.iter().for_each(|row| table.line(row.iter().map(|&text| Field::Text(text.into()))));
        table.finish()
    }

    #[test]
    fn lines_end_as_spreadsheets_expect_and_fields_are_quoted_where_they_must_be() {
        let rows: &[&[&str]] = &[&["word", "t"], &["b,c", "\"d\""], &["a\tb", "e\nf"], &["", ""]];
        let csv = written(Separator::Comma, rows);
        assert_eq!(csv, "\u{feff}word,t\r\n\"b,c\",\"\"\"d\"\"\"\r\na\tb,\"e\nf\"\r\n,\r\n");
        let tsv = written(Separator::Tab, rows);
        assert_eq!(tsv, "\u{feff}word\tt\r\nb,c\t\"d\"\r\na b\te f\r\n\t\r\n");
        assert_eq!(written(Separator::Tab, &[&["甲"], &[""]]).lines().next(), Some("\u{feff}甲"));
    }

    #[test]
    fn text_is_no_formula_and_numbers_are_numbers() {
        for separator in [Separator::Comma, Separator::Tab] {
            let mut table = Table::new(separator);
            table.line([
                Field::Text("=HYPERLINK(1)".into()),
                Field::Number("-2.5".into()),
                Field::Text("－5".into()),
            ]);
            let between = if separator == Separator::Comma { "," } else { "\t" };
            assert_eq!(table.finish(), format!("\u{feff}'=HYPERLINK(1){between}-2.5{between}'－5\r\n"));
        }
        assert_eq!(written(Separator::Tab, &[&["\t=1", "\"=1\""]]), "\u{feff}' =1\t'\"=1\"\r\n");
    }
}
