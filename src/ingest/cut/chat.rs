//! Stories passed on in a chat, as its messages are exported or copied: each has a stamp with its time and its sender.

mod stamp;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::stamp::{StampForm, sender, stamp};
use super::controls::is_row_of_counts;
use super::line::Line;
use super::mark::Mark;
use crate::ingest::BlockKind;

/// The least messages of a chat.
const LEAST: usize = 3;

/// Characters from which on a line that ends a sentence is a text; in Latin letters so many more.
const TEXT: u32 = 30;
const LATIN_TEXT: u32 = 80;

/// Characters of a sentence at least, and of all sentences of a short story below its headline.
const SENTENCE: u32 = 12;
const SHORT_STORY: u32 = 28;

/// Characters of a text that is a story without a headline.
const STORY: u32 = 120;

/// The longest headline, and the longest in Latin letters.
const TITLE: u32 = 48;
const LATIN_TITLE: u32 = 110;

/// A message: the line of its stamp, the end of the stamp in that line, and the lines below it.
#[derive(Debug)]
struct ChatMessage {
    head: usize,
    stamp: usize,
    body: Range<usize>,
}

/// Marks the messages that are stories, and all else as no part of any.
pub(super) fn mark_chat(lines: &mut Vec<Line<'_>>) {
    if lines.iter().any(|line| line.known.is_some()) {
        return;
    }
    let messages = messages(lines);
    let Some(first) = messages.first().filter(|_| messages.len() >= LEAST) else { return };
    let mut chat: Vec<Line<'_>> =
        lines.iter().take(first.head).map(|line| line.known_as(BlockKind::Furniture)).collect();
    // Readers' comments below a story have such stamps, too.
    if lines.iter().take(first.head).any(is_text) {
        return;
    }
    let is_channel = is_channel(lines, &messages);
    let found = |message: &ChatMessage| {
        headline(lines, message).or_else(|| is_channel.then(|| announced(lines, message)).flatten())
    };
    let heads: Vec<Option<Headline>> = messages.iter().map(found).collect();
    if heads.iter().all(Option::is_none) {
        return;
    }
    for (message, headline) in messages.iter().zip(heads) {
        push_message(lines, message, headline, &mut chat);
    }
    *lines = chat;
}

