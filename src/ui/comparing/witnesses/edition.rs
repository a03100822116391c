//! 校勘: the base's text, each sentence next to its apparatus: lemma ] reading, as in a critical edition.

use yew::prelude::*;

use super::witness_table::{WitnessesProps, numbers, read, row_id};
use crate::ui::comparing::sigla::sigil;
use crate::ui::hooks::use_growing;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::view::{WitnessRow, WitnessSegment};

/// An entry of the apparatus about one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApparatusEntry {
    /// The words of the first story that has the sentence; if it has none here, the words before.
    pub lemma: String,
    /// True if the readings come after the lemma and do not replace it.
    pub after: bool,
    /// Each reading with the indices of the stories that have it; an empty one is an omission.
    pub readings: Vec<(String, Vec<usize>)>,
}

/// Draws the text and its apparatus.
#[component]
pub fn Edition(props: &WitnessesProps) -> Html {
    let catalog = use_catalog();
    let table = &props.table;
    let drawn = use_growing(table.rows.len(), 0);
    let base = sigil(0, catalog.language());
    let row = |(place, row): (usize, &WitnessRow)| {
        let lemma = row.lemma as usize;
        let Some(cell) = row.cells.get(lemma).and_then(Option::as_ref) else { return html! {} };
        // A sentence that the base repeats is not missing from a story that has it once.
        let again = row.repeats.and_then(|again| {
            let repeated = table.rows.get(again as usize)?.cells.get(lemma)?.as_ref()?;
            Some(repeated.number)
        });
        let (having, missing): (Vec<usize>, Vec<usize>) =
            (0..row.cells.len()).partition(|&story| row.cells[story].is_some());
        html! {
            <div key={place} id={row_id(place)} tabindex="-1" class={classes!("edition-row", (lemma != 0).then_some("added"))}>
                <p class="words" lang={lang_of(&cell.text)}>
                    <a class="sentence-number" href={read(&table.stories[lemma], cell.range.start)}>
                        if lemma != 0 { <b class="sigil">{ sigil(lemma, catalog.language()) }</b> }
                        { numbers(cell) }
                    </a>
                    { for row.segments.iter().map(|segment| words(segment, lemma)) }
                </p>
                <ul class="edition-entries">
                    if lemma != 0 {
                        <li>{ said(key!("edition-added"), &having, &catalog) }</li>
                    }
                    { for entries(row).iter().enumerate().map(|(at, entry)| html! { <li key={at}>{ draw(entry, &catalog) }</li> }) }
                    if let Some(number) = again {
                        <li><i>{ catalog.with(key!("edition-again"), [("n", number.into())]) }</i></li>
                    } else if lemma == 0 && !missing.is_empty() {
                        <li>{ said(key!("edition-lacks"), &missing, &catalog) }</li>
                    }
                    { moved(row, &catalog) }
                </ul>
            </div>
        }
    };
    html! {
        <div class="edition">
            <p class="remark">{ catalog.with(key!("about-edition"), [("sigil", base.as_str().into())]) }</p>
            { for table.rows.iter().take(drawn).enumerate().map(row) }
        </div>
    }
}

fn words(segment: &WitnessSegment, lemma: usize) -> Html {
    let text = segment.readings.get(lemma).and_then(Option::as_ref).cloned().unwrap_or_default();
    match (segment.shared, text.is_empty()) {
        (true, _) => html! { { text } },
        (false, true) => html! { <span class="place" aria-hidden="true">{ "‸" }</span> },
        (false, false) => html! { <span class="site">{ text }</span> },
    }
}

/// Returns the places of a row at which some story differs from the lemma, with equal readings together.
pub fn entries(row: &WitnessRow) -> Vec<ApparatusEntry> {
    /// Number of characters before an addition that locate it.
    const ANCHOR: usize = 4;
    let lemma = row.lemma as usize;
    let mut before = String::new();
    let mut entries = Vec::new();
    for segment in &row.segments {
        let own = segment.readings.get(lemma).and_then(Option::as_ref).cloned().unwrap_or_default();
        if !segment.shared {
            let mut readings: Vec<(String, Vec<usize>)> = Vec::new();
            for (story, reading) in segment.readings.iter().enumerate() {
                let Some(reading) = reading.as_ref().filter(|reading| **reading != own) else { continue };
                match readings.iter_mut().find(|(known, _)| known == reading) {
                    Some((_, stories)) => stories.push(story),
                    None => readings.push((reading.clone(), vec![story])),
                }
            }
            if !readings.is_empty() {
                let after = own.is_empty();
                let anchor = || {
                    let skipped = before.chars().count().saturating_sub(ANCHOR);
                    before.chars().skip(skipped).collect()
                };
                let lemma = if after { anchor() } else { own.clone() };
                entries.push(ApparatusEntry { lemma, after, readings });
            }
        }
        before += &own;
    }
    entries
}

