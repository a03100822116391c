//! No text, in any format that is read, ends ingest; the bodies of its fuzz targets say what holds of each. Lines are
//! made of the marks that newspapers and readers of files look at, and of whole forms that begin and end with them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]
#![allow(unreachable_pub, reason = "the fuzz targets call the same functions")]

#[path = "fuzz/ingest.rs"]
mod bodies;

use proptest::prelude::*;

const OPENING: [&str; 9] = ["", "(", "（", "[", "［", "【", "〔", "((", "●"];
const CLOSING: [&str; 10] = ["", ")", "）", "]", "】", "、", "．", ".", ". ", "："];
const NUMERALS: [&str; 24] = [
    "一",
    "十",
    "十二",
    "二十三",
    "百",
    "〇",
    "零",
    "廿",
    "壹",
    "貳",
    "甲",
    "1",
    "12",
    "123",
    "１",
    "３４",
    "①",
    "㈠",
    "Ⅳ",
    "IV",
    "a",
    "A",
    "½",
    "٣",
];
const WORDS: [&str; 19] = [
    "總則如下。",
    "花開了",
    "樹也綠了，",
    "a",
    "New York",
    "",
    " ",
    "\u{3000}",
    "😀",
    "👨\u{200D}👩\u{200D}👧",
    "e\u{301}",
    "\u{301}",
    "\u{FEFF}",
    "\r",
    "\0",
    "\u{202E}",
    "\u{2028}",
    "𠮷",
    "\u{E000}",
];
const MARKS: [&str; 58] = [
    "，", "。", "、", "；", "：", "！", "？", "…", "——", "「", "」", "『", "』", "“", "”", "《", "》", "（",
    "）", "(", ")", "【", "】", "［", "］", "〔", "〕", "●", "■", "▲", "◆", "★", "|", "\t", "#", "# ", "## ",
    "- ", "* ", "+ ", "> ", " > ", "／", "/", ":", ",", "\"", "'", "<", "&", "{", "}", "[", "]", "\\", "%",
    "=", "~",
];
const PRESS: [&str; 26] = [
    "【春日報訊】",
    "記者",
    "本報記者",
    "新華社",
    "中央社",
    "電",
    "訊",
    "報道",
    "報導",
    "攝",
    "圖片",
    "資料圖片",
    "圖：",
    "特寫",
    "社論",
    "編者按",
    "責任編輯",
    "掃碼",
    "版",
    "日報",
    "星期三",
    "2024年5月6日",
    "2024-05-06",
    "A12",
    "第三版",
    "完",
];

fn choice(from: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(from).prop_map(str::to_owned)
}

/// A line of anything.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        choice(&OPENING),
        choice(&CLOSING),
        choice(&NUMERALS),
        choice(&WORDS),
        choice(&MARKS),
        choice(&PRESS)
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// A line in a form that means something.
fn form() -> impl Strategy<Value = String> {
    let part = || (choice(&OPENING), choice(&NUMERALS), choice(&CLOSING), pieces());
    prop_oneof![
        // An item of a list.
        part().prop_map(|(open, numeral, close, rest)| format!("{open}{numeral}{close}{rest}")),
        // The opening of a report.
        (pieces(), pieces(), pieces())
            .prop_map(|(paper, who, rest)| format!("【{paper}報訊】（記者{who}）{rest}")),
        (pieces(), choice(&NUMERALS), pieces())
            .prop_map(|(place, day, rest)| format!("新華社{place}{day}日電 {rest}")),
        (pieces(), pieces(), pieces()).prop_map(|(who, place, rest)| format!("記者{who}／{place}報導{rest}")),
        // Who wrote it, who took the picture.
        (pieces(), choice(&CLOSING)).prop_map(|(who, close)| format!("（本報記者{who}{close}")),
        (choice(&MARKS), pieces()).prop_map(|(mark, rest)| format!("{mark}{rest}（資料圖片）")),
        // Headings, rows of tables, the head of a page, a turn of a conversation.
        (1..8_usize, pieces()).prop_map(|(level, rest)| format!("{} {rest}", "#".repeat(level))),
        prop::collection::vec(pieces(), 1..5).prop_map(|cells| format!("|{}|", cells.join("|"))),
        prop::collection::vec(pieces(), 1..5).prop_map(|cells| cells.join("\t")),
        (choice(&NUMERALS), choice(&CLOSING), pieces())
            .prop_map(|(page, close, rest)| format!("2024{close}5/6 A{page} {rest}")),
        (pieces(), pieces()).prop_map(|(who, said)| format!("{who}：「{said}」")),
        pieces(),
        pieces().prop_map(|piece| format!("\u{3000}\u{3000}{}", piece.repeat(9))),
    ]
}

/// A page: its lines and the empty lines between them, or the same cut at a column.
fn page() -> impl Strategy<Value = String> {
    let ends = prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n", "\n\n\n"]);
    let lines = prop::collection::vec((form(), ends), 0..25);
    (lines, prop::option::of(4..30_usize)).prop_map(|(lines, column)| {
        let text: String = lines.into_iter().map(|(line, end)| line + end).collect();
        let Some(column) = column else { return text };
        let chars: Vec<char> = text.chars().collect();
        chars.chunks(column).map(|line| String::from_iter(line) + "\n").collect()
    })
}

