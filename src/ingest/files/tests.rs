//! Files of every kind, whole and broken, built here.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

mod web;
use crate::ingest::{BlockKind, PositionedPage, PositionedRun, WarningKind, positioned_bytes};

const NEWS: &str = "圖書館明天起延長開放時間，市民可以在網上預約座位。";

fn all(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<Result<FileText, FileFailure>> {
    read_file(name, bytes.into(), ReadOptions::default()).collect()
}

/// Returns the only text of a file.
fn one(name: &str, bytes: impl Into<Vec<u8>>) -> Source {
    let mut all = all(name, bytes);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0).unwrap().source
}

/// Returns the reason why a file has no text.
fn reason(name: &str, bytes: impl Into<Vec<u8>>) -> FileError {
    let mut all = all(name, bytes);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0).unwrap_err().reason
}

fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        if name.ends_with('/') {
            writer.add_directory(*name, SimpleFileOptions::default()).unwrap();
        } else {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

fn docx(body: &str) -> Vec<u8> {
    let document =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let styles = "<w:styles><w:style w:styleId=\"a3\"><w:name w:val=\"heading 2\"/></w:style></w:styles>";
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
    ])
}

fn big5(text: &str) -> Vec<u8> {
    encoding_rs::BIG5.encode(text).0.into_owned()
}

#[test]
fn a_text_is_what_it_was() {
    let items = all("a.txt", NEWS);
    let text = items[0].as_ref().unwrap();
    assert_eq!(text.source.text, NEWS);
    assert_eq!(text.source.encoding, Some(Encoding::Utf8));
    assert_eq!(text.bytes, None);
    assert_eq!(one("a.md", format!("# 標題\n\n{NEWS}")).format, Format::Markdown);
    assert_eq!(one("……", "！？……").text, "！？……");
}

#[test]
fn bytes_in_another_encoding_are_kept() {
    let items = all("a.txt", big5(NEWS));
    let text = items[0].as_ref().unwrap();
    assert_eq!((text.source.text.as_str(), text.source.encoding), (NEWS, Some(Encoding::Big5)));
    assert_eq!(text.bytes, Some(big5(NEWS)));
    let options = ReadOptions { encoding: Some(Encoding::Gb18030), ..ReadOptions::default() };
    let other = read_file("a.txt", big5(NEWS), options).next().unwrap().unwrap();
    assert_ne!(other.source.text, NEWS);
}

