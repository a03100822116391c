//! Pages of invented geometry, and the text that a reader would see on them.

use proptest::prelude::*;

use super::*;

/// A page of A4's size, filled by hand.
#[derive(Default)]
struct Sheet(PositionedPage);

impl Sheet {
    fn new() -> Self {
        Self(PositionedPage { width: 595.0, height: 842.0, ..PositionedPage::default() })
    }

    /// Adds horizontal text in one run.
    fn put(mut self, x: f32, y: f32, size: f32, text: &str) -> Self {
        let width = text.chars().map(|c| if c.is_ascii() { size / 2.0 } else { size }).sum();
        let run = PositionedRun {
            text: text.to_owned(),
            x,
            y,
            width,
            height: size,
            font_size: size,
            vertical: false,
        };
        self.0.runs.push(run);
        self
    }

    /// Adds the lines of a column, 10 points high and 17 apart.
    fn column(self, x: f32, y: f32, lines: &[&str]) -> Self {
        lines.iter().fold((self, y), |(sheet, y), line| (sheet.put(x, y, 10.0, line), y + 17.0)).0
    }

    /// Adds a vertical line, glyph by glyph, as many programs write it.
    fn glyphs_down(self, x: f32, y: f32, size: f32, text: &str) -> Self {
        text.chars().fold((self, y), |(sheet, y), c| (sheet.put(x, y, size, &c.to_string()), y + size)).0
    }

    /// Adds a vertical line in one run.
    fn down(mut self, x: f32, y: f32, size: f32, text: &str) -> Self {
        let height = text.chars().map(|_| size).sum();
        let run = PositionedRun {
            text: text.to_owned(),
            x,
            y,
            width: size,
            height,
            font_size: size,
            vertical: true,
        };
        self.0.runs.push(run);
        self
    }

    fn text(self) -> String {
        lay_out(&[self.0]).0
    }

    fn warnings(self) -> Vec<(WarningKind, String)> {
        lay_out(&[self.0]).1.into_iter().map(|warning| (warning.kind, warning.text)).collect()
    }
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let sheet = Sheet::new()
        .column(40.0, 100.0, &["春雨下了一夜，園裡的", "花開了一半，樹下還有", "昨天的燈。"])
        .column(156.0, 100.0, &["老人坐在長椅上，把報", "紙翻到最後一頁。"]);
    let expected =
        "春雨下了一夜，園裡的\n花開了一半，樹下還有\n昨天的燈。\n\n老人坐在長椅上，把報\n紙翻到最後一頁。\n";
    assert_eq!(sheet.text(), expected);
}

#[test]
fn columns_with_shifted_lines_are_not_mixed() {
    let sheet = Sheet::new()
        .column(40.0, 100.0, &["甲一甲一甲一甲一甲一", "甲二甲二甲二甲二甲二", "甲三。"])
        .column(152.0, 106.0, &["乙一乙一乙一乙一乙一", "乙二乙二乙二乙二乙二", "乙三。"]);
    assert_eq!(
        sheet.text(),
        "甲一甲一甲一甲一甲一\n甲二甲二甲二甲二甲二\n甲三。\n\n乙一乙一乙一乙一乙一\n乙二乙二乙二乙二乙二\n乙三。\n"
    );
}

#[test]
fn a_headline_stands_before_the_three_columns_it_spans() {
    let sheet = Sheet::new()
        .column(280.0, 90.0, &["第三欄的字在這裡排好", "第三欄完。"])
        .put(40.0, 40.0, 30.0, "河岸小鎮重開渡輪碼頭")
        .column(160.0, 90.0, &["第二欄的字在這裡排好", "第二欄的字在這裡排好"])
        .column(40.0, 90.0, &["第一欄的字在這裡排好", "第一欄的字在這裡排好"])
        .put(40.0, 140.0, 30.0, "山上的氣象站換了新鐘")
        .column(40.0, 190.0, &["另一篇的字在這裡排好"])
        .column(160.0, 190.0, &["另一篇的第二欄在這裡"]);
    assert_eq!(
        sheet.text(),
        "# 河岸小鎮重開渡輪碼頭\n\n第一欄的字在這裡排好\n第一欄的字在這裡排好\n\n第二欄的字在這裡排好\n第二欄的字在這裡排好\n\n\
         第三欄的字在這裡排好\n第三欄完。\n\n# 山上的氣象站換了新鐘\n\n另一篇的字在這裡排好\n\n另一篇的第二欄在這裡\n"
    );
}

