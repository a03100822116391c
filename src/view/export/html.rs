//! The report as one self-contained HTML page.

use super::escape::xml;
use super::labels::{Label, Labels};
use super::outline::{OutlinePart, OutlineRun, Voice, outline};
use super::side_by_side::SideBySideTexts;
use crate::view::{Report, Witnesses};

/// The style sheet of the page, for screen and paper, light and dark.
const STYLE: &str = include_str!("report.css");

/// Formats the report as a page of valid HTML without scripts, with the texts side by side at its end; deletions and
/// insertions are in `del` and `ins`. Its statements link to these texts, unless the labels have addresses outside.
pub fn html(report: &Report, table: &Witnesses, labels: &Labels) -> String {
    let language = if labels.language.is_empty() { "und" } else { &labels.language };
    let texts = SideBySideTexts::new(report, table, labels);
    let link = |story: usize, range| {
        if labels.has_links() {
            labels.link(&report.stories[story].id, range)
        } else {
            texts.link(story, range)
        }
    };
    let parts: String = outline(report, labels, &link).iter().map(part).collect();
    let names: Vec<String> =
        report.stories.iter().enumerate().map(|(at, story)| labels.called(at, story)).collect();
    let made = [labels.of(Label::Made), crate::VERSION, &labels.day].join(" ");
    format!(
        concat!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            "<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{parts}{texts}",
            "<p class=\"made\">{made}</p>\n</main>\n</body>\n</html>\n",
        ),
        language = xml(language),
        title = xml(&format!("{} · {}", labels.of(Label::Title), names.join(" · "))),
        style = STYLE,
        parts = parts,
        texts = texts.html(),
        made = xml(made.trim()),
    )
}

fn part(part: &OutlinePart) -> String {
    match part {
        OutlinePart::Heading(level, text) => format!("<h{level}>{}</h{level}>\n", xml(text)),
        OutlinePart::Paragraph(text) => format!("<p>{}</p>\n", xml(text)),
        OutlinePart::List(lines) => {
            let lines: String = lines.iter().map(|line| format!("<li>{}</li>\n", runs(line))).collect();
            format!("<ul>\n{lines}</ul>\n")
        }
        OutlinePart::Table(heads, rows) => {
            let heads: String = heads
                .iter()
                .map(|head| {
                    if head.is_empty() {
                        "<td></td>".to_owned()
                    } else {
                        format!("<th scope=\"col\">{}</th>", xml(head))
                    }
                })
                .collect();
            let rows: String = rows
                .iter()
                .map(|cells| {
                    let cells = cells.iter().enumerate().map(|(at, cell)| match at {
                        0 => format!("<th scope=\"row\">{}</th>", runs(cell)),
                        _ => format!("<td>{}</td>", runs(cell)),
                    });
                    format!("<tr>{}</tr>\n", cells.collect::<String>())
                })
                .collect();
            format!(
                "<div class=\"wide\" tabindex=\"0\">\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
            )
        }
    }
}

fn runs(runs: &[OutlineRun]) -> String {
    runs.iter().map(run).collect()
}

fn run(run: &OutlineRun) -> String {
    let words = xml(&run.text);
    let words = match run.voice {
        Voice::Report => words,
        _ if run.text.is_empty() => words,
        Voice::Story => format!("<q>{words}</q>"),
        Voice::Deleted => format!("<del>{words}</del>"),
        Voice::Inserted => format!("<ins>{words}</ins>"),
    };
    match &run.link {
        Some(link) => format!("<a href=\"{}\">{words}</a>", xml(link)),
        None => words,
    }
}
