//! Facts from the name of a file by a pattern that the reader gives, such as `{date}_{paper}_{n}`.

use thiserror::Error;

use crate::ingest::Metadata;
use crate::text::is_date;

/// A pattern for names of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePattern(Vec<PatternPart>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum PatternPart {
    Text(String),
    Field(String),
}

/// The reason why a pattern cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PatternError {
    /// It names no fact.
    #[error("the pattern has no field; write one such as {{date}}_{{paper}}_{{n}}")]
    NoField,
    /// A brace has no partner, or a field no name.
    #[error(
        "a brace of the pattern is not closed, or has no name in it; write {{date}}, {{paper}} or a name of your own"
    )]
    Brace,
    /// Nothing tells where one field ends and the next begins.
    #[error("two fields of the pattern touch; put the character between them that the names have there")]
    Touching,
}

impl NamePattern {
    /// Parses a pattern: fields in braces, and between them the characters that the names have there.
    ///
    /// # Errors
    /// [`PatternError`] if it has no field, or fields that cannot be told apart.
    pub fn parse(pattern: &str) -> Result<Self, PatternError> {
        let (mut parts, mut rest) = (Vec::new(), pattern.trim());
        while let Some((text, after)) = rest.split_once('{') {
            let (field, after) = after.split_once('}').ok_or(PatternError::Brace)?;
            let field = field.trim();
            if field.is_empty() || field.contains('{') || text.contains('}') {
                return Err(PatternError::Brace);
            }
            if !text.is_empty() {
                parts.push(PatternPart::Text(text.to_owned()));
            } else if matches!(parts.last(), Some(PatternPart::Field(_))) {
                return Err(PatternError::Touching);
            }
            parts.push(PatternPart::Field(field.to_owned()));
            rest = after;
        }
        if rest.contains('}') {
            return Err(PatternError::Brace);
        }
        if !parts.iter().any(|part| matches!(part, PatternPart::Field(_))) {
            return Err(PatternError::NoField);
        }
        if !rest.is_empty() {
            parts.push(PatternPart::Text(rest.to_owned()));
        }
        Ok(Self(parts))
    }

    /// Returns the facts in the name of a file; `None` if the name does not fit or its day is none. A pattern with `/` is
    /// about as many folders as it has, another one about the name alone; the ending is left out.
    ///
    /// `{date}`, `{paper}` and `{series}` are what they say, `{n}` and `{_}` are skipped, and any other field is a tag.
    pub fn facts(&self, file: &str) -> Option<Metadata> {
        let folders = self.0.iter().map(|part| match part {
            PatternPart::Text(text) => text.matches('/').count(),
            PatternPart::Field(_) => 0,
        });
        let folders: usize = folders.sum();
        let at = file.rmatch_indices('/').nth(folders).map_or(0, |(at, _)| at);
        let name = file.get(at..)?;
        let name = name.strip_prefix('/').unwrap_or(name);
        let name = match name.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() && !ending.contains('/') && ending.len() <= 8 => stem,
            _ => name,
        };
        let mut facts = Metadata::default();
        for (field, value) in fields(&self.0, name)? {
            let value = value.trim().to_owned();
            match field {
                "date" => facts.date = day(&value)?,
                "paper" => facts.paper = value,
                "series" => facts.series = value,
                "n" | "_" => {}
                other => facts.others.push((other.to_owned(), value)),
            }
        }
        Some(facts)
    }
}

/// Returns the value of each field; a field ends where the text after it first occurs, and the last one at the end.
fn fields<'a>(parts: &'a [PatternPart], name: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let (mut found, mut rest, mut parts) = (Vec::new(), name, parts.iter().peekable());
    while let Some(part) = parts.next() {
        match part {
            PatternPart::Text(text) => rest = rest.strip_prefix(text.as_str())?,
            PatternPart::Field(field) => {
                let end = match parts.peek() {
                    Some(PatternPart::Text(text)) => rest.find(text.as_str())?,
                    _ => rest.len(),
                };
                let (value, after) =
                    rest.split_at_checked(end).filter(|(value, _)| !value.trim().is_empty())?;
                // A field that may hold a folder would make every name fit.
                if value.contains('/') {
                    return None;
                }
                found.push((field.as_str(), value));
                rest = after;
            }
        }
    }
    rest.is_empty().then_some(found)
}

/// Returns a day as `YYYY-MM-DD` from that form, from eight digits, or with other marks between year, month and day.
fn day(value: &str) -> Option<String> {
    let parts: Vec<&str> =
        value.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (year, month, day) = match parts[..] {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [whole] if whole.len() == 8 => (whole.get(..4)?, whole.get(4..6)?, whole.get(6..)?),
        _ => return None,
    };
    let written = format!("{year}-{month:0>2}-{day:0>2}");
    is_date(&written).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(pattern: &str, file: &str) -> Option<Metadata> {
        NamePattern::parse(pattern).unwrap().facts(file)
    }

    fn known(date: &str, paper: &str, series: &str) -> Option<Metadata> {
        Some(Metadata {
            date: date.into(),
            paper: paper.into(),
            series: series.into(),
            ..Metadata::default()
        })
    }

    #[test]
    fn a_name_that_fits_tells_its_facts() {
        let pattern = "{date}_{paper}_{n}";
        assert_eq!(facts(pattern, "支持/2025-01-02_晨報_1.txt"), known("2025-01-02", "晨報", ""));
        assert_eq!(facts(pattern, "20250102_晨報_1"), known("2025-01-02", "晨報", ""));
        assert_eq!(
            facts("{series}/{date} {paper}", "語料/支持/2025.1.2 晨報.txt"),
            known("2025-01-02", "晨報", "支持")
        );
        let tagged = facts("{paper}-{genre}", "a/晨報-社論.txt").unwrap();
        assert_eq!(
            (tagged.paper.as_str(), &tagged.others[..]),
            ("晨報", &[("genre".into(), "社論".into())][..])
        );
    }

    #[test]
    fn a_name_that_does_not_fit_tells_nothing() {
        for file in ["晨報.txt", "2025-02-30_晨報_1.txt", "x_晨報_1.txt", "2025-01-02__1.txt", "", "/"]
        {
            assert_eq!(facts("{date}_{paper}_{n}", file), None, "{file}");
        }
        assert_eq!(facts("{series}/{paper}", "晨報.txt"), None, "there is no folder");
    }

    #[test]
    fn a_pattern_that_cannot_be_used_says_why() {
        for (pattern, why) in [
            ("", PatternError::NoField),
            ("date_paper", PatternError::NoField),
            ("{date", PatternError::Brace),
            ("date}", PatternError::Brace),
            ("{}", PatternError::Brace),
            ("{date}{paper}", PatternError::Touching),
        ] {
            assert_eq!(NamePattern::parse(pattern), Err(why), "{pattern}");
        }
    }
}
