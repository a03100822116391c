//! Facts of own pages from a table that names them by file or id.

use std::collections::{BTreeMap, BTreeSet};

use crate::ingest::{FactsLine, Metadata, Page, TaskResult};
use crate::view::{LineProblem, TextChange, UnusedLine};

use super::super::{Engine, EngineError};
use super::several::with_tags;
use super::{names_of_file, number};

/// The pages by the names that a table may call them.
struct PageNames<'a> {
    /// By whole name, by the name without folders, and by that without its ending.
    of_files: [BTreeMap<&'a str, BTreeSet<u32>>; 3],
    pages: &'a BTreeMap<u32, Page>,
}

impl<'a> PageNames<'a> {
    fn new(pages: &'a BTreeMap<u32, Page>) -> Self {
        let mut of_files: [BTreeMap<&str, BTreeSet<u32>>; 3] = Default::default();
        for (&number, page) in pages {
            for (names, name) in of_files.iter_mut().zip(names_of_file(&page.source.name)) {
                names.entry(name).or_default().insert(number);
            }
        }
        Self { of_files, pages }
    }

    /// Returns the page that a line names. A file counts more than an id, which may be that of another session; the id
    /// decides between files of one name.
    fn page(&self, line: &FactsLine) -> Result<u32, LineProblem> {
        let page_id = line.id.strip_suffix("-1").unwrap_or(&line.id);
        let by_id = number(page_id).filter(|number| self.pages.contains_key(number));
        if line.file.is_empty() {
            return by_id.ok_or(LineProblem::NoText);
        }
        let found = self.of_files.iter().find_map(|names| names.get(line.file.as_str()));
        let found = found.ok_or(LineProblem::NoText)?;
        match (by_id.filter(|id| found.contains(id)), found.first()) {
            (Some(id), _) => Ok(id),
            (None, Some(&only)) if found.len() == 1 => Ok(only),
            _ => Err(LineProblem::SeveralTexts),
        }
    }
}

impl Engine {
    /// Sets facts of the pages that the table names which was read for this; each page can undo it by itself.
    pub(super) fn fill_by_table(&mut self) -> Result<TextChange, EngineError> {
        let Some(TaskResult::Facts(lines)) = self.supplied.take() else {
            return Err(EngineError::NoNameColumn { found: String::new() });
        };
        let lines = lines.map_err(|found| EngineError::NoNameColumn { found })?;
        let names = PageNames::new(&self.texts.pages);
        let (mut facts, mut unused) = (BTreeMap::<String, Metadata>::new(), Vec::new());
        for line in lines {
            let name = if line.file.is_empty() { &line.id } else { &line.file };
            let mut refuse = |text: &str, problem: LineProblem| {
                unused.push(UnusedLine { line: line.line, text: text.to_owned(), problem });
            };
            match (names.page(&line).map(super::id), &line.not_a_date) {
                (Err(problem), _) => refuse(name, problem),
                (Ok(id), _) if facts.contains_key(&id) => refuse(name, LineProblem::Twice),
                (Ok(_), Some(date)) => refuse(date, LineProblem::NotADate),
                (Ok(id), None) => {
                    facts.insert(id, line.facts);
                }
            }
        }
        let ids: Vec<&str> = facts.keys().map(String::as_str).collect();
        let mut change = self.change_several(ids, |page| match facts.get(&page.id) {
            Some(facts) => Ok(page.set_metadata(None, told(facts, page))?),
            None => Ok(false),
        })?;
        change.unused = unused;
        Ok(change)
    }
}