#[test]
fn what_is_no_text_is_named() {
    assert_eq!(reason("a.txt", ""), FileError::Empty);
    assert_eq!(reason("a.txt", " \r\n"), FileError::Empty);
    assert_eq!(reason("a.txt", "\u{3000}\n"), FileError::Empty);
    let noise: Vec<u8> = (0..4000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert_eq!(reason("a.txt", noise), FileError::Binary);
    assert_eq!(reason("a.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec()), FileError::Binary);
    for name in ["a.doc", "a.rtf", "a.wps", "a.odt", "a.JPG"] {
        let extension = name[2..].to_lowercase();
        assert_eq!(reason(name, b"\xD0\xCF\x11\xE0\0\0".to_vec()), FileError::UnknownFormat { extension });
    }
    assert_eq!(reason("a.txt", "%PDF-1.7 …"), FileError::PdfInside);
    assert!(matches!(reason("a.docx", NEWS), FileError::Broken { .. }));
    assert!(matches!(reason("a.zip", b"PK\x03\x04 and no more".to_vec()), FileError::Broken { .. }));
    let large = vec![b' '; (200 << 20) + (1 << 20)];
    assert_eq!(reason("a.txt", large), FileError::TooLarge { megabytes: 201, limit: 200 });
}

#[test]
fn nuls_in_a_text_are_taken_out_and_told_of() {
    let source = one("a.txt", "圖書\0館明天\0開放。");
    assert_eq!(source.text, "圖書館明天開放。");
    assert_eq!(source.warnings[0].kind, WarningKind::DroppedControl);
}

#[test]
fn a_document_keeps_headings_tables_and_breaks() {
    let source = one(
        "a.docx",
        docx(
            "<w:p><w:pPr><w:pStyle w:val=\"a3\"/><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>小標題</w:t></w:r></w:p>\
             <w:p><w:r><w:t>甲&amp;乙</w:t><w:br/><w:t>丙</w:t><w:tab/><w:t>丁&#x3002;</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p><w:p/>\
             <w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
             <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>項</w:t></w:r></w:p>",
        ),
    );
    assert_eq!(source.text, "## 小標題\n甲&乙\n丙\t丁。\n\n\t一 二\n- 項\n");
    assert_eq!((source.format, source.encoding), (Format::Docx, None));
    assert_eq!(
        source.warnings.iter().map(|warning| warning.kind).collect::<Vec<_>>(),
        [WarningKind::LeftOutNotes]
    );
}

#[test]
fn a_broken_document_gives_what_can_be_read() {
    let source = one("a.docx", docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:x>"));
    assert_eq!(source.text, "甲\n乙\n");
    assert_eq!(source.warnings[0].kind, WarningKind::BrokenMarkup);
    assert!(matches!(reason("a.docx", docx("<w:p><w:r></w:x>")), FileError::Broken { .. }));
}

/// Returns the lines of a text that its file says are of a kind.
fn known_as(source: &Source, kind: BlockKind) -> Vec<&str> {
    let lines: Vec<&str> = source.text.lines().collect();
    let of_kind = source.known.iter().filter(|&&(_, own)| own == kind);
    of_kind.map(|&(number, _)| lines[number as usize - 1]).collect()
}

#[test]
fn the_main_text_of_a_page_is_read_and_its_menu_marked() {
    let html = format!(
        "<!DOCTYPE html><html><head><title>圖書館 - 某報</title><meta property=og:site_name content=某報>\
         <meta property=article:published_time content=2025-01-22T08:00:00Z><script>var a = '<p>不是</p>';</script></head>\
         <body><ul class=menu><li><a href=/>首頁</a><li><a href=/x>新聞</a></ul><div><a href=/1>要聞</a> <a href=/2>港聞</a></div>\
         <h1>圖書館延長開放</h1><div class=body><p>{NEWS}<p>第二段，\n也有三十個字以上的文字，才算是一段正文，這樣就夠了。<br>換行。\
         <table><tr><td>甲<td>乙</table></div><footer>版權所有，不得轉載，違者必究，請勿以身試法。</footer></body></html>"
    );
    let source = one("a.html", html.clone());
    let expected = format!(
        "# 圖書館延長開放\n\n{NEWS}\n\n第二段，也有三十個字以上的文字，才算是一段正文，這樣就夠了。\n換行。"
    );
    assert!(source.text.contains(&expected), "{}", source.text);
    let left_out: Vec<&str> = known_as(&source, BlockKind::Furniture);
    assert_eq!(
        left_out,
        ["首頁", "新聞", "要聞 港聞", "甲\t乙", "版權所有，不得轉載，違者必究，請勿以身試法。"]
    );
    assert_eq!(known_as(&source, BlockKind::Headline), ["# 圖書館延長開放"]);
    assert!(!source.text.contains("不是"));
    assert_eq!(source.metadata.headline, "圖書館延長開放");
    assert_eq!((source.metadata.paper.as_str(), source.metadata.date.as_str()), ("某報", "2025-01-22"));
    assert_eq!(one("a", html).format, Format::Html);
}

#[test]
fn the_title_names_the_headline_wherever_it_stands() {
    let menu = "<ul><li><a>春城今起封橋</a></li><li><a>夜市延長開放</a></li></ul>";
    let cookies = "<p>本網站使用 Cookies 改善您的瀏覽體驗，繼續瀏覽即表示您同意我們的隱私權政策。</p>";
    let html = format!(
        "<html><head><title>圖書館延長開放 | 地方 | 某城日報</title></head><body>{cookies}{menu}\
         <div class=t>圖書館延長開放</div><div>2025年1月22日 08:00</div><img alt=\"新的閱覽室今早啟用\">\
         <div><p>{NEWS}</p><p>新的閱覽室今早啟用</p><p style=\"display:none\">看不見的一段，不應讀入。</p><p>{NEWS}</p></div>{menu}</body></html>"
    );
    let source = one("a.html", html);
    assert!(!source.text.contains("看不見"));
    assert_eq!(known_as(&source, BlockKind::Headline), ["# 圖書館延長開放"]);
    assert_eq!(known_as(&source, BlockKind::Paragraph), [NEWS, NEWS]);
    assert_eq!(known_as(&source, BlockKind::Caption), ["新的閱覽室今早啟用"]);
    assert_eq!((&*source.metadata.paper, &*source.metadata.date), ("某城日報", "2025-01-22"));
}

#[test]
fn a_repeated_shape_is_a_list_of_stories() {
    let items: String = (1..5)
        .map(|day| {
            format!("<h3><a href=/{day}>春城第{day}區封橋</a></h3><p>{NEWS}</p><time>2025-01-0{day}</time>")
        })
        .collect();
    let html = format!(
        "<html><head><title>地方新聞 | 某城日報</title></head><body><h1>地方新聞</h1>{items}</body></html>"
    );
    let source = one("a.html", html);
    assert_eq!(known_as(&source, BlockKind::Headline).len(), 4);
    let page = crate::ingest::Page::new(source, None, crate::ingest::CutOptions::default());
    let dates: Vec<String> = (0..4).map(|story| page.metadata_of(story).date).collect();
    assert_eq!(dates, ["2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04"]);
}

#[test]
fn a_page_whose_text_might_be_another_part_of_it_says_so() {
    let page = |other: &str| {
        format!(
            "<html><body><div><p>{NEWS}</p><p>{NEWS}</p></div><ul>{}</ul><div><p>{other}</p></div></body></html>",
            "<li><a href=a>目錄</a>".repeat(60)
        )
    };
    let rivals = |html: String| {
        let warnings = one("a.html", html).warnings;
        warnings.iter().filter(|warning| warning.kind == WarningKind::RivalledText).count()
    };
    assert_eq!(rivals(page(&NEWS.repeat(2))), 1);
    assert_eq!(rivals(page("另有消息。")), 0);
}

#[test]
fn a_page_is_read_in_the_encoding_it_names() {
    let html =
        format!("<html><meta charset=big5><body><article><p>{NEWS}</p><p>{NEWS}</p></article><p>別的。</p>");
    let source = one("a.htm", big5(&html));
    assert_eq!(source.encoding, Some(Encoding::Big5));
    assert_eq!(source.text, format!("{NEWS}\n\n{NEWS}\n\n別的。"));
    assert_eq!(known_as(&source, BlockKind::Furniture), ["別的。"]);
}

#[test]
fn a_document_shows_what_word_shows_with_all_changes_accepted() {
    let parts = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>hua</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>花</w:t></w:r></w:rubyBase></w:ruby></w:r>\
         <w:r><w:t>開了</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隱藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>，樹</w:t></w:r></w:p>\
         <w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>也綠</w:t></w:r></w:p>\
         <w:p><w:del><w:r><w:delText>黃</w:delText></w:r></w:del><w:r><w:t>了。</w:t></w:r></w:p>";
    assert_eq!(one("a.docx", docx(parts)).text, "花開了，樹\n也綠了。\n");
}

/// Packs a document with styles and notes of its own.
fn docx_with(body: &str, styles: &str, footnotes: &str, endnotes: &str) -> Vec<u8> {
    let part = |name: &str, inner: &str| format!("<w:{name} xmlns:w=\"w\">{inner}</w:{name}>");
    packed(&[
        ("word/document.xml", part("document", body).as_bytes()),
        ("word/styles.xml", part("styles", styles).as_bytes()),
        ("word/footnotes.xml", part("footnotes", footnotes).as_bytes()),
        ("word/endnotes.xml", part("endnotes", endnotes).as_bytes()),
        ("word/comments.xml", b"<w:comments><w:comment w:id=\"1\"><w:p><w:r><w:t>\xE8\xA9\x95</w:t></w:r></w:p></w:comment></w:comments>"),
    ])
}

#[test]
fn a_style_hides_text_as_word_does() {
    let style = |id: &str, base: &str, inner: &str| {
        format!(
            "<w:style w:type=\"character\" w:styleId=\"{id}\"><w:basedOn w:val=\"{base}\"/><w:rPr>{inner}</w:rPr></w:style>"
        )
    };
    let styles = [
        style("Hidden", "", "<w:vanish/>"),
        style("Child", "Hidden", ""),
        style("Grandchild", "Child", "<w:b/>"),
        style("Shown", "Grandchild", "<w:vanish w:val=\"false\"/>"),
        style("ShownChild", "Shown", ""),
        style("Round", "Trip", ""),
        style("Trip", "Round", ""),
    ]
    .concat();
    let run = |style: &str, own: &str, text: &str| {
        format!("<w:r><w:rPr><w:rStyle w:val=\"{style}\"/>{own}</w:rPr><w:t>{text}</w:t></w:r>")
    };
    let in_style =
        |style: &str, runs: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>");
    let plain = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = [
        in_style(
            "",
            &[
                run("Hidden", "", "隱"),
                run("Child", "", "隱"),
                run("Grandchild", "", "隱"),
                run("Shown", "", "一"),
                run("ShownChild", "", "二"),
                run("Round", "", "三"),
                run("Nowhere", "", "四"),
                run("Hidden", "<w:vanish w:val=\"0\"/>", "五"),
                run("Shown", "<w:vanish/>", "隱"),
                run("", "<w:vanish w:val=\"on\"/>", "隱"),
            ]
            .concat(),
        ),
        in_style(
            "Grandchild",
            &[
                plain("隱"),
                run("", "<w:vanish w:val=\"off\"/>", "六"),
                run("Child", "", "七"),
                run("Shown", "", "隱"),
            ]
            .concat(),
        ),
        in_style("Shown", &plain("八")),
    ]
    .concat();
    assert_eq!(one("a.docx", docx_with(&body, &styles, "", "")).text, "一二三四五\n六七\n八\n");
    // A hidden mark does not end its paragraph.
    let joined = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>";
    assert_eq!(one("a.docx", docx(joined)).text, "甲乙\n");
}

#[test]
fn notes_of_a_document_follow_their_story_with_their_numbers() {
    let note = |kind: &str, id: u8, text: &str| {
        format!(
            "<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:p><w:p><w:r><w:t>又見前文。</w:t></w:r></w:p></w:{kind}>"
        )
    };
    let drawn = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/><w:t>線</w:t></w:r></w:p></w:footnote>";
    let footnotes = [
        drawn.to_owned(),
        note("footnote", 2, "花名。"),
        note("footnote", 3, "樹名。"),
        note("footnote", 4, "未引。"),
    ]
    .concat();
    let endnotes = note("endnote", 2, "後記。");
    let heading = |text: &str| {
        format!("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let cited = |text: &str, kind: &str, id: u8| {
        format!(
            "<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:{kind}Reference w:id=\"{id}\"/></w:r><w:commentReference w:id=\"1\"/></w:p>"
        )
    };
    let gone =
        "<w:p><w:del><w:r><w:footnoteReference w:id=\"4\"/></w:r></w:del><w:r><w:t>完</w:t></w:r></w:p>";
    let body = [
        heading("春天花開"),
        cited("花開了。", "footnote", 3),
        cited("花又開了。", "endnote", 2),
        heading("夏天樹綠"),
        cited("樹綠了。", "footnote", 2),
        gone.to_owned(),
    ]
    .concat();
    let source = one("a.docx", docx_with(&body, "", &footnotes, &endnotes));
    assert_eq!(
        source.text,
        "# 春天花開\n花開了。\n花又開了。\n\n[1] 樹名。又見前文。\n[i] 後記。又見前文。\n# 夏天樹綠\n樹綠了。\n完\n\n[2] 花名。又見前文。\n"
    );
    assert_eq!(
        known_as(&source, BlockKind::Note),
        ["[1] 樹名。又見前文。", "[i] 後記。又見前文。", "[2] 花名。又見前文。"]
    );
    assert!(source.warnings.is_empty(), "{:?}", source.warnings);
    let draft = crate::ingest::cut_known(&source.text, &source.known, crate::ingest::CutOptions::default());
    let last: Vec<BlockKind> =
        draft.stories.iter().filter_map(|story| story.blocks.last()).map(|block| block.kind).collect();
    assert_eq!(last, [BlockKind::Note, BlockKind::Note]);
    assert_eq!(draft.stories.len(), 2);
}

#[test]
fn a_row_with_commas_of_its_own_keeps_its_text() {
    let table = format!("日期,內文,版\n20250122,{NEWS}1,000人,A1\n20250123,\"{NEWS}\",A2\n20250124,{NEWS}\n");
    let items = all("t.csv", table);
    let texts: Vec<&str> = items.iter().map(|item| item.as_ref().unwrap().source.text.as_str()).collect();
    assert_eq!(texts, [&*format!("{NEWS}1,000人"), NEWS, NEWS]);
    let kinds = |at: usize| -> Vec<WarningKind> {
        items[at].as_ref().unwrap().source.warnings.iter().map(|warning| warning.kind).collect()
    };
    assert_eq!(
        (kinds(0), kinds(1), kinds(2)),
        (vec![WarningKind::UnevenRow], vec![], vec![WarningKind::UnevenRow])
    );
    assert_eq!(items[0].as_ref().unwrap().source.metadata.others, [("版".to_owned(), "A1".to_owned())]);
}

#[test]
fn a_table_of_excel_and_one_with_open_quotation_marks_lose_nothing() {
    let items = all("t.csv", format!("sep=;\n日期;內文\n20250122;{NEWS}\n"));
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().unwrap().source.text, NEWS);
    let items = all("t.csv", format!("日期,內文\n20250122,\"{NEWS}\n20250123,\"{NEWS}\"\n20250124,{NEWS}\n"));
    let texts: Vec<&str> = items.iter().map(|item| item.as_ref().unwrap().source.text.as_str()).collect();
    assert_eq!(texts, [&*format!("\"{NEWS}"), NEWS, NEWS]);
    assert_eq!(items[0].as_ref().unwrap().source.warnings[0].kind, WarningKind::MendedQuote);
}

#[test]
fn tables_give_a_text_to_a_row() {
    let csv = format!(
        "日期,報章,標題,內文,版\n2025年1月22日,某報,題,\"{NEWS}\n第二行\",A1\n昨日,,,,\n20250123,乙報,題二,{NEWS},\n"
    );
    let items = all("t.csv", csv);
    assert_eq!(items.len(), 3);
    let first = &items[0].as_ref().unwrap().source;
    assert_eq!(first.name, "t.csv#1");
    assert_eq!(first.text, format!("{NEWS}\n第二行"));
    assert_eq!(first.metadata.date, "2025-01-22");
    assert_eq!(first.metadata.paper, "某報");
    assert_eq!(first.metadata.headline, "題");
    assert_eq!(first.metadata.others, [("版".to_owned(), "A1".to_owned())]);
    assert_eq!(items[1].as_ref().unwrap_err().reason, FileError::Empty);
    assert_eq!(read_file("t.tsv", "a\tb\n甲\t乙丙\n".into(), ReadOptions::default()).total(), Some(1));
    assert_eq!(one("t.tsv", format!("a\tb\n甲\t{NEWS}\n")).text, NEWS);
    // Columns of labels and numbers are not texts, nor is one of headlines alone.
    assert!(matches!(reason("t.csv", "id,price\n1,2\n4,5\n"), FileError::NoTextColumn { .. }));
    assert!(matches!(
        reason("t.jsonl", "{\"title\":\"圖書館明天起延長開放時間\"}"),
        FileError::NoTextColumn { .. }
    ));
}

#[test]
fn objects_give_a_text_each_and_a_broken_line_stops_none() {
    let lines = format!(
        "{{\"id\":\"x\",\"series\":\"某報\",\"text\":\"{NEWS}\"}}\n{{broken\n{{\"n\":1}}\n{{\"正文\":\"甲\",\"date\":\"昨日\"}}\n"
    );
    let items = all("a.jsonl", lines);
    assert_eq!(items.len(), 4, "{items:?}");
    let first = &items[0].as_ref().unwrap().source;
    assert_eq!((first.text.as_str(), first.metadata.series.as_str()), (NEWS, "某報"));
    // In passim's format the series is the paper.
    assert_eq!(first.metadata.paper, "某報");
    assert_eq!(first.metadata.others, [("id".to_owned(), "x".to_owned())]);
    assert!(matches!(items[1].as_ref().unwrap_err().reason, FileError::Broken { .. }));
    assert_eq!(items[2].as_ref().unwrap_err().reason, FileError::NoTextColumn { found: "n".to_owned() });
    assert_eq!(items[3].as_ref().unwrap().source.metadata.others, [("date".to_owned(), "昨日".to_owned())]);
    assert_eq!(all("a.json", "[{\"text\":\"甲\"},{\"text\":\"乙\"}]").len(), 2);
}

#[test]
fn witnesses_of_a_collation_are_a_text_each() {
    let file = format!("{{\"witnesses\":[{{\"id\":\"甲報\",\"content\":\"{NEWS}\"}},{{\"id\":\"乙報\"}}]}}");
    let items = all("a.json", file);
    let first = &items[0].as_ref().unwrap().source;
    assert_eq!(
        (first.text.as_str(), first.metadata.paper.as_str(), first.name.as_str()),
        (NEWS, "甲報", "a.json#甲報")
    );
    let second = items[1].as_ref().unwrap_err();
    assert_eq!((second.name.as_str(), &second.reason), ("a.json#乙報", &FileError::Empty));
    for broken in [
        "{\"witnesses\":[]}",
        "{\"witnesses\":{\"id\":1}}",
        "{\"witnesses\":[{\"content\":\"甲\"}]}",
        "{\"witnesses\":",
    ] {
        assert!(matches!(reason("a.json", broken), FileError::NoWitness { .. }), "{broken}");
    }
    // Objects on lines that only mention witnesses are still texts.
    assert_eq!(
        one("a.jsonl", "{\"text\":\"The \\\"witnesses\\\" spoke.\"}").text,
        "The \"witnesses\" spoke."
    );
}

#[test]
fn an_archive_gives_its_texts_and_names_what_is_none() {
    let inner = packed(&[("b.txt", NEWS.as_bytes()), ("c.zip", &packed(&[("d.zip", &packed(&[]))]))]);
    let zip = packed(&[
        ("2025/", b""),
        ("2025/a.txt", &big5(NEWS)),
        ("__MACOSX/2025/._a.txt", b"\0\x05"),
        (".DS_Store", b"\0"),
        ("空.txt", b""),
        ("in.zip", &inner),
        ("p.pdf", b"%PDF-1.4"),
        ("w.docx", &docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")),
    ]);
    let items = all("z.zip", zip);
    let names: Vec<String> = items
        .iter()
        .map(|item| match item {
            Ok(text) => text.source.name.clone(),
            Err(failure) => format!("{}: {:?}", failure.name, failure.reason),
        })
        .collect();
    assert_eq!(
        names,
        [
            "z.zip/2025/a.txt",
            "z.zip/空.txt: Empty",
            "z.zip/in.zip/b.txt",
            "z.zip/in.zip/c.zip: NestedTooDeep { limit: 2 }",
            "z.zip/p.pdf: PdfInside",
            "z.zip/w.docx"
        ]
    );
    let two = packed(&[("a.txt", b"x"), ("b.txt", b"y")]);
    assert_eq!(read_file("two.zip", two, ReadOptions::default()).total(), Some(2));
}

#[test]
fn a_file_is_asked_for_before_it_is_opened_and_one_that_is_refused_keeps_its_place() {
    let broken: &[u8] = &[0xFF; 40];
    let inner = packed(&[("b.txt", NEWS.as_bytes()), ("c.txt", NEWS.as_bytes())]);
    let zip = packed(&[("a.txt", NEWS.as_bytes()), ("killer.txt", broken), ("in.zip", &inner)]);
    let asked = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let noted = std::rc::Rc::clone(&asked);
    let gate = move |name: &str, bytes: &[u8]| {
        noted.borrow_mut().push((name.to_owned(), bytes.len()));
        let is_refused = name.ends_with("killer.txt") || name.ends_with("b.txt");
        if is_refused { Err(FileError::Crashed { detail: "overflow".to_owned() }) } else { Ok(()) }
    };
    let length = zip.len();
    let items: Vec<_> = read_file_guarded("z.zip", zip, ReadOptions::default(), Box::new(gate)).collect();
    let said: Vec<_> = items
        .iter()
        .map(|item| item.as_ref().map_or_else(|failure| failure.name.as_str(), |text| &text.source.name))
        .collect();
    assert_eq!(said, ["z.zip/a.txt", "z.zip/killer.txt", "z.zip/in.zip/b.txt", "z.zip/in.zip/c.txt"]);
    assert_eq!(items.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, false, true]);
    let crashed = FileError::Crashed { detail: "overflow".to_owned() };
    assert_eq!(items[1].as_ref().unwrap_err().reason, crashed, "it is never looked into");
    let asked = asked.borrow();
    assert_eq!(asked.first(), Some(&("z.zip".to_owned(), length)));
    assert_eq!(asked.len(), 6, "each file once: {asked:?}");
}

#[test]
fn names_in_an_archive_may_be_in_big5() {
    let mut bytes = packed(&[("AABBCCDD.txt", NEWS.as_bytes())]);
    // Replaced in both places where the archive has the name, so that its length stays.
    let name = big5("新聞頭版");
    for at in 0..bytes.len() - 8 {
        if &bytes[at..at + 8] == b"AABBCCDD" {
            bytes[at..at + 8].copy_from_slice(&name);
        }
    }
    assert_eq!(one("z.zip", bytes).name, "z.zip/新聞頭版.txt");
}

#[test]
fn a_bomb_is_stopped() {
    let bomb = packed(&[("a.txt", &vec![b'a'; 64 << 20]), ("b.txt", NEWS.as_bytes())]);
    let items = all("z.zip", bomb);
    assert_eq!(items[0].as_ref().unwrap_err().reason, FileError::UnpacksTooLarge { limit: 512 });
    assert_eq!(items[1].as_ref().unwrap().source.text, NEWS);
}

#[test]
fn a_file_that_holds_no_text_says_so() {
    assert_eq!(reason("a.json", "[ ]"), FileError::Empty);
    assert_eq!(reason("a.docx", docx("<w:p><w:r><w:t>&#xFEFF;</w:t></w:r></w:p>")), FileError::Empty);
    assert_eq!(reason("a.csv", "date,text"), FileError::Empty);
    assert_eq!(reason("a.zip", packed(&[])), FileError::Empty);
    assert_eq!(reason("a.zip", packed(&[("甲/", b""), ("__MACOSX/a.txt", b"a")])), FileError::Empty);
}

#[test]
fn warnings_about_a_whole_table_stand_on_the_first_line_of_its_first_text() {
    let table = format!("date,text\n2024-05-06,{NEWS}\n2024-05-06,\0{NEWS}\n");
    let items = all("a.csv", table);
    let warnings = &items[0].as_ref().unwrap().source.warnings;
    assert_eq!(warnings.iter().map(|warning| warning.line).collect::<Vec<_>>(), [1]);
}

#[test]
fn the_reader_fills_what_the_file_leaves_empty() {
    let metadata =
        Metadata { paper: "某報".to_owned(), date: "2025-01-22".to_owned(), ..Metadata::default() };
    let options = ReadOptions { metadata, ..ReadOptions::default() };
    let table = "text,date\n甲乙丙,2024/5/6\n";
    let source = read_file("a.csv", table.into(), options).next().unwrap().unwrap().source;
    assert_eq!((source.metadata.paper.as_str(), source.metadata.date.as_str()), ("某報", "2024-05-06"));
}

#[test]
fn positioned_pages_are_a_pdf() {
    let run =
        PositionedRun {
            text: "渡輪開航。\u{202E}".to_owned(), font_size: 10.0, ..PositionedRun::default()
        };
    let page = PositionedPage { width: 600.0, height: 800.0, runs: vec![run], ..PositionedPage::default() };
    let source = one("a.pdf", positioned_bytes(std::slice::from_ref(&page)));
    assert_eq!((source.text.as_str(), source.format, source.encoding), ("渡輪開航。\n", Format::Pdf, None));
    assert_eq!(source.warnings.len(), 1);
    assert_eq!(reason("a.pdf", positioned_bytes(&[PositionedPage::default()])), FileError::NoTextLayer);
}

#[test]
fn names_are_shown_on_one_line() {
    assert_eq!(printable("a\n\u{202E}b\0.txt"), "ab.txt");
    let long = printable(&format!("{}.txt", "長".repeat(1000)));
    assert!(long.chars().count() < 240 && long.ends_with(".txt"));
}

#[test]
fn the_worst_shapes_take_linear_time() {
    let line = NEWS.repeat(70_000);
    assert_eq!(one("a.txt", line.clone()).text, line);
    for piece in [
        "<div>",
        "<a>",
        "</p>",
        "<p class=a id=b>甲",
        "<table><tr><td>",
        "&amp;",
        "<",
        "<!--",
        "<b><i>",
        "<title>",
    ] {
        let _ = all("a.html", piece.repeat(200_000));
    }
    for piece in ["[", "{\"a\":[", "[1,\n", "{\"a\":\"\n", "\"", "1\n"] {
        let _ = all("a.json", piece.repeat(100_000));
    }
    for piece in ["\"", ",", "\"a\n", "\n,"] {
        let _ = all("a.csv", piece.repeat(200_000));
    }
    let _ = all("a.docx", docx(&"<w:p>".repeat(100_000)));
    let _ = all("a.docx", docx(&"<w:p><w:r><w:footnoteReference/></w:r></w:p>".repeat(100_000)));
}

const ENDS: [&str; 9] = ["txt", "md", "html", "docx", "csv", "jsonl", "json", "zip", ""];

proptest! {
    #[test]
    fn any_bytes_under_any_name_give_items(bytes: Vec<u8>, end in 0..9_usize, name in ".{0,20}") {
        let items = all(&format!("{name}.{}", ENDS[end]), bytes);
        prop_assert!(items.len() < 300);
    }

    #[test]
    fn any_text_under_any_name_gives_items(text in "[<>/a-z{}\\[\\]\":,\t\n\"甲乙。 ]{0,200}", end in 0..9_usize) {
        for text in all(&format!("a.{}", ENDS[end]), text).into_iter().flatten() {
            prop_assert!(!text.source.text.trim().is_empty());
        }
    }

    #[test]
    fn a_damaged_archive_gives_items(at in 0..400_usize, byte: u8, cut in 0..400_usize) {
        let mut zip = packed(&[("a.txt", NEWS.as_bytes()), ("w.docx", &docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"))]);
        let length = zip.len();
        zip[at % length] = byte;
        let _ = all("a.zip", zip.clone());
        zip.truncate(length - cut % length);
        let _ = all("a.zip", zip);
    }
}