/// Returns true if all messages are from the same sender: those of a channel.
fn is_channel(lines: &[Line<'_>], messages: &[ChatMessage]) -> bool {
    let sender =
        |message: &ChatMessage| Some(sender(Line::at(lines, message.head).text.get(..message.stamp)?)?.0);
    let first = messages.first().and_then(sender);
    first.is_some() && messages.iter().all(|message| sender(message) == first)
}

/// Returns where the headline of a message of a channel is: it may be short, and one sentence may be all of the story.
fn announced(lines: &[Line<'_>], message: &ChatMessage) -> Option<Headline> {
    let mut body = message.body.clone().map(|at| Line::at(lines, at));
    let first = body.next()?;
    let says = |line: &Line<'_>| line.ended && line.chars >= SENTENCE && line.mark != Mark::Furniture;
    if says(first) {
        return Some(Headline::None);
    }
    let is_head = (2..=TITLE).contains(&first.chars) && !first.ended && first.mark != Mark::Furniture;
    (is_head && body.any(says)).then_some(Headline::Below)
}

/// Writes the lines of a message with what they are.
fn push_message<'t>(
    lines: &[Line<'t>],
    message: &ChatMessage,
    headline: Option<Headline>,
    chat: &mut Vec<Line<'t>>,
) {
    let body = lines.get(message.body.clone()).unwrap_or_default();
    let Some(&head) = lines.get(message.head) else { return };
    let Some(headline) = headline else {
        chat.extend(std::iter::once(&head).chain(body).map(|line| line.known_as(BlockKind::Furniture)));
        return;
    };
    let (stamp, rest) = head.text.split_at_checked(message.stamp).unwrap_or((head.text, ""));
    let opening = match headline {
        Headline::InStamp => {
            Some(Line { gap: 0, ..head.with_text(rest.trim()) }.known_as(BlockKind::Headline))
        }
        Headline::NoneButRest => Some(Line { gap: 0, opens: true, ..head.with_text(rest.trim()) }),
        Headline::Below | Headline::None => None,
    };
    let stamped = if opening.is_some() { head.with_text(stamp.trim()) } else { head };
    // The name of a paper's channel is a line of its own, as above the posts of an account.
    match sender(stamped.text) {
        Some((name, time)) => {
            let parts = [name, time].map(|part| head.with_text(part).known_as(BlockKind::Furniture));
            chat.extend(parts);
        }
        None => chat.push(stamped.known_as(BlockKind::Furniture)),
    }
    chat.extend(opening);
    let is_quoted = stamp.ends_with('"');
    let mut counted = false;
    for (at, line) in body.iter().enumerate() {
        let whole = line.text.strip_suffix('"').filter(|_| is_quoted && at.saturating_add(1) == body.len());
        let line = &whole.map_or(*line, |text| line.with_text(text));
        // What readers made of a message is the end of it.
        counted |= is_row_of_counts(line.text);
        chat.push(match headline {
            _ if counted => line.known_as(BlockKind::Furniture),
            Headline::Below if at == 0 => line.known_as(BlockKind::Headline),
            Headline::None if at == 0 => Line { opens: true, ..*line },
            _ => *line,
        });
    }
}

/// The place of the headline of a message that is a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Headline {
    /// On the line of the stamp.
    InStamp,
    /// On the line below it.
    Below,
    /// Nowhere; the text begins on the line of the stamp.
    NoneButRest,
    /// Nowhere; the text begins below.
    None,
}

/// Returns where the headline of a message is, if the message is a story.
fn headline(lines: &[Line<'_>], message: &ChatMessage) -> Option<Headline> {
    let head = Line::at(lines, message.head);
    let rest = head.with_text(head.text.get(message.stamp..).unwrap_or_default().trim());
    let body = lines.get(message.body.clone()).unwrap_or_default();
    let texts = || body.iter().filter(|line| is_text(line));
    let length = texts().map(|line| line.chars).fold(0, u32::saturating_add);
    let opens = |line: &Line<'_>| line.mark == Mark::Dateline || length.saturating_add(line.chars) >= STORY;
    let Some(first) = body.first() else {
        return (is_text(&rest) && opens(&rest)).then_some(Headline::NoneButRest);
    };
    if is_text(&rest) {
        return opens(&rest).then_some(Headline::NoneButRest);
    }
    // A short story is a few short sentences below its headline.
    let sentences = |lines: &[Line<'_>]| {
        let ended: Vec<u32> =
            lines.iter().filter(|line| line.ended && line.chars >= SENTENCE).map(|line| line.chars).collect();
        ended.len() >= 2 && ended.into_iter().fold(0, u32::saturating_add) >= SHORT_STORY
    };
    // Above a headline of its own, what the sender says is no part of the story.
    if is_title(first) && (texts().next().is_some() || sentences(body)) {
        return Some(Headline::Below);
    }
    let is_first_text = is_text(first) || body.iter().take(3).any(is_text) && first.mark != Mark::None;
    let is_short_story = is_title(&rest) && sentences(body);
    if !is_first_text && !is_short_story {
        return None;
    }
    if is_title(&rest) {
        return Some(Headline::InStamp);
    }
    opens(first).then_some(Headline::None)
}

fn is_text(line: &Line<'_>) -> bool {
    let least = if line.is_latin() { LATIN_TEXT } else { TEXT };
    line.ended && line.chars >= least || line.mark == Mark::Dateline
}

fn is_title(line: &Line<'_>) -> bool {
    let longest = if line.is_latin() { LATIN_TITLE } else { TITLE };
    let least = if line.is_latin() { 16 } else { 6 };
    matches!(line.mark, Mark::None | Mark::Heading(_) | Mark::Label)
        && (least..=longest).contains(&line.chars)
        && !line.text.ends_with(['。', '：', ':', '.'])
}

/// Returns the messages, all with stamps of one form: that of the first three that have the same.
fn messages(lines: &[Line<'_>]) -> Vec<ChatMessage> {
    let stamps: Vec<(usize, StampForm, usize)> = (0..lines.len())
        .filter(|&at| Line::at(lines, at).digits)
        .filter_map(|at| stamp(Line::at(lines, at).text).map(|(form, end)| (at, form, end)))
        .collect();
    let count = |form: StampForm| stamps.iter().filter(|(_, own, _)| *own == form).count();
    let Some(form) = stamps.iter().map(|(_, form, _)| *form).find(|&form| count(form) >= LEAST) else {
        return Vec::new();
    };
    let of_form: Vec<(usize, usize)> =
        stamps.iter().filter(|(_, own, _)| *own == form).map(|&(at, _, end)| (at, end)).collect();
    let ends = of_form.iter().skip(1).map(|&(at, _)| at).chain([lines.len()]);
    of_form
        .iter()
        .zip(ends)
        .map(|(&(head, stamp), end)| ChatMessage { head, stamp, body: head.saturating_add(1)..end })
        .collect()
}
