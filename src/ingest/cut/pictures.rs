//! The words under pictures, told by where they are: beside a credit, twice in a row, above the dateline.

use super::frame::is_running;
use super::line::Line;
use super::mark::Mark;

/// Marks the words under pictures.
pub(super) fn mark_pictures(lines: &mut [Line<'_>]) {
    mark_credited(lines);
    let texts = || lines.iter().filter(|line| is_running(line));
    let spaced = texts().filter(|line| line.gap > 0).count();
    if spaced.saturating_mul(2) >= texts().count() {
        mark_doubles(lines);
        mark_neighbours(lines);
        mark_above_datelines(lines);
    }
}

/// Marks the lines above a credit that has lines of its own, or ends a few lines that are set apart.
fn mark_credited(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        if Line::at(lines, at).mark != Mark::Credit {
            continue;
        }
        let is_apart = lines.get(at.saturating_add(1)).is_none_or(|next| next.gap > 0);
        let rows = (1..=3).map_while(|up| at.checked_sub(up)).take_while(|&above| {
            let below = Line::at(lines, above.saturating_add(1));
            let line = Line::at(lines, above);
            below.gap == 0 && line.mark == Mark::None && !line.indent && line.chars <= 40
        });
        let Some(first) = rows.last() else { continue };
        let line = Line::at(lines, first);
        let opens = line.gap > 0 && is_apart;
        let is_alone =
            first.saturating_add(1) == at && is_one_sentence(line) && is_in_bracket(Line::at(lines, at).text);
        if (opens || is_alone)
            && let Some(line) = lines.get_mut(first)
        {
            line.mark = Mark::Caption;
        }
    }
}

fn is_in_bracket(text: &str) -> bool {
    text.starts_with(['（', '(']) && text.ends_with(['）', ')'])
}

/// Marks a short sentence right below the words of a picture: those of the next picture.
fn mark_neighbours(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let Some([first, second]) = lines.get_mut(at.saturating_sub(1)..=at) else { continue };
        let is_next = second.gap == 0 && is_one_sentence(second) && second.chars <= 40;
        if is_next && matches!(first.mark, Mark::Caption | Mark::Credit) {
            second.mark = Mark::Caption;
        }
    }
}

/// Marks a short sentence alone between a headline and the place and day that open a report: nothing of the report comes
/// before these.
fn mark_above_datelines(lines: &mut [Line<'_>]) {
    for at in 2..lines.len() {
        let Some([above, line, dateline]) = lines.get_mut(at.saturating_sub(2)..=at) else { continue };
        let is_alone = line.gap > 0 && dateline.gap > 0 && is_one_sentence(line) && line.chars <= 60;
        if dateline.mark == Mark::Dateline && is_alone && !above.ended {
            line.mark = Mark::Caption;
        }
    }
}

fn is_one_sentence(line: &Line<'_>) -> bool {
    line.mark == Mark::None && line.known.is_none() && line.ended && line.stops == 0
}

/// Marks a line that stands twice in a row: a picture's words, which the page has for those who see it and for those who
/// do not.
fn mark_doubles(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let is_last_of_two = lines.get(at.saturating_add(1)).is_none_or(|next| next.gap > 0);
        let Some([first, second]) = lines.get_mut(at.saturating_sub(1)..=at) else { continue };
        let is_double = second.gap == 0
            && is_last_of_two
            && first.text == second.text
            && (8..=120).contains(&first.chars)
            && matches!(first.mark, Mark::None | Mark::Credit)
            && first.known.is_none();
        if is_double {
            (first.mark, second.mark) = (Mark::Caption, Mark::Caption);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    #[test]
    fn words_under_pictures_are_told_by_where_they_are() {
        let page = "花城停電三小時　電纜受潮\n\n街燈在夜色中熄滅。\n\n（花城7日訊）花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。\n\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n\n花婆婆（右）與孫女在樓梯上等候。\n她們等了三小時。\n\n\
             電力公司說，事故原因仍在調查，結果下周公布。";
        let draft = cut(page, CutOptions::default());
        let captions = ["街燈在夜色中熄滅。", "花婆婆（右）與孫女在樓梯上等候。", "她們等了三小時。"];
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        let found: Vec<&str> = blocks
            .filter(|block| block.kind == BlockKind::Caption)
            .map(|block| block.text.as_str())
            .collect();
        assert_eq!(found, captions);
    }
}
