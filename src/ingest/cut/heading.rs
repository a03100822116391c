//! Recognition of headlines and subheads, and of lines that only look like them.

use std::ops::RangeInclusive;

use super::line::Line;
use super::mark::Mark;
use super::press::Sense;
use super::unit::{Form, Making};
use crate::ingest::Unwrap;
use crate::text::is_han;

/// The longest row of a list in two parts, in characters.
const ROW: u32 = 14;

impl Making<'_, '_, '_> {
    /// Returns true if a line could be a headline by its form alone.
    pub(super) fn is_title_form(&self, line: &Line<'_>) -> bool {
        let limit = if line.parted { 48 } else { 36 };
        let ends_well = !matches!(
            line.last(),
            Some('。' | '，' | '、' | '；' | ',' | ';' | '.' | '─' | '—' | '《' | '「' | '…')
        ) && line.text.chars().any(char::is_alphanumeric);
        line.chars >= 2
            && line.chars <= limit
            && line.stops <= 1
            && line.commas <= 1
            && !line.text.contains('。')
            && ends_well
            && !line.table
            && (!line.indent || line.chars <= 20)
    }

    /// Returns true if a line is a headline or subhead in its context.
    pub(super) fn is_title(&self, at: usize) -> bool {
        let line = self.line(at);
        if !self.is_title_form(line) || self.tail_label(line).is_some() || self.is_spoken(at) {
            return false;
        }
        let speaks = line.text.starts_with(['「', '“', '『']) && (line.stops > 0 || line.ended);
        if speaks || self.is_question(line) || self.in_list(at) || self.is_of_chronicle(at) {
            return false;
        }
        if self.columns.wraps(at) {
            return self.is_title_of_column(at) || self.heads_indented(at);
        }
        // A line that ends in a colon under running text announces the text after it.
        let in_text = self.units.last().is_some_and(|unit| unit.form == Form::Paragraph);
        let is_sentence = line.commas > 0 && line.chars >= 16;
        let announces =
            matches!(line.last(), Some('：' | ':')) && (line.chars < 10 || in_text || is_sentence);
        !announces && !self.is_answered(at) && !self.is_torn(at)
    }

    /// Returns true if a line is a turn of a conversation.
    pub(super) fn is_spoken(&self, at: usize) -> bool {
        let Some(line) = self.lines.get(at) else { return false };
        let Some(name) = speaker(line.text) else { return false };
        let turns = |other: usize| self.lines.get(other).and_then(|other| speaker(other.text)).is_some();
        (self.press.is(name, Sense::Speaker) && !self.columns.wraps(at))
            || at.checked_sub(1).is_some_and(|before| turns(before) && turns(at.saturating_add(1)))
    }

    pub(super) fn is_question(&self, line: &Line<'_>) -> bool {
        line.text.ends_with(['？', '?']) && !line.parted && line.chars <= 12 && line.gap == 0
    }

    /// Returns true if a line is a question right under a title, which opens the text rather than heads it.
    pub(super) fn is_answered(&self, at: usize) -> bool {
        let line = self.line(at);
        line.text.ends_with(['？', '?'])
            && !line.parted
            && self.units.last().is_some_and(|unit| unit.form == Form::Title)
            && self.after(at).is_some_and(|next| next.chars > 40)
    }

    /// Returns true if an unwrapped line that could be a headline begins a paragraph that a column cut in two.
    pub(super) fn is_torn(&self, at: usize) -> bool {
        let line = self.line(at);
        let Some(next) = self.after(at) else { return false };
        let may = self.unwrap != Unwrap::Never
            && line.is_bare()
            && !line.parted
            && next.gap > 0
            && next.mark == Mark::None
            && !self.is_title_form(next)
            && (line.commas > 0 || line.chars >= 18);
        if !may {
            return false;
        }
        let before_comma = line.text.split(['，', '；']).next().unwrap_or_default();
        let (has_comma, in_text) =
            (line.commas > 0, self.units.last().is_some_and(|unit| unit.form == Form::Paragraph));
        let score = [
            if has_comma { 1 } else { -1 },
            if has_comma && self.press.ends(before_comma, Sense::Speech).is_some() { 2 } else { 0 },
            if self.press.starts(line.text, Sense::Opening).is_some() { 1 } else { 0 },
            if self.bridges(line, next) { 2 } else { 0 },
            if in_text { 0 } else { -2 },
        ];
        score.into_iter().sum::<i32>() >= 2
    }

    /// Returns true if the characters on either side of a line's end are adjacent elsewhere on the page.
    pub(super) fn bridges(&self, line: &Line<'_>, next: &Line<'_>) -> bool {
        let (Some(last), Some(first)) = (line.last(), next.text.chars().next()) else { return false };
        if !is_han(last) || !is_han(first) {
            return false;
        }
        let at = self.lines.partition_point(|other| other.number < line.number);
        self.pairs.borrow_mut().holds(self.lines, at, last, first)
    }

    /// Returns true if a line is among others of its form, as in a list or a poem.
    pub(super) fn in_list(&self, at: usize) -> bool {
        let alike = |other: usize| {
            self.lines.get(other).is_some_and(|line| self.is_title_form(line) && line.mark == Mark::None)
        };
        let joins = |place: usize| self.lines.get(place).is_some_and(|line| line.gap == 0);
        let above = (1..=at)
            .rev()
            .take(3)
            .take_while(|&place| joins(place) && alike(place.saturating_sub(1)))
            .count();
        let below =
            (at.saturating_add(1)..).take(3).take_while(|&place| joins(place) && alike(place)).count();
        let all = || at.saturating_sub(above)..=at.saturating_add(below);
        let is_list = match above.saturating_add(below) {
            0 | 1 => false,
            2 => self.are_rows(all()),
            _ => true,
        };
        is_list && !self.columns.wraps(at) && !self.stands_out(at, all())
    }

    /// Returns true if a line begins with a day and goes on with what happened then, as the line above or below does.
    fn is_of_chronicle(&self, at: usize) -> bool {
        let begins = |line: &Line<'_>| {
            line.digits
                && super::date_in(line.text).is_some_and(|dated| {
                    dated.before.is_empty() && dated.behind.trim_start().starts_with(is_han)
                })
        };
        let above = at.checked_sub(1).filter(|_| self.line(at).gap == 0).map(|above| self.line(above));
        let below = self.after(at).filter(|below| below.gap == 0);
        begins(self.line(at)) && [above, below].into_iter().flatten().any(begins)
    }

    /// Returns true if lines are rows of a list: each of as many words, and of nearly the same length.
    fn are_rows(&self, rows: RangeInclusive<usize>) -> bool {
        let in_text = self.units.iter().any(|unit| unit.form == Form::Paragraph);
        let shape = |at: usize| {
            let line = self.line(at);
            (line.text.split([' ', '\u{3000}']).filter(|word| !word.is_empty()).count(), line.chars)
        };
        let (words, chars) = shape(*rows.start());
        let is_row = |at: usize| {
            let (own, length) = shape(at);
            own == words && length.abs_diff(chars) <= 2 && length <= ROW
        };
        in_text && words >= 2 && rows.into_iter().all(is_row)
    }

    /// Returns true if a line is the first of the page that could be a title, and longer than those below it, or the only one
    /// in two parts: a headline with words of a menu below it that nobody has met.
    fn stands_out(&self, at: usize, all: RangeInclusive<usize>) -> bool {
        let is_first = self.units.iter().all(|unit| unit.form == Form::Furniture) && *all.start() == at;
        let line = self.line(at);
        let is_less = |other: &Line<'_>| {
            line.parted && !other.parted || line.chars.saturating_mul(2) >= other.chars.saturating_mul(3)
        };
        is_first && line.chars >= 8 && all.skip(1).all(|other| is_less(self.line(other)))
    }

    /// Returns true if a line of a wrapped column is not part of the column's text.
    pub(super) fn is_title_of_column(&self, at: usize) -> bool {
        let line = self.line(at);
        if line.indent
            || line.commas > 0
            || (line.ended && !line.text.ends_with(['！', '？', '」', '』', '”']))
            || line.text.contains('、')
        {
            return false;
        }
        if self.lead_from(at).is_some() {
            return false;
        }
        let width = self.columns.width(at);
        let Some(next) = self.after(at) else { return true };
        let colon = line.text.chars().take(7).any(|c| c == '：');
        if line.parted || colon || line.width > width.saturating_add(2) {
            return true;
        }
        if next.gap > 0 && next.mark != Mark::None || next.gap > 1 {
            return true;
        }
        // Far too short to be a line of the column, even one that has lost its indent.
        let short = width.saturating_sub(line.width);
        if short >= 12 {
            return true;
        }
        if next.gap > 0 {
            return short >= 8;
        }
        let next_is_title = (next.parted || next.width > width.saturating_add(2))
            && next.commas == 0
            && self.is_title_form(next);
        let below = at.saturating_add(1);
        if next_is_title || (line.width > next.width.saturating_add(4) && self.narrow_run(below).is_some()) {
            return true;
        }
        let next_short = self.columns.width(below).max(width).saturating_sub(next.width);
        let third_is_full = self.after(below).is_some_and(|third| third.width.saturating_add(2) >= width);
        // The next line is itself the first of a paragraph, short by its lost indent.
        let begins = (3..=8).contains(&next_short) && !next.ended && third_is_full;
        begins && !self.names_office(line)
    }

    /// Returns true if a line is one of at most three without an indent, apart from the text above and right above an
    /// indented paragraph or a byline, on a page that indents its paragraphs.
    fn heads_indented(&self, at: usize) -> bool {
        let is_plain = |at: usize| {
            self.lines.get(at).is_some_and(|line| {
                !line.indent && line.mark == Mark::None && !line.ended && self.is_title_form(line)
            })
        };
        // Below the head of a page or the words of a picture there is no blank line.
        let is_below_frame = |at: usize| {
            at.checked_sub(1).is_none_or(|above| {
                matches!(self.line(above).mark, Mark::Furniture | Mark::Caption | Mark::Credit)
            })
        };
        let opens = |at: usize| self.line(at).gap > 0 || is_below_frame(at);
        let rows = 0..3_usize;
        let first = rows.clone().map_while(|up| at.checked_sub(up).filter(|&at| is_plain(at)));
        let Some(first) = first.into_iter().find(|&at| opens(at)) else { return false };
        let end = rows
            .map(|down| at.saturating_add(down))
            .take_while(|&next| is_plain(next) && (next == first || !opens(next)));
        let Some(below) = end.last().map(|last| last.saturating_add(1)) else { return false };
        let ends_above = first.checked_sub(1).is_none_or(|above| {
            let above = self.line(above);
            above.ended || !matches!(above.mark, Mark::None | Mark::Running)
        });
        let heads = self.lines.get(below).is_some_and(|line| {
            line.gap <= 1 && (line.indent || matches!(line.mark, Mark::Byline | Mark::Dateline))
        });
        let is_signed = self.lines.get(below).is_some_and(|line| !line.indent);
        heads && ends_above && (self.indents || is_signed && is_below_frame(first))
    }

    pub(super) fn names_office(&self, line: &Line<'_>) -> bool {
        self.press.holds(line.text, Sense::Office)
    }
}