/// Returns the metadata of a page with these facts. A fact that is known already stays a guess of the text or the name.
fn told(facts: &Metadata, page: &Page) -> Metadata {
    let (known, now) = (page.metadata_of(0), &page.metadata);
    let set = |new: &String, known: &String, now: &String| {
        if new.is_empty() || new == known { now.clone() } else { new.clone() }
    };
    Metadata {
        headline: set(&facts.headline, &known.headline, &now.headline),
        paper: set(&facts.paper, &known.paper, &now.paper),
        date: set(&facts.date, &known.date, &now.date),
        series: set(&facts.series, &known.series, &now.series),
        others: with_tags(&now.others, &facts.others),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Ask, EditTexts, TextEdit};
    use crate::ingest::CutOptions;

    fn engine() -> Engine {
        let mut engine =
            Engine::open(include_bytes!("../../../static/model/segmenter.bin").to_vec(), |_, _, _| ())
                .unwrap();
        for name in ["支持/a.txt", "反對/a.txt", "反對/b.txt"] {
            let (options, metadata) = (CutOptions::default(), Metadata::default());
            let text = "甲鎮昨日有雨。".to_owned();
            edit(&mut engine, TextEdit::Add { name: name.into(), text, options, metadata }).unwrap();
        }
        engine
    }

    fn edit(engine: &mut Engine, edit: TextEdit) -> Result<TextChange, EngineError> {
        engine.ask(EditTexts { edit }.query())
    }

    fn fill(engine: &mut Engine, table: &str) -> TextChange {
        edit(engine, TextEdit::FillByTable { table: table.as_bytes().to_vec() }).unwrap()
    }

    #[test]
    fn a_table_names_texts_by_file_or_id_and_columns_become_tags() {
        let mut engine = engine();
        let change = fill(
            &mut engine,
            "file,id,date,paper,author\n支持/a.txt,,2025-01-02,晨報,陳甲\nb,,,晚報,\n,u2,2025/1/3,,李乙\n",
        );
        assert_eq!(change.pages, ["u1", "u2", "u3"]);
        let known = |row: &crate::view::TextRow| (row.paper.clone(), row.date.clone());
        let owned = |(paper, date): (&str, &str)| (paper.to_owned(), date.to_owned());
        let rows: Vec<_> = engine.texts().iter().map(known).collect();
        assert_eq!(rows, [("晨報", "2025-01-02"), ("", "2025-01-03"), ("晚報", "")].map(owned));
        let tags = |id: &str| engine.corpus.document(id).unwrap().tags.clone();
        assert_eq!(tags("u1-1"), [("author".to_owned(), "陳甲".to_owned())]);
        assert!(tags("u3-1").is_empty());
        edit(&mut engine, TextEdit::UndoSources { pages: change.changed }).unwrap();
        assert!(engine.texts().iter().all(|row| row.paper.is_empty() && row.tags.is_empty()));
    }

    #[test]
    fn lines_that_fit_nothing_are_named_and_change_nothing() {
        let mut engine = engine();
        let change = fill(
            &mut engine,
            "file,id,date,paper\nc.txt,,,晨報\na.txt,,,晨報\na.txt,u2,,晚報\nb.txt,,2025-02-30,晨報\n,u2,,早報\n,,,\n",
        );
        let unused: Vec<_> =
            change.unused.iter().map(|unused| (unused.line, unused.text.as_str(), unused.problem)).collect();
        let expected = [
            (2, "c.txt", LineProblem::NoText),
            (3, "a.txt", LineProblem::SeveralTexts),
            (5, "2025-02-30", LineProblem::NotADate),
            (6, "u2", LineProblem::Twice),
            (7, "", LineProblem::NoText),
        ];
        assert_eq!(unused, expected);
        let papers: Vec<String> = engine.texts().into_iter().map(|row| row.paper).collect();
        assert_eq!(papers, ["", "晚報", ""]);
        let refused = edit(&mut engine, TextEdit::FillByTable { table: b"author\nx\n".to_vec() });
        assert_eq!(refused, Err(EngineError::NoNameColumn { found: "author".into() }));
    }

    #[test]
    fn three_hundred_columns_are_three_hundred_tags() {
        let mut engine = engine();
        let names: Vec<String> = (1..=300).map(|n| format!("tag{n}")).collect();
        let values = vec!["x"; 300].join(",");
        fill(&mut engine, &format!("id,{}\nu1,{values}\n", names.join(",")));
        assert_eq!(engine.texts()[0].tags.len(), 300);
        let table = "id,tag300\nu1,y\n";
        fill(&mut engine, table);
        assert_eq!(engine.texts()[0].tags.last(), Some(&("tag300".to_owned(), "y".to_owned())));
        assert!(fill(&mut engine, table).changed.is_empty(), "it is so already");
    }
}
