//! Code of a page that was copied along with its text, in the middle of a paragraph.

/// The least bytes of a stretch of code.
const LEAST: usize = 40;

/// A text without the stretches of code in it, and those; `None` where there is none.
pub(super) fn without_code(text: &str) -> Option<(String, Vec<&str>)> {
    // Nearly every text is told at this look.
    if !text.contains(['{', ';']) || !text.contains('(') {
        return None;
    }
    let (mut kept, mut codes) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text;
    while !rest.is_empty() {
        let ascii = rest.find(|c: char| !c.is_ascii()).unwrap_or(rest.len());
        let (stretch, behind) = rest.split_at(ascii);
        let code = stretch.trim();
        if is_code(code) {
            codes.push(code);
            kept.push(' ');
        } else {
            kept.push_str(stretch);
        }
        let other = behind.find(|c: char| c.is_ascii()).unwrap_or(behind.len());
        let (words, behind) = behind.split_at(other);
        kept.push_str(words);
        rest = behind;
    }
    let kept = kept.trim().to_owned();
    (!codes.is_empty() && !kept.is_empty()).then_some((kept, codes))
}

/// Returns true if a stretch of ASCII is code of a script.
fn is_code(text: &str) -> bool {
    let marks = text.bytes().filter(|byte| matches!(byte, b'{' | b'}' | b';' | b'(' | b')' | b'=')).count();
    let says = ["function", "var ", "if(", "if (", "window.", "document.", "push(", "=>"];
    text.len() >= LEAST && marks >= 4 && says.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_taken_out_of_the_middle_of_a_text() {
        let code = "ADVERT if(screen.width < 768){ads.push(function() { show('A'); });}";
        let text = format!("花開了。{code} 樹也綠了。");
        assert_eq!(without_code(&text), Some(("花開了。 樹也綠了。".to_owned(), vec![code])));
    }

    #[test]
    fn latin_words_and_formulas_are_no_code() {
        for text in ["他用 print(x); 印出「花」。", "花開了 (Flowers; trees)。", "f(x) = {a; b} 是花的函數"]
        {
            assert_eq!(without_code(text), None, "{text}");
        }
    }
}
