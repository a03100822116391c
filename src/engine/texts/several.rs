//! Paper, day, series and tags of several pages at once.

use std::collections::BTreeSet;

use crate::ingest::{EditError, Metadata, NamePattern};
use crate::text::is_date;
use crate::view::TextChange;

use super::super::{Engine, EngineError};

/// What is set; `None` stays as it is.
pub(super) struct SourceGiven {
    pub(super) paper: Option<String>,
    pub(super) date: Option<String>,
    pub(super) series: Option<String>,
    pub(super) tags: Vec<(String, String)>,
}

impl SourceGiven {
    /// Returns the metadata of a page with what is set.
    fn over(&self, known: &Metadata) -> Metadata {
        let set = |given: &Option<String>, known: &str| given.as_deref().unwrap_or(known).trim().to_owned();
        Metadata {
            paper: set(&self.paper, &known.paper),
            date: set(&self.date, &known.date),
            series: set(&self.series, &known.series),
            others: with_tags(&known.others, &self.tags),
            ..known.clone()
        }
    }
}

/// Returns tags with some of them set, each in its place; one without a value is removed.
pub(super) fn with_tags(known: &[(String, String)], given: &[(String, String)]) -> Vec<(String, String)> {
    let mut tags = known.to_vec();
    for (name, value) in given {
        let (name, value) = (name.trim(), value.trim().to_owned());
        match tags.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = value,
            None => tags.push((name.to_owned(), value)),
        }
    }
    tags.retain(|(name, value)| !name.is_empty() && !value.is_empty());
    tags
}

impl Engine {
    /// Sets paper, day, series or tags of some pages, each of which can undo it by itself. Nothing is changed if one of them
    /// is unknown or the day is none.
    pub(super) fn set_sources(
        &mut self,
        ids: &[String],
        given: &SourceGiven,
    ) -> Result<TextChange, EngineError> {
        if let Some(date) =
            given.date.as_deref().map(str::trim).filter(|date| !date.is_empty() && !is_date(date))
        {
            return Err(EditError::NotADate { given: date.to_owned() }.into());
        }
        ids.iter().try_for_each(|id| self.texts.get(id).map(|_| ()))?;
        let distinct: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        self.change_several(distinct, |page| {
            let metadata = given.over(&page.metadata);
            Ok(page.set_metadata(None, metadata)?)
        })
    }

    /// Sets the metadata of some pages from the names of their files, by a pattern. A fact that a name does not tell stays
    /// as it is.
    pub(super) fn fill_by_name(&mut self, ids: &[String], pattern: &str) -> Result<TextChange, EngineError> {
        let pattern = NamePattern::parse(pattern)
            .map_err(|error| EngineError::NamePattern { detail: error.to_string() })?;
        ids.iter().try_for_each(|id| self.texts.get(id).map(|_| ()))?;
        let fits =
            |id: &&str| self.texts.get(id).is_ok_and(|page| pattern.facts(&page.source.name).is_some());
        let fitting: BTreeSet<&str> = ids.iter().map(String::as_str).filter(fits).collect();
        if fitting.is_empty() {
            return Err(EngineError::NothingFits);
        }
        self.change_several(fitting, |page| {
            let Some(facts) = pattern.facts(&page.source.name) else { return Ok(false) };
            let filled = |new: String, known: &str| if new.is_empty() { known.to_owned() } else { new };
            let known = &page.metadata;
            let metadata = Metadata {
                headline: known.headline.clone(),
                paper: filled(facts.paper, &known.paper),
                date: filled(facts.date, &known.date),
                series: filled(facts.series, &known.series),
                others: with_tags(&known.others, &facts.others),
            };
            Ok(page.set_metadata(None, metadata)?)
        })
    }

    /// Undoes such an edit on the pages that still have these revisions.
    pub(super) fn undo_sources(&mut self, pages: &[(String, u32)]) -> Result<TextChange, EngineError> {
        let is_as_left =
            |(id, revision): &&(String, u32)| self.texts.get(id).is_ok_and(|page| page.revision == *revision);
        let left: BTreeSet<&str> = pages.iter().filter(is_as_left).map(|(id, _)| id.as_str()).collect();
        if left.is_empty() {
            return Err(EngineError::NothingToUndo);
        }
        self.change_several(left, |page| Ok(page.undo()))
    }

