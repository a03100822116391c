//! Styles of a Word document: how deep a heading each makes, and whether it hides its text.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashMap;

/// The most steps from a style to those it is based on; Word allows ten or so.
const STEPS: usize = 32;

/// The styles of a document, by their ids in the file.
#[derive(Debug, Default)]
pub(super) struct Styles(FxHashMap<String, DocxStyle>);

/// What a style says itself; `None` where the style that it is based on applies.
#[derive(Debug, Default)]
struct DocxStyle {
    named: Option<usize>,
    outline: Option<usize>,
    hidden: Option<bool>,
    base: String,
}

impl Styles {
    /// Reads the styles to the end, or to a break in the XML.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles: FxHashMap<String, DocxStyle> = FxHashMap::default();
        let mut reader = Reader::from_str(xml);
        let mut id = String::new();
        while let Ok(event) = reader.read_event() {
            let (Event::Start(tag) | Event::Empty(tag)) = event else {
                if matches!(event, Event::Eof) {
                    break;
                }
                continue;
            };
            let name = tag.local_name();
            if name.as_ref() == "style" {
                id = attribute(&tag, "styleId");
                continue;
            }
            let style = styles.entry(id.clone()).or_default();
            match name.as_ref() {
                "name" => style.named = depth_of(&attribute(&tag, "val")),
                "outlineLvl" => style.outline = outline(&tag),
                "basedOn" => style.base = attribute(&tag, "val"),
                "vanish" => style.hidden = Some(is_on(&tag)),
                _ => {}
            }
        }
        Self(styles)
    }

    /// Returns the depth of the heading that a style makes.
    pub(super) fn depth(&self, id: &str) -> Option<usize> {
        self.0.get(id).and_then(|style| style.named.or(style.outline))
    }

    /// Returns true if a style, or the nearest it is based on that says so, hides its text.
    pub(super) fn hides(&self, id: &str) -> bool {
        let mut style = self.0.get(id);
        for _ in 0..STEPS {
            let Some(DocxStyle { hidden, base, .. }) = style else { return false };
            if let Some(hidden) = hidden {
                return *hidden;
            }
            style = self.0.get(base);
        }
        false
    }
}

/// Returns true if a property that is on or off is on; it is where it says nothing.
pub(super) fn is_on(tag: &BytesStart) -> bool {
    !matches!(attribute(tag, "val").as_str(), "0" | "false" | "off")
}

/// Parses the depth from a style's name: `heading 2`, `標題 2`, `Title`.
pub(super) fn depth_of(style: &str) -> Option<usize> {
    let style = style.to_lowercase();
    if style == "title" || style == "標題" || style == "标题" {
        return Some(1);
    }
    let rest = ["heading", "標題", "标题"].iter().find_map(|name| style.strip_prefix(name))?;
    rest.trim().parse().ok().filter(|depth| (1..=9).contains(depth))
}

/// Returns the depth that an outline level gives.
pub(super) fn outline(tag: &BytesStart) -> Option<usize> {
    attribute(tag, "val").parse::<usize>().ok().filter(|level| *level < 9)?.checked_add(1)
}

/// Returns the value of an attribute, whatever its prefix; empty if there is none.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> String {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    found.map(|attribute| attribute.value.to_string()).unwrap_or_default()
}
