//! Meaning of a web page's elements for its text.

/// Elements that end a block where they begin and where they end.
const BLOCKS: [&str; 45] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];

/// Elements whose text is none of the page's.
const SILENT: [&str; 18] = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "textarea", "canvas",
    "audio", "video", "rt", "rp", "datalist", "noframes", "map", "head",
];

/// Elements without an end tag.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Words of names of classes that mark what stands around the main text.
const FRAME: [&str; 36] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "footer",
    "sidebar",
    "breadcrumb",
    "breadcrumbs",
    "share",
    "social",
    "related",
    "recommend",
    "comments",
    "copyright",
    "advert",
    "advertisement",
    "ads",
    "banner",
    "toolbar",
    "pagination",
    "hotnews",
    "topnav",
    "cookie",
    "comment",
    "respond",
    "subscribe",
    "signup",
    "newsletter",
    "paywall",
    "donate",
    "donation",
    "podcast",
    "poll",
    "promo",
    "vote",
    "ticker",
];

/// Returns true if an element ends a block.
pub(super) fn is_block(name: &[u8]) -> bool {
    BLOCKS.iter().any(|known| known.as_bytes() == name)
}

/// Returns true if an element's text is not part of the page's.
pub(super) fn is_silent(name: &[u8]) -> bool {
    SILENT.iter().any(|known| known.as_bytes() == name)
}

/// Returns true if an element has no end tag.
pub(super) fn is_void(name: &[u8]) -> bool {
    VOID.iter().any(|known| known.as_bytes() == name)
}

/// Returns true if a class or an id marks an element as being around the main text.
pub(super) fn is_frame(class: &str, id: &str) -> bool {
    let mut words = class.split_ascii_whitespace().chain([id]).flat_map(|name| name.split(['-', '_']));
    words.any(|word| FRAME.iter().any(|frame| frame.eq_ignore_ascii_case(word)))
}
