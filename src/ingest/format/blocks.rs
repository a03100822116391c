//! The blocks of a web page, in one walk over its tags. Of the tree only each element's parent is kept, so that no
//! nesting can be too deep.

use html5gum::{DefaultEmitter, HtmlString, Spanned, Token, Tokenizer};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

use super::evidence::{HtmlEvidence, evidence, is_hidden, is_invisible, is_large};
use super::tags::{is_block, is_frame, is_silent, is_void};
use crate::text::is_han;

/// A parsed page.
#[derive(Debug, Default)]
pub(super) struct HtmlPage {
    /// Its blocks, in order.
    pub(super) blocks: Vec<HtmlBlock>,
    /// Content of `<title>`.
    pub(super) title: String,
    /// Its `<meta>` elements: name or property in lower case, and content.
    pub(super) meta: Vec<(String, String)>,
    /// The first `datetime` of a `<time>`.
    pub(super) time: String,
    /// What its scripts of linked data say, as they stand.
    pub(super) linked_data: Vec<String>,
    /// The words that stand for its pictures, without white space.
    pub(super) pictures: FxHashSet<String>,
    /// Bytes of text that are there but made invisible.
    pub(super) invisible: usize,
    /// The addresses of the pages that it shows in frames.
    pub(super) frames: Vec<String>,
    /// For each element that can hold blocks, the one around it; the first is the page.
    pub(super) parents: Vec<u32>,
}

/// A piece of text that the page sets apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HtmlBlock {
    /// Its kind.
    pub(super) kind: HtmlBlockKind,
    /// Its text; line feeds are the page's own breaks.
    pub(super) text: String,
    /// Number of its characters that are in links.
    pub(super) linked: usize,
    /// True if it is in an `<article>` or in `<main>`.
    pub(super) in_main: bool,
    /// True if it is in a menu, a footer or an element marked like one.
    pub(super) in_frame: bool,
    /// What the elements about it say of it.
    pub(super) evidence: HtmlEvidence,
    /// The innermost element that it stands in, by its place in [`HtmlPage::parents`].
    pub(super) element: u32,
}

/// A kind of block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum HtmlBlockKind {
    /// A paragraph.
    #[default]
    Paragraph,
    /// A heading and its depth, from 1.
    Heading(usize),
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
}

/// The relevant properties of an open element.
#[derive(Clone, Copy, Default)]
struct OpenElement {
    silent: bool,
    frame: bool,
    main: bool,
    section: bool,
    invisible: bool,
    link: bool,
    bold: bool,
    large: bool,
    pre: bool,
    kind: Option<HtmlBlockKind>,
    evidence: HtmlEvidence,
    element: u32,
}

/// A table, as far as it may be there for its pictures.
struct PictureTable {
    /// The number of its first block.
    first: usize,
    pictures: usize,
}

/// The least width of a picture in pixels, where it is given: smaller ones are icons.
const ICON: u32 = 60;

/// The most characters of a caption in such a table.
const LONGEST_CAPTION: usize = 80;

type HtmlAttributes = BTreeMap<HtmlString, Spanned<HtmlString, ()>>;

/// The size of a font, from 1 to 7, in which pages of old set their headlines.
const LARGE: u32 = 5;

/// Bytes of invisible text from which on it may be the page's own.
const LEAST_INVISIBLE: usize = 600;

/// Returns true if a line is a headline by the size of so many of its letters.
fn is_large_title(line: &str, large: usize) -> bool {
    large >= 6 && (6..=60).contains(&letters(line)) && large >= letters(line)
}

/// Returns true if a paragraph is a heading by being bold from end to end.
fn is_bold_title(block: &HtmlBlock, bold: usize) -> bool {
    let text = block.text.trim();
    let length = letters(text);
    (6..=45).contains(&length)
        && bold >= length
        && block.kind == HtmlBlockKind::Paragraph
        && block.linked == 0
        && !text.contains(['。', '\n'])
        && !text.ends_with(['，', '：', ':', '；', '）', ')'])
}

/// Returns the number of characters of a line without the space in it.
fn letters(line: &str) -> usize {
    line.chars().filter(|c| !c.is_whitespace()).count()
}

