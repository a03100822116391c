//! A critical apparatus in TEI P5, by parallel segmentation.

use super::escape::xml;
use super::labels::effect_name;
use crate::view::{WitnessRow, WitnessSegment, Witnesses};

/// Formats a TEI document: a list of witnesses, and one `ab` per row of the table. If witnesses differ, or
/// lack the row, an `app` holds each reading once with all its witnesses, that of the row's lemma as `lem`. The `type` of an
/// `ab` is the weightiest effect of its differences.
pub fn tei(table: &Witnesses) -> String {
    let names: Vec<String> = table.stories.iter().map(|story| format!("w{}", name(&story.id))).collect();
    let title = table.stories.iter().map(|story| xml(&story.id)).collect::<Vec<_>>().join(" / ");
    let witnesses: Vec<String> = table
        .stories
        .iter()
        .zip(&names)
        .map(|(story, name)| {
            let about = [&story.id, &story.paper, &story.date, &story.headline];
            let about: Vec<String> =
                about.into_iter().filter(|part| !part.is_empty()).map(|part| xml(part)).collect();
            format!("      <witness xml:id=\"{name}\">{}</witness>\n", about.join(", "))
        })
        .collect();
    let rows: Vec<String> = (1..).zip(&table.rows).map(|(number, row)| ab(number, row, &names)).collect();
    format!(
        concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n",
            "  <teiHeader>\n",
            "    <fileDesc>\n",
            "      <titleStmt><title>{title}</title></titleStmt>\n",
            "      <publicationStmt><p>duidu {version}</p></publicationStmt>\n",
            "      <sourceDesc>\n",
            "    <listWit>\n{witnesses}    </listWit>\n",
            "      </sourceDesc>\n",
            "    </fileDesc>\n",
            "    <encodingDesc><variantEncoding method=\"parallel-segmentation\" location=\"internal\"/></encodingDesc>\n",
            "  </teiHeader>\n",
            "  <text><body><div>\n{rows}  </div></body></text>\n",
            "</TEI>\n",
        ),
        title = title,
        version = crate::VERSION,
        witnesses = witnesses.concat(),
        rows = rows.concat(),
    )
}

/// Makes an XML name of an id; characters that may not occur in a name are written by their code point.
fn name(id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    id.chars().map(|c| if plain(c) { c.to_string() } else { format!("_{:x}", u32::from(c)) }).collect()
}

fn ab(number: u32, row: &WitnessRow, names: &[String]) -> String {
    let everybody = row.cells.iter().all(Option::is_some);
    let segments = row.segments.iter().map(|segment| {
        if segment.shared && everybody { plain(segment, row) } else { app(segment, row, names) }
    });
    let differences = row.cells.iter().flatten().flat_map(|cell| &cell.differences);
    let weightiest = differences.map(|found| found.effect).min();
    let effect = weightiest.map_or(String::new(), |effect| format!(" type=\"{}\"", effect_name(effect)));
    format!("    <ab n=\"{number}\"{effect}>{}</ab>\n", segments.collect::<String>())
}

/// Formats words that every witness has.
fn plain(segment: &WitnessSegment, row: &WitnessRow) -> String {
    let reading = segment.readings.get(row.lemma as usize).and_then(Option::as_deref);
    xml(reading.unwrap_or_default())
}

fn app(segment: &WitnessSegment, row: &WitnessRow, names: &[String]) -> String {
    let mut readings: Vec<(&str, Vec<&str>)> = Vec::new();
    let lemma = row.lemma as usize;
    let order = std::iter::once(lemma).chain((0..names.len()).filter(|&witness| witness != lemma));
    for witness in order {
        // A witness that lacks the row has an empty reading here.
        let reading = segment.readings.get(witness).and_then(Option::as_deref).unwrap_or_default();
        match readings.iter_mut().find(|known| known.0 == reading) {
            Some(known) => known.1.push(&names[witness]),
            None => readings.push((reading, vec![&names[witness]])),
        }
    }
    let elements = readings.iter().enumerate().map(|(at, (reading, witnesses))| {
        let element = if at == 0 { "lem" } else { "rdg" };
        let witnesses: Vec<String> = witnesses.iter().map(|witness| format!("#{witness}")).collect();
        let (open, reading) = (format!("<{element} wit=\"{}\"", witnesses.join(" ")), xml(reading));
        if reading.is_empty() { format!("{open}/>") } else { format!("{open}>{reading}</{element}>") }
    });
    format!("<app>{}</app>", elements.collect::<String>())
}
