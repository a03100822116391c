//! Lines that only say what stands below them: the section of a story, a note by the editors.

use super::line::Line;
use super::mark::Mark;
use super::notice::heads_list;
use super::press::{Press, Sense};
use crate::ingest::BlockKind;

/// Notes that have their name on a line of its own.
const NOTES: [&str; 26] = [
    "編者按",
    "编者按",
    "編按",
    "编按",
    "編者注",
    "编者注",
    "編者註",
    "按語",
    "按语",
    "作者簡介",
    "作者简介",
    "更正",
    "作者按",
    "记者按",
    "記者按",
    "編後",
    "编后",
    "編後語",
    "编后语",
    "更正啟事",
    "更正启事",
    "澄清",
    "勘误",
    "勘誤",
    "編者的話",
    "编者的话",
];

/// The longest name of a section in characters, and the shortest headline.
const SECTION: u32 = 4;
const HEADLINE: u32 = 8;

/// Marks such lines, and the notes.
pub(super) fn mark_labels(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let Some([label, below]) = lines.get_mut(at.saturating_sub(1)..=at) else { continue };
        // ◤精選推薦◢ and, below it, ►other stories.
        let is_listed = label.mark == Mark::Furniture
            && (heads_list(label.text) || is_link(label))
            && is_link(below)
            && below.gap <= 1;
        if is_listed && below.known.is_none() {
            below.mark = Mark::Furniture;
        }
        if label.known.is_some() || below.known.is_some() || below.gap > 1 {
            continue;
        }
        let name = label.text.trim_matches(|c: char| "【】［］[]（）()：:◎●■▌｜| ".contains(c));
        if NOTES.contains(&name) && below.mark != Mark::Furniture && below.chars > label.chars {
            label.mark = Mark::Note;
            *below = below.known_as(BlockKind::Note);
        } else if label.mark == Mark::None
            && label.chars <= SECTION
            && below.mark == Mark::None
            && below.chars >= HEADLINE
            && !below.ended
            && Press::get().is(label.text, Sense::Section)
        {
            label.mark = Mark::Label;
        }
    }
}

/// Returns true if a line is a title behind an arrow, as links in a list are.
fn is_link(line: &Line<'_>) -> bool {
    line.text.starts_with(['►', '▶', '→', '➤', '▸', '👉', '☞']) && !line.ended && line.stops == 0
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。\n\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";

    fn kind_of(page: &str, text: &str) -> Option<BlockKind> {
        let draft = cut(page, CutOptions::default());
        let mut blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.find(|block| block.text.contains(text)).map(|block| block.kind)
    }

    #[test]
    fn a_section_above_a_headline_is_not_the_headline() {
        let page = format!("生活\n花城停電三小時　電梯停了\n花一 / 柳城\n2024-03-07\n\n{TEXT}");
        assert_eq!(kind_of(&page, "花城停電"), Some(BlockKind::Headline));
        assert_ne!(kind_of(&page, "生活"), Some(BlockKind::Headline));
    }

    #[test]
    fn a_note_below_its_name_is_a_note() {
        for name in ["編者按", "【编者按】", "作者簡介："] {
            let page = format!(
                "花城停電三小時　電梯停了\n\n{TEXT}\n{name}\n這是本報「停電」專題的第三篇，前兩篇見昨日和前日。\n"
            );
            assert_eq!(kind_of(&page, "第三篇"), Some(BlockKind::Note), "{name}");
        }
    }

    #[test]
    fn titles_behind_arrows_below_the_head_of_a_list_are_no_captions() {
        let page = format!(
            "花城停電三小時　電梯停了\n\n{TEXT}\n◤精選推薦◢\n►春季帳篷出清　四折起\n►花城麵包懶人包\n\n{TEXT}"
        );
        for title in ["精選推薦", "春季帳篷", "花城麵包"] {
            assert_eq!(kind_of(&page, title), Some(BlockKind::Furniture), "{title}");
        }
    }
}