/// Returns the speaker, if a line begins with a name and a colon.
fn speaker(text: &str) -> Option<&str> {
    let (name, rest) = super::dateline::window(text, 8).split_once(['：', ':', '﹕'])?;
    (!name.is_empty() && !rest.is_empty() && name.chars().count() <= 5).then_some(name)
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    const TEXT: &str = "花城昨晚舉行歌唱比賽，三百人到場，評判說，今年的水準比去年高，競爭激烈，三甲只差一分，要加賽一場才分出高下。\n\n";

    fn headlines(page: &str) -> Vec<String> {
        let blocks = cut(page, CutOptions::default()).stories.into_iter().flat_map(|story| story.blocks);
        blocks.filter(|block| block.kind == BlockKind::Headline).map(|block| block.text).collect()
    }

    #[test]
    fn three_rows_of_results_are_no_headlines() {
        for rows in [
            "冠軍　葉小春\n亞軍　林花\n季軍　黃大河",
            "红队　蓝队\n三分　一分\n两分　零分",
            "頭獎 八萬元\n二獎 三萬元\n三獎 一萬元",
            "2024年1月4日　報名\\n2024年2月8日　初賽在公園舉行\\n2024年3月5日　三百人進入決賽",
        ] {
            let page = format!(
                "花城歌唱比賽　三甲出爐\n\n{TEXT}{rows}\n\n大會說，明年改在公園舉行，歡迎各區的居民參加，報名下月開始，名額二百個。\n"
            );
            assert_eq!(headlines(&page), ["花城歌唱比賽　三甲出爐"], "{rows}");
        }
    }

    #[test]
    fn words_of_a_menu_that_nobody_has_met_take_no_headline_away() {
        for words in ["送給友人\n換成大字\n聽聽看", "转给朋友看\n护眼模式\n页面设置"]
        {
            let page = format!("花城歌唱比賽　三甲出爐\n{words}\n{TEXT}");
            assert_eq!(headlines(&page), ["花城歌唱比賽　三甲出爐"], "{words}");
        }
    }
}
