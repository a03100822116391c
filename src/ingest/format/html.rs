//! Web pages: the encoding and metadata they declare, and their main text.

use super::blocks::{HtmlPage, Invisible, blocks};
use super::fields::on_first_line;
use super::linked_data::{LinkedArticle, article};
use super::main_text::{MainText, main_text};
use crate::ingest::cleaning::clean;
use crate::ingest::cut::{date_in, paper_named_in};
use crate::ingest::dates::day;
use crate::ingest::detect::{byte_order_mark, standard};
use crate::ingest::files::printable;
use crate::ingest::outlet;
use crate::ingest::{
    Decoded, Encoding, FileError, Format, IngestWarning, Metadata, Source, WarningKind, decode,
};

/// Number of addresses of frames that are named.
const FRAMES: usize = 8;

/// A title of more bytes names no headline.
const LONGEST_TITLE: usize = 2000;

/// Number of bytes searched for the encoding that a page declares.
const HEAD: usize = 4096;

/// Number of characters of a line that a warning shows.
const SHOWN: usize = 24;

/// Reads the main text of a web page. The encoding is the one given; else that of a byte order mark; else UTF-8 if
/// valid; else the declared one if possible; else the likeliest.
pub(in crate::ingest) fn read_html(
    name: &str,
    bytes: &[u8],
    given: Option<Encoding>,
) -> Result<Source, FileError> {
    let Decoded { text, encoding, warnings, .. } = decode(bytes, given.or_else(|| named(bytes)));
    let page = blocks(&text, Invisible::Out);
    // Some sites make the text visible by a script, which a saved page does not run.
    let page = if page.is_mostly_invisible() { blocks(&text, Invisible::In) } else { page };
    let linked = article(&page.linked_data);
    let titles = titles(&page, &linked);
    let main = main_text(&page, &titles);
    let metadata = metadata(&page, &linked, &main);
    let (text, known, left_out, rivalled) = (main.text, main.known, main.left_out, main.rivalled);
    // A character reference can name what is taken out of bytes, too.
    let (text, more) = clean(text);
    if text.trim().is_empty() {
        return Err(if page.frames.is_empty() { FileError::Empty } else { frames(&page) });
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
    if let Some(line) = rivalled {
        let text = text.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
        let text = text.chars().take(SHOWN).collect();
        warnings.push(IngestWarning { line, kind: WarningKind::RivalledText, text });
    }
    let (name, format, encoding) = (name.to_owned(), Format::Html, Some(encoding));
    Ok(Source { name, text, format, encoding, metadata, warnings, known, ..Source::default() })
}

/// Returns the error of a page that only arranges others.
fn frames(page: &HtmlPage) -> FileError {
    let shown = page.frames.iter().take(FRAMES).map(|address| printable(address));
    let more = if page.frames.len() > FRAMES { ", …" } else { "" };
    FileError::Frames { addresses: format!("{}{more}", shown.collect::<Vec<_>>().join(", ")) }
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

/// Returns the names that the page gives itself or its story.
fn titles(page: &HtmlPage, linked: &LinkedArticle) -> Vec<String> {
    let mut titles = vec![one_line(&linked.headline)];
    titles.extend(["og:title", "twitter:title", "headline", "title"].iter().map(|name| page.meta(&[name])));
    titles.push(one_line(&page.title));
    titles.retain(|title| !title.is_empty() && title.len() <= LONGEST_TITLE);
    titles
}

/// Returns the metadata that the page declares.
fn metadata(page: &HtmlPage, linked: &LinkedArticle, main: &MainText) -> Metadata {
    let title = one_line(&page.title);
    let headline = main.headline.clone().unwrap_or_else(|| {
        let given = page.meta(&["og:title", "twitter:title", "headline"]);
        if given.is_empty() { title.clone() } else { given }
    });
    let written = page.meta(&[
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
    // A page of several stories has a day in its title, or each story has its own.
    let titled =
        || title.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 8).find_map(day);
    let shown = || main.lines.iter().find_map(|line| date_in(line)).map(|dated| dated.date);
    let of_story = || if main.headline.is_some() { day(&page.time).or_else(shown) } else { None };
    // The first second of the clocks of computers is the day of what has none.
    let set = |written: &str| day(written).filter(|day| day != "1970-01-01");
    let date = set(&linked.published)
        .or_else(|| set(&written))
        .or_else(of_story)
        .or_else(titled)
        .unwrap_or_default();
    let others =
        if date.is_empty() && !written.is_empty() { vec![("date".to_owned(), written)] } else { Vec::new() };
    let site = [one_line(&linked.publisher), page.meta(&["og:site_name", "application-name"])];
    let site = site.iter().find(|name| !name.is_empty()).and_then(|name| outlet::of_site(name));
    let own = main.lines.iter().find_map(|line| paper_named_in(line));
    let titled = outlet::of_title(&title, main.headline.as_deref().unwrap_or_default());
    let named = whole_name(site, titled);
    let printed = named.as_deref().and_then(|site| page.printed_paper(site));
    let printed = printed.or_else(|| named.as_deref().and_then(|site| kin_named(&main.lines, site)));
    let paper = own.or(printed).or(named).unwrap_or_default();
    Metadata { headline, paper, date, series: String::new(), others }
}

/// The first blocks of a page, among which its head is.
const TOP: usize = 24;

/// Returns the name of a site, or that in the page's title where it is the whole of the same name or in Chinese.
fn whole_name(site: Option<String>, titled: Option<String>) -> Option<String> {
    let (Some(site), Some(titled)) = (&site, &titled) else { return site.or(titled) };
    // Before the name may stand the site's address: flower.example花城網.
    let is_address = |before: &str| before.is_ascii() && before.contains('.');
    let is_whole =
        titled.strip_suffix(site.as_str()).is_some_and(|more| !more.is_empty() && !is_address(more));
    let is_chinese = site.is_ascii() && titled.contains(crate::text::is_han);
    Some(if is_whole || is_chinese { titled } else { site }.clone())
}

/// Returns the paper that a line near the headline names as the story's own, where its name begins as that of its site
/// does: 花城報／記者某某 on the pages of 花城新聞網. What stands as the source beside the day may be reprinted, unless the site
/// names itself before it: 來源：花城網－花城日報.
fn kin_named(lines: &[String], site: &str) -> Option<String> {
    let is_kin = |name: &&str| {
        let begins = name.chars().zip(site.chars()).take_while(|(one, other)| one == other).count();
        begins >= 2 && *name != site && name.ends_with(['報', '报']) && outlet::is_masthead(name)
    };
    let is_own = |line: &&String| {
        let source = ["來源", "来源"].iter().find_map(|word| line.split_once(word));
        let is_reprint = source.is_some_and(|(_, named)| date_in(line).is_some() && !named.contains(site));
        line.chars().count() <= 40 && !line.contains('。') && !is_reprint
    };
    let short = lines.iter().filter(is_own);
    let mut words = short.flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    words.find(is_kin).map(str::to_owned)
}

impl HtmlPage {
    /// The paper that the head of the page names beside its day, where its name begins as that of the site does: what a
    /// site shows of a paper's pages is the paper's.
    fn printed_paper(&self, site: &str) -> Option<String> {
        let begins =
            |name: &str| name.chars().zip(site.chars()).take_while(|(one, other)| one == other).count();
        let head = self.blocks.iter().take(TOP).map(|block| block.text.trim());
        let named = head.filter(|text| text.chars().count() <= 40).filter_map(paper_named_in);
        named.into_iter().find(|name| name != site && begins(name) >= 2)
    }

    /// What the first of some `<meta>` elements says that says anything.
    fn meta(&self, names: &[&str]) -> String {
        let of =
            |name: &&str| self.meta.iter().find(|(key, _)| key == *name).map(|(_, value)| one_line(value));
        names.iter().filter_map(of).find(|value| !value.is_empty()).unwrap_or_default()
    }
}

fn one_line(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::read_html;

    #[test]
    fn a_story_names_the_paper_of_its_site() {
        let paper = |line: &str, title: &str| {
            let text =
                "<p>花城今早停電三小時，居民說，電梯停了，街燈也沒有亮，有人走了二十層。</p>".repeat(2);
            let html = format!(
                "<title>花城停電三小時　居民摸黑{title}</title><meta property='og:site_name' content='花城新聞網'>\
                 <h1>花城停電三小時　居民摸黑</h1><div>{line}</div><div>{text}</div>"
            );
            read_html("a.html", html.as_bytes(), None).unwrap().metadata.paper
        };
        let site = "｜地方｜flower.example花城新聞網";
        assert_eq!(paper("2024-03-07 18:03", site), "花城新聞網", "without its address");
        assert_eq!(paper("花城報／ 記者林花 ／柳城報導", site), "花城報");
        assert_eq!(paper("來源：花城日報", site), "花城日報");
        assert_eq!(paper("2024-03-07 來源：花城日報", site), "花城新聞網", "it may be reprinted");
        assert_eq!(paper("2024-03-07 來源：花城新聞網－花城日報", site), "花城日報");
        assert_eq!(paper("來源：柳城日報", site), "花城新聞網");
    }
}
