//! The forms of one name: shortened, with a title for the given name, or that of another region.

use super::FactKind;
use super::people::{is_surname_first, surname_told};
use crate::compare::effects::{NameKind, is_another_form, is_one_body, is_title, listed_names};

/// Returns true if two folded names of a kind may name one: they are the same, one contains the other, one is short for the
/// other, both are in the table of names of one body; persons also by surname and title.
pub(super) fn are_kin(kind: FactKind, a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 {
        return false;
    }
    let text = |name: &[char]| name.iter().collect::<String>();
    if long.windows(short.len()).any(|part| part == short) {
        // 葵涌 is no short form of 葵涌永順大廈, but of 葵涌區.
        let is_elsewhere = long.len() > short.len().saturating_add(1) && is_place(&text(short));
        return kind == FactKind::Person || kind == FactKind::Source || !is_elsewhere;
    }
    if matches!(kind, FactKind::Person | FactKind::Source) {
        let (a, b) = (text(a), text(b));
        return is_another_form(&a, &b) || are_called_alike(&a, &b) || is_told_by_surname(&a, &b);
    }
    // 港大 for 香港大學, 世衛 for 世界衛生組織: in order, and beginning at the first or second character.
    let begins = short.first().is_some_and(|first| long.iter().take(2).any(|other| other == first));
    let is_brief = is_in_order(short, long) && begins && short.len() <= 3;
    is_brief && long.len() >= short.len().saturating_add(2)
        || is_contracted(short, long)
        || is_one_body(&text(a), &text(b))
}

/// Returns true if folded words are a place of the tables as a whole.
fn is_place(words: &str) -> bool {
    let all = listed_names(words);
    matches!(all.as_slice(), [(0, end, NameKind::Place)] if *end == words.len())
}

fn is_in_order(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|other| other == c))
}

/// Returns true if a name is some characters of a longer one, among them the first and the last: 稅局, 稅務局.
pub(super) fn is_contracted(short: &[char], long: &[char]) -> bool {
    (2..=3).contains(&short.len())
        && long.len() > short.len()
        && short.first() == long.first()
        && short.last() == long.last()
        && is_in_order(short, long)
}

/// Forms of address of women, folded, and of men.
const ADDRESSES: [&[&str]; 2] = [&["女士", "太太", "小姐", "太", "婆婆"], &["先生", "伯伯", "生", "伯"]];

/// Returns true if two names are one surname with forms of address that may be of one person: 賴太太, 賴女士.
fn are_called_alike(a: &str, b: &str) -> bool {
    let split = |name: &str| {
        let mut rest = name.chars();
        rest.next().map(|surname| (surname, rest.as_str().to_owned()))
    };
    let Some(((one, address), (other, other_address))) = split(a).zip(split(b)) else { return false };
    one == other
        && ADDRESSES.iter().any(|of| of.contains(&address.as_str()) && of.contains(&other_address.as_str()))
}

/// Returns true if one of two names tells no more than the surname of the other: 姓麥工人, 麥姓工人, 麥子揚; 關司機.
fn is_told_by_surname(a: &str, b: &str) -> bool {
    let told = |name: &str| surname_told(&name.chars().take(2).collect::<String>());
    let first = |name: &str| {
        let rest: String = name.chars().skip(1).collect();
        let is_name = is_surname_first(name) && (name.chars().count() <= 3 || is_title(&rest));
        name.chars().next().filter(|_| is_name)
    };
    let any = |name: &str| told(name).or_else(|| first(name));
    (told(a).is_some() || told(b).is_some()) && any(a).is_some() && any(a) == any(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::kin::kin;

    fn kin_of(a: &str, b: &str) -> bool {
        let folded = |text: &str| text.chars().map(kin).collect::<Vec<_>>();
        are_kin(FactKind::Organisation, &folded(a), &folded(b))
    }

    #[test]
    fn short_forms_are_kin_and_other_names_are_not() {
        for (a, b) in
            [("港大", "香港大學"), ("世衞", "世界衛生組織"), ("瑪嘉烈", "瑪嘉烈醫院"), ("王小明", "王小明")]
        {
            assert!(kin_of(a, b) && kin_of(b, a), "{a} {b}");
        }
        for (a, b) in [("東盟", "東協"), ("稅局", "稅務局"), ("也門", "葉門"), ("廉署", "廉政公署")]
        {
            assert!(kin_of(a, b) && kin_of(b, a), "{a} {b}");
        }
        for (a, b) in [("陳秀芝", "陳局長"), ("賴太太", "賴女士"), ("陳秀芝局長", "陳局長")]
        {
            let folded = |text: &str| text.chars().map(kin).collect::<Vec<_>>();
            assert!(are_kin(FactKind::Person, &folded(a), &folded(b)), "{a} {b}");
        }
        for (a, b) in [("王小明", "王大明"), ("中大", "香港大學"), ("港", "香港"), ("仁濟醫院", "廣華醫院")]
        {
            assert!(!kin_of(a, b), "{a} {b}");
        }
    }
}
