//! Meaning of a web page's elements for its text.

/// Elements that end a block at their start tag and at their end tag.
const BLOCKS: [&str; 42] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
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
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];

/// Elements whose text is not part of the page's.
const SILENT: [&str; 20] = [
    "script", "style", "noscript", "template", "svg", "math", "select", "button", "iframe", "object",
    "textarea", "canvas", "audio", "video", "rt", "rp", "datalist", "noframes", "map", "head",
];

/// Elements without an end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Words in class names that mark elements around the main text.
const FRAME: [&str; 22] = [
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
