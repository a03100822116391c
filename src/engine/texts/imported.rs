//! The report on an import.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::twins;
use crate::corpus::Document;
use crate::ingest::{CautionKind, Page};
use crate::text::{abridged, saturating_u32};
use crate::view::{CautionGroup, CautionPlace, ImportReport, ImportedPage, TwinStory};

use super::super::Engine;
use super::number;

/// Number of characters of a story's beginning that stand for its headline.
const OPENING: usize = 16;

impl Engine {
    /// Describes what came of the import of some pages; those that were removed since are left out.
    pub(in super::super) fn import_report(&self, ids: &[String]) -> ImportReport {
        let mut met = BTreeSet::new();
        let pages: Vec<&Page> = ids
            .iter()
            .filter(|id| met.insert(id.as_str()))
            .filter_map(|id| self.texts.get(id).ok())
            .collect();
        let mut report = ImportReport::default();
        let mut groups: BTreeMap<CautionKind, CautionGroup> = BTreeMap::new();
        for page in &pages {
            let (stories, left_out) = (saturating_u32(page.story_ids().count()), page.lines_left_out());
            report.stories = report.stories.saturating_add(stories);
            report.left_out = report.left_out.saturating_add(left_out);
            if report.pages.len() < ImportReport::MOST_PAGES {
                let (id, name) = (page.id.clone(), page.source.name.clone());
                report.pages.push(ImportedPage { id, name, stories, left_out });
            } else {
                report.more_pages = report.more_pages.saturating_add(1);
            }
            self.add_cautions(page, &mut groups);
        }
        report.cautions = groups.into_values().collect();
        let own: Vec<&Document> =
            self.corpus.documents().iter().filter(|story| number(&story.page).is_some()).collect();
        let new: Vec<&Document> =
            own.iter().copied().filter(|story| met.contains(story.page.as_str())).collect();
        report.own = saturating_u32(own.len());
        sources(&new, &mut report);
        let compared = if new.len() > 1 { new } else { own };
        if (2..=ImportReport::MOST_COMPARED).contains(&compared.len()) {
            report.compared = compared.into_iter().map(|story| story.id.clone()).collect();
        }
        report.twins = self.twins(&met);
        report
    }

    fn add_cautions(&self, page: &Page, groups: &mut BTreeMap<CautionKind, CautionGroup>) {
        for caution in page.cautions() {
            let kind = caution.kind;
            let group =
                groups.entry(kind).or_insert_with(|| CautionGroup { kind, count: 0, places: Vec::new() });
            group.count = group.count.saturating_add(1);
            if group.places.len() < ImportReport::MOST_PAGES {
                let story = self.corpus.document(&page.story_id(caution.story as usize));
                let title = story.map_or_else(|| page.source.name.clone(), title);
                group.places.push(CautionPlace { page: page.id.clone(), line: caution.line, title });
            }
        }
    }

    /// Returns the stories of these pages that are here a second time.
    fn twins(&self, pages: &BTreeSet<&str>) -> Vec<TwinStory> {
        let all = self.corpus.documents();
        let asked: Vec<usize> =
            (0..all.len()).filter(|&place| pages.contains(all[place].page.as_str())).collect();
        if asked.is_empty() {
            return Vec::new();
        }
        let found = twins(all.iter().map(|story| (story.text.as_str(), story.sentences())), &asked);
        let twin = |twin: crate::compare::Twin| {
            let (story, of) = (all.get(twin.story)?, all.get(twin.of)?);
            Some(TwinStory {
                story: story.id.clone(),
                title: title(story),
                of: of.id.clone(),
                of_title: title(of),
                same: story.text == of.text,
                share: twin.share,
            })
        };
        found.into_iter().filter_map(twin).take(ImportReport::MOST_PAGES).collect()
    }
}

