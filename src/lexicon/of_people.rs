//! Surnames and titles of people, Traditional.

const SURNAMES: &str = include_str!("surnames.txt");
const TITLES: &str = include_str!("titles.txt");

/// Returns the surnames, of one and two characters.
pub fn surnames() -> impl Iterator<Item = &'static str> {
    words(SURNAMES)
}

/// Returns the titles and forms of address.
pub fn titles() -> impl Iterator<Item = &'static str> {
    words(TITLES)
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}
