//! The order of the rows of a sheet of facts, and how the stories relate in each. Pure.

use crate::text::OrderBy;
use crate::ui::i18n::{MessageKey, key};
use crate::view::{FactKind, FactSheet, FactSheetRow};

/// The kinds, in the order in which they are offered.
const KINDS: [FactKind; 7] = [
    FactKind::Number,
    FactKind::Date,
    FactKind::Quotation,
    FactKind::Source,
    FactKind::Person,
    FactKind::Organisation,
    FactKind::Place,
];

/// The relation of the stories that have a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactRelation {
    /// They disagree; the different wordings, in the order of the stories. One wording is two days if the papers are of
    /// different days: 昨日.
    Differ(Vec<String>),
    /// They say the same in the same words.
    Same,
    /// They say the same in other words.
    OtherWording,
    /// Only this story has it, by number.
    Alone(usize),
}

impl FactRelation {
    /// Returns the relation of a row.
    pub fn of(row: &FactSheetRow) -> Self {
        let mut wordings: Vec<String> = Vec::new();
        for cell in row.cells.iter().flatten() {
            if !wordings.contains(&cell.text) {
                wordings.push(cell.text.clone());
            }
        }
        let mut having =
            row.cells.iter().enumerate().filter(|(_, cell)| cell.is_some()).map(|(place, _)| place);
        match (having.next(), having.next(), row.agree) {
            (Some(only), None, _) => Self::Alone(only),
            (_, _, false) => Self::Differ(wordings),
            _ if wordings.len() > 1 => Self::OtherWording,
            _ => Self::Same,
        }
    }

    /// Returns true if the stories disagree in one word, because their papers are of different days.
    pub fn is_by_issue(&self) -> bool {
        matches!(self, Self::Differ(wordings) if wordings.len() == 1)
    }
}

/// The parts of the sheet, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactGroup {
    /// Facts on which stories disagree.
    Differing,
    /// Amounts and days.
    Values,
    /// Quotations, and those who are cited.
    Sayings,
    /// People, bodies and places.
    Names,
}

impl FactGroup {
    /// All parts, in their order.
    pub const ALL: [Self; 4] = [Self::Differing, Self::Values, Self::Sayings, Self::Names];

    /// Returns the part that a row belongs to.
    pub fn of(row: &FactSheetRow) -> Self {
        if matches!(FactRelation::of(row), FactRelation::Differ(_)) {
            return Self::Differing;
        }
        match row.kind {
            FactKind::Number | FactKind::Date => Self::Values,
            FactKind::Quotation | FactKind::Source => Self::Sayings,
            FactKind::Person | FactKind::Organisation | FactKind::Place => Self::Names,
        }
    }

    /// Returns the message that names the part.
    pub fn name(self) -> MessageKey {
        match self {
            Self::Differing => key!("facts-differing"),
            Self::Values => key!("facts-values"),
            Self::Sayings => key!("facts-sayings"),
            Self::Names => key!("facts-names"),
        }
    }
}

/// Returns the parts that have rows, each with the numbers of its rows: those of more stories first.
pub fn ordered(sheet: &FactSheet, kind: Option<FactKind>) -> Vec<(FactGroup, Vec<usize>)> {
    let having = |place: &usize| {
        let row = sheet.rows.get(*place);
        row.map_or(0, |row| row.cells.iter().flatten().count())
    };
    let part = |group: FactGroup| {
        let own = sheet
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| kind.is_none_or(|kind| kind == row.kind) && FactGroup::of(row) == group);
        let mut places: Vec<usize> = own.map(|(place, _)| place).collect();
        places.order_by_key(|place| std::cmp::Reverse(having(place)));
        (group, places)
    };
    FactGroup::ALL.into_iter().map(part).filter(|(_, places)| !places.is_empty()).collect()
}

/// Counts the facts of each kind.
pub fn counts(sheet: &FactSheet) -> Vec<(FactKind, u32)> {
    let count = |kind: FactKind| sheet.rows.iter().filter(|row| row.kind == kind).map(|_| 1).sum();
    KINDS.into_iter().map(|kind| (kind, count(kind))).collect()
}

/// Returns the message that names a kind.
pub fn kind_name(kind: FactKind) -> MessageKey {
    match kind {
        FactKind::Number => key!("fact-number"),
        FactKind::Date => key!("fact-date"),
        FactKind::Person => key!("fact-person"),
        FactKind::Organisation => key!("fact-organisation"),
        FactKind::Place => key!("fact-place"),
        FactKind::Quotation => key!("fact-quotation"),
        FactKind::Source => key!("fact-source"),
    }
}

/// Returns the words by which a reader recognises a fact. A value is left out of those around it: it differs from story to
/// story, and its cells have it.
pub fn label(row: &FactSheetRow) -> String {
    let is_value = matches!(row.kind, FactKind::Number | FactKind::Date);
    let first = row.cells.iter().flatten().next().map(|cell| cell.text.as_str());
    match first.filter(|text| is_value && !text.is_empty() && row.label != **text) {
        Some(text) => row.label.replacen(text, "…", 1),
        None => row.label.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{FactCell, Range};

    fn row(kind: FactKind, label: &str, agree: bool, cells: &[&str]) -> FactSheetRow {
        let cell = |text: &&str| {
            (!text.is_empty()).then(|| FactCell { text: (*text).to_owned(), range: Range::default() })
        };
        FactSheetRow { kind, label: label.to_owned(), agree, cells: cells.iter().map(cell).collect() }
    }

    fn sheet() -> FactSheet {
        FactSheet {
            stories: vec!["1".into(), "2".into(), "3".into()],
            rows: vec![
                row(FactKind::Number, "約1,200萬元損失", true, &["約1,200萬元", "", ""]),
                row(FactKind::Number, "停航十四日", false, &["十四日", "21天", ""]),
                row(FactKind::Date, "8時35分", true, &["8時35分", "八點三十五分", "8:35"]),
                row(FactKind::Person, "陳大文", true, &["陳大文", "陳大文", ""]),
            ],
        }
    }

    #[test]
    fn a_row_says_how_the_stories_relate() {
        let relations: Vec<FactRelation> = sheet().rows.iter().map(FactRelation::of).collect();
        let differ = FactRelation::Differ(vec!["十四日".into(), "21天".into()]);
        assert_eq!(
            relations,
            [FactRelation::Alone(0), differ, FactRelation::OtherWording, FactRelation::Same]
        );
    }

    #[test]
    fn disagreements_come_first_and_what_more_stories_have_before_the_rest() {
        let all = ordered(&sheet(), None);
        assert_eq!(
            all,
            [(FactGroup::Differing, vec![1]), (FactGroup::Values, vec![2, 0]), (FactGroup::Names, vec![3])]
        );
        assert_eq!(ordered(&sheet(), Some(FactKind::Person)), [(FactGroup::Names, vec![3])]);
        assert_eq!(ordered(&sheet(), Some(FactKind::Place)), []);
    }

    #[test]
    fn a_label_leaves_out_the_value() {
        let labels: Vec<String> = sheet().rows.iter().map(label).collect();
        assert_eq!(labels, ["…損失", "停航…", "8時35分", "陳大文"]);
    }

    #[test]
    fn each_kind_is_counted() {
        let counts: Vec<u32> = counts(&sheet()).into_iter().map(|(_, count)| count).collect();
        assert_eq!(counts, [2, 1, 0, 0, 1, 0, 0]);
    }
}
