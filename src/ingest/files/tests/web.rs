//! Web pages of hard kinds: frames, other names, many links, pictures inside, broken nesting, pages for print.

use super::*;

#[test]
fn a_page_of_frames_names_the_pages_it_shows() {
    let page = "<html><head><title>春報</title></head><frameset cols=\"20%,80%\"><frame src=\"menu.htm\">\
                <frame name=\"main\" src=\"20240307/a1.htm\"/><noframes><body>請使用支援框架的瀏覽器</body></noframes></frameset></html>";
    let addresses = "menu.htm, 20240307/a1.htm".to_owned();
    assert_eq!(reason("index.html", page), FileError::Frames { addresses });
    let around = "<html><body><iframe src=\"about:blank\"></iframe><iframe src=\"//a.example/story\"></iframe></body></html>";
    assert_eq!(reason("a.html", around), FileError::Frames { addresses: "//a.example/story".to_owned() });
    let many = format!("<frameset>{}", "<frame src=a>".repeat(100_000));
    assert!(matches!(reason("a.html", many), FileError::Frames { addresses } if addresses.len() < 60));
    let text = format!("<html><body><p>{NEWS}</p><iframe src=\"b.htm\"></iframe></body></html>");
    assert_eq!(one("a.html", text).text, NEWS);
}

#[test]
fn the_content_says_what_a_file_is_and_not_its_name() {
    let body = format!("<p>{NEWS}</p>\n<p>{NEWS}</p>\n<p>{NEWS}</p>");
    let text = format!("{NEWS}\n\n{NEWS}\n\n{NEWS}");
    for page in [
        format!("<!DOCTYPE html><html><body>{body}</body></html>"),
        format!("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C\"><html><body>{body}</body></html>"),
        format!("<!-- saved from url=(0020)http://a.example/ -->\r\n<HTML><BODY>{body}</BODY></HTML>"),
        format!("<div class=\"story\">{body}</div>"),
        body.clone(),
    ] {
        for name in ["a.txt", "a.md", "a", "a.html"] {
            let source = one(name, &*page);
            assert_eq!((source.format, &source.text), (Format::Html, &text), "{name} {page}");
        }
        let wide: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let source = one("a.txt", wide);
        assert_eq!((source.format, &source.text), (Format::Html, &text));
    }
    for (name, plain) in [
        ("a.html", format!("春天花開\n{NEWS}\n{NEWS}")),
        ("a.txt", format!("<春報> {NEWS}\n<p> 是標記。")),
        ("a.txt", format!("<a> {NEWS} <b>")),
    ] {
        let source = one(name, &*plain);
        assert_eq!((source.format, source.text), (Format::Text, plain));
    }
    for name in ["a.html", "a.htm", "a.md", "a.docx"] {
        assert_eq!(reason(name, "%PDF-1.7 …"), FileError::PdfInside, "{name}");
    }
}

#[test]
fn elements_that_end_in_the_wrong_place_lose_no_text() {
    let broken = format!(
        "<html><body><div><p>春天花開<div><b>{NEWS}<p><i>{NEWS}</b></p></i></div></div></div></p></body><p>{NEWS}</span></a></html>{NEWS}<table><p>{NEWS}<tr><td>{NEWS}<td>{NEWS}"
    );
    let source = one("a.html", &*broken);
    assert_eq!(source.text.matches(NEWS).count(), 7);
    assert!(source.text.contains("春天花開"));
    let deep = format!("{}{NEWS}", "<div><b>".repeat(50_000));
    assert_eq!(one("a.html", deep).text, NEWS);
}

#[test]
fn pages_for_telephones_and_for_print_are_read_as_the_page_itself() {
    let second = "館長說，晚上也可以借書，還書箱整天開放。";
    let amp = format!(
        "<!doctype html><html \u{26A1} lang=\"zh\"><head><title>春天花開 | 春報</title><style amp-boilerplate>body{{}}</style><script async src=\"a.js\"></script></head>\
         <body><amp-sidebar id=\"menu\"><ul><li><a href=\"/\">首頁</a></li><li><a href=\"/a\">要聞</a></li></ul></amp-sidebar>\
         <article><h1>春天花開</h1><amp-img src=\"a.jpg\" alt=\"花\"></amp-img><p>{NEWS}</p><amp-ad type=\"a\"></amp-ad><p>{second}</p></article></body></html>"
    );
    let print = format!(
        "<html><head><title>春天花開 - 春報 - 列印</title></head><body onload=\"window.print()\"><table><tr><td><a href=\"javascript:window.print()\">列印本頁</a> | <a href=\"javascript:window.close()\">關閉視窗</a></td></tr>\
         <tr><td><h1>春天花開</h1><p>{NEWS}</p><p>{second}</p></td></tr></table></body></html>"
    );
    for page in [amp, print] {
        let source = one("a.html", page);
        let draft =
            crate::ingest::cut_known(&source.text, &source.known, crate::ingest::CutOptions::default());
        let kept: Vec<(BlockKind, &str)> = draft
            .stories
            .iter()
            .flat_map(|story| &story.blocks)
            .filter(|block| block.kind != BlockKind::Furniture)
            .map(|block| (block.kind, &*block.text))
            .collect();
        assert_eq!(
            kept,
            [(BlockKind::Headline, "春天花開"), (BlockKind::Paragraph, NEWS), (BlockKind::Paragraph, second)]
        );
    }
}