/// A page as a file has it: in some encoding, with some units wrong.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    (page(), 0..8_u8, any::<[u16; 3]>()).prop_map(|(text, encoding, wrong)| {
        let wide = |from_unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            let mut units: Vec<u16> = text.encode_utf16().collect();
            // A surrogate without its other half.
            let at = usize::from(wrong[0]) % (units.len() + 1);
            units.splice(at..at, (encoding % 2 == 0).then_some(0xD800 | (wrong[1] % 0x800)));
            [0xFEFF].into_iter().chain(units).flat_map(from_unit).collect()
        };
        match encoding {
            0 | 1 => wide(u16::to_le_bytes),
            2 | 3 => wide(u16::to_be_bytes),
            4 => encoding_rs::BIG5.encode(&text).0.into_owned(),
            5 => encoding_rs::GB18030.encode(&text).0.into_owned(),
            6 => {
                let mut bytes = text.into_bytes();
                let at = usize::from(wrong[0]) % (bytes.len() + 1);
                bytes.splice(at..at, wrong[1].to_be_bytes());
                bytes
            }
            _ => text.into_bytes(),
        }
    })
}

/// A page with the marks of one format in the place of other marks.
fn marked_up(marks: &'static [(&'static str, &'static str)]) -> impl Strategy<Value = Vec<u8>> {
    page().prop_map(move |text| {
        marks.iter().fold(text, |text, (mark, markup)| text.replace(mark, markup)).into_bytes()
    })
}

const HTML: [(&str, &str); 12] = [
    ("，", "<p>"),
    ("。", "</p>"),
    ("「", "<h2 class=nav>"),
    ("」", "</h2>"),
    ("（", "<article>"),
    ("）", "</article>"),
    ("【", "<table><tr><td>"),
    ("】", "</table>"),
    ("、", "&nbsp;&#x202E;"),
    ("：", "<br>"),
    ("●", "<a href=x>"),
    ("！", "<!--"),
];
const XML: [(&str, &str); 9] = [
    ("，", "<w:p><w:r><w:t>"),
    ("。", "</w:t></w:r></w:p>"),
    ("「", "<w:tbl><w:tr><w:tc>"),
    ("」", "</w:tc></w:tr></w:tbl>"),
    ("（", "<w:tab/>"),
    ("）", "<w:pStyle w:val=\"標題 2\"/>"),
    ("【", "<w:footnoteReference/>"),
    ("、", "&#x3002;&x;"),
    ("！", "<![CDATA["),
];
const JSON: [(&str, &str); 9] = [
    ("，", "{\"text\":\""),
    ("。", "\"}\n"),
    ("「", "{\"id\":1,\"series\":\""),
    ("」", "\",\"text\":\""),
    ("（", "[{\"t\":\""),
    ("）", "\"}]"),
    ("【", "[\""),
    ("】", "\"],"),
    ("、", "\\ud842\\u0000"),
];
const CSV: [(&str, &str); 5] =
    [("，", ","), ("、", "\""), ("：", ";"), ("「", "\"\"\""), ("【", "text,date\n")];

#[test]
fn items_of_every_numeral_between_every_brackets_are_read_and_cut() {
    for open in OPENING {
        let mut text = String::new();
        for numeral in NUMERALS {
            for close in CLOSING {
                for word in WORDS {
                    text.extend([open, numeral, close, word, "\n"]);
                }
            }
        }
        bodies::unwrap_and_cut(text.as_bytes());
    }
}

#[test]
fn a_numeral_in_half_width_brackets_begins_an_item_in_every_format() {
    let text = "(一)總則如下。".as_bytes();
    for body in
        [bodies::txt, bodies::markdown, bodies::html, bodies::docx, bodies::unwrap_and_cut, bodies::zip]
    {
        body(text);
    }
    bodies::csv("date,text\n2024-05-06,(一)總則如下。\n".as_bytes());
    bodies::jsonl("{\"text\":\"(一)總則如下。\"}\n".as_bytes());
    bodies::json("[{\"text\":\"(一)總則如下。\"}]".as_bytes());
}

proptest! {
    #[test]
    fn any_page_in_any_encoding_is_read(bytes in bytes()) {
        bodies::decode(&bytes);
        bodies::txt(&bytes);
    }

    #[test]
    fn any_page_is_cut(text in page()) {
        bodies::unwrap_and_cut(text.as_bytes());
    }

    #[test]
    fn any_page_is_read_as_every_format(bytes in bytes()) {
        for body in [bodies::markdown, bodies::html, bodies::docx, bodies::csv, bodies::jsonl, bodies::json, bodies::zip] {
            body(&bytes);
        }
    }

    #[test]
    fn any_web_page_is_read(bytes in marked_up(&HTML)) {
        bodies::html(&bytes);
    }

    #[test]
    fn any_document_is_read(bytes in marked_up(&XML)) {
        bodies::docx(&bytes);
    }

    #[test]
    fn any_objects_are_read(bytes in marked_up(&JSON)) {
        bodies::jsonl(&bytes);
        bodies::json(&bytes);
    }

    #[test]
    fn any_table_is_read(bytes in marked_up(&CSV)) {
        bodies::csv(&bytes);
    }

    #[test]
    fn any_archive_is_read(bytes in marked_up(&HTML), head in any::<[u8; 3]>()) {
        bodies::zip(&[&head[..], &bytes].concat());
    }

    #[test]
    fn any_edits_of_any_page_are_made_and_undone(edits in prop::collection::vec(any::<[u8; 6]>(), 0..32), text in page()) {
        let count = u8::try_from(edits.len()).unwrap();
        bodies::page_edits(&[&[count][..], edits.as_flattened(), text.as_bytes()].concat());
    }
}
