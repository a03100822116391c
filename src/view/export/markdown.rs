//! The report as Markdown.

use super::escape;
use super::labels::Labels;
use super::outline::{OutlinePart, OutlineRun, Voice, outline};
use crate::view::Report;

/// Formats the report as CommonMark with tables, as GitHub and Pandoc read them.
pub fn markdown(report: &Report, labels: &Labels) -> String {
    let link = |story: usize, range| labels.link(&report.stories[story].id, range);
    outline(report, labels, &link).iter().map(part).collect()
}

fn part(part: &OutlinePart) -> String {
    match part {
        OutlinePart::Heading(level, text) => {
            format!("{} {}\n\n", "#".repeat(usize::from(*level)), escape::markdown(text))
        }
        OutlinePart::Paragraph(text) => format!("{}\n\n", escape::markdown(text)),
        OutlinePart::List(lines) => {
            let lines: String = lines.iter().map(|line| format!("- {}\n", runs(line))).collect();
            format!("{lines}\n")
        }
        OutlinePart::Table(heads, rows) => {
            let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
            let head = line(heads.iter().map(|head| escape::markdown(head)).collect());
            let rule = line(vec!["---".to_owned(); heads.len()]);
            let rows: String =
                rows.iter().map(|row| line(row.iter().map(|cell| runs(cell)).collect())).collect();
            format!("{head}{rule}{rows}\n")
        }
    }
}

fn runs(runs: &[OutlineRun]) -> String {
    runs.iter().map(run).collect()
}

fn run(run: &OutlineRun) -> String {
    let words = escape::markdown(&run.text);
    // Emphasis marks do not work next to white space, so HTML, which Markdown may contain, is used for both.
    let words = match run.voice {
        Voice::Report | Voice::Story => words,
        _ if run.text.is_empty() => words,
        Voice::Deleted => format!("<del>{words}</del>"),
        Voice::Inserted => format!("<ins>{words}</ins>"),
    };
    match &run.link {
        Some(link) => format!("[{words}](<{}>)", escape::markdown_address(link)),
        None => words,
    }
}
