//! Likeness of titles that name the same story.

/// Returns true if a title has nearly all pairs of neighbouring characters of a text: one of the two was shortened or
/// reworded.
pub(super) fn holds_most(title: &str, text: &str) -> bool {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (of_title, of_text) = (pairs(title), pairs(text));
    let held = of_text.iter().filter(|pair| of_title.contains(pair)).count();
    held.saturating_mul(10) >= of_text.len().saturating_mul(7)
}