fn is_plain(kind: HtmlBlockKind) -> bool {
    matches!(kind, HtmlBlockKind::Paragraph | HtmlBlockKind::Row)
}

/// The depth of a heading that is but a bold line.
const BOLD: usize = 4;

/// Returns the value of an attribute; empty if there is none.
fn attribute(attributes: &HtmlAttributes, name: &[u8]) -> String {
    attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default()
}

/// Whether text that is there but made invisible is part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Invisible {
    In,
    Out,
}

impl HtmlPage {
    /// Returns the element around that of a block.
    pub(super) fn around(&self, block: usize) -> Option<u32> {
        let element = usize::try_from(self.blocks.get(block)?.element).ok()?;
        self.parents.get(element).copied()
    }

    /// Returns true if most of the page's text is there but made invisible.
    pub(super) fn is_mostly_invisible(&self) -> bool {
        let shown = self.blocks.iter().map(|block| block.text.len()).fold(0, usize::saturating_add);
        self.invisible >= LEAST_INVISIBLE && self.invisible > shown
    }
}

/// Parses a page into blocks.
pub(super) fn blocks(html: &str, invisible: Invisible) -> HtmlPage {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut walk = Walk { takes_invisible: invisible == Invisible::In, ..Walk::default() };
    walk.page.parents.push(0);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => walk.start(&tag.name, &tag.attributes, tag.self_closing),
            Token::EndTag(tag) => walk.end(&tag.name),
            Token::String(text) => walk.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    walk.flush();
    walk.page
}

#[derive(Default)]
struct Walk {
    takes_invisible: bool,
    page: HtmlPage,
    /// The open elements, and the number of each name, so that an end without a beginning is recognized at once.
    open: Vec<(Vec<u8>, OpenElement)>,
    counts: FxHashMap<Vec<u8>, usize>,
    block: HtmlBlock,
    /// The open tables.
    tables: Vec<PictureTable>,
    /// The numbers of bold and of large characters in its last line.
    bold: usize,
    large: usize,
    /// White space that shows only between two characters; true if it contains a line feed.
    gap: Option<bool>,
    in_title: bool,
    in_linked_data: bool,
}

impl Walk {
    fn place(&self) -> OpenElement {
        self.open.last().map(|(_, place)| *place).unwrap_or_default()
    }

    fn start(&mut self, name: &[u8], attributes: &HtmlAttributes, closed: bool) {
        let attribute = |name: &[u8]| attribute(attributes, name);
        match name {
            b"meta" => return self.note_meta(attributes),
            b"title" => {
                // The first one is the page's; a drawing may have others.
                self.in_title = self.page.title.is_empty();
            }
            b"time" if self.page.time.is_empty() => self.page.time = attribute(b"datetime"),
            b"script" if attribute(b"type").contains("ld+json") => {
                self.in_linked_data = true;
                self.page.linked_data.push(String::new());
            }
            b"table" => {
                self.flush();
                self.tables.push(PictureTable { first: self.page.blocks.len(), pictures: 0 });
            }
            b"img" | b"amp-img" => {
                let is_icon = attribute(b"width").parse().is_ok_and(|width: u32| width < ICON);
                if let Some(table) = self.tables.last_mut().filter(|_| !is_icon) {
                    table.pictures = table.pictures.saturating_add(1);
                }
                self.page.pictures.insert(attribute(b"alt").split_whitespace().collect());
            }
            b"frame" | b"iframe" => self.note_frame(attribute(b"src").trim()),
            b"br" => {
                if self.place().silent {
                    return;
                }
                self.break_line();
                return;
            }
            b"td" | b"th" if !self.block.text.is_empty() => {
                self.gap = None;
                self.block.text.push('\t');
            }
            _ => {}
        }
        if is_block(name) {
            // The first block ends the head, even without an end tag.
            self.end(b"head");
            self.flush();
        }
        // Elements that the next of their kind closes: paragraphs, items, rows.
        if matches!(name, b"p" | b"li" | b"tr" | b"dt" | b"dd")
            && self.open.last().is_some_and(|(own, _)| own == name)
        {
            self.end(name);
        }
        if closed || is_void(name) {
            return;
        }
        let place = self.place_in(name, attributes);
        self.open.push((name.to_vec(), place));
        let count = self.counts.entry(name.to_vec()).or_default();
        *count = count.saturating_add(1);
    }

