//! Places between paragraphs that are boundaries, and those that are none.

use crate::ingest::{BlockKind, CutOptions, cut};

const TEXTS: [&str; 6] = [
    "各位市民，今天我們在這裡紀念建城一百年，感謝所有修橋補路的人。",
    "一百年前，這裡只有一條街和一口井，井水還是鹹的，沒有人願意留下。",
    "後來電車來了，學校來了，圖書館也來了，城才像一座城。",
    "下一個一百年，我們要把河水洗乾淨，讓孩子在河裡游泳。",
    "這件事情不容易，要花很多錢，也要花很多時間，但是值得。",
    "謝謝大家，願花城的街燈永遠亮着，願每個人都找得到回家的路。",
];

#[test]
fn what_happens_during_a_speech_ends_no_story() {
    for aside in ["（掌聲）", "（全場大笑）", "(鼓掌)"] {
        let (first, rest) = TEXTS.split_at(3);
        let page =
            format!("花城百年　市長致辭全文\n\n{}\n\n{aside}\n\n{}\n", first.join("\n\n"), rest.join("\n\n"));
        assert_eq!(cut(&page, CutOptions::default()).stories.len(), 1, "{aside}");
    }
}

#[test]
fn a_word_and_a_colon_within_a_story_open_no_other() {
    for label in ["觀察：", "解读：", "焦點："] {
        let [first, second, third, ..] = TEXTS;
        let page = format!("花城百年　市長致辭全文\n\n{first}\n\n{label}{second}\n\n{third}\n");
        let draft = cut(&page, CutOptions::default());
        assert_eq!(draft.stories.len(), 1, "{label}");
        let is_whole = |text: &str| text.starts_with(label) && text.ends_with(second);
        assert!(draft.stories[0].blocks.iter().any(|block| is_whole(&block.text)), "{draft:?}");
    }
}

/// Sets texts into a printed column of so many letters, with indented paragraphs and no blank lines.
fn column(texts: &[&str], width: usize) -> String {
    let line = |line: &[char]| line.iter().collect::<String>() + "\n";
    let paragraph = |text: &&str| {
        let letters: Vec<char> = text.repeat(3).chars().collect();
        let (first, rest) = letters.split_at(width - 2);
        format!("\u{3000}\u{3000}{}{}", line(first), rest.chunks(width).map(line).collect::<String>())
    };
    texts.iter().map(paragraph).collect()
}

#[test]
fn columns_of_several_widths_without_blank_lines_are_stories_below_their_headlines() {
    let page = format!(
        "花城日報\nFLOWER CITY DAILY\n2024年3月7日　星期四\nA12　城市\n建城一百年\n本報記者　林花\n{}一條街和一口井\n{}▲老井旁的居民。\n（林花攝）\n\
         街燈\n{}河水與孩子\n{}廣告\n花記餅家　早鳥八折\n報料：2345 6789\nA12\n第 12 頁，共 48 頁\n",
        column(&TEXTS[..1], 15),
        column(&TEXTS[1..2], 15),
        column(&TEXTS[2..3], 20),
        column(&TEXTS[3..5], 12)
    );
    let draft = cut(&page, CutOptions::default());
    let of = |kind| {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(move |block| block.kind == kind).map(|block| block.text.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of(BlockKind::Headline), ["建城一百年", "街燈", "河水與孩子"], "{draft:?}");
    assert_eq!(of(BlockKind::Subhead), ["一條街和一口井"]);
    assert_eq!(of(BlockKind::Paragraph).len(), 5);
    assert!(draft.stories.iter().all(|story| (&*story.paper, &*story.date) == ("花城日報", "2024-03-07")));
}
