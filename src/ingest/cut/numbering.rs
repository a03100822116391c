//! The numbers that a reader put before the headlines of the stories pasted one below the other.

use crate::ingest::{BlockKind, DraftStory};

/// Takes the numbers off the headlines of stories that count from 1: (1), 【二】, 3. and the like.
pub(super) fn take_off(stories: &mut [DraftStory]) {
    let numbers = stories.iter().map(|story| headline(story).and_then(number).map(|(number, _)| number));
    if stories.len() < 2 || !(1_u32..).zip(numbers).all(|(wanted, number)| number == Some(wanted)) {
        return;
    }
    for story in stories {
        let headlines = story.blocks.iter_mut().filter(|block| block.kind == BlockKind::Headline);
        if let Some(block) = headlines.into_iter().next()
            && let Some((_, rest)) = number(&block.text)
        {
            block.text = rest.to_owned();
        }
    }
}

/// Returns true if a reader put a number before a headline.
pub(super) fn is_numbered(headline: &str) -> bool {
    number(headline).is_some()
}

fn headline(story: &DraftStory) -> Option<&str> {
    story.blocks.iter().find(|block| block.kind == BlockKind::Headline).map(|block| block.text.as_str())
}

/// Returns the number before a headline, and the headline.
fn number(text: &str) -> Option<(u32, &str)> {
    let inner = text.trim_start_matches(['(', '（', '【', '［', '[']);
    let digits = inner.trim_start_matches(|c: char| c.is_ascii_digit() || NUMERALS.contains(c));
    let number = inner.strip_suffix(digits).filter(|number| !number.is_empty())?;
    let rest = digits.strip_prefix([')', '）', '】', '］', ']', '.', '、', '．'])?.trim_start();
    // 3.5億 is a number of the headline's own.
    let is_own =
        rest.is_empty() || inner.len() == text.len() && rest.starts_with(|c: char| c.is_ascii_digit());
    let value = match number.parse() {
        Ok(value) => value,
        Err(_) => u32::try_from(crate::text::value::number(number)?.as_whole()?).ok()?,
    };
    (!is_own).then_some((value, rest))
}

const NUMERALS: &str = "一二三四五六七八九十";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_headlines_are_told_from_those_in_them() {
        for (text, found) in [
            ("(1) 花開了", Some((1, "花開了"))),
            ("（二）花開了", Some((2, "花開了"))),
            ("【十二】花開了", Some((12, "花開了"))),
            ("3. 花開了", Some((3, "花開了"))),
            ("4、花開了", Some((4, "花開了"))),
            ("3.5億人賞花", None),
            ("三月花開", None),
            ("(花城)停電", None),
            ("(1)", None),
        ] {
            assert_eq!(number(text), found, "{text}");
        }
    }
}
