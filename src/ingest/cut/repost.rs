//! Stories as readers post them in a forum, by its form: numbered labels, each with its answer below.

use super::line::Line;
use super::mark::Mark;
use crate::ingest::BlockKind;

/// What a label asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FormField {
    Title,
    Author,
    Text,
    Other,
}

/// Words of labels, the first that occurs decides.
const WORDS: [(FormField, &[&str]); 4] = [
    (
        FormField::Other,
        &[
            "連結", "链接", "網址", "网址", "來源", "来源", "媒體", "媒体", "備註", "备注", "心得", "時間",
            "时间", "日期",
        ],
    ),
    (FormField::Title, &["標題", "标题"]),
    (FormField::Author, &["署名", "記者", "记者", "作者"]),
    (FormField::Text, &["內文", "内文", "正文", "全文", "內容", "内容"]),
];

/// The longest label in characters.
const LABEL: u32 = 40;

/// Marks the story of such a post, and everything else as no part of it.
pub(super) fn mark_reposts(lines: &mut [Line<'_>]) {
    if lines.iter().any(|line| line.known.is_some()) {
        return;
    }
    let mut labels: Vec<(usize, FormField)> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.chars <= LABEL) {
        let Some((number, asked)) = label(line.text) else { continue };
        // The numbers count up; another form begins at 1.
        let expected = labels.len().saturating_add(1);
        if number == expected {
            labels.push((at, asked));
        }
    }
    let has = |wanted: FormField| labels.iter().any(|&(_, asked)| asked == wanted);
    if labels.len() < 3 || !has(FormField::Title) || !has(FormField::Text) {
        return;
    }
    let mut asked = FormField::Other;
    let mut is_first = false;
    for (at, line) in lines.iter_mut().enumerate() {
        if let Some((_, label)) =
            labels.binary_search_by_key(&at, |label| label.0).ok().and_then(|found| labels.get(found))
        {
            (asked, is_first) = (*label, true);
            line.mark = Mark::Furniture;
            continue;
        }
        match asked {
            FormField::Title if is_first => *line = line.known_as(BlockKind::Headline),
            FormField::Author if line.chars <= LABEL => line.mark = Mark::Byline,
            FormField::Text => {}
            _ => line.mark = Mark::Furniture,
        }
        is_first = false;
    }
}

/// Returns the number of a label and what it asks for: 3.完整新聞標題:, （4）新聞內文：.
fn label(text: &str) -> Option<(usize, FormField)> {
    let text = text.trim_start_matches(['(', '（', '【', '[']);
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.strip_suffix(rest)?.parse().ok()?;
    let rest = rest.trim_start_matches(['.', '．', '、', ')', '）', '】', ']', ' ']);
    let (name, _) = rest.split_once(['：', ':'])?;
    let word = |(asked, words): &(FormField, &[&str])| {
        words.iter().any(|word| name.contains(word)).then_some(*asked)
    };
    Some((number, WORDS.iter().find_map(word)?))
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。\n\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";

    #[test]
    fn a_post_holds_the_story_that_its_form_names() {
        for (open, colon) in [("", ":"), ("", "："), ("(", "：")] {
            let label = |number: u32, name: &str| format!("{open}{number}.{name}{colon}\n");
            let page = [
                "返回看板\n作者\t花二\t看板\t新聞\n\n".to_owned(),
                label(1, "媒體來源") + "花城日報\n",
                label(2, "記者署名") + "記者花一／花城報導\n",
                label(3, "完整新聞標題") + "花城停電三小時　電梯停了\n",
                label(4, "完整新聞內文") + TEXT,
                label(5, "完整新聞連結 (或短網址)") + "https://花.example/1\n",
                label(6, "備註") + "這種天氣也停電，我家也停了三小時，冰都化了。\n--\n推 hua: 真的，我家也是，昨天就停過一次了\n",
            ]
            .concat();
            let draft = cut(&page, CutOptions::default());
            assert_eq!(draft.stories.len(), 1, "{page}");
            let of_kind = |kind| {
                let blocks = draft.stories[0].blocks.iter().filter(move |block| block.kind == kind);
                blocks.map(|block| block.text.as_str()).collect::<Vec<_>>()
            };
            assert_eq!(of_kind(BlockKind::Headline), ["花城停電三小時　電梯停了"]);
            assert_eq!(of_kind(BlockKind::Byline), ["記者花一／花城報導"]);
            assert_eq!(of_kind(BlockKind::Paragraph).len(), 2, "{:?}", draft.stories);
        }
    }

    #[test]
    fn numbered_points_of_a_story_are_no_form() {
        let page =
            format!("花城停電三小時\n{TEXT}\n1.原因：電纜受潮。\n2.時間：三小時。\n3.影響：電梯停了。\n");
        let draft = cut(&page, CutOptions::default());
        assert!(
            draft.stories[0]
                .blocks
                .iter()
                .any(|block| block.text.contains("電纜受潮。") && block.kind != BlockKind::Furniture)
        );
    }
}
