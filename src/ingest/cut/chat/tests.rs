//! Chats and channels, as they are exported or copied.

use crate::ingest::{BlockKind, CutOptions, Draft, cut};

const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮，有人摸黑走了二十層。\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復，受影響的住戶可以申請賠償。\n";

fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
    let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
    blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
}

#[test]
fn stories_in_a_chat_are_told_from_what_is_said_of_them() {
    let stamps: [fn(u32, &str, &str) -> String; 5] = [
        |at, who, said| format!("[8:0{at} am, 07/03/2024] {who}: {said}\n"),
        |at, who, said| format!("07/03/2024, 08:0{at} - {who}: {said}\n"),
        |at, who, said| format!("{who}, [7.3.2024 8:0{at}]\n{said}\n"),
        |at, who, said| format!("{who} 2024-03-07 08:0{at}:10\n{said}\n"),
        |at, who, said| format!("上午08:0{at}\t{who}\t{said}\n"),
    ];
    for (form, stamp) in stamps.iter().enumerate() {
        let page = [
            stamp(1, "花一", "早安"),
            stamp(2, "花二", "花城停電三小時　電梯停了"),
            TEXT.to_owned(),
            "來源：花城日報\n".to_owned(),
            stamp(3, "花三", "我家也停了"),
            stamp(4, "花一", "柳城渡輪下月加價　街坊反對"),
            TEXT.to_owned(),
            stamp(5, "花二", "謝謝"),
        ];
        let draft = cut(&page.concat(), CutOptions::default());
        let heads = ["花城停電三小時　電梯停了", "柳城渡輪下月加價　街坊反對"];
        assert_eq!(of_kind(&draft, BlockKind::Headline), heads, "{form}");
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 4, "{form}");
        assert_eq!(draft.stories[0].paper, "花城日報", "{form}");
        let said = of_kind(&draft, BlockKind::Furniture).concat();
        assert!(said.contains("我家也停了") && said.contains("花三") && said.contains("花一"), "{form}");
        assert!(form == 4 || draft.stories.iter().all(|story| story.date == "2024-03-07"), "{form}");
    }
}

#[test]
fn what_the_sender_says_above_a_headline_is_no_part_of_the_story() {
    let stamp = |at: u32, said: &str| format!("[8:0{at} am, 07/03/2024] 花一: {said}\n");
    let page = stamp(1, "早安")
        + &stamp(2, "轉：")
        + "花城停電三小時　電梯停了\n"
        + TEXT
        + &stamp(3, "好消息，周末去釣魚");
    let draft = cut(&page, CutOptions::default());
    assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時　電梯停了"]);
    assert_eq!(of_kind(&draft, BlockKind::Furniture).len(), 3);
}

#[test]
fn a_short_story_below_its_headline_is_a_story() {
    let stamp = |at: u32, said: &str| format!("[8:0{at} am, 07/03/2024] 花一: {said}\n");
    let short = "柳城书店昨日搬进旧车站，多了两扇窗。\n店主说，新店比旧店大一倍，租金却没有涨。\n";
    let page = stamp(1, "柳城书店搬家　老顾客帮忙抬书")
        + short
        + &stamp(2, "好")
        + &stamp(3, "轉：")
        + "柳城渡輪下月加價　街坊反對\n"
        + TEXT
        + &stamp(4, "是嗎");
    let draft = cut(&page, CutOptions::default());
    let heads = ["柳城书店搬家　老顾客帮忙抬书", "柳城渡輪下月加價　街坊反對"];
    assert_eq!(of_kind(&draft, BlockKind::Headline), heads);
    assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 4);
}

#[test]
fn all_messages_of_a_channel_are_stories_without_what_readers_made_of_them() {
    let stamp = |at: u32| format!("柳城快訊, [2024/3/7 08:0{at}]\n");
    let foot = "👍 132　😡 41　💬 18則留言\n👁 6.2K\n";
    let page = [
        "柳城快訊\n48 217 位訂閱者\n加入頻道\n3月7日\n".to_owned(),
        stamp(1) + "【花城停電三小時】\n" + TEXT + foot,
        stamp(2) + "【記者會改期】\n電力公司今晚的記者會因講者遲到，改於明早十時舉行。\n" + foot,
        stamp(3) + "更正\n今早訊息中「三小時」應為「四小時」，謹此致歉。\n👁 2.8K\n",
        stamp(4) + "柳城渡輪今晚八時起停航，明早視乎風勢再公布。\n👁 900\n在 Telegram 中開啟\n靜音\n",
    ];
    let draft = cut(&page.concat(), CutOptions::default());
    assert_eq!(of_kind(&draft, BlockKind::Headline), ["【花城停電三小時】", "【記者會改期】", "更正"]);
    assert_eq!(draft.stories.len(), 4);
    assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 5, "{draft:?}");
    let told = |story: &crate::ingest::DraftStory| (story.paper.clone(), story.date.clone());
    assert!(draft.stories.iter().map(told).all(|told| told == ("柳城快訊".into(), "2024-03-07".into())));
}
