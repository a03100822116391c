//! Scopes over the stories the page knows: their rows and their names.

use std::collections::{BTreeSet, HashSet};

use super::i18n::{Catalog, key};
use super::labels;
use super::routes::Reference;
use crate::corpus::{BlockKinds, Scope, StoryFilter};
use crate::view::StoryRow;

/// Returns the number of `rows` in a scope.
pub fn count(scope: &Scope, rows: &[StoryRow]) -> usize {
    match whole(scope) {
        Scope::All | Scope::Usual => rows.len(),
        // Looking up each story in a long list would take the square of its length.
        Scope::Stories(ids) => ids.len(),
        other => {
            let is_in = membership(other);
            rows.iter().filter(|row| is_in(row)).count()
        }
    }
}

/// Returns a function that tells whether a story is in a scope, in a time that does not grow with the ids of the scope.
pub fn membership(scope: &Scope) -> impl Fn(&StoryRow) -> bool {
    let named: HashSet<&str> = scope.named().iter().map(String::as_str).collect();
    move |row| if named.is_empty() { scope.holds(row) } else { named.contains(row.id.as_str()) }
}

/// Returns the scope of one newspaper.
pub fn paper(name: &str) -> Scope {
    Scope::Filter(StoryFilter { paper: Some(name.to_owned()), ..StoryFilter::default() })
}

/// Returns the scope of one page.
pub fn page(name: &str) -> Scope {
    Scope::Filter(StoryFilter { page: Some(name.to_owned()), ..StoryFilter::default() })
}

/// Returns the parts of stories that a scope is limited to; `None` if it is not.
pub fn parts(scope: &Scope) -> Option<BlockKinds> {
    matches!(scope, Scope::Parts { .. }).then(|| scope.kinds())
}

/// Returns the scope of whole stories that a scope takes its parts from.
pub fn whole(scope: &Scope) -> &Scope {
    match scope {
        Scope::Parts { of, .. } => whole(of),
        other => other,
    }
}

/// Returns the scope of a corpus without its name and parts.
pub fn unnamed(scope: &Scope) -> &Scope {
    match scope {
        Scope::Parts { of, .. } | Scope::Named { of, .. } => unnamed(of),
        other => other,
    }
}

/// Returns true for every story, or every one of the reader's own.
pub fn is_whole(scope: &Scope) -> bool {
    matches!(scope, Scope::All | Scope::Usual) || *scope == Scope::own(true)
}

/// Gives a scope a name, in place of one that it has.
pub fn named(name: &str, scope: &Scope) -> Scope {
    let named = Scope::Named { name: name.to_owned(), of: Box::new(unnamed(scope).clone()) };
    with_parts(named, parts(scope))
}

/// Returns the scope of the files of a folder.
pub fn folder(name: &str) -> Scope {
    Scope::Filter(StoryFilter { folder: Some(name.to_owned()), ..StoryFilter::default() })
}

/// Returns the scope of one series.
pub fn series(name: &str) -> Scope {
    Scope::Filter(StoryFilter { series: Some(name.to_owned()), ..StoryFilter::default() })
}

/// Returns the different tags, in the order of their first occurrence.
pub fn tags(rows: &[StoryRow]) -> Vec<(String, String)> {
    let mut met = BTreeSet::new();
    rows.iter().flat_map(|row| &row.tags).filter(|tag| met.insert(*tag)).cloned().collect()
}

/// Returns the folders that the stories' files came from, in the order of their first occurrence.
pub fn folders(rows: &[StoryRow]) -> Vec<&str> {
    let mut met = BTreeSet::new();
    rows.iter()
        .flat_map(|row| crate::corpus::folders(&row.file))
        .filter(|folder| met.insert(*folder))
        .collect()
}

/// Limits a scope of stories to these parts.
pub fn with_parts(stories: Scope, parts: Option<BlockKinds>) -> Scope {
    match parts {
        Some(kinds) => Scope::Parts { kinds, of: Box::new(stories) },
        None => stories,
    }
}

