//! Lines in the middle of a column whose words only look like those of a menu, a name or a note.

use super::issue::is_page_head;
use super::line::{Line, half_widths};
use super::mark::Mark;

/// The shortest line of a column, in characters.
const LEAST: u32 = 10;

/// By how many half-widths the lines of a column differ: a mark that may not begin a line stays on the one above.
const ROOM: u32 = 2;

/// Takes the marks off lines that are as wide as those above and below them, and in the middle of a sentence: a column
/// was cut there, and the words mean what they mean in a sentence.
pub(super) fn unmark_middles(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let is_middle = is_middle(lines, at);
        if let Some(line) = lines.get_mut(at).filter(|_| is_middle) {
            line.mark = Mark::None;
        }
    }
}

fn is_middle(lines: &[Line<'_>], at: usize) -> bool {
    let (line, below) = (Line::at(lines, at), Line::at(lines, at.saturating_add(1)));
    let is_marked =
        matches!(line.mark, Mark::Furniture | Mark::Credit | Mark::Note | Mark::Label | Mark::Byline);
    if !is_marked || line.known.is_some() || line.chars < LEAST || line.gap > 0 || below.gap > 0 {
        return false;
    }
    let above = Line::at(lines, at.saturating_sub(1));
    let goes_on = !above.ended && matches!(above.mark, Mark::None | Mark::Dateline | Mark::Item);
    let is_beside =
        |other: &Line<'_>| other.width.abs_diff(line.width) <= ROOM || other.chars.abs_diff(line.chars) <= 1;
    goes_on
        && is_beside(above)
        && (is_beside(below) || hangs(below, line))
        && is_sentence(above)
        && !is_page_head(line.text)
}

/// Returns true if a line is wider than another by the marks at its end alone.
fn hangs(line: &Line<'_>, above: &Line<'_>) -> bool {
    let body = line.text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let width = body.chars().map(half_widths).fold(0, u32::saturating_add);
    body.len() < line.text.len() && width.abs_diff(above.width) <= ROOM
}

/// Returns true if a line is in the middle of a sentence, and no row of a list.
fn is_sentence(line: &Line<'_>) -> bool {
    (line.is_bare() || line.text.ends_with(['，', '、'])) && !line.parted
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    /// Breaks a text into lines of so many characters.
    fn wrapped(text: &str, width: usize) -> String {
        let characters: Vec<char> = text.chars().collect();
        characters.chunks(width).map(|line| line.iter().collect::<String>() + "\n").collect()
    }

    #[test]
    fn no_line_of_a_column_is_lost_for_its_words() {
        for words in [
            "關注公眾號的讀者",
            "長按二維碼的遊客",
            "掃碼下載的報名表",
            "记者会上说明原因",
            "責任編輯：的名字",
            "下方二維碼的紙條",
        ] {
            for width in 14..20 {
                let text = format!(
                    "【花城訊】花城博物館今日開放新館，館長說第一天來了三千名觀眾，是去年同日的兩倍，其中有不少{words}在門口排起長隊，\
                     館方臨時加開兩個入口，又請來二十名學生幫忙，到下午四時人潮才散去，沒有人受傷，也沒有人走失。"
                );
                let page = format!("花城新館開門　一日三千人\n\n{}", wrapped(&text, width));
                let draft = cut(&page, CutOptions::default());
                let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
                let body: String = blocks
                    .filter(|block| block.kind == BlockKind::Paragraph)
                    .map(|block| block.text.as_str())
                    .collect();
                assert_eq!(body, text, "{words} {width}");
            }
        }
    }
}
