//! Two forms of one name: without its title, shortened, or an acronym.

use super::context::folded;
use super::name_lists::{is_one_body, is_organisation, surname};
use super::titles::{is_other_title, is_title, without_title};

/// Returns true if one of two names, in any script, is another form of the other: the same without its title (陳美寶局長,
/// 陳局長), shortened to some of its characters (香港大學, 港大), or an acronym of the table (IMF).
pub fn is_another_form(a: &str, b: &str) -> bool {
    let (a, b) = (folded(a), folded(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a == b || is_one_body(&a, &b) {
        return true;
    }
    let ((name_a, title_a), (name_b, title_b)) = (without_title(&a), without_title(&b));
    if is_other_title(title_a, title_b) {
        return false;
    }
    if name_a == name_b {
        return true;
    }
    let (long, short) =
        if name_a.chars().count() >= name_b.chars().count() { (name_a, name_b) } else { (name_b, name_a) };
    let is_surname = surname(long).is_some_and(|of| short.chars().count() == of && long.starts_with(short));
    is_surname && (2..=4).contains(&long.chars().count()) || is_shortened(long, short)
}

/// Returns true if a name of four characters and more is shortened to some of them, in order.
fn is_shortened(long: &str, short: &str) -> bool {
    let (of_long, of_short) = (long.chars().count(), short.chars().count());
    // 立法會 and 立會: three characters are enough for an organisation.
    let is_brief = of_long == 3 && is_organisation(long) && long.chars().next() == short.chars().next();
    if of_long < 4 && !is_brief || of_short < 2 || of_long < of_short.saturating_add(1) || is_title(short) {
        return false;
    }
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_forms_of_one_name_and_other_names_are_not() {
        for (a, b) in [
            ("香港大學", "港大"),
            ("世界衛生組織", "世衞"),
            ("陳美寶局長", "陳局長"),
            ("陳美寶", "陳局長"),
            ("醫院管理局", "醫管局"),
            ("消費者委員會", "消委會"),
            ("人民銀行", "人行"),
            ("國際貨幣基金組織", "IMF"),
            ("鄭太太", "鄭太"),
            ("聯合國安全理事會", "安理會"),
            ("香港大学", "港大"),
        ] {
            assert!(is_another_form(a, b) && is_another_form(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("何志堅", "何志謙"),
            ("林國雄", "蘇啟邦"),
            ("王先生", "王女士"),
            ("副署長", "署長"),
            ("港航", "國泰"),
            ("上海", "首爾"),
            ("警方", "校方"),
            ("", "他"),
        ] {
            assert!(!is_another_form(a, b) && !is_another_form(b, a), "{a} {b}");
        }
    }
}
