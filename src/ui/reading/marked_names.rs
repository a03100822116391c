//! The marks of names in a story: which name a word is in, and how it is drawn.

use crate::ui::i18n::Catalog;
use crate::ui::labels;
use crate::view::{EntityList, EntityRow, Range, WordMark};

/// The marks of the names in a story.
#[derive(Debug, PartialEq)]
pub(super) struct MarkedNames(Vec<MarkedName>);

/// The mark of a name at one place.
#[derive(Debug, PartialEq)]
pub(super) struct MarkedName {
    range: Range,
    /// Its class in the style sheets.
    pub(super) class: &'static str,
    /// Its kind, with its fullest form.
    pub(super) title: String,
}

impl MarkedNames {
    /// Takes the names of a story.
    pub(super) fn new(names: Option<&EntityList>, catalog: &Catalog) -> Self {
        let marks = names.iter().flat_map(|names| &names.rows).flat_map(|row: &EntityRow| {
            let title = format!("{} · {}", catalog.text(labels::entity(row.kind)), row.name);
            let class = labels::entity_class(row.kind);
            row.places.iter().map(move |place| MarkedName { range: place.range, class, title: title.clone() })
        });
        let mut marks: Vec<MarkedName> = marks.collect();
        marks.sort_by_key(|mark| mark.range.start);
        Self(marks)
    }

    /// Returns the name that a word is in, wholly or in part.
    pub(super) fn at(&self, word: &WordMark) -> Option<&MarkedName> {
        let first = self.0.partition_point(|mark| mark.range.end <= word.start);
        self.0.get(first).filter(|mark| mark.range.start < word.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::i18n::Language;
    use crate::view::{EntityKind, EntityPlace};

    #[test]
    fn words_in_a_name_are_marked_and_those_beside_it_are_not() {
        let place = |start, end| EntityPlace { id: "u1-1".into(), range: Range { start, end } };
        let row = |name: &str, kind, places| EntityRow {
            name: name.into(),
            kind,
            frequency: 1,
            range: 1,
            forms: Vec::new(),
            places,
        };
        let rows = vec![
            row("陳美寶", EntityKind::Person, vec![place(2, 5), place(9, 10)]),
            row("香港大學", EntityKind::Organisation, vec![place(5, 9)]),
        ];
        let marks = MarkedNames::new(Some(&EntityList { rows, total: 2 }), &Catalog::new(Language::HongKong));
        let class = |start, end| {
            let word = WordMark { word: "字".into(), tag: "n".into(), start, end };
            marks.at(&word).map(|mark| mark.class)
        };
        assert_eq!(class(0, 2), None);
        assert_eq!(class(2, 5), Some("n-person"));
        assert_eq!(class(4, 5), Some("n-person"), "a word that is a part of it");
        assert_eq!(class(5, 7), Some("n-organisation"));
        assert_eq!(class(9, 10), Some("n-person"));
        assert_eq!(class(10, 12), None);
        assert_eq!(
            marks
                .at(&WordMark { word: "字".into(), tag: "n".into(), start: 9, end: 10 })
                .map(|mark| mark.title.as_str()),
            Some("人物 · 陳美寶")
        );
    }
}