/// Adds the newspapers and the days of stories.
fn sources(stories: &[&Document], report: &mut ImportReport) {
    let mut met = BTreeSet::new();
    let papers = stories.iter().map(|story| story.paper.as_str()).filter(|paper| !paper.is_empty());
    report.papers = papers.filter(|paper| met.insert(*paper)).map(str::to_owned).collect();
    let days = || stories.iter().map(|story| story.date.as_str()).filter(|day| !day.is_empty());
    let day = |day: Option<&str>| day.unwrap_or_default().to_owned();
    report.days = (day(days().min()), day(days().max()));
}

/// Returns a story's headline, or its first words.
fn title(story: &Document) -> String {
    if !story.headline.is_empty() {
        return story.headline.clone();
    }
    let line = story.text.lines().next().unwrap_or_default();
    abridged(line, OPENING)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Ask, EditTexts, ImportReportQuestion, TextEdit};
    use crate::ingest::{CutOptions, Metadata};

    fn engine() -> Engine {
        Engine::open(include_bytes!("../../../static/model/segmenter.bin").to_vec(), |_, _, _| ()).unwrap()
    }

    fn add(engine: &mut Engine, text: &str) -> String {
        let edit = TextEdit::Add {
            name: "貼上".into(),
            text: text.into(),
            options: CutOptions::default(),
            metadata: Metadata::default(),
        };
        engine.ask(EditTexts { edit }.query()).unwrap().pages.remove(0)
    }

    fn report(engine: &mut Engine, pages: &[&str]) -> ImportReport {
        let pages = pages.iter().map(|&page| page.to_owned()).collect();
        engine.ask(ImportReportQuestion { pages }.query()).unwrap()
    }

    const STORY: &str = "兩鎮昨日同時停水搶修\n\n甲鎮昨日清早停水，水務署派出三隊人員到場搶修，至傍晚才恢復供應，居民整天要到街尾輪候。\n\
        乙鎮下午也告停水，署方說兩事無關，今日會向區議會交代，並研究更換沿路舊管。\n";

    #[test]
    fn what_came_in_is_counted_and_what_lacks_is_named() {
        let mut engine = engine();
        let page = add(&mut engine, STORY);
        let found = report(&mut engine, &[&page, "u77"]);
        assert_eq!((found.pages.len(), found.stories, found.own), (1, 1, 1));
        let kinds: Vec<_> = found.cautions.iter().map(|group| (group.kind, group.count)).collect();
        assert_eq!(kinds, [(CautionKind::NoSource, 1)]);
        assert_eq!(
            (found.cautions[0].places[0].line, found.cautions[0].places[0].title.as_str()),
            (1, "兩鎮昨日同時停水搶修")
        );
        assert!(found.compared.is_empty() && found.twins.is_empty());
    }

    #[test]
    fn two_stories_are_a_pair_and_a_copy_is_named_with_the_other() {
        let mut engine = engine();
        let first = add(&mut engine, STORY);
        let second = add(&mut engine, &STORY.replace("三隊", "四隊"));
        let found = report(&mut engine, &[&second]);
        assert_eq!(found.compared, [format!("{first}-1"), format!("{second}-1")]);
        assert_eq!(found.twins.len(), 1);
        assert_eq!((&found.twins[0].of, found.twins[0].same), (&format!("{first}-1"), false));
        let third = add(&mut engine, STORY);
        let found = report(&mut engine, &[&third]);
        assert_eq!((found.compared.len(), found.own), (3, 3));
        assert!(found.twins[0].same && found.twins[0].of == format!("{first}-1"));
    }

    #[test]
    fn a_story_of_the_bundled_pages_is_here_already() {
        let mut engine = engine();
        let (text, id) =
            engine.corpus.documents().first().map(|it| (it.text.clone(), it.id.clone())).unwrap();
        let page = add(&mut engine, &text);
        let twins = report(&mut engine, &[&page]).twins;
        assert!(twins.iter().any(|twin| twin.of == id && twin.share > 0.9), "{twins:?}");
    }
}
