//! The papers that a page names: in a story's own lines, beside its day, and in the frame of the page.

use super::{DayPlace, FactSearch, StorySpan};
use crate::ingest::cut::dateline::window;
use crate::ingest::cut::day::date_in;
use crate::ingest::cut::issue::{paper, words_beside};
use crate::ingest::cut::mail::is_subject;
use crate::ingest::cut::origin::{is_latin_name, paper_of_origin};
use crate::ingest::cut::unit::{Form, PageUnit};
use crate::ingest::outlet;

/// The most names of papers that are counted in the frame of a page.
const NAMES: usize = 64;

/// The first units of a page, among which the name of an account stands several times.
const POSTS: usize = 256;

/// How a site's name ends where its paper's ends otherwise, and how that does.
const SITES: [&str; 8] = ["新聞網", "新闻网", "新聞雲", "新闻云", "資訊網", "资讯网", "網", "网"];
const PAPERS: [&str; 10] = ["日報", "日报", "晚報", "晚报", "時報", "时报", "早報", "早报", "報", "报"];

/// How the names of a paper's channels end.
const CHANNELS: [&str; 6] = ["快訊", "快讯", "頻道", "频道", "速報", "速报"];

/// What follows where the paper's ending is the beginning of another word: 報名, 報道.
const WORDS_OF_REPORTS: [char; 9] = ['名', '道', '導', '导', '告', '料', '案', '章', '價'];

impl FactSearch<'_, '_> {
    /// The paper that a story's dateline, byline or line of the day names. Where the days are above the stories, a line
    /// below a story is that of the next one.
    pub(super) fn own_paper(&self, story: usize, span: Option<StorySpan>, place: DayPlace) -> Option<String> {
        let Some(span) = span.filter(|_| place == DayPlace::Above) else {
            return self.own(story).find_map(paper_of);
        };
        let own = self.own.get(story).map(Vec::as_slice).unwrap_or_default();
        let is_dated = |at: usize| self.day_at(at).is_some();
        // A source below the story with more of the page's frame below it is the story's own.
        let is_source = |at: usize| self.closes_story(at);
        let end = |at: usize| at <= span.end || self.is_last(story) || !is_dated(at) || is_source(at);
        let own = own.iter().copied().filter(|&at| end(at));
        let above = (span.head.saturating_sub(3)..span.head).rev();
        let above = above.take_while(|&at| self.is_furniture(at)).filter(|&at| is_dated(at));
        let mut above = above.peekable();
        let alone = above.peek().and_then(|&day| self.paper_above(day));
        alone.or_else(|| above.chain(own).filter_map(|at| self.units.get(at)).find_map(paper_of))
    }

    /// The paper whose name is the line above that of the day and nothing more; a handle or a dot may be between.
    fn paper_above(&self, day: usize) -> Option<String> {
        let is_between =
            |unit: &PageUnit<'_>| unit.text.starts_with('@') || !unit.text.contains(char::is_alphanumeric);
        let near = (day.saturating_sub(3)..day).rev().take_while(|&at| self.is_furniture(at));
        let unit = near.filter_map(|at| self.units.get(at)).find(|unit| !is_between(unit))?;
        let is_channel = CHANNELS.iter().any(|end| unit.text.ends_with(end));
        let is_name = is_channel || outlet::is_outlet(&unit.text) || is_latin_name(&unit.text);
        let is_account = || is_name && self.is_repeated(&unit.text);
        (outlet::is_masthead(&unit.text) || is_account())
            .then(|| outlet::known(&unit.text).unwrap_or(&unit.text).to_owned())
    }

    /// Returns true if a line stands on the page three times or more, as the name of an account does above its posts.
    fn is_repeated(&self, text: &str) -> bool {
        self.units.iter().take(POSTS).filter(|unit| unit.text == text).take(3).count() == 3
    }

    /// The agency that a story's dateline names, or the site that its furniture speaks of.
    pub(super) fn lesser_paper(&self, story: usize) -> Option<String> {
        let by_agency = |unit: &PageUnit<'_>| if unit.dateline { agency(&unit.text) } else { None };
        let found = self.own(story).find_map(by_agency);
        found.or_else(|| {
            let furniture = self.own(story).filter(|unit| unit.form == Form::Furniture);
            furniture.into_iter().find_map(|unit| {
                let whole = outlet::is_masthead(&unit.text).then(|| unit.text.to_string());
                whole.or_else(|| outlet_within(&unit.text))
            })
        })
    }

    /// The paper that the page's head and foot name most often.
    pub(super) fn masthead(&self, spans: &[Option<StorySpan>]) -> Option<String> {
        let first = spans.iter().flatten().map(|span| span.head).min()?;
        let last = spans.iter().flatten().map(|span| span.end).max()?;
        let frame = self.units.iter().enumerate().filter(|(at, unit)| {
            (*at < first || *at > last) && self.is_furniture(*at) && unit.text.len() <= 400
        });
        let mut counts: Vec<(String, usize)> = Vec::new();
        for (_, unit) in frame {
            for (name, weight) in outlets_of(&unit.text) {
                let has_room = counts.len() < NAMES;
                match counts.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, count)) => *count = count.saturating_add(weight),
                    // A page names few papers; of many, none is its own.
                    None if has_room => counts.push((name, weight)),
                    None => {}
                }
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max()?;
        let name = counts.iter().find(|(_, count)| *count == most).map(|(name, _)| name.clone())?;
        // A page calls its paper by the end of its name, too.
        let whole = counts
            .into_iter()
            .map(|(name, _)| name)
            .find(|whole| whole.len() > name.len() && whole.ends_with(&name) && outlet::is_known(whole));
        Some(whole.or_else(|| self.kin(&name)).unwrap_or(name))
    }

    /// The paper that the frame of a page names, where the page calls itself by the name of the paper's site: 花城報 on a
    /// page of 花城新聞網.
    fn kin(&self, site: &str) -> Option<String> {
        if outlet::is_known(site) {
            return None;
        }
        let stem = SITES.iter().find_map(|end| site.strip_suffix(end))?;
        let is_stem = stem.chars().count() >= 2;
        let names = PAPERS.iter().map(|end| format!("{stem}{end}")).filter(|_| is_stem);
        let names: Vec<String> = names.collect();
        let frame = self.units.iter().enumerate().filter(|(at, unit)| {
            self.is_furniture(*at) && unit.text.chars().count() <= 60 && unit.text.contains(stem)
        });
        let named = |text: &str| {
            let is_named = |name: &&String| {
                text.split_once(name.as_str()).is_some_and(|(before, behind)| {
                    !before.ends_with(crate::text::is_han) && !behind.starts_with(WORDS_OF_REPORTS)
                })
            };
            names.iter().find(is_named).cloned()
        };
        frame.into_iter().find_map(|(_, unit)| named(&unit.text))
    }
}

