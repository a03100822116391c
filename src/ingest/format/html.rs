//! Web pages: the encoding and metadata they declare, and their main text.

use super::blocks::{HtmlPage, blocks};
use super::fields::on_first_line;
use super::main_text::main_text;
use crate::ingest::cleaning::clean;
use crate::ingest::dates::day;
use crate::ingest::detect::{byte_order_mark, standard};
use crate::ingest::{
    Decoded, Encoding, FileError, Format, IngestWarning, Metadata, Source, WarningKind, decode,
};

/// Number of bytes searched for the encoding that a page declares.
const HEAD: usize = 4096;

/// Reads the main text of a web page. The encoding is the one given; else that of a byte order mark; else UTF-8 if
/// valid; else the declared one if possible; else the likeliest.
pub(in crate::ingest) fn read_html(
    name: &str,
    bytes: &[u8],
    given: Option<Encoding>,
) -> Result<Source, FileError> {
    let Decoded { text, encoding, warnings } = decode(bytes, given.or_else(|| named(bytes)));
    let page = blocks(&text);
    let (text, left_out) = main_text(&page.blocks);
    // A character reference can yield characters that are removed from bytes, too.
    let (text, more) = clean(text);
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    // The lines of the first warnings are those of the page's source, which is not shown.
    let mut warnings = on_first_line(warnings);
    warnings.extend(
        more.into_iter()
            .filter(|more| warnings.iter().all(|warning| warning.kind != more.kind))
            .collect::<Vec<_>>(),
    );
    if left_out > 0 {
        let text = left_out.to_string();
        warnings.push(IngestWarning { line: 1, kind: WarningKind::LeftOutFrame, text });
    }
    let (format, metadata) = (Format::Html, metadata(&page));
    Ok(Source { name: name.to_owned(), text, format, encoding: Some(encoding), metadata, warnings })
}

/// Returns the encoding that a page declares, if its bytes are valid in it and no surer sign contradicts it.
fn named(bytes: &[u8]) -> Option<Encoding> {
    if byte_order_mark(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default().to_ascii_lowercase();
    let at = head.windows(7).position(|seven| seven == b"charset")?;
    let label: Vec<u8> = head
        .iter()
        .skip(at)
        .skip(7)
        .copied()
        .skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\''))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    let named = encoding_rs::Encoding::for_label(&label)?;
    let named = if named == encoding_rs::GBK { encoding_rs::GB18030 } else { named };
    let encoding = Encoding::ALL.into_iter().find(|&encoding| standard(encoding) == named)?;
    let is_ascii_like = matches!(encoding, Encoding::Big5 | Encoding::Gb18030);
    // A page in Big5 that declares GB 2312 would be full of wrong bytes.
    (is_ascii_like && named.decode_without_bom_handling_and_without_replacement(bytes).is_some())
        .then_some(encoding)
}

/// Returns the metadata that the page declares.
fn metadata(page: &HtmlPage) -> Metadata {
    let meta = |names: &[&str]| {
        let of =
            |name: &&str| page.meta.iter().find(|(key, _)| key == *name).map(|(_, value)| one_line(value));
        names.iter().filter_map(of).find(|value| !value.is_empty()).unwrap_or_default()
    };
    let headline = meta(&["og:title", "twitter:title", "headline"]);
    let headline = if headline.is_empty() { one_line(&page.title) } else { headline };
    let written = meta(&[
        "article:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "publish-date",
        "og:pubdate",
        "dc.date",
        "dc.date.issued",
        "date",
    ]);
    let date = day(&written).or_else(|| day(&page.time)).unwrap_or_default();
    let others =
        if date.is_empty() && !written.is_empty() { vec![("date".to_owned(), written)] } else { Vec::new() };
    Metadata {
        headline,
        paper: meta(&["og:site_name", "application-name"]),
        date,
        series: String::new(),
        others,
    }
}

fn one_line(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