fn draw(entry: &ApparatusEntry, catalog: &Catalog) -> Html {
    let key = match (entry.after, entry.lemma.is_empty()) {
        (true, true) => key!("edition-before-all"),
        (true, false) => key!("edition-after"),
        (false, _) => key!("edition-lemma"),
    };
    html! {
        <>
            if !entry.lemma.is_empty() {
                <span class="lemma" lang={lang_of(&entry.lemma)}>{ entry.lemma.clone() }</span>
            }
            <span class="bracket">{ catalog.text(key) }</span>
            { for entry.readings.iter().enumerate().map(|(place, (reading, stories))| html! {
                <span key={place} class="reading">
                    if place > 0 { { separator(catalog) } }
                    if reading.is_empty() {
                        <i>{ catalog.text(key!("edition-omits")) }</i>
                    } else {
                        { run(reading) }
                    }
                    { " " }<b class="sigil">{ sigla(stories, catalog) }</b>
                </span>
            }) }
        </>
    }
}

fn moved(row: &WitnessRow, catalog: &Catalog) -> Html {
    let moved: Vec<usize> = (0..row.cells.len())
        .filter(|&story| row.cells[story].as_ref().is_some_and(|cell| cell.moved))
        .collect();
    if moved.is_empty() {
        html! {}
    } else {
        html! { <li>{ said(key!("edition-moved"), &moved, catalog) }</li> }
    }
}

/// Draws a remark on whole sentences of some stories.
fn said(key: MessageKey, stories: &[usize], catalog: &Catalog) -> Html {
    html! { <><i>{ catalog.text(key) }</i>{ " " }<b class="sigil">{ sigla(stories, catalog) }</b></> }
}

fn sigla(stories: &[usize], catalog: &Catalog) -> String {
    let letters: Vec<String> = stories.iter().map(|&story| sigil(story, catalog.language())).collect();
    letters.join(&*catalog.text(key!("word-space")))
}

fn separator(catalog: &Catalog) -> AttrValue {
    catalog.text(key!("list-semicolon"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(shared: bool, readings: [Option<&str>; 3]) -> WitnessSegment {
        WitnessSegment { shared, readings: readings.map(|reading| reading.map(str::to_owned)).to_vec() }
    }

    fn row(segments: Vec<WitnessSegment>) -> WitnessRow {
        WitnessRow { cells: vec![None; 3], lemma: 0, segments, line: None, repeats: None }
    }

    #[test]
    fn equal_readings_stand_together() {
        let row = row(vec![
            segment(true, [Some("天色"), Some("天色"), Some("天色")]),
            segment(false, [Some("已晚"), Some("漸暗"), Some("漸暗")]),
        ]);
        let readings = vec![("漸暗".to_owned(), vec![1, 2])];
        assert_eq!(entries(&row), [ApparatusEntry { lemma: "已晚".into(), after: false, readings }]);
    }

    #[test]
    fn an_addition_stands_after_the_words_before_it() {
        let row = row(vec![
            segment(true, [Some("他昨日下午回家"), Some("他昨日下午回家"), None]),
            segment(false, [Some(""), Some("吃飯"), None]),
            segment(false, [Some("了"), Some(""), None]),
        ]);
        let found = entries(&row);
        assert_eq!((found[0].lemma.as_str(), found[0].after), ("下午回家", true));
        assert_eq!(found[1].readings, [(String::new(), vec![1])], "an omission is an empty reading");
    }

    #[test]
    fn a_story_without_the_sentence_reads_nothing() {
        let row = row(vec![segment(false, [Some("了"), Some("了"), None])]);
        assert_eq!(entries(&row), []);
    }
}
