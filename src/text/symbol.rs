//! Symbols, combining marks and characters that nobody sees.

/// Returns true if a character is a symbol (general category S): signs of currency, of units and of arithmetic, arrows,
/// pictures. Those of ASCII that serve as punctuation or as marks in code are none here: ^ and `.
pub fn is_symbol(c: char) -> bool {
    if c.is_alphanumeric() {
        return false;
    }
    matches!(c,
        '$' | '+' | '<' | '=' | '>' | '|' | '~' | '¢'..='¥' | '¨' | '©' | '¬' | '®'..='±' | '´' | '¸' | '×' | '÷'
        | '\u{2044}' | '\u{2052}' | '\u{207A}'..='\u{207C}' | '\u{208A}'..='\u{208C}' | '\u{20A0}'..='\u{20C0}'
        | '\u{2100}'..='\u{214F}' | '\u{218A}'..='\u{218B}' | '\u{2190}'..='\u{2307}' | '\u{230C}'..='\u{2328}'
        | '\u{232B}'..='\u{2426}' | '\u{2440}'..='\u{244A}' | '\u{249C}'..='\u{24E9}' | '\u{2500}'..='\u{2767}'
        | '\u{2794}'..='\u{27C4}' | '\u{27C7}'..='\u{27E5}' | '\u{27F0}'..='\u{2982}' | '\u{2999}'..='\u{29D7}'
        | '\u{29DC}'..='\u{29FB}' | '\u{29FE}'..='\u{2BFF}' | '〄' | '〒'..='〓' | '〠' | '\u{3036}' | '\u{3037}'
        | '\u{303E}' | '\u{303F}' | '\u{3190}' | '\u{3191}' | '\u{3196}'..='\u{319F}' | '\u{31C0}'..='\u{31E3}'
        | '\u{3200}'..='\u{33FF}' | '\u{FDFC}' | '﹢' | '﹤'..='﹦' | '﹩' | '＄' | '＋' | '＜'..='＞' | '｜' | '～'
        | '￠'..='￦' | '￨'..='￮' | '\u{FFFC}' | '\u{FFFD}' | '\u{1D000}'..='\u{1D245}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Returns true if a character has no form of its own in print: variation selectors, joiners, marks of direction, soft
/// hyphens.
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_pictures_are_symbols_and_punctuation_is_none() {
        assert!("€$￥−+＋㎡℃°🙂★→±×".chars().all(is_symbol));
        assert!(!"，。「」《》（）！？：；、—…·.,:;!?()[]%％#&*@-/5五A".chars().any(is_symbol));
    }

    #[test]
    fn what_is_seen_is_not_unseen() {
        assert!("\u{200B}\u{FE0F}\u{E0100}\u{AD}\u{FEFF}".chars().all(is_unseen));
        assert!(!"甲a \u{3000}é".chars().any(is_unseen));
    }
}
