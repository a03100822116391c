//! Names of papers, broadcasters and agencies: as a story's own lines give them, and as a site calls itself.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cut::{Press, Sense};

const NAMES: &str = include_str!("tables/outlets.txt");

/// How a title parts the headline from the names of the section and the site.
const BETWEEN: [char; 11] = ['|', '｜', '│', '-', '–', '—', '_', '·', '»', '>', '－'];

/// Parts of the name of a site that do not belong to its paper's.
const ADDED: [&str; 16] = [
    "新聞客戶端",
    "新闻客户端",
    "客戶端",
    "客户端",
    "手機版",
    "手机版",
    "電子報",
    "電子版",
    "电子版",
    "網上版",
    "网上版",
    "网络版",
    "網絡版",
    "網站",
    "网站",
    "首頁",
];

/// The name under which each paper is cited, by all its names in small letters. The first line with a name holds.
static CITED: LazyLock<FxHashMap<String, &str>> = LazyLock::new(|| {
    let mut cited = FxHashMap::default();
    for line in NAMES.lines().filter(|line| !line.starts_with('#')) {
        let Some(first) = line.split_whitespace().next() else { continue };
        for name in line.split_whitespace() {
            cited.entry(name.to_ascii_lowercase()).or_insert(first);
        }
    }
    cited
});

/// The name under which the paper is cited that calls itself so, if it is a known one.
pub(super) fn known(name: &str) -> Option<&'static str> {
    let dense: String = name.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    CITED.get(&dense).copied()
}

/// Returns true if a text is the name of a known paper and nothing more, perhaps with what its site calls itself.
pub(super) fn is_known(text: &str) -> bool {
    known(text).or_else(|| known(plain(text))).is_some()
}

/// The paper that a site's own name stands for: without what is added to it, and if it is given several, the first that
/// looks like a paper's.
pub(super) fn of_site(name: &str) -> Option<String> {
    let parts = || name.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty());
    if let Some(known) = known(name).or_else(|| parts().find_map(known)) {
        return Some(known.to_owned());
    }
    let first = parts().find(|part| is_outlet(plain(part))).or_else(|| parts().next())?;
    let plain = plain(first);
    Some(known(plain).unwrap_or(plain).to_owned())
}

/// The paper that the title of a page names beside a headline, if any of its parts is the name of one.
pub(super) fn of_title(title: &str, headline: &str) -> Option<String> {
    // Without a headline the title is the page's own name, which may have words beside the paper's.
    let spaced = || title.split_whitespace().find(|word| headline.is_empty() && is_masthead(word)).map(plain);
    let around = title.split_once(headline).filter(|_| !headline.is_empty());
    let before = around.map_or("", |(before, _)| before);
    let behind = around.map_or(title, |(_, behind)| behind);
    let sides = [before, behind].into_iter().flat_map(|side| side.split(BETWEEN));
    let parts: Vec<&str> = sides.map(|part| plain(part.trim())).collect();
    let known = parts.iter().rev().find_map(|part| known(part)).map(str::to_owned);
    known.or_else(|| {
        let named = parts.iter().rev().copied().find(|part| is_outlet(part) && !is_section(part));
        named.or_else(spaced).map(str::to_owned)
    })
}

/// A name without what is added to it: 某某日報網上版, 某某日報 SOME DAILY, SOME 某某電台.
fn plain(name: &str) -> &str {
    let mut name = name.trim();
    loop {
        let shorter = ADDED.iter().find_map(|added| name.strip_suffix(added)).map(str::trim_end);
        let shorter = shorter.or_else(|| {
            let (before, last) = name.rsplit_once([' ', '\u{3000}'])?;
            let is_latin = last.is_ascii() && before.chars().any(crate::text::is_han);
            is_latin.then(|| before.trim_end())
        });
        let shorter = shorter.or_else(|| {
            let (first, behind) = name.split_once([' ', '\u{3000}'])?;
            (first.is_ascii() && known(behind.trim()).is_some()).then(|| behind.trim())
        });
        match shorter.filter(|shorter| !shorter.is_empty()) {
            Some(shorter) => name = shorter,
            None => return name,
        }
    }
}

/// Returns true if a name could be a paper's by its end and its length.
pub(super) fn is_outlet(name: &str) -> bool {
    let count = name.chars().count();
    (3..=14).contains(&count)
        && name.contains(crate::text::is_han)
        && !name.contains(|c: char| c.is_whitespace() || "，。：！？「」《》（）【】/".contains(c))
        && Press::get().ends(name, Sense::OutletEnd).is_some()
}

/// Returns true if a name is a paper's and not a section's, a list's or a service's.
pub(super) fn is_masthead(name: &str) -> bool {
    let short = name.chars().count() == 2
        && name.ends_with(['報', '报'])
        && !name.starts_with(|c| "日早晚週周快海簡简月電电壁公警通本回舉举預预情剪".contains(c));
    let own = [
        "電子報",
        "电子报",
        "數字報",
        "数字报",
        "手機報",
        "手机报",
        "數字報紙",
        "数字报纸",
        "快報",
        "即時新聞",
        "我的新聞",
    ];
    known(name).is_some()
        || short
        || is_outlet(name)
            && !is_section(name)
            && !own.contains(&name)
            && !["往期", "過往", "过往", "本期", "上期"].iter().any(|start| name.starts_with(start))
            && Press::get().ends(name, Sense::Related).is_none()
            && !["新聞", "新闻", "月刊", "廣播", "广播"].iter().any(|end| name.ends_with(end))
}

/// Returns true if a name is that of a section: 地方新聞, 即時新聞.
fn is_section(name: &str) -> bool {
    let stem = name.trim_end_matches("新聞").trim_end_matches("新闻");
    let short = stem.chars().count() < 3 && stem.len() != name.len();
    short || ["即時", "即时", "最新", "熱門", "热门"].contains(&stem) || Press::get().is(name, Sense::Section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_site_calls_itself_gives_its_paper() {
        for (site, paper) in [
            ("柚鄉新聞網", "柚鄉新聞網"),
            ("島嶼時報電子報", "島嶼時報"),
            ("中央社 CNA", "中央社"),
            ("濠江早報電子版", "濠江早報"),
            ("RTHK", "香港電台"),
            ("RTHK 香港電台", "香港電台"),
        ] {
            assert_eq!(of_site(site).as_deref(), Some(paper), "{site}");
        }
        assert_eq!(of_site(""), None);
    }

    #[test]
    fn the_title_names_the_paper_beside_the_headline() {
        for (title, headline, paper) in [
            ("花開了 | 地方新聞 | 花城新聞雲 手機版 | FlowerToday", "花開了", Some("花城新聞雲")),
            ("花開了 - 花城日報 - TOP - 新聞 - 社會 - D280416", "花開了", Some("花城日報")),
            ("花開了-花城网", "花開了", Some("花城网")),
            ("花開了 - 地方 - 花城", "花開了", None),
            ("花城日報電子版 - 花開了", "花開了", Some("花城日報")),
        ] {
            assert_eq!(of_title(title, headline).as_deref(), paper, "{title}");
        }
    }
}