/// Returns the scope of a reference: the rest is every story outside the target, or all if none is. The rest of some own
/// stories is of own stories, if there are any others.
pub fn reference(reference: &Reference, target: &Scope, rows: &[StoryRow]) -> Scope {
    match reference {
        Reference::Scope(scope) => scope.clone(),
        // A list is no scope; callers handle it before.
        Reference::Rest | Reference::List => {
            let is_in = membership(target);
            let (within, outside): (Vec<&StoryRow>, Vec<&StoryRow>) = rows.iter().partition(|row| is_in(row));
            let all_own = !within.is_empty() && within.iter().all(|row| row.is_own());
            let only_own = all_own && outside.iter().any(|row| row.is_own());
            let rest = outside.into_iter().filter(|row| !only_own || row.is_own());
            let rest: Vec<String> = rest.map(|row| row.id.clone()).collect();
            let rest = if rest.is_empty() { Scope::All } else { Scope::Stories(rest) };
            match target {
                // Headlines are compared with headlines.
                Scope::Parts { .. } if rest != Scope::All => {
                    Scope::Parts { kinds: target.kinds(), of: Box::new(rest) }
                }
                _ => rest,
            }
        }
    }
}

/// Returns the different values of one column, in the order of their first occurrence.
pub fn distinct<'a>(rows: &'a [StoryRow], column: impl Fn(&'a StoryRow) -> &'a str) -> Vec<&'a str> {
    let mut met = BTreeSet::new();
    rows.iter().map(column).filter(|value| !value.is_empty() && met.insert(*value)).collect()
}

/// Returns the title of a story: its headline, or its first words if it has none.
pub fn title(row: &StoryRow, catalog: &Catalog) -> String {
    if row.headline.is_empty() {
        catalog.with(key!("story-untitled"), [("opening", row.first_words().into())]).to_string()
    } else {
        row.headline.clone()
    }
}

/// Returns the origin of a story: its paper and day; else the name of its page.
pub fn origin(row: &StoryRow) -> String {
    let known = paper_and_day(row);
    if known.is_empty() && !row.is_own() { row.page.clone() } else { known }
}

/// Returns the paper and day of a story, or its title where neither is known.
pub fn origin_or_title(row: &StoryRow, catalog: &Catalog) -> String {
    let origin = origin(row);
    if origin.is_empty() { title(row, catalog) } else { origin }
}

/// Returns the paper, day and title of a story.
pub fn origin_and_title(row: &StoryRow, catalog: &Catalog) -> String {
    let (origin, title) = (origin(row), title(row, catalog));
    if origin.is_empty() { title } else { format!("{origin} {title}") }
}

