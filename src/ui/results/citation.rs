//! Citations of a view: in APA style, and as entries for BibTeX and for programs that read RIS.

/// A view to cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited<'a> {
    /// The name of the view.
    pub view: &'a str,
    /// The address that opens the view.
    pub address: &'a str,
    /// The version of the app.
    pub version: &'a str,
    /// The day of the visit, as `YYYY-MM-DD`.
    pub day: &'a str,
}

/// A citation style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A line in the style of the American Psychological Association.
    Apa,
    /// An entry for BibTeX.
    Bibtex,
    /// An entry in RIS, which most reference managers read.
    Ris,
}

impl Style {
    /// All styles.
    pub const ALL: [Self; 3] = [Self::Apa, Self::Bibtex, Self::Ris];

    /// Returns the style's name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
        }
    }
}

/// Writes the citation. Its only year is that of the visit: the app is not published in issues.
pub fn cite(cited: &Cited, style: Style) -> String {
    let Cited { view, address, version, day } = *cited;
    match style {
        Style::Apa => format!(
            "對讀 Duìdú (Version {version}) [Computer software]. (n.d.). {view}. Retrieved {day}, from {address}"
        ),
        Style::Bibtex => format!(
            "@software{{duidu,\n  title   = {{{{對讀 Duìdú}}}},\n  version = {{{version}}},\n  note    = {{{}}},\n  url     = {{{}}},\n  urldate = {{{day}}}\n}}\n",
            braced(view),
            braced(address)
        ),
        Style::Ris => format!(
            "TY  - COMP\r\nTI  - 對讀 Duìdú\r\nET  - {version}\r\nN1  - {view}\r\nUR  - {address}\r\nY2  - {}\r\nER  - \r\n",
            day.replace('-', "/")
        ),
    }
}

/// Escapes a field of BibTeX: braces would end it and a percent sign would begin a comment.
fn braced(text: &str) -> String {
    text.replace(['{', '}'], "").replace('%', "\\%")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited() -> Cited<'static> {
        Cited {
            view: "詞頻：全部文章",
            address: "https://example.org/duidu/#/words?filter=%E5%90%88&min=3",
            version: "0.1.0",
            day: "2025-01-22",
        }
    }

    #[test]
    fn every_style_names_version_day_and_address() {
        for style in Style::ALL {
            let text = cite(&cited(), style);
            for part in ["對讀 Duìdú", "0.1.0", "詞頻：全部文章", "https://example.org/duidu/#/words"]
            {
                assert!(text.contains(part), "{}: {text}", style.name());
            }
        }
    }

    #[test]
    fn an_entry_of_bibtex_ends_where_it_should() {
        let text = cite(&Cited { view: "含 } 的", ..cited() }, Style::Bibtex);
        assert_eq!(text.matches('{').count(), text.matches('}').count());
        assert!(text.contains("filter=\\%E5") && text.contains("urldate = {2025-01-22}"));
    }

    #[test]
    fn a_record_of_ris_has_its_tags_at_the_start_of_lines() {
        let text = cite(&cited(), Style::Ris);
        let tags: Vec<&str> = text.lines().map(|line| &line[..6]).collect();
        assert_eq!(tags, ["TY  - ", "TI  - ", "ET  - ", "N1  - ", "UR  - ", "Y2  - ", "ER  - "]);
        assert!(text.contains("Y2  - 2025/01/22"));
    }
}