    /// Ends a table. One of pictures and at most as many short texts holds their captions.
    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let texts = self.page.blocks.get_mut(table.first..).unwrap_or_default();
        let is_short = |block: &HtmlBlock| block.linked == 0 && block.text.chars().count() <= LONGEST_CAPTION;
        if table.pictures >= texts.len() && texts.iter().all(is_short) {
            texts.iter_mut().for_each(|block| block.evidence.caption = true);
        }
    }

    /// Ends a line of a block. A line that is bold from end to end is a heading, and a block of its own.
    fn break_line(&mut self) {
        self.gap = None;
        let (before, line) = self.block.text.rsplit_once('\n').unwrap_or(("", &self.block.text));
        let line = line.trim_matches([' ', '\u{3000}']);
        let length = letters(line);
        let is_large = is_large_title(line, self.large);
        let is_bold = (4..=30).contains(&length)
            && self.bold >= length
            && !line.ends_with(['。', '！', '？', '：', '，', '」', '）']);
        (self.bold, self.large) = (0, 0);
        if (is_large || is_bold) && self.block.linked == 0 && is_plain(self.block.kind) {
            let (before, line) = (before.to_owned(), line.to_owned());
            let kind = HtmlBlockKind::Heading(if is_large { 1 } else { BOLD });
            let heading = HtmlBlock { kind, text: line, ..self.block.clone() };
            self.block.text = before;
            let rest = HtmlBlock { text: String::new(), ..self.block.clone() };
            self.flush();
            self.page.blocks.push(heading);
            self.block = rest;
        } else if !self.block.text.is_empty() {
            self.block.text.push('\n');
        }
    }

    /// Records what a meta element says of the page.
    fn note_meta(&mut self, attributes: &HtmlAttributes) {
        let keys = [&b"property"[..], b"name", b"itemprop"].map(|name| attribute(attributes, name));
        if let Some(key) = keys.into_iter().find(|key| !key.is_empty()) {
            self.page.meta.push((key.to_lowercase(), attribute(attributes, b"content")));
        }
    }

    /// Records the address of another page that this one shows.
    fn note_frame(&mut self, address: &str) {
        if !matches!(address, "" | "about:blank") && !address.starts_with("javascript:") {
            self.page.frames.push(address.to_owned());
        }
    }

    /// What an element that begins here says of what is in it.
    fn place_in(&mut self, name: &[u8], attributes: &HtmlAttributes) -> OpenElement {
        let attribute = |name: &[u8]| attribute(attributes, name);
        let mut place = self.place();
        let (class, id) = (attribute(b"class"), attribute(b"id"));
        let is_whole = matches!(name, b"body" | b"html" | b"main" | b"article");
        let style = attribute(b"style");
        place.invisible |= !is_whole && is_invisible(&style);
        let hides = !is_whole && (attributes.contains_key(&b"hidden"[..]) || is_hidden(&style));
        place.silent |= is_silent(name) || hides || name == b"title";
        place.main |= matches!(name, b"article" | b"main") || attribute(b"itemprop") == "articleBody";
        place.section |= name == b"section";
        // The head of an article or of a section is its own; the head of a page is not.
        place.frame |= matches!(name, b"nav" | b"footer" | b"aside" | b"amp-sidebar")
            || (name == b"header" && !place.main && !place.section)
            || attribute(b"role") == "navigation"
            || (!is_whole && is_frame(&class, &id));
        place.evidence = evidence(place.evidence, name, &class, &attribute(b"itemprop"));
        if is_block(name) {
            let around = place.element;
            place.element = u32::try_from(self.page.parents.len()).unwrap_or(u32::MAX);
            self.page.parents.push(around);
        }
        place.link |= name == b"a";
        place.pre |= name == b"pre";
        place.bold |= matches!(name, b"b" | b"strong");
        place.large |= name == b"font"
            && attribute(b"size").trim_start_matches('+').parse().is_ok_and(|size: u32| size >= LARGE)
            || place.bold && !is_block(name) && is_large(&style);
        place.kind = match name {
            [b'h', depth @ b'1'..=b'6'] => {
                Some(HtmlBlockKind::Heading(usize::from(depth.saturating_sub(b'0'))))
            }
            b"li" => Some(HtmlBlockKind::Item),
            b"tr" => Some(HtmlBlockKind::Row),
            // A table that lays out a page has paragraphs in its cells.
            b"p" if place.kind == Some(HtmlBlockKind::Row) => Some(HtmlBlockKind::Paragraph),
            _ => place.kind,
        };
        place
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"title" => self.in_title = false,
            b"script" => self.in_linked_data = false,
            _ => {}
        }
        if is_block(name) || name == b"head" {
            self.flush();
        }
        if self.counts.get(name).copied().unwrap_or(0) == 0 {
            return;
        }
        if name == b"table" {
            self.end_table();
        }
        while let Some((own, _)) = self.open.pop() {
            let is_it = own == name;
            if let Some(count) = self.counts.get_mut(&own) {
                *count = count.saturating_sub(1);
            }
            if is_it {
                break;
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_title {
            self.page.title.push_str(text);
            return;
        }
        if self.in_linked_data
            && let Some(data) = self.page.linked_data.last_mut()
        {
            data.push_str(text);
            return;
        }
        let place = self.place();
        if place.silent {
            return;
        }
        if place.invisible && !self.takes_invisible {
            self.page.invisible = self.page.invisible.saturating_add(text.trim().len());
            return;
        }
        if self.block.text.is_empty() {
            self.block.kind = place.kind.unwrap_or_default();
            self.block.in_main = place.main;
            self.block.in_frame = place.frame;
            self.block.element = place.element;
        }
        if !text.trim().is_empty() {
            self.block.evidence = self.block.evidence.or(place.evidence);
        }
        let is_space = |c: char| c.is_ascii_whitespace() || c == '\u{A0}';
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let end = if is_space(c) { c.len_utf8() } else { rest.find(is_space).unwrap_or(rest.len()) };
            let (piece, behind) = rest.split_at(end);
            rest = behind;
            if place.pre && c == '\n' {
                self.block.text.push('\n');
                self.gap = None;
            } else if is_space(c) {
                self.gap = Some(self.gap.unwrap_or(false) || c == '\n');
            } else {
                if let Some(feed) = self.gap.take() {
                    self.space(feed, c);
                }
                self.block.text.push_str(piece);
                let letters = piece.chars().filter(|c| *c != '\u{3000}').count();
                self.bold = self.bold.saturating_add(if place.bold { letters } else { 0 });
                self.large = self.large.saturating_add(if place.large { letters } else { 0 });
                if place.link {
                    self.block.linked = self.block.linked.saturating_add(piece.chars().count());
                }
            }
        }
    }

    /// Adds white space before a character: none at the start of a line, nor at a line break of the page's source
    /// between two characters that are written without spaces.
    fn space(&mut self, feed: bool, next: char) {
        let dense = |c: char| is_han(c) || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF65}');
        let before = self.block.text.chars().next_back();
        let is_none = |c: char| matches!(c, '\n' | '\t') || (feed && dense(c) && dense(next));
        if before.is_some_and(|c| !is_none(c)) {
            self.block.text.push(' ');
        }
    }

    fn flush(&mut self) {
        self.gap = None;
        let bold = std::mem::take(&mut self.bold);
        let large = std::mem::take(&mut self.large);
        let mut block = std::mem::take(&mut self.block);
        if is_large_title(&block.text, large) && is_plain(block.kind) {
            block.kind = HtmlBlockKind::Heading(1);
        } else if is_bold_title(&block, bold) {
            block.kind = HtmlBlockKind::Heading(BOLD);
        }
        if !block.text.trim().is_empty() {
            self.page.blocks.push(block);
        }
    }
}
