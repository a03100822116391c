//! Evidence that the elements of a web page give about their text: a picture's words, a day, a name.

/// The evidence about a block that the elements around it give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct HtmlEvidence {
    /// True for the words under a picture.
    pub(super) caption: bool,
    /// True for the headline of a story.
    pub(super) headline: bool,
    /// True for a line below the headline.
    pub(super) deck: bool,
    /// True for the story's authors.
    pub(super) author: bool,
    /// True for the day or the time.
    pub(super) date: bool,
    /// True for the text of a control: a button, a choice.
    pub(super) control: bool,
}

/// Parts of names of classes, and of microdata, by what they say.
const CAPTIONS: [&str; 9] = [
    "picdesc",
    "caption",
    "figcaption",
    "photo-desc",
    "imgdesc",
    "pic-desc",
    "photo_desc",
    "img-info",
    "picinfo",
];
const UNSEEN: [&str; 3] = ["visually-hidden", "screen-reader", "sr-only"];
const DECKS: [&str; 5] = ["subtitle", "sub-title", "standfirst", "subheadline", "sub_title"];
const AUTHORS: [&str; 4] = ["author", "byline", "reporter", "writer"];
const DATES: [&str; 6] = ["date", "time", "datepublished", "datemodified", "pubtime", "publish"];

impl HtmlEvidence {
    /// Combines the evidence of two elements.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            caption: self.caption || other.caption,
            headline: self.headline || other.headline,
            deck: self.deck || other.deck,
            author: self.author || other.author,
            date: self.date || other.date,
            control: self.control || other.control,
        }
    }
}

/// What an element says, with what those around it said.
pub(super) fn evidence(around: HtmlEvidence, name: &[u8], class: &str, property: &str) -> HtmlEvidence {
    let class = class.to_ascii_lowercase();
    let within = |known: &[&str]| known.iter().any(|part| class.contains(part));
    let word = |known: &[&str]| {
        let mut words = class.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| known.contains(&word))
    };
    let property = property.to_ascii_lowercase();
    around.or(HtmlEvidence {
        // A heading for screen readers may be the headline, whose picture the page shows; within a line it belongs to it.
        control: matches!(name, b"button" | b"select" | b"option")
            || matches!(name, b"p" | b"div") && within(&UNSEEN),
        caption: matches!(name, b"figcaption" | b"figure") || within(&CAPTIONS) || property == "caption",
        headline: property == "headline" || name == b"founder-title",
        deck: within(&DECKS)
            || name == b"founder-subtitle"
            || property == "alternativeheadline" && matches!(name, [b'h', b'2'..=b'6']),
        author: property == "author" || word(&AUTHORS),
        date: name == b"time" || DATES.contains(&property.as_str()) || word(&DATES),
    })
}

/// Returns true if a style in an element takes it out of the page.
pub(super) fn is_hidden(style: &str) -> bool {
    has_rule(style, "display:none")
}

/// Returns true if a style in an element leaves its place on the page empty.
pub(super) fn is_invisible(style: &str) -> bool {
    has_rule(style, "visibility:hidden")
}

/// Returns true if a style in an element sets its letters in the size of a headline.
pub(super) fn is_large(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    let size = style.split(';').find_map(|rule| rule.strip_prefix("font-size:"));
    size.is_some_and(|size| {
        let digits: String = size.chars().take_while(char::is_ascii_digit).collect();
        let least = if size.ends_with("pt") { 15 } else { 20 };
        let is_absolute = size.ends_with("px") || size.ends_with("pt");
        is_absolute && digits.parse::<u32>().is_ok_and(|size| size >= least)
            || matches!(size, "x-large" | "xx-large")
    })
}

fn has_rule(style: &str, wanted: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    style.to_ascii_lowercase().split(';').any(|rule| rule.trim_end_matches("!important") == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_styles_that_hide_hide() {
        for hidden in ["display:none", " Display : None ; color: red", "a:b;display: none !important"] {
            assert!(is_hidden(hidden), "{hidden}");
        }
        for shown in ["", "display:block", "overflow:hidden", "visibility:visible"] {
            assert!(!is_hidden(shown) && !is_invisible(shown), "{shown}");
        }
        assert!(is_invisible("a:b; Visibility: hidden !important"));
    }

    #[test]
    fn letters_of_the_size_of_a_headline_are_large() {
        assert!(
            ["font-size:23px", "FONT-SIZE: 18pt; color:red", "font-size:xx-large"]
                .iter()
                .all(|it| is_large(it))
        );
        assert!(["font-size:14px", "font-size:2em", "color:red", ""].iter().all(|it| !is_large(it)));
    }

    #[test]
    fn lines_for_screen_readers_are_controls_and_words_within_a_line_are_none() {
        let of = |name: &[u8]| evidence(HtmlEvidence::default(), name, "visually-hidden-text", "");
        assert!(of(b"p").control && !of(b"span").control && !of(b"h1").control);
        assert!(evidence(HtmlEvidence::default(), b"td", "picdesc", "").caption);
    }

    #[test]
    fn what_a_parent_says_stays() {
        let figure = evidence(HtmlEvidence::default(), b"figure", "", "");
        assert!(evidence(figure, b"p", "", "").caption);
        assert!(evidence(HtmlEvidence::default(), b"div", "news-date", "").date);
        assert!(!evidence(HtmlEvidence::default(), b"div", "update candidate", "").date);
    }
}
