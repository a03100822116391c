//! Copies of web pages with their frames.

use crate::ingest::{BlockKind, CutOptions, Draft, cut};

const MENU: &str = "首頁\n要聞\n國際\n財經\n體育\n娛樂\n登入\n訂閱\n搜尋\n更多\n關於我們\n";
const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。\n\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";

fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
    let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
    blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
}

#[test]
fn menus_above_and_below_a_story_are_furniture() {
    let page = format!(
        "{MENU}\n花城停電三小時　電纜受潮\n2024-03-07 18:03\n\n{TEXT}\n相關新聞\n橋頭明起封路\n夜市延長開放\n{MENU}"
    );
    let draft = cut(&page, CutOptions::default());
    assert_eq!(draft.stories.len(), 1);
    assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時　電纜受潮"]);
    assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 2);
    assert_eq!(draft.stories[0].date, "2024-03-07");
}

#[test]
fn each_story_of_a_list_has_its_own_day_above_it_or_below() {
    for below in [false, true] {
        let story = |day: u32| {
            let (date, head) = (format!("2024-03-0{day}\n"), format!("花城第{day}區停電三小時\n"));
            let text = TEXT.split("\n\n").next().unwrap();
            if below { format!("{head}{text}\n{date}\n") } else { format!("{date}{head}{text}\n\n") }
        };
        let page = format!("{MENU}\n{}{}{}{MENU}", story(1), story(2), story(3));
        let draft = cut(&page, CutOptions::default());
        let dates: Vec<&str> = draft.stories.iter().map(|story| story.date.as_str()).collect();
        assert_eq!(dates, ["2024-03-01", "2024-03-02", "2024-03-03"], "below: {below}");
    }
}

#[test]
fn names_on_the_line_below_their_label_are_no_headline() {
    let head = "花城停電三小時　電梯停了";
    let page = format!("{MENU}\n{head}\n\n撰文：\n花一　花二\n\n出版：\n2024-03-07 18:05\n\n{TEXT}\n{MENU}");
    let draft = cut(&page, CutOptions::default());
    assert_eq!(of_kind(&draft, BlockKind::Headline), [head]);
    assert!(of_kind(&draft, BlockKind::Byline).contains(&"花一　花二"));
}

#[test]
fn items_of_a_copied_live_page_or_digest_are_stories() {
    let text = TEXT.split("\n\n").next().unwrap();
    let heads = ["花城停電三小時　電梯停了", "柳城渡輪下月加價　街坊抗議", "松城圖書館通宵開放　百人留守"];
    let live: String = (1..=3).map(|at| format!("1{at}:05\n{}\n{text}\n\n", heads[at - 1])).collect();
    let draft = cut(&format!("{MENU}\n風暴直播\n2024-03-07\n\n{live}{MENU}"), CutOptions::default());
    assert_eq!(of_kind(&draft, BlockKind::Headline), heads);
    let items: String = heads.iter().map(|head| format!("{head}\n{text}\n")).collect();
    let digest = format!("{MENU}\n早報：花城停電三小時；柳城渡輪下月加價\n2024-03-07\n\n{items}{MENU}");
    assert_eq!(of_kind(&cut(&digest, CutOptions::default()), BlockKind::Headline), heads);
}

#[test]
fn headlines_that_begin_with_a_place_are_those_of_a_digest() {
    let text: Vec<&str> = TEXT.trim().split("\n\n").collect();
    let story = |place: &str| format!("【{place}】花開滿城　賞花人多\n{}\n{}\n", text[0], text[1]);
    let digest = |places: &[&str]| {
        let stories: String = places.iter().map(|place| story(place)).collect();
        cut(&format!("{MENU}\n地方簡訊\n2024-03-07\n\n{stories}{MENU}"), CutOptions::default())
    };
    let draft = digest(&["花城", "柳城", "松城"]);
    assert_eq!(of_kind(&draft, BlockKind::Headline).len(), 3);
    assert!(draft.stories.iter().all(|story| story.date == "2024-03-07"));
    assert_eq!(digest(&["花城"]).stories.len(), 1);
}

#[test]
fn a_poem_and_a_list_of_names_are_no_menu() {
    let poem = "春風吹過小橋\n流水繞過人家\n桃花開在山下\n燕子飛過屋檐\n".repeat(5);
    let draft = cut(&poem, CutOptions::default());
    assert!(of_kind(&draft, BlockKind::Furniture).is_empty());
}

#[test]
fn a_headline_is_found_above_many_buttons_and_above_a_time_without_words() {
    let tools = "facebook分享\n分享\n傳送\n複製連結\n列印\naA\n字級\n語速 1.0x\n";
    let page = format!(
        "{MENU}\n花城停電三小時　電纜受潮\n\n聽新聞\n0:00\n/\n00:00 / 03:46\n\n記者花春／花城報導\n2026-01-18 02:30\n\n\
         {tools}\n{TEXT}\n{MENU}"
    );
    let draft = cut(&page, CutOptions::default());
    assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時　電纜受潮"]);
    assert_eq!(of_kind(&draft, BlockKind::Byline), ["記者花春／花城報導"]);
}

