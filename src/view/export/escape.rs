//! Escaping of text for other formats.

/// Escapes text for XML or HTML, in an element or in a quoted attribute. Characters that XML 1.0 cannot
/// represent become U+FFFD.
pub fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // A bare carriage return would be read back as a line feed.
            '\r' => safe.push_str("&#13;"),
            '\t' | '\n' => safe.push(c),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => safe.push('\u{FFFD}'),
            _ => safe.push(c),
        }
    }
    safe
}

/// Formats text as a JSON string, with its quotes. Characters that end a line for some readers of JSON Lines are escaped.
pub(super) fn json(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// Escapes text for a line of Markdown, or a cell of a table.
pub(super) fn markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => safe.push(' '),
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' | '>' | '!' => {
                safe.push('\\');
                safe.push(c);
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// Escapes an address between the angle brackets of a Markdown link, where entities and backslashes work as in text.
pub(super) fn markdown_address(address: &str) -> String {
    address.replace('&', "&amp;").replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E")
}
