//! Numerals without their units: digits, Chinese figures, and both together.

use super::exact::Exact;
use super::folded::Folded;

/// A numeral in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    /// The place behind it, in characters.
    pub(super) end: usize,
    /// Its value; `None` if it is too large.
    pub(super) value: Option<Exact>,
    /// The value of the other end of a span in adjacent figures, as in 七八十 or 十五六.
    pub(super) to: Option<Exact>,
    /// True if it has digits.
    pub(super) in_digits: bool,
    /// The number of figures if all are written one after the other, as in 2025 or 二〇二五; 0 otherwise.
    pub(super) positional: usize,
}

/// Returns the value of a Chinese figure.
pub(super) fn digit(c: char) -> Option<u8> {
    "〇一二三四五六七八九".chars().zip(0..).find(|&(figure, _)| figure == c).map(|(_, value)| value).or(
        match c {
            '两' => Some(2),
            _ => c.to_digit(10).and_then(|value| u8::try_from(value).ok()),
        },
    )
}

/// Returns the power of ten of a character of scale.
pub(super) fn scale(c: char) -> Option<u32> {
    Some(match c {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Returns true if a character is a Chinese figure or scale.
pub(super) fn is_chinese(c: char) -> bool {
    !c.is_ascii_digit()
        && (digit(c).is_some() || scale(c).is_some() || matches!(c, '廿' | '卅' | '卌'))
        && c != '兆'
}

fn power(exponent: u32) -> Option<Exact> {
    10_i128.checked_pow(exponent).map(Exact::whole)
}

/// Reads the numeral at a place.
pub(super) fn numeral(text: &Folded, at: usize) -> Option<Numeral> {
    if text.at(at).is_ascii_digit() { arabic(text, at) } else { chinese(text, at) }
}

/// Returns the length of one number in digits with its separators, and the digits without the commas between thousands.
fn digits(text: &Folded, at: usize) -> (usize, String) {
    let (mut end, mut digits) = (at, String::new());
    loop {
        let c = text.at(end);
        let digit_at = |n: usize| text.at(end.saturating_add(n)).is_ascii_digit();
        if c.is_ascii_digit() {
            digits.push(c);
        } else if matches!(c, ',' | '，')
            && !digits.contains('.')
            && (1..=3).all(digit_at)
            && !digit_at(4)
            && is_group_before(text, at, end)
        {
            // Thousands.
        } else if c == '.' && !digits.contains('.') && digit_at(1) {
            digits.push('.');
        } else {
            return (end, digits);
        }
        end = end.saturating_add(1);
    }
}

/// Returns true if one to three digits, and groups of three before them, precede a comma.
fn is_group_before(text: &Folded, from: usize, comma: usize) -> bool {
    let before = text.chars.get(from..comma).unwrap_or_default();
    let mut groups = before.split(|c| matches!(c, ',' | '，'));
    groups.next().is_some_and(|first| (1..=3).contains(&first.len())) && groups.all(|group| group.len() == 3)
}

/// Reads digits and the scales after them: 12,000, 1.2万, 3万5千, 1亿2,000万.
fn arabic(text: &Folded, at: usize) -> Option<Numeral> {
    let mut total = Some(Exact::ZERO);
    let (mut end, mut smallest, mut positional) = (at, u32::MAX, 0);
    loop {
        let (after, digits) = digits(text, end);
        if after == end {
            break;
        }
        let mut value = Exact::parse(&digits);
        let (mut behind, mut exponent) = (after, 0_u32);
        let first = text.skip_space(after);
        if scale(text.at(first)).is_some() {
            behind = first;
        }
        while let Some(more) = scale(text.at(behind)) {
            exponent = exponent.saturating_add(more);
            behind = behind.saturating_add(1);
        }
        if end > at
            && (exponent >= smallest
                || value.zip(power(smallest)).is_none_or(|(value, limit)| value >= limit))
        {
            break;
        }
        value = value.zip(power(exponent)).and_then(|(value, scale)| value.times(scale));
        total = total.zip(value).and_then(|(total, value)| total.plus(value));
        if end == at
            && exponent == 0
            && digits.bytes().all(|b| b.is_ascii_digit())
            && behind.saturating_sub(at) == digits.len()
        {
            positional = digits.len();
        }
        end = behind;
        smallest = exponent;
        if exponent < 2 {
            break;
        }
    }
    (end > at).then_some(Numeral { end, value: total, to: None, in_digits: true, positional })
}

/// The figures of one Chinese numeral.
#[derive(Default)]
struct Sum {
    /// The sum of the parts above the current section of ten thousand.
    above: Option<Exact>,
    /// The current section.
    section: Option<Exact>,
    /// The figure that waits for its scale.
    figure: Option<Exact>,
    /// The figure before it, if two are adjacent.
    twin: Option<Exact>,
    /// The power of ten before the waiting figure, if nothing is between them.
    last: Option<u32>,
}

/// Reads Chinese figures: 三万五千, 二〇二五, 廿三, 一百零五, 五点八, 两千五.
fn chinese(text: &Folded, at: usize) -> Option<Numeral> {
    let run = text.from(at).iter().take_while(|&&c| is_chinese(c)).count();
    let end = at.saturating_add(run);
    if run == 0 || !is_formal_enough(text, at, end) {
        return None;
    }
    let figures: Vec<char> = text.chars.get(at..end).unwrap_or_default().to_vec();
    let is_positional = figures.iter().all(|&c| digit(c).is_some() && c != '两');
    let is_span = matches!(figures.as_slice(), [a, b] if digit(*a).zip(digit(*b)).is_some_and(|(a, b)| a > 0 && a.saturating_add(1) == b));
    let fraction = fraction(text, end);
    let end = end.saturating_add(fraction.len().saturating_add(usize::from(!fraction.is_empty())));
    let is_positional = is_positional && !(is_span && fraction.is_empty());
    let (mut value, to) = if is_positional {
        let written = figures.iter().filter_map(|&c| digit(c)).map(|d| char::from(b'0'.saturating_add(d)));
        (Exact::parse(&written.collect::<String>()), None)
    } else {
        read(&figures).unwrap_or_default()
    };
    let mut end = end;
    if !fraction.is_empty() {
        value = value.zip(Exact::parse(&format!("0.{fraction}"))).and_then(|(value, rest)| value.plus(rest));
    }
    // 五点八万 has its scale behind the fraction.
    while !fraction.is_empty() && matches!(text.at(end), '百' | '千' | '万' | '亿') {
        let by = scale(text.at(end)).and_then(power);
        value = value.zip(by).and_then(|(value, by)| value.times(by));
        end = end.saturating_add(1);
    }
    let positional = if is_positional && fraction.is_empty() { figures.len() } else { 0 };
    Some(Numeral { end, value, to, in_digits: false, positional })
}

/// Returns true if figures in the form of contracts are figures here and no words: one alone may be a name or a verb.
fn is_formal_enough(text: &Folded, at: usize, end: usize) -> bool {
    match text.formal_in(at, end) {
        0 => true,
        1 if end.saturating_sub(at) > 1 && !matches!(text.at(at), '六' | '三' | '十') => true,
        1 => super::unit::unit(text, end).is_some_and(|(_, unit)| unit.kind == super::QuantityKind::Money),
        _ => true,
    }
}

/// Returns the digits of a fraction behind 点.
fn fraction(text: &Folded, at: usize) -> String {
    if text.at(at) != '点' {
        return String::new();
    }
    let figures = text.from(at.saturating_add(1)).iter().map_while(|&c| digit(c).filter(|_| c != '两'));
    figures.map(|d| char::from(b'0'.saturating_add(d))).collect()
}

/// Returns the value of figures with scales, and the other end of a span of two adjacent figures.
fn read(figures: &[char]) -> Option<(Option<Exact>, Option<Exact>)> {
    let mut low = Sum::default();
    let mut spread = None;
    let mut has_zero = false;
    for (place, &c) in figures.iter().enumerate() {
        if let Some(tens) = match c {
            '廿' => Some(20),
            '卅' => Some(30),
            '卌' => Some(40),
            _ => None,
        } {
            low.section = low.section.unwrap_or(Exact::ZERO).plus(Exact::whole(tens));
            (low.figure, low.last) = (None, Some(1));
        } else if let Some(exponent) = scale(c) {
            low.scaled(exponent, &mut spread)?;
        } else if let Some(value) = digit(c) {
            has_zero |= value == 0;
            let value = Exact::whole(i128::from(value));
            if value != Exact::ZERO {
                low.twin = low.figure;
                low.figure = Some(value);
                if low.twin.is_some() && place.saturating_add(1) == figures.len() {
                    spread = Some(Exact::ONE);
                }
            } else if low.figure.is_some() {
                return None;
            }
        }
    }
    // 两千五 is 2500, 两千零五 is 2005.
    let short = low.last.filter(|&last| last > 1 && !has_zero && low.twin.is_none());
    let rest = match (low.twin, low.figure, short) {
        (Some(twin), _, _) => Some(twin),
        (None, Some(figure), Some(last)) => figure.times(power(last.saturating_sub(1))?),
        (None, figure, _) => figure,
    };
    let section = low.section.unwrap_or(Exact::ZERO).plus(rest.unwrap_or(Exact::ZERO))?;
    let value = low.above.unwrap_or(Exact::ZERO).plus(section);
    let to = value.zip(spread).and_then(|(value, by)| value.plus(by));
    Some((value, to))
}

impl Sum {
    /// Applies a scale to the figures before it.
    fn scaled(&mut self, exponent: u32, spread: &mut Option<Exact>) -> Option<()> {
        let by = power(exponent)?;
        if exponent >= 4 {
            let before = self.section.unwrap_or(Exact::ZERO);
            let before = before.plus(self.twin.or(self.figure).unwrap_or(Exact::ZERO))?;
            // 万亿 multiplies what has been read.
            let is_bare = self.section.is_none() && self.figure.is_none();
            if self.twin.is_some() {
                *spread = Some(by);
            } else if let Some(wide) = *spread {
                *spread = wide.times(by);
            }
            if is_bare && let Some(above) = self.above {
                self.above = Some(above.times(by)?);
            } else {
                let before = if is_bare { Exact::ONE } else { before };
                self.above = Some(self.above.unwrap_or(Exact::ZERO).plus(before.times(by)?)?);
            }
            (self.section, self.figure, self.twin) = (None, None, None);
        } else {
            let figure = self.twin.or(self.figure);
            if self.twin.is_some() {
                *spread = Some(by);
            }
            let part = figure.unwrap_or(Exact::ONE).times(by)?;
            self.section = Some(self.section.unwrap_or(Exact::ZERO).plus(part)?);
            (self.figure, self.twin) = (None, None);
        }
        self.last = Some(exponent);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        let folded = Folded::new(text);
        let Some(found) = numeral(&folded, 0) else { return "-".to_owned() };
        let show =
            |value: Exact| value.as_whole().map_or_else(|| value.to_f64().to_string(), |n| n.to_string());
        let value = found.value.map_or("?".to_owned(), show);
        format!("{value}{}/{}", found.to.map_or(String::new(), |to| format!("-{}", show(to))), found.end)
    }

    #[test]
    fn every_form_of_numeral_has_its_value() {
        for (text, expected) in [
            ("五", "5/1"),
            ("５", "5/1"),
            ("12,000人", "12000/6"),
            ("1.2萬", "12000/4"),
            ("3萬5千", "35000/4"),
            ("1億2,000萬", "120000000/8"),
            ("一千二百萬", "12000000/5"),
            ("貳萬叁仟", "23000/4"),
            ("伍仟", "5000/2"),
            ("廿", "20/1"),
            ("廿三", "23/2"),
            ("卅一", "31/2"),
            ("二〇二五", "2025/4"),
            ("二○二五", "2025/4"),
            ("一百零五", "105/4"),
            ("兩千五", "2500/3"),
            ("三萬五", "35000/3"),
            ("五點八", "5.8/3"),
            ("一點二萬", "12000/4"),
            ("十五", "15/2"),
            ("一百二十", "120/4"),
            ("一萬億", "1000000000000/3"),
            ("兩億三千萬", "230000000/5"),
            ("七八十", "70-80/3"),
            ("十五六", "15-16/3"),
            ("三五", "35/2"),
            ("三四", "3-4/2"),
            ("五六百", "500-600/3"),
            ("零", "0/1"),
            ("1,2,3", "1/1"),
            ("大陸", "-"),
            ("拾", "-"),
            ("1200萬", "12000000/5"),
            ("3 萬", "30000/3"),
            ("一百萬", "1000000/3"),
            ("十萬", "100000/2"),
            ("三十億五千萬", "3050000000/6"),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_too_large_have_no_value() {
        assert_eq!(value(&"9".repeat(60)), "?/60");
        assert_eq!(value(&"億".repeat(60)), "?/60");
        assert_eq!(value(&"九".repeat(60)), "?/60");
    }
}