/// The paper that a line of a story's own names.
fn paper_of(unit: &PageUnit<'_>) -> Option<String> {
    let is_opening = unit.dateline || unit.form == Form::Byline;
    let by_opening = is_opening.then(|| paper(&unit.text)).flatten();
    by_opening.or_else(|| {
        let is_line = unit.form == Form::Furniture || unit.form == Form::Byline;
        if !is_line || is_subject(&unit.text) {
            return None;
        }
        paper_of_origin(&unit.text).or_else(|| beside_day(&unit.text)).or_else(|| by_source(&unit.text))
    })
}

/// The paper beside a day on a line of its own: 2026-06-22 某某日報, 《某某日報》2026年6月22日, 某某日報，2026/6/22.
pub(super) fn beside_day(text: &str) -> Option<String> {
    let dated = date_in(text).filter(|_| text.chars().count() <= 60)?;
    let names = words_beside(&dated).map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit()));
    names.into_iter().find(|name| outlet::is_masthead(name)).map(str::to_owned)
}

/// The paper that a line of the source names: 來源：某某日報, 《某某日報》（2027年5月7日 第6版）.
fn by_source(text: &str) -> Option<String> {
    // The code of a database's field for its source.
    if let Some(name) = text.strip_prefix("SN").map(str::trim).filter(|name| outlet::is_masthead(name)) {
        return outlet::of_site(name);
    }
    let rest = ["來源", "来源"].iter().find_map(|word| text.split_once(word).map(|(_, rest)| rest));
    let name = match rest {
        Some(rest) => {
            let rest = rest.trim_start_matches(['：', ':', '】', '］', ']', ' ', '\u{3000}']);
            rest.split(|c: char| c.is_whitespace() || matches!(c, '（' | '(')).next()?
        }
        None => text.strip_prefix('《')?.split_once('》').filter(|(_, behind)| date_in(behind).is_some())?.0,
    };
    (outlet::is_outlet(name) || outlet::is_masthead(name)).then(|| name.to_owned())
}

/// The agency of a dateline: （某某社記者某某某地5日電）, 某某社某地3月5日電, （某某中文網）.
fn agency(text: &str) -> Option<String> {
    if text.starts_with(|c: char| c.is_ascii_uppercase()) {
        let (_, rest) = window(text, 60).split_once('(')?;
        let (name, _) = rest.split_once(')')?;
        return Some(name.to_owned());
    }
    let head = window(text, 16).trim_start_matches(['（', '(', '【', '〔', '［', '[']);
    let ends = ['社', '網', '网'];
    let at = head.find(ends)?;
    let name = head.get(..at)?;
    let end = head.get(at..)?.chars().next()?;
    let length = name.chars().count();
    (1..=8)
        .contains(&length)
        .then(|| format!("{name}{end}"))
        .filter(|name| !name.contains(|c: char| c.is_whitespace() || "，。：；「」".contains(c)))
}

/// The names of papers in a line of the page's frame, with their weights: alone, with its Latin name, as the owner of its
/// rights.
fn outlets_of(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    // Who owns the rights is a paper, whatever its name ends in.
    let is_owned = ["版權所有", "版权所有", "©"].iter().any(|word| text.contains(word));
    for word in &words {
        let word = word.trim_start_matches(['©', '《']).trim_end_matches('》');
        let name = ["版權所有", "版权所有", "版權", "有限公司", "股份有限公司"]
            .iter()
            .find_map(|end| word.split_once(end).map(|(name, _)| name))
            .unwrap_or(word);
        let name = name
            .trim_start_matches("下載")
            .trim_start_matches("下载")
            .trim_end_matches("APP")
            .trim_end_matches("App");
        let is_whole = words.len() <= 3;
        if outlet::is_masthead(name) || is_owned && outlet::is_outlet(name) {
            found.push((outlet::of_site(name).unwrap_or_default(), if is_whole { 2 } else { 1 }));
        }
    }
    if found.is_empty() {
        found.extend(outlet_within(text).map(|name| (name, 1)));
    }
    found
}

/// The name of a paper within a sentence of a site's own, where it begins it or stands before what is the site's.
fn outlet_within(text: &str) -> Option<String> {
    let marks = ["APP", "App", "希望", "提醒", "版權", "版权", "網站", "网站"];
    marks.iter().find_map(|mark| {
        let (before, _) = text.split_once(mark)?;
        let apart = |c: char| !c.is_alphanumeric() || "請请裝装載载用蹤踪入閱阅的與和及".contains(c);
        let name = before.rsplit(apart).next()?;
        outlet::is_masthead(name).then(|| name.to_owned())
    })
}
