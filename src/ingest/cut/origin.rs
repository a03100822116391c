//! Lines that say which paper a story is from: 來源：某某日報, （某某日報 B1版）, Source: Some Times, 7 March 2024.

use super::day::date_in;
use super::issue::is_page_number;
use super::press::{Press, Sense};
use crate::ingest::outlet;

/// The longest such line in characters.
const LONGEST: usize = 80;

/// The longest name of a paper in Latin letters.
const LATIN: usize = 40;

/// Returns true if a line says where a story is from, and nothing more.
pub(super) fn is_origin(text: &str) -> bool {
    if text.ends_with('。') || text.chars().count() > LONGEST {
        return false;
    }
    let inner = without_brackets(text);
    let press = Press::get();
    // Who wrote it may be told as well; that is a byline.
    let signs = || press.holds(text, Sense::Byline) || press.is(inner, Sense::Agency);
    if let Some(named) = labelled(inner) {
        // 資料來源 names what a story was drawn from as often.
        let is_data = inner.starts_with(['資', '资']) && !words(named).any(is_paper);
        // A comma is that before the day, or one of a sentence.
        let is_sentence = named.contains('。') || named.contains('，') && date_in(named).is_none();
        return !named.is_empty() && !is_sentence && !is_data && !signs();
    }
    inner.len() < text.len() && is_paper_and_place(inner) && !signs()
}

/// Returns true if a line says so behind a word for it, with the day: Source: Some Times, 7 March 2024.
pub(super) fn is_dated_origin(text: &str) -> bool {
    is_origin(text) && labelled(without_brackets(text)).is_some() && date_in(text).is_some()
}

/// Returns the paper that such a line names.
pub(super) fn paper_of_origin(text: &str) -> Option<String> {
    let inner = without_brackets(text);
    let Some(named) = labelled(inner) else {
        return if inner.len() < text.len() && is_paper_and_place(inner) {
            words(inner).find_map(paper_named)
        } else {
            None
        };
    };
    let named = named.trim_start_matches(['】', '］', ']', ':', '：', ' ', '\u{3000}']);
    let name = named.split([',', '，', '|', '｜', '(', '（', ';']).next().unwrap_or_default().trim();
    let known = outlet::known(name).map(str::to_owned);
    let own = || words(named).find(|word| is_paper(word)).and_then(paper_named);
    known.or_else(own).or_else(|| paper_named(name).or_else(|| is_latin_name(name).then(|| name.to_owned())))
}

/// Returns the name under which a paper is cited, if a word could be a paper's name.
fn paper_named(word: &str) -> Option<String> {
    let named = outlet::known(word).map(str::to_owned);
    named.or_else(|| is_paper(word).then(|| outlet::of_site(word)).flatten())
}

fn is_paper(word: &str) -> bool {
    outlet::is_masthead(word) || outlet::is_known(word) || outlet::is_outlet(word)
}

/// Returns what stands behind a word that says where something is from.
fn labelled(text: &str) -> Option<&str> {
    let label = Press::get().starts(text, Sense::Source)?;
    let rest = text.strip_prefix(label)?.trim_start();
    let named = rest.trim_start_matches(['：', ':', '︰', '】', '］', ']', '／']).trim_start();
    // 來源不明 is a sentence's beginning; 摘自 and the like need no colon.
    let is_told = label.ends_with(['：', ':', '自', '於']) || named.len() < rest.len() || rest.is_empty();
    is_told.then_some(named)
}

/// Returns true if a text is a paper's name, with its page, its section and the day if with anything.
fn is_paper_and_place(text: &str) -> bool {
    let dated = date_in(text);
    let parts = dated.as_ref().map_or([text, ""], |dated| [dated.before, dated.behind]);
    let mut papers = 0_usize;
    let (mut places, mut others) = (usize::from(dated.is_some()), 0_usize);
    for word in parts.into_iter().flat_map(words) {
        if outlet::is_masthead(word) || outlet::is_known(word) {
            papers = papers.saturating_add(1);
        } else if is_page_number(word) {
            places = places.saturating_add(1);
        } else if !Press::get().is(word, Sense::Section) {
            others = others.saturating_add(1);
        }
    }
    papers == 1 && (others == 0 || others == 1 && places > 0) && text.chars().count() <= 30
}

/// Returns true if a name is written in Latin letters, its words with capitals.
pub(super) fn is_latin_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    (3..=LATIN).contains(&name.len())
        && name.is_ascii()
        && !super::controls::SERVICES.contains(&name.to_ascii_lowercase().as_str())
        && words.all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()) || word.len() <= 3)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_between =
        |c: char| c.is_whitespace() || "|｜：:，,、·・／《》〈〉（）()【】〔〕［］[]".contains(c);
    text.split(is_between).filter(|word| !word.is_empty())
}

fn without_brackets(text: &str) -> &str {
    let pairs = [('（', '）'), ('(', ')'), ('【', '】'), ('〔', '〕'), ('［', '］'), ('[', ']')];
    let inner = pairs.iter().find_map(|&(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    inner.unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_name_a_storys_paper_are_told_from_text() {
        for (line, paper) in [
            ("來源：花城日報", Some("花城日報")),
            ("資料來源：花城時報電子報", Some("花城時報")),
            ("（花城日報 B1版 地方新聞）", Some("花城日報")),
            ("(摘自 花城晚報)", Some("花城晚報")),
            ("出處：花城日報 7/3/2024", Some("花城日報")),
            ("Source: The Flower Times, 7 March 2024, B4", Some("The Flower Times")),
            ("Source: Flower Daily 花城日報 | 7/3/2024", Some("花城日報")),
            ("文章来源：本报", None),
            ("（来源：花城新闻，2024-03-07）", Some("花城新闻")),
        ] {
            assert!(is_origin(line), "{line}");
            assert_eq!(paper_of_origin(line).as_deref(), paper, "{line}");
        }
        for line in [
            "來源不明的包裹",
            "（花城七日訊）",
            "（花城日報記者花一攝）",
            "來源：他說，不知道。",
            "花城日報",
            "（中央社）",
        ] {
            assert!(!is_origin(line), "{line}");
        }
    }
}