#[test]
fn titles_of_other_stories_in_a_text_are_left_out_and_its_subheads_stay() {
    let text: Vec<&str> = TEXT.trim().split("\n\n").collect();
    for between in [
        "延伸閱讀：橋頭明起封路　繞道半小時\n\n電梯停在半空",
        "延伸閱讀\n橋頭明起封路　繞道半小時\n夜市延長開放　攤主叫好\n\n電梯停在半空",
        "熱門推薦\n橋頭明起封路　繞道半小時\n電梯停在半空",
    ] {
        let page = format!(
            "{MENU}\n花城停電三小時　電纜受潮\n2024-03-07 18:03\n\n{}\n\n{between}\n\n{}\n\nAdverts\n{MENU}",
            text[0], text[1]
        );
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Subhead), ["電梯停在半空"], "{between}");
    }
    let page = format!(
        "{MENU}\n花城停電三小時　電纜受潮\n2024-03-07 18:03\n\n{}\n\n橋頭明起封路　繞道半小時\n夜市延長開放　攤主叫好\n\
         渡輪下月加價　街坊反對\n\n{}\n\n{MENU}",
        text[0], text[1]
    );
    assert_eq!(of_kind(&cut(&page, CutOptions::default()), BlockKind::Subhead), [""; 0]);
}

#[test]
fn names_and_pictures_above_a_story_and_beginnings_of_others_below_are_told_apart() {
    let page = format!(
        "{MENU}\n花城停電三小時　電梯停了\n林花春\n2024-03-07 18:03\n分享\n居民在門外等候電梯恢復。\n（花城7日訊）{TEXT}\n\
         你也可能感興趣\n橋頭明起封路　繞道半小時\n（花城5日訊）橋頭明早開始封路，工程公司說，至少要三個月才能完工……\n2天前\n\
         夜市延長開放　攤主叫好\n夜市今晚延長兩小時，攤主說，遊客比去年多了三成……\n3天前\n{MENU}"
    );
    let draft = cut(&page, CutOptions::default());
    assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時　電梯停了"]);
    assert_eq!(of_kind(&draft, BlockKind::Byline), ["林花春"]);
    assert_eq!(of_kind(&draft, BlockKind::Caption), ["居民在門外等候電梯恢復。"]);
    assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 2);
}

#[test]
fn names_of_writers_below_the_headline_of_an_account_are_no_headline() {
    let page = format!(
        "{MENU}\n花城停電三小時，電梯停了\n原创\n林花春 陳花雨\n花城晚报\n2024年3月7日 19:46\n浙江\n听全文\n{TEXT}\n{MENU}"
    );
    let draft = cut(&page, CutOptions::default());
    assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時，電梯停了"]);
    assert_eq!(of_kind(&draft, BlockKind::Byline), ["林花春 陳花雨"]);
}

#[test]
fn names_of_sections_above_the_day_are_no_headline() {
    let head = "花城停電三小時　電梯停了";
    let page =
        format!("{MENU}\n地方 | 花城區\n發佈: 3:14pm 24/03/2027\n{head}\n報道：林花春\n{TEXT}\n{MENU}");
    assert_eq!(of_kind(&cut(&page, CutOptions::default()), BlockKind::Headline), [head]);
}

#[test]
fn beginnings_of_other_stories_below_the_name_of_a_section_are_left_out() {
    let other = |at: usize| {
        format!(
            "柳城第{at}街封路\n【本報專訊】柳城明起封路，街坊說，要繞行兩公里，貨車司機尤其不便，當局說……\n1{at}:05\n\n"
        )
    };
    let page = format!(
        "{MENU}\n花城停電三小時　電纜受潮\n2024-03-07 18:03\n請同意本站的隱私權規範，才能收聽。\n\n{TEXT}\n其他港聞\n\n{}{}{MENU}",
        other(1),
        other(2)
    );
    let draft = cut(&page, CutOptions::default());
    assert_eq!(draft.stories.len(), 1);
    assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時　電纜受潮"]);
    assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 2);
    assert_eq!(of_kind(&draft, BlockKind::Subhead), [""; 0]);
}

#[test]
fn a_day_may_be_broken_into_lines_of_the_year_and_of_the_month_and_day() {
    let page =
        format!("{MENU}\n2024\n03/07\n18:03:12\n来源：花城网\n\n花城停电三小时　电缆受潮\n\n{TEXT}\n{MENU}");
    assert_eq!(cut(&page, CutOptions::default()).stories[0].date, "2024-03-07");
    let counted = format!("{MENU}\n2024\n33/07\n\n花城停电三小时　电缆受潮\n\n{TEXT}\n{MENU}");
    assert_eq!(cut(&counted, CutOptions::default()).stories[0].date, "");
}