#[test]
fn kicker_headline_and_subheads_have_levels() {
    let sheet = Sheet::new()
        .put(40.0, 30.0, 16.0, "夜航之後")
        .put(40.0, 52.0, 32.0, "燈塔的最後")
        .put(40.0, 88.0, 32.0, "一位守夜人")
        .column(40.0, 130.0, &["他在塔上住了四十年，", "從來沒有離開過島。"])
        .put(40.0, 172.0, 14.0, "海風與信")
        .column(40.0, 194.0, &["每個月有一封信寄來。", "信都放在木箱子裡面。"])
        .column(160.0, 130.0, &["箱子上了鎖，鑰匙掛在", "門後。再也沒有人問起", "那些信了。"]);
    assert_eq!(
        sheet.text(),
        "## 夜航之後\n\n# 燈塔的最後一位守夜人\n\n他在塔上住了四十年，\n從來沒有離開過島。\n\n## 海風與信\n\n\
         每個月有一封信寄來。\n信都放在木箱子裡面。\n\n箱子上了鎖，鑰匙掛在\n門後。再也沒有人問起\n那些信了。\n"
    );
}

#[test]
fn stories_side_by_side_keep_their_headlines() {
    let sheet = Sheet::new()
        .put(40.0, 40.0, 16.0, "雨季提早")
        .put(300.0, 40.0, 20.0, "茶室百年")
        .put(40.0, 66.0, 32.0, "河水漲到橋面")
        .column(300.0, 72.0, &["爐子從來沒有熄過，連", "漲水那年也沒有。"])
        .column(40.0, 110.0, &["渡輪公司昨日宣布全部", "班次停航。"])
        .column(160.0, 110.0, &["職員說，這是第一次在", "五月停航。"]);
    assert_eq!(
        sheet.text(),
        "## 雨季提早\n\n# 河水漲到橋面\n\n渡輪公司昨日宣布全部\n班次停航。\n\n職員說，這是第一次在\n五月停航。\n\n\
         # 茶室百年\n\n爐子從來沒有熄過，連\n漲水那年也沒有。\n"
    );
}

#[test]
fn vertical_lines_are_read_from_the_right_and_tiers_from_the_top() {
    let both = [Sheet::glyphs_down as fn(Sheet, f32, f32, f32, &str) -> Sheet, Sheet::down];
    for set in both {
        let mut sheet = Sheet::new();
        for (x, upper, lower) in [
            (100.0, "三行三行。", "六行六行。"),
            (116.0, "二行二行二行二", "五行五行五行五"),
            (132.0, "一行一行一行一", "四行四行四行四"),
        ] {
            sheet = set(set(sheet, x, 100.0, 10.0, upper), x, 190.0, 10.0, lower);
        }
        assert_eq!(
            sheet.text(),
            "一行一行一行一\n二行二行二行二\n三行三行。\n\n四行四行四行四\n五行五行五行五\n六行六行。\n"
        );
    }
}

#[test]
fn a_vertical_page_may_have_a_vertical_headline_and_digits_side_by_side() {
    let sheet = Sheet::new()
        .down(150.0, 100.0, 24.0, "橋頭市集")
        .glyphs_down(120.0, 100.0, 10.0, "昨日有")
        .put(120.0, 130.0, 10.0, "12")
        .glyphs_down(120.0, 140.0, 10.0, "檔開市")
        .glyphs_down(104.0, 100.0, 10.0, "人人都來了。");
    assert_eq!(sheet.text(), "# 橋頭市集\n\n昨日有12檔開市\n人人都來了。\n");
}

#[test]
fn a_vertical_box_beside_horizontal_columns_is_read_by_itself() {
    let sheet = Sheet::new()
        .column(40.0, 100.0, &["橫排的文字從左到右排", "橫排的文字從左到右排", "橫排到這裡為止了。"])
        .glyphs_down(190.0, 100.0, 10.0, "直排在旁邊")
        .glyphs_down(174.0, 100.0, 10.0, "也有兩行。");
    assert_eq!(
        sheet.text(),
        "橫排的文字從左到右排\n橫排的文字從左到右排\n橫排到這裡為止了。\n\n直排在旁邊\n也有兩行。\n"
    );
}

