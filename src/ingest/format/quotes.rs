//! Quotation marks of a table that do not pair: inside a field, or never closed.

use std::borrow::Cow;

/// How often a mark that is never closed is looked for to the table's end; more of them are taken for text at once.
const LOOKS: usize = 32;

/// A table whose quotation marks pair, and how many did not and are now part of the text.
pub(super) fn paired(table: &str, separator: u8) -> (Cow<'_, str>, u32) {
    let bytes = table.as_bytes();
    let mut marks: Vec<usize> = Vec::new();
    let (mut at, mut at_start, mut looks) = (0, true, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        if byte == b'"' && at_start {
            match field_end(bytes, at, separator).filter(|_| looks < LOOKS) {
                Some((end, inner)) => {
                    marks.extend(inner);
                    (at, at_start) = (end, false);
                    continue;
                }
                None => {
                    looks = looks.saturating_add(1);
                    marks.push(at);
                }
            }
        }
        at_start = byte == separator || byte == b'\n';
        at = at.saturating_add(1);
    }
    if marks.is_empty() {
        return (Cow::Borrowed(table), 0);
    }
    let count = u32::try_from(marks.len()).unwrap_or(u32::MAX);
    (Cow::Owned(doubled(table, bytes, &marks, separator)), count)
}

/// The place behind the mark that closes a field, and the marks inside the field that close nothing; `None` where the
/// field is never closed, or only in another row.
fn field_end(bytes: &[u8], open: usize, separator: u8) -> Option<(usize, Vec<usize>)> {
    let mut inner = Vec::new();
    let mut feeds = false;
    let mut at = open.saturating_add(1);
    while let Some(&byte) = bytes.get(at) {
        let next = at.saturating_add(1);
        if byte == b'\n' {
            feeds = true;
        } else if byte == b'"' {
            match bytes.get(next) {
                Some(b'"') => at = next,
                None | Some(b'\n' | b'\r') => return Some((next, inner)),
                Some(&other) if other == separator => return Some((next, inner)),
                Some(_) => {
                    let before = at.checked_sub(1).and_then(|before| bytes.get(before)).copied();
                    let opens = before == Some(separator) || before == Some(b'\n');
                    // A mark that opens a field of a later row: the first was never closed.
                    if feeds && opens {
                        return None;
                    }
                    inner.push(at);
                }
            }
        }
        at = at.saturating_add(1);
    }
    None
}

/// The table with the marks written so that they are text. One that opened a field has the field put into marks.
fn doubled(table: &str, bytes: &[u8], marks: &[usize], separator: u8) -> String {
    let mut written = String::with_capacity(table.len().saturating_add(marks.len().saturating_mul(3)));
    let mut from = 0;
    for &mark in marks.iter() {
        if mark < from {
            continue;
        }
        written.push_str(table.get(from..mark).unwrap_or_default());
        let before = mark.checked_sub(1).and_then(|before| bytes.get(before)).copied();
        let opens = before.is_none_or(|before| before == separator || before == b'\n');
        from = mark.saturating_add(1);
        written.push_str("\"\"");
        if opens {
            let rest = bytes.get(from..).unwrap_or_default();
            let length =
                rest.iter().position(|&byte| byte == separator || byte == b'\n').unwrap_or(rest.len());
            let end = from.saturating_add(length);
            let field = table.get(from..end).unwrap_or_default();
            // The field itself is put into marks, and those in it are doubled.
            written.truncate(written.len().saturating_sub(2));
            written.push_str("\"\"\"");
            written.push_str(&field.replace('"', "\"\""));
            written.push('"');
            from = end;
        }
    }
    written.push_str(table.get(from..).unwrap_or_default());
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_pair_stay_as_they_are() {
        for table in ["a,b\n1,\"x\"\n", "a,b\n1,\"x \"\"y\"\" z\nmore\"\n", "a,b\n1,x \"y\"\n"] {
            assert_eq!(paired(table, b','), (Cow::Borrowed(table), 0), "{table}");
        }
    }

    #[test]
    fn a_mark_inside_a_field_is_text() {
        let (table, count) = paired("a,b\n1,\"他說\"好\"，走了\"\n", b',');
        assert_eq!((&*table, count), ("a,b\n1,\"他說\"\"好\"\"，走了\"\n", 2));
    }

    #[test]
    fn a_mark_that_is_never_closed_keeps_its_row() {
        let (table, count) = paired("a,b\n1,\"花開\n2,\"樹綠\"\n", b',');
        assert_eq!((&*table, count), ("a,b\n1,\"\"\"花開\"\n2,\"樹綠\"\n", 1));
        let (table, _) = paired("a,b\n1,\"花開\n2,樹綠\n", b',');
        assert_eq!(&*table, "a,b\n1,\"\"\"花開\"\n2,樹綠\n");
    }

    #[test]
    fn many_marks_take_linear_time() {
        let table = ",\"花\n".repeat(100_000);
        assert!(paired(&table, b',').1 > 0);
    }
}