#[test]
fn a_page_that_calls_itself_by_its_site_may_name_its_paper_elsewhere() {
    let page = |foot: &str| {
        let text = format!(
            "花城新聞網\n{MENU}\n花城停電三小時　電纜受潮\n2024-03-07 18:03\n\n{TEXT}\n{foot}\n{MENU}"
        );
        cut(&text, CutOptions::default()).stories.swap_remove(0).paper
    };
    assert_eq!(page("立即追蹤Follow花城報頻道"), "花城報");
    assert_eq!(page("花城報名處"), "花城新聞網");
}

#[test]
fn the_next_story_below_readers_comments_is_a_story() {
    let story = |head: &str, day: u32| {
        format!(
            "{MENU}{head}\n2024-03-0{day} 18:05\n船公司說，燃油比去年貴了三成，下月起加價一成。\n\n碼頭外有街坊收集簽名，要求擱置加價的計劃。\n"
        )
    };
    let comments =
        "2 則留言\n葉一\n2024-03-07 19:20\n我每天都坐這班船，一個月要多付三十元，真是吃不消。\n3天前\n";
    let page =
        format!("{}{comments}{}", story("柳城渡輪下月加價　街坊反對", 7), story("花城電車夜班停駛一周", 8));
    let draft = cut(&page, CutOptions::default());
    assert_eq!(of_kind(&draft, BlockKind::Headline), ["柳城渡輪下月加價　街坊反對", "花城電車夜班停駛一周"]);
    assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 4, "{draft:?}");
}

#[test]
fn the_years_days_and_times_of_a_chronicle_stay_in() {
    for heads in [
        ["1931", "1968", "2015"],
        ["06:10", "7:45", "21:30"],
        ["2021年3月4日　水庫見底", "2021年5月2日　開始輪流供水", "2021年6月9日　全城大雨"],
    ] {
        let texts = [
            "第一條水管鋪到山腳，全村的人提着水桶來看，排到天黑。",
            "新的水塔落成，村長說，以後不必再到河邊挑水洗菜了。",
            "舊水塔改成展覽館，門票收入撥給村裡的小學買書之用。",
        ];
        let entries: String =
            heads.iter().zip(texts).map(|(head, text)| format!("{head}\n\n{text}\n\n")).collect();
        let page = format!(
            "山村供水紀事\n\n村公所昨日公布山村供水的紀錄，由退休教師整理，全文如下，略有刪節，附有照片。\n\n{entries}"
        );
        let draft = cut(&page, CutOptions::default());
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        let kept: Vec<_> =
            blocks.filter(|block| block.kind != BlockKind::Furniture).map(|block| &*block.text).collect();
        assert!(heads.iter().chain(&texts).all(|text| kept.contains(text)), "{kept:?}");
    }
}

#[test]
fn short_items_below_comments_or_a_label_are_stories_and_comments_are_none() {
    let heads = ["柳城渡輪明起停航", "橋頭停車改用新錶", "明日天氣", "松城圖書館通宵開放"];
    let item = |head: &str| format!("{head}\n有關部門今早公布安排，市民可致電查詢，詳情稍後再宣布。\n");
    let items: String = heads.iter().map(|head| item(head)).collect();
    let comments = "評論 45\n花開富貴\n我家也停了三小時，冰箱裏的東西都壞了。\n1小時前　回覆 3\n春風\n真的，我也是摸黑走上去的。\n2小時前　舉報\n";
    let story = format!("花城停電三小時　電纜受潮\n2024-03-07 18:03\n\n{TEXT}\n");
    for between in [comments, "城市简讯\n", "早報 | 柳城快訊\n"] {
        let page = format!("{MENU}\n{story}分享\n收藏\n{between}{items}投稿信箱：a@b.example\n{MENU}");
        let draft = cut(&page, CutOptions::default());
        let wanted: Vec<&str> = ["花城停電三小時　電纜受潮"].into_iter().chain(heads).collect();
        assert_eq!(of_kind(&draft, BlockKind::Headline), wanted, "{between}");
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 6, "{between} {draft:?}");
    }
    let named = "花開富貴\n我家也停了三小時，冰箱裏的東西都壞了。\n春風\n真的，我也是摸黑走上去的，走了半小時。\n阿明\n多謝電力公司的師傅，冒雨搶修到天亮。\n";
    let page = format!("{MENU}\n{story}分享\n收藏\n評論 45\n{named}{MENU}");
    assert_eq!(
        of_kind(&cut(&page, CutOptions::default()), BlockKind::Paragraph).len(),
        2,
        "names are no titles"
    );
}