#[test]
fn a_box_inside_two_columns_is_not_torn() {
    let sheet = Sheet::new()
        .column(40.0, 100.0, &["甲文甲文甲文甲文甲文", "甲文甲文甲文甲文甲文"])
        .column(160.0, 100.0, &["乙文乙文乙文乙文乙文", "乙文乙文乙文乙文乙文"])
        .put(90.0, 155.0, 9.0, "方框裡另有一則消息說")
        .put(90.0, 170.0, 9.0, "明天有霧，船期有變。")
        .column(40.0, 200.0, &["丙文丙文丙文丙文丙文", "丙文丙文丙文丙文。"])
        .column(160.0, 200.0, &["丁文丁文丁文丁文丁文", "丁文丁文丁文丁文。"]);
    let text = sheet.text();
    assert!(text.contains("\n\n方框裡另有一則消息說\n明天有霧，船期有變。\n\n"), "{text}");
    for part in ["甲文甲文甲文甲文甲文\n甲文", "乙文乙文乙文乙文乙文\n乙文", "丙文丙文丙文丙文丙文\n丙文"]
    {
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn a_caption_in_smaller_type_is_a_block_of_its_own() {
    let sheet = Sheet::new()
        .column(40.0, 100.0, &["園丁說今年的花比去年", "多，也比去年早。"])
        .put(40.0, 136.0, 8.0, "▲園丁在剪枝。")
        .column(40.0, 150.0, &["他又說明年不會再種。"]);
    assert_eq!(
        sheet.text(),
        "園丁說今年的花比去年\n多，也比去年早。\n\n▲園丁在剪枝。\n\n他又說明年不會再種。\n"
    );
}

#[test]
fn bold_by_overprinting_is_read_once() {
    let sheet = Sheet::new().put(40.0, 100.0, 10.0, "燈亮了。").put(40.3, 100.1, 10.0, "燈亮了。");
    assert_eq!(lay_out(&[sheet.0]).0, "燈亮了。\n");
    let sheet = Sheet::new().put(40.0, 100.0, 10.0, "哈").put(50.0, 100.0, 10.0, "哈");
    assert_eq!(sheet.text(), "哈哈\n");
    let sheet = Sheet::new().put(40.0, 100.0, 10.0, "燈").put(40.3, 100.0, 10.0, "燈");
    assert_eq!(sheet.warnings(), [(WarningKind::DroppedOverprint, "燈".to_owned())]);
}

#[test]
fn bold_is_read_once_however_its_prints_are_parted() {
    let whole = || Sheet::new().put(40.0, 100.0, 10.0, "春天花開了。");
    let glyphs = |sheet: Sheet, x: f32, text: &str| {
        text.chars().fold((sheet, x), |(sheet, x), c| (sheet.put(x, 100.0, 10.0, &c.to_string()), x + 10.0)).0
    };
    for sheet in [
        glyphs(whole(), 40.25, "春天花開了。"),
        glyphs(glyphs(Sheet::new(), 40.0, "春天花開了。"), 40.3, "春天花開了。"),
        whole().put(40.2, 100.0, 10.0, "春天花").put(70.2, 100.0, 10.0, "開了。"),
        Sheet::new()
            .put(40.0, 100.0, 10.0, "春天花")
            .put(70.0, 100.0, 10.0, "開了。")
            .put(40.2, 100.2, 10.0, "春天")
            .put(60.2, 100.2, 10.0, "花開了。"),
        whole().put(40.3, 100.0, 10.0, "春天花開了。").put(40.0, 100.3, 10.0, "春天花開了。").put(
            40.6,
            100.0,
            10.0,
            "春天花開了。",
        ),
    ] {
        assert_eq!(sheet.text(), "春天花開了。\n");
    }
    let mut doubled = Sheet::new().put(40.0, 100.0, 10.0, "春春天天花花開開了了");
    doubled.0.runs[0].width = 50.4;
    assert_eq!(doubled.text(), "春天花開了\n");
}

#[test]
fn vertical_bold_is_read_once() {
    let title = "春天的花都開了";
    let down = |sheet: Sheet| {
        sheet.down(400.0, 100.0, 20.0, title).down(360.0, 100.0, 10.0, "山上的花都開了，遊人很多。")
    };
    let once = down(Sheet::new()).text();
    assert_eq!(once.matches('春').count(), 1);
    assert_eq!(
        down(Sheet::new()).down(400.5, 100.0, 20.0, title).down(399.5, 100.4, 20.0, title).text(),
        once
    );
    let copied = down(Sheet::new()).glyphs_down(400.4, 100.0, 20.0, title).text();
    assert_eq!(copied, once, "a character in the same place is a copy in either direction");
    let glyphs = |sheet: Sheet| {
        sheet.glyphs_down(400.0, 100.0, 20.0, title).glyphs_down(
            380.0,
            100.0,
            10.0,
            "山上的花都開了，遊人很多。",
        )
    };
    let twice = glyphs(Sheet::new()).glyphs_down(400.6, 100.3, 20.0, title);
    assert_eq!(twice.text(), glyphs(Sheet::new()).text());
}

#[test]
fn words_that_repeat_a_letter_keep_it() {
    let narrow = |mut sheet: Sheet, x: f32, text: &str| {
        sheet = sheet.put(x, 100.0, 10.0, text);
        let run = sheet.0.runs.len() - 1;
        sheet.0.runs[run].width = 2.2;
        sheet
    };
    let sheet = narrow(narrow(Sheet::new().put(40.0, 100.0, 10.0, "ha"), 50.0, "l"), 52.2, "l");
    assert_eq!(sheet.text(), "hall\n");
    assert_eq!(Sheet::new().put(40.0, 100.0, 10.0, "天天天天").text(), "天天天天\n");
    let mut condensed = Sheet::new().put(40.0, 100.0, 10.0, "天天開開");
    condensed.0.runs[0].width = 32.0;
    assert_eq!(condensed.text(), "天天開開\n");
}

#[test]
fn a_caption_beside_a_picture_keeps_its_lines_together() {
    let lines = ["園丁在園中剪枝，", "遊人在旁觀看。", "（春報記者攝）"];
    let caption = |sheet: Sheet, x: f32, y: f32| {
        lines.iter().fold((sheet, y), |(sheet, y), line| (sheet.put(x, y, 8.0, line), y + 12.0)).0
    };
    let body =
        ["園丁說今年的花比去年多，也比去", "年早，遊人都說很好看，連日都有", "人來，到晚上還不肯散去。"];
    let below = ["他又說明年還會再種，並且種得更", "多，讓大家都來看，所有的人都可", "以進園，不收門票。"];
    let joined = lines.join("\n");
    // The picture is to the left of the caption, then to its right, then between the caption and another column.
    for (x, y) in [(120.0, 160.0), (40.0, 175.0), (120.0, 230.0)] {
        let sheet = Sheet::new().column(40.0, 100.0, &body).column(40.0, 290.0, &below);
        let sheet = caption(sheet, x, y)
            .column(220.0, 100.0, &body)
            .column(220.0, 151.0, &below)
            .column(220.0, 202.0, &body)
            .column(220.0, 253.0, &below);
        let text = sheet.text();
        assert!(text.contains(&joined), "{text}");
    }
}

#[test]
fn glosses_go_and_are_named() {
    let sheet = || Sheet::new().put(40.0, 100.0, 10.0, "巴士到了").put(40.0, 95.0, 4.0, "ㄅㄚ");
    assert_eq!(sheet().text(), "巴士到了\n");
    assert_eq!(sheet().warnings(), [(WarningKind::DroppedGloss, "ㄅㄚ".to_owned())]);
}

#[test]
fn radicals_are_mended_and_compatibility_ideographs_stay() {
    let sheet = || Sheet::new().put(40.0, 100.0, 10.0, "⽼⼈過⾨，⺠⻑了\u{f90a}。");
    assert_eq!(sheet().text(), "老人過門，民長了\u{f90a}。\n");
    assert_eq!(sheet().warnings(), [(WarningKind::MendedForm, "⺠→民 ⻑→長 ⼈→人 ⽼→老 ⾨→門".to_owned())]);
}

#[test]
fn marks_of_vertical_text_become_ordinary_ones() {
    let sheet = || Sheet::new().down(100.0, 100.0, 10.0, "︻本報訊︼︵何樂︶說︰﹁好﹂︒");
    assert_eq!(sheet().text(), "【本報訊】（何樂）說︰「好」。\n");
    assert_eq!(sheet().warnings().len(), 1);
    assert_eq!(Sheet::new().put(100.0, 100.0, 10.0, "字︿字").text(), "字︿字\n");
}

#[test]
fn spaces_of_justified_glyphs_go_and_those_between_words_stay() {
    let mut sheet = Sheet::new().put(40.0, 100.0, 10.0, "等 到 New York 式 的 店");
    sheet.0.runs[0].width = 105.0;
    assert_eq!(sheet.text(), "等到New York式的店\n");
    let mut sheet = Sheet::new().put(40.0, 100.0, 10.0, "何樂 李明");
    sheet.0.runs[0].width = 50.0;
    assert_eq!(sheet.text(), "何樂\u{3000}李明\n");
    let sheet = Sheet::new()
        .put(40.0, 100.0, 10.0, "The")
        .put(58.0, 100.0, 10.0, "Star")
        .put(78.5, 100.0, 10.0, "報");
    assert_eq!(sheet.text(), "The Star報\n");
}

#[test]
fn an_indented_line_begins_with_two_spaces() {
    let sheet = Sheet::new()
        .put(60.0, 100.0, 10.0, "窗外下雨，屋裡很")
        .put(40.0, 117.0, 10.0, "暖，貓睡著了。")
        .put(60.0, 134.0, 10.0, "到了傍晚雨就停了");
    assert_eq!(
        sheet.text(),
        "\u{3000}\u{3000}窗外下雨，屋裡很\n暖，貓睡著了。\n\u{3000}\u{3000}到了傍晚雨就停了\n"
    );
}

#[test]
fn heads_that_repeat_stand_once_and_page_numbers_go() {
    let page = |number: &str, text: &str| {
        Sheet::new()
            .put(40.0, 20.0, 9.0, "江邊晚報 2031年5月6日")
            .put(290.0, 815.0, 9.0, number)
            .column(40.0, 100.0, &[text])
            .0
    };
    let (text, warnings) = lay_out(&[page("1", "第一頁的內文在此。"), page("2", "第二頁的內文在此。")]);
    assert_eq!(text, "江邊晚報 2031年5月6日\n\n第一頁的內文在此。\n\n第二頁的內文在此。\n");
    let dropped: Vec<&str> = warnings.iter().map(|warning| warning.text.as_str()).collect();
    assert_eq!(dropped, ["1", "江邊晚報 2031年5月6日", "2"]);
    assert!(warnings.iter().all(|warning| warning.kind == WarningKind::DroppedFurniture));
}

#[test]
fn pages_without_text_are_named() {
    assert_eq!(lay_out(&[]), (String::new(), Vec::new()));
    let (text, warnings) = lay_out(&[Sheet::new().put(40.0, 90.0, 10.0, "有字。").0, Sheet::new().0]);
    assert_eq!(text, "有字。\n");
    assert_eq!(warnings, [IngestWarning { line: 1, kind: WarningKind::UnreadPage, text: "2".to_owned() }]);
}

#[test]
fn impossible_numbers_lose_no_text() {
    let mut page = Sheet::new()
        .put(f32::NAN, 100.0, 10.0, "甲。")
        .put(40.0, f32::INFINITY, 10.0, "乙。")
        .put(-900.0, 40.0, 10.0, "丙。")
        .put(-3.0, 100.0, 10.0, "丁戊己庚。")
        .put(40.0, 150.0, 10.0, "辛。")
        .0;
    page.runs[4].width = f32::NAN;
    page.runs[4].font_size = f32::NEG_INFINITY;
    let (text, warnings) = lay_out(&[page]);
    assert_eq!(text, "丁戊己庚。\n\n辛。\n\n甲。\n乙。\n丙。\n");
    assert_eq!(warnings.iter().filter(|warning| warning.kind == WarningKind::UnplacedText).count(), 3);

    let mut page = Sheet::new().put(40.0, 150.0, 10.0, "字。").0;
    (page.width, page.height) = (f32::NAN, -1.0);
    assert_eq!(lay_out(&[page]).0, "字。\n");
}

#[test]
fn a_hundred_thousand_runs_are_laid_out_in_time_and_none_is_lost() {
    // Glyph by glyph is the worst that a program writes; everything in one place is the worst possible.
    let mut sheet = Sheet::new();
    (sheet.0.width, sheet.0.height) = (4000.0, 8000.0);
    for column in 0..25_u8 {
        for line in 0..400_u16 {
            for glyph in 0..10_u8 {
                let x = 20.0 + f32::from(column) * 120.0 + f32::from(glyph) * 10.0;
                sheet = sheet.put(x, 20.0 + f32::from(line) * 17.0, 10.0, "字");
            }
        }
    }
    let text = sheet.text();
    assert_eq!(text.matches('字').count(), 100_000);
    assert_eq!(text.lines().filter(|line| line.chars().count() == 10).count(), 10_000);
    let heap = (0..100_000_u32).fold(Sheet::new(), |sheet, number| {
        sheet.put(100.0 + (number % 7) as f32, 100.0, 10.0, &number.to_string())
    });
    let text = heap.text();
    assert_eq!(text.chars().filter(char::is_ascii_digit).count(), 488_890);
}

#[test]
fn bytes_come_back_as_pages() {
    let page = Sheet::new().put(40.0, 100.0, 10.0, "收到。").0;
    let bytes = positioned_bytes(std::slice::from_ref(&page));
    assert_eq!(positioned_text(&bytes), Some(Ok(("收到。\n".to_owned(), Vec::new()))));
    assert_eq!(positioned_text(b"no header"), None);
    let mut cut = bytes.clone();
    cut.truncate(bytes.len() - 3);
    assert!(matches!(positioned_text(&cut), Some(Err(FileError::Broken { .. }))));
    assert_eq!(positioned_text(&positioned_bytes(&[Sheet::new().0])), Some(Err(FileError::NoTextLayer)));
}

/// Reads the bytes that `pack` of static/pdf-reader.js writes for the same page; a browser test compares them too.
#[test]
fn the_page_of_the_reader_in_javascript_is_understood() {
    let page = PositionedPage {
        width: 100.0,
        height: 200.0,
        broken: true,
        runs: vec![PositionedRun {
            text: "字A".to_owned(),
            x: 1.5,
            y: 2.0,
            width: 15.0,
            height: 10.0,
            font_size: 10.0,
            vertical: true,
        }],
    };
    let hex: String = positioned_bytes(&[page])[POSITIONED_HEADER.len()..]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        hex,
        "010000c8420000484301".to_owned() + "0104e5ad97410000c03f000000400000704100002041" + "0000204101"
    );
}

/// Generates lengths as files have them, and as none should.
fn length() -> impl Strategy<Value = f32> {
    prop_oneof![4 => 0.0_f32..700.0, 1 => any::<f32>(), 1 => Just(f32::NAN)]
}

proptest! {
    #[test]
    fn no_character_is_lost_whatever_the_numbers(
        runs in prop::collection::vec(
            ("[甲乙丙abc　 ]{0,6}", length(), length(), length(), length(), length(), any::<bool>()),
            0..16,
        ),
        width in length(),
        height in length(),
    ) {
        let runs: Vec<PositionedRun> = runs
            .into_iter()
            .map(|(text, x, y, width, height, font_size, vertical)| {
                PositionedRun { text, x, y, width, height, font_size, vertical }
            })
            .collect();
        let count = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '#').count();
        let set: usize = runs.iter().map(|run| count(&run.text)).sum();
        let page = PositionedPage { width, height, broken: false, runs };
        let (text, warnings) = lay_out(std::slice::from_ref(&page));
        let is_dropped = |kind| matches!(kind, WarningKind::DroppedOverprint | WarningKind::DroppedFurniture);
        let dropped: usize =
            warnings.iter().filter(|warning| is_dropped(warning.kind)).map(|warning| count(&warning.text)).sum();
        prop_assert_eq!(count(&text) + dropped, set);
        prop_assert_eq!(lay_out(&[page]), (text, warnings));
    }
}
