//! The numbered chapters of a long piece: 01, 02, 03, each on a line of its own above the chapter's title or text.

use super::line::Line;
use super::mark::Mark;
use crate::ingest::BlockKind;

/// The longest title of a chapter in characters.
const TITLE: u32 = 30;

/// Marks the numbers and titles of chapters as subheads, where at least two count up from the first.
pub(super) fn mark_chapters(lines: &mut [Line<'_>]) {
    let numbers = (0..lines.len()).filter_map(|at| Some((at, number(Line::at(lines, at))?)));
    let mut chapters: Vec<usize> = Vec::new();
    for (at, number) in numbers {
        if number == chapters.len().saturating_add(1) {
            chapters.push(at);
        }
    }
    // A piece has its headline above the first chapter, and text below each; numbered stories begin with their number.
    let has_head = chapters.first().is_some_and(|&first| (0..first).any(|at| is_text(Line::at(lines, at))));
    if chapters.len() < 2 || !has_head {
        return;
    }
    for at in chapters {
        let below = at.saturating_add(1);
        let has_title = is_title(Line::at(lines, below)) && is_text(Line::at(lines, below.saturating_add(1)));
        let last = if has_title { below } else { at };
        for line in lines.get_mut(at..=last).into_iter().flatten().filter(|line| line.known.is_none()) {
            *line = line.known_as(BlockKind::Subhead);
        }
    }
}

/// Returns the number that is all of a line, written with two digits or behind a word for a part.
fn number(line: &Line<'_>) -> Option<usize> {
    let text = line.text;
    let digits =
        ["PART", "Part", "part", "Chapter", "CHAPTER"].iter().find_map(|word| text.strip_prefix(word));
    let digits = digits
        .map(|rest| rest.trim_start_matches([' ', '.', '-']))
        .or_else(|| (text.len() == 2).then_some(text))?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

fn is_title(line: &Line<'_>) -> bool {
    matches!(line.mark, Mark::None | Mark::Heading(_) | Mark::Label)
        && line.chars <= TITLE
        && !line.text.ends_with('。')
}

fn is_text(line: &Line<'_>) -> bool {
    line.ended && line.chars >= 12 && line.mark != Mark::Furniture
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。\n\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";

    #[test]
    fn chapters_are_parts_of_one_story() {
        for word in ["", "PART "] {
            let page =
                format!("花城的一夜\n\n{TEXT}\n{word}01\n停在半空\n\n{TEXT}\n{word}02\n來電的時候\n\n{TEXT}");
            let draft = cut(&page, CutOptions::default());
            assert_eq!(draft.stories.len(), 1);
            let subheads: Vec<_> = draft.stories[0]
                .blocks
                .iter()
                .filter(|block| block.kind == BlockKind::Subhead)
                .map(|block| block.text.clone())
                .collect();
            assert_eq!(
                subheads,
                [format!("{word}01"), "停在半空".into(), format!("{word}02"), "來電的時候".into()]
            );
        }
    }

    #[test]
    fn stories_below_their_numbers_are_stories() {
        let other = "柳城渡輪公司宣布下月加價，成人單程收十元，長者半價。\n\n議員批評加幅太大，要求公司交出帳目，再開一次諮詢會。\n";
        let page =
            format!("01\n花城停電三小時　電梯停了\n\n{TEXT}\n02\n柳城渡輪下月加價　議員批評\n\n{other}");
        assert_eq!(cut(&page, CutOptions::default()).stories.len(), 2);
    }
}