    pub(super) fn change_several<'a>(
        &mut self,
        ids: impl IntoIterator<Item = &'a str>,
        change: impl Fn(&mut crate::ingest::Page) -> Result<bool, EngineError>,
    ) -> Result<TextChange, EngineError> {
        let (mut whole, mut replaced, mut result) = (TextChange::default(), Vec::new(), Ok(()));
        for id in ids {
            match self.edit_page(id, &change) {
                Ok((number, Some(documents))) => {
                    whole.add(self.change_of(&[number]));
                    whole.changed.push((id.to_owned(), self.texts.get(id)?.revision));
                    replaced.push((id.to_owned(), documents));
                }
                Ok((_, None)) => {}
                Err(error) => {
                    result = Err(error);
                    break;
                }
            }
        }
        // All at once: the cost of each would be that of all documents.
        self.corpus.replace_pages(replaced);
        result.map(|()| whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Ask, EditTexts, TextEdit};
    use crate::ingest::{CutOptions, PageEdit};

    fn engine() -> Engine {
        let mut engine =
            Engine::open(include_bytes!("../../../static/model/segmenter.bin").to_vec(), |_, _, _| ())
                .unwrap();
        for text in ["甲鎮昨日有雨。", "乙鎮昨日有風。", "丙鎮昨日放晴。"] {
            let (options, metadata) =
                (CutOptions::default(), Metadata { series: "舊".into(), ..Metadata::default() });
            edit(&mut engine, TextEdit::Add { name: text.into(), text: text.into(), options, metadata })
                .unwrap();
        }
        engine
    }

    fn edit(engine: &mut Engine, edit: TextEdit) -> Result<TextChange, EngineError> {
        engine.ask(EditTexts { edit }.query())
    }

    fn set(ids: &[&str], paper: &str, date: &str) -> TextEdit {
        let ids = ids.iter().map(|&id| id.to_owned()).collect();
        TextEdit::SetSources {
            ids,
            paper: Some(paper.into()),
            date: Some(date.into()),
            series: None,
            tags: Vec::new(),
        }
    }

    #[test]
    fn names_of_files_fill_in_facts_and_what_does_not_fit_stays() {
        let mut engine = engine();
        for name in ["2025-01-02_晨報_社論.txt", "2025-13-02_晨報_社論.txt"] {
            let (options, metadata) = (CutOptions::default(), Metadata::default());
            edit(
                &mut engine,
                TextEdit::Add { name: name.into(), text: "丁鎮有雪。".into(), options, metadata },
            )
            .unwrap();
        }
        let fill = |pattern: &str| TextEdit::FillByName { ids: engine_ids(), pattern: pattern.to_owned() };
        let change = edit(&mut engine, fill("{date}_{paper}_{genre}")).unwrap();
        assert_eq!(change.pages, ["u4"], "the day of the other is none");
        assert_eq!(known(&engine)[3], ("晨報".to_owned(), "2025-01-02".to_owned(), String::new()));
        let tags = vec![("genre".to_owned(), "社論".to_owned())];
        assert_eq!(engine.corpus.document("u4-1").unwrap().tags, tags);
        assert_eq!(edit(&mut engine, fill("{paper}+{n}")).unwrap_err(), EngineError::NothingFits);
        assert!(matches!(edit(&mut engine, fill("{paper")), Err(EngineError::NamePattern { .. })));
        edit(&mut engine, TextEdit::UndoSources { pages: change.changed }).unwrap();
        assert!(engine.corpus.document("u4-1").unwrap().tags.is_empty());
    }

    fn engine_ids() -> Vec<String> {
        (1..=5).map(|number| format!("u{number}")).collect()
    }

    fn known(engine: &Engine) -> Vec<(String, String, String)> {
        engine.texts().into_iter().map(|row| (row.paper, row.date, row.series)).collect()
    }

    #[test]
    fn several_pages_get_a_paper_and_a_day_and_one_undo_takes_them_back() {
        let mut engine = engine();
        let change = edit(&mut engine, set(&["u1", "u3", "u1"], "晨報", "2025-01-02")).unwrap();
        assert_eq!(change.pages, ["u1", "u3"]);
        let (given, none) = (("晨報", "2025-01-02", "舊"), ("", "", "舊"));
        let owned =
            |rows: [(&str, &str, &str); 3]| rows.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
        assert_eq!(known(&engine), owned([given, none, given]));
        // A page that was corrected since keeps what it has.
        let metadata = Metadata { paper: "晚報".into(), ..Metadata::default() };
        let later = PageEdit::SetMetadata { story: None, metadata };
        edit(&mut engine, TextEdit::Edit { id: "u3".into(), revision: None, edit: later }).unwrap();
        edit(&mut engine, TextEdit::UndoSources { pages: change.changed.clone() }).unwrap();
        assert_eq!(known(&engine), owned([none, none, ("晚報", "", "")]));
        assert!(edit(&mut engine, TextEdit::UndoSources { pages: change.changed }).is_err());
    }

    #[test]
    fn one_mistake_changes_no_page() {
        let mut engine = engine();
        let before = known(&engine);
        assert!(edit(&mut engine, set(&["u1", "u9"], "晨報", "2025-01-02")).is_err());
        assert!(edit(&mut engine, set(&["u1", "u2"], "晨報", "2025-02-30")).is_err());
        assert_eq!(known(&engine), before);
        assert!(edit(&mut engine, set(&["u1"], "", "")).unwrap().changed.is_empty());
    }
}
