//! The stamps of messages: when each was sent, and by whom.

use crate::ingest::cut::day::date_in;

/// The longest stamp without its sender, and the longest name of a sender.
const STAMP: usize = 44;
const SENDER: usize = 30;

/// The longest stamp that is a name and a time and nothing more, in bytes.
const LONGEST: usize = 160;

/// The form of the stamps of a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StampForm {
    /// [8:05 am, 24/03/2027] 花一: …
    Bracketed,
    /// 24/03/2027, 8:05 am - 花一: …
    Dashed,
    /// 花一, [24.03.2027 8:05]
    Behind,
    /// 花一 2027-03-24 8:05:10
    Bare,
    /// 上午08:05, a tab, 花一, a tab, …
    Tabbed,
}

/// Returns the sender whose name stands before the time in a stamp, and the time.
pub(super) fn sender(stamp: &str) -> Option<(&str, &str)> {
    let (name, _) = stamp.split_once(", [")?;
    Some((name, stamp.strip_prefix(name)?.trim_start_matches([',', ' '])))
}

/// Returns the form of the stamp that a line begins with, and its end.
pub(super) fn stamp(text: &str) -> Option<(StampForm, usize)> {
    let behind_sender = |rest: &str| {
        let window = crate::ingest::cut::dateline::window(rest, SENDER);
        let end = window.find([':', '：'])?;
        let colon = window.get(end..)?.chars().next()?;
        let rest = rest.get(end.checked_add(colon.len_utf8())?..)?;
        text.len().checked_sub(rest.len())
    };
    if let Some((time, rest)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        // A message of the service itself has no sender.
        return names_time(time).then(|| (StampForm::Bracketed, behind_sender(rest).unwrap_or(text.len())));
    }
    if let Some((time, rest)) = text.split_once(" - ").filter(|(time, _)| names_time(time)) {
        let is_first = time.starts_with(|c: char| c.is_ascii_digit());
        return is_first.then(|| (StampForm::Dashed, behind_sender(rest).unwrap_or(text.len())));
    }
    if let Some((_, rest)) = text.split_once('\t').filter(|(time, _)| is_clock(time)) {
        let (_, said) = rest.split_once('\t')?;
        // Of several lines the export makes a quotation.
        let said = said.strip_prefix('"').unwrap_or(said);
        return Some((StampForm::Tabbed, text.len().checked_sub(said.len())?));
    }
    let is_sender =
        |name: &str| (1..=SENDER).contains(&name.chars().count()) && !name.contains(['。', '，', '：']);
    if let Some((name, time)) =
        text.trim_end_matches(':').strip_suffix(']').and_then(|text| text.split_once('['))
    {
        let name = name.strip_suffix(' ')?.strip_suffix(',')?;
        return (is_sender(name) && names_time(time)).then_some((StampForm::Behind, text.len()));
    }
    if text.len() > LONGEST {
        return None;
    }
    let dated = date_in(text)?;
    let name = dated.before.strip_suffix([' ', '\u{3000}', '\t'])?.trim();
    let is_named =
        is_sender(name) && !crate::ingest::outlet::is_masthead(name) && !name.contains(['|', '｜', '.']);
    (is_named && is_clock(dated.behind.trim())).then_some((StampForm::Bare, text.len()))
}

/// Returns true if a text is a day and a time of day.
fn names_time(text: &str) -> bool {
    let plain = text.replace(['.', '-'], "/");
    let has_clock = text.split([' ', ',', '，', '\u{202f}']).any(|word| {
        let word = word.trim_start_matches(|c: char| "上下午早晚凌晨中".contains(c));
        word.contains(':') && is_clock(word)
    });
    text.chars().count() <= STAMP && has_clock && (date_in(&plain).is_some() || has_short_day(&plain))
}

/// Returns true if a day is written with two digits of its year: 24/3/27.
fn has_short_day(text: &str) -> bool {
    text.split([' ', ',']).any(|word| {
        let parts: Vec<&str> = word.split('/').collect();
        parts.len() == 3 && parts.iter().all(|part| matches!(part.parse::<u32>(), Ok(0..=99)))
    })
}

/// Returns true if a text is a time of day: 8:05, 上午08:05, 8:05:12 pm.
fn is_clock(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || ":：上下午早晚凌晨中 apmAPM.\u{202f}".contains(c);
    text.contains([':', '：'])
        && text.bytes().filter(u8::is_ascii_digit).count() >= 3
        && text.chars().all(is_part)
}