/// Returns the paper and the day of a story, as far as they are known.
pub fn paper_and_day(row: &StoryRow) -> String {
    let parts = [&row.paper, &row.date].into_iter().map(String::as_str);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns the name of a page by its first story: its id, with the paper and day that distinguish it, or the title of the story.
pub fn page_label(first: &StoryRow, catalog: &Catalog) -> String {
    format!("{} {}", first.page, origin_or_title(first, catalog))
}

/// Returns true if some stories are the reader's own and others are examples, so that lists tell them apart.
pub fn are_of_both(rows: &[StoryRow]) -> bool {
    rows.first().is_some_and(StoryRow::is_own) && rows.last().is_some_and(|last| !last.is_own())
}

/// Returns the heading above own texts, or above the examples.
pub fn heading(own: bool, catalog: &Catalog) -> String {
    catalog.text(if own { key!("list-own") } else { key!("list-examples") }).to_string()
}

/// Returns the name of a scope.
pub fn name(scope: &Scope, rows: &[StoryRow], catalog: &Catalog) -> String {
    match scope {
        Scope::All | Scope::Usual => catalog.text(key!("scope-all")).to_string(),
        Scope::Named { name, of } => {
            let n = count(of, rows);
            catalog.with(key!("scope-named"), [("name", name.as_str().into()), ("n", n.into())]).to_string()
        }
        Scope::Stories(ids) => match ids.as_slice() {
            [id] => {
                rows.iter().find(|row| row.id == *id).map_or_else(|| id.clone(), |row| title(row, catalog))
            }
            _ => catalog.with(key!("scope-stories"), [("n", ids.len().into())]).to_string(),
        },
        Scope::Filter(filter) => {
            let page = filter.page.as_ref().map(|page| {
                let first = rows.iter().find(|row| row.page == *page);
                first.map_or_else(|| page.clone(), |row| page_label(row, catalog))
            });
            let dates = [&filter.from, &filter.to].into_iter().flatten().cloned().collect::<Vec<_>>();
            let dates = (!dates.is_empty()).then(|| dates.join("–"));
            let shelf = filter.own.map(|own| heading(own, catalog));
            let folder = filter.folder.as_ref().map(|folder| {
                catalog.with(key!("scope-folder"), [("folder", folder.as_str().into())]).to_string()
            });
            let tags = filter.tags.iter().map(|(name, value)| format!("{name}={value}"));
            let parts = [shelf, folder, filter.series.clone(), filter.paper.clone(), page, dates];
            parts.into_iter().flatten().chain(tags).collect::<Vec<_>>().join(" ")
        }
        Scope::Parts { of, .. } => {
            format!("{} · {}", name(of, rows, catalog), parts_name(scope.kinds(), catalog))
        }
    }
}

/// Returns the name of a corpus with what it is made of; of another scope its name.
pub fn described(scope: &Scope, rows: &[StoryRow], catalog: &Catalog) -> String {
    match scope {
        Scope::Named { name, of } => format!("“{name}”: {}", self::name(of, rows, catalog)),
        other => name(other, rows, catalog),
    }
}

/// Returns the name of parts of stories.
pub fn parts_name(kinds: BlockKinds, catalog: &Catalog) -> String {
    if kinds == BlockKinds::HEADLINES {
        catalog.text(key!("scope-headlines")).to_string()
    } else if kinds == BlockKinds::BODIES {
        catalog.text(key!("scope-bodies")).to_string()
    } else {
        let name = |kind| catalog.text(labels::block(kind).1).to_string();
        kinds.names().filter_map(BlockKinds::named).map(name).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, paper: &str, headline: &str) -> StoryRow {
        StoryRow {
            id: id.into(),
            page: id[..3].into(),
            paper: paper.into(),
            date: "2025-01-22".into(),
            series: String::new(),
            file: String::new(),
            tags: Vec::new(),
            headline: headline.into(),
            opening: "世衞與".into(),
            characters: 10,
            tokens: 5,
        }
    }

    #[test]
    fn the_rest_is_what_the_target_leaves_over() {
        let rows = [row("003-1", "甲", "一"), row("004-1", "乙", "二"), row("004-2", "乙", "三")];
        let rest = reference(&Reference::Rest, &paper("乙"), &rows);
        assert_eq!(rest, Scope::Stories(vec!["003-1".into()]));
        assert_eq!(reference(&Reference::Rest, &Scope::All, &rows), Scope::All);
    }

    #[test]
    fn a_story_without_a_headline_is_called_by_its_first_words() {
        let catalog = Catalog::default();
        assert_eq!(title(&row("003-4", "甲", ""), &catalog), "（標題佚）世衞與");
        assert_eq!(name(&Scope::story("003-1"), &[row("003-1", "甲", "一")], &catalog), "一");
    }

    #[test]
    fn values_come_in_the_order_of_the_stories() {
        let rows = [row("003-1", "乙", ""), row("004-1", "甲", ""), row("004-2", "乙", "")];
        assert_eq!(distinct(&rows, |row| &row.paper), ["乙", "甲"]);
    }
}
