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
    /// The reader's own corpus, if the view is about it and it has a title.
    pub corpus: Option<&'a OwnCorpus>,
}

/// What the reader says of the own texts, for citations; what is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnCorpus {
    /// Who made it.
    pub author: String,
    /// Its title.
    pub title: String,
    /// An address where it stays, such as a DOI.
    pub address: String,
}

impl OwnCorpus {
    /// Reads it as it is kept: author, title and address, one to a line.
    pub fn read(kept: &str) -> Self {
        let mut lines = kept.lines().map(str::to_owned);
        let mut next = || lines.next().unwrap_or_default();
        Self { author: next(), title: next(), address: next() }
    }

    /// Returns it as it is kept; nothing if nothing is known.
    pub fn kept(&self) -> Option<String> {
        let parts =
            [&self.author, &self.title, &self.address].map(|part| part.trim().replace(['\n', '\r'], " "));
        parts.iter().any(|part| !part.is_empty()).then(|| parts.join("\n"))
    }
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

/// Writes the citation: that of the own corpus, if there is one, and that of the app. The only year is that of the visit:
/// neither is published in issues.
pub fn cite(cited: &Cited, style: Style) -> String {
    let corpus = cited.corpus.map(|corpus| cite_corpus(corpus, cited.view, style));
    corpus.unwrap_or_default() + &cite_app(cited, style)
}

fn cite_corpus(corpus: &OwnCorpus, view: &str, style: Style) -> String {
    let OwnCorpus { author, title, address } = corpus;
    let part = |before: &str, text: &str, after: &str| {
        if text.is_empty() { String::new() } else { format!("{before}{text}{after}") }
    };
    match style {
        Style::Apa => {
            let begin = if author.is_empty() {
                format!("{title} [Corpus]. (n.d.).")
            } else {
                format!("{author}. (n.d.). {title} [Corpus].")
            };
            format!("{begin}{}\n", part(" ", address, ""))
        }
        Style::Bibtex => format!(
            "@misc{{corpus,\n{}  title   = {{{{{}}}}},\n  note    = {{{}}},\n{}}}\n",
            part("  author  = {{", &braced(author), "}},\n"),
            braced(title),
            braced(view),
            part("  url     = {", &braced(address), "},\n"),
        ),
        Style::Ris => format!(
            "TY  - DATA\r\n{}TI  - {title}\r\nN1  - {view}\r\n{}ER  - \r\n",
            part("AU  - ", author, "\r\n"),
            part("UR  - ", address, "\r\n"),
        ),
    }
}

fn cite_app(cited: &Cited, style: Style) -> String {
    let Cited { view, address, version, day, .. } = *cited;
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
            corpus: None,
        }
    }

    #[test]
    fn the_own_corpus_is_cited_with_what_is_known_of_it() {
        let whole = OwnCorpus::read("陳大文\n公園語料庫\nhttps://doi.org/10.1/x");
        let title = OwnCorpus { title: "公園語料庫".into(), ..OwnCorpus::default() };
        assert_eq!(OwnCorpus::read(&whole.kept().unwrap()), whole);
        assert_eq!(OwnCorpus::default().kept(), None);
        for style in Style::ALL {
            let of = |corpus| cite(&Cited { corpus: Some(corpus), ..cited() }, style);
            let text = of(&whole);
            for part in ["陳大文", "公園語料庫", "https://doi.org/10.1/x", "對讀 Duìdú", "詞頻：全部文章"]
            {
                assert!(text.contains(part), "{}: {text}", style.name());
            }
            assert!(text.ends_with(&cite(&cited(), style)));
            assert!(!of(&title).contains("AU  - ") && !of(&title).contains("author"));
        }
        let apa = cite(&Cited { corpus: Some(&whole), ..cited() }, Style::Apa);
        assert!(apa.starts_with("陳大文. (n.d.). 公園語料庫 [Corpus]. https://doi.org/10.1/x\n對讀"));
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
