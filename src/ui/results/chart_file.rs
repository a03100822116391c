//! A chart as a separate file: SVG with its colours written in, since a file has no style sheet.

use std::fmt::Write;

use crate::view::chart::{Anchor, Chart, ChartMark, ChartSide, ChartText, LineRole, SHADES, Shape, TextRole};

/// Colours of the light theme, as in `tokens.css`.
const PAPER: &str = "#fbfaf6";
const INK: &str = "#1e1c18";
const SOFT: &str = "#625d52";
const RULE: &str = "#dfdacd";
const A: &str = "#23508f";
const B: &str = "#85480a";

const FONTS: &str = "'Noto Sans HK','Noto Sans CJK HK','PingFang HK','Microsoft JhengHei',sans-serif";

/// Margin around the drawing, and height of the title above it.
const MARGIN: f64 = 16.0;
const HEADING: f64 = 28.0;

/// Returns the width and height of the file's picture.
pub fn size(chart: &Chart) -> (f64, f64) {
    (chart.width + 2.0 * MARGIN, chart.height + 2.0 * MARGIN + HEADING)
}

/// Writes the chart as SVG. `names` holds the name of each mark, by its row.
pub fn svg(chart: &Chart, title: &str, description: &str, names: &[String]) -> String {
    let (width, height) = size(chart);
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"{FONTS}\">"
    );
    let (title, description) = (escaped(title), escaped(description));
    file += &format!("<title>{title}</title><desc>{description}</desc>");
    file += &format!("<rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>");
    file += &format!(
        "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"15\" font-weight=\"600\" fill=\"{INK}\">{title}</text>",
        MARGIN + 14.0
    );
    file += &format!("<g transform=\"translate({MARGIN} {})\">", MARGIN + HEADING);
    // Writing to a `String` cannot fail.
    for line in &chart.lines {
        let colour = match line.role {
            LineRole::Axis => INK,
            LineRole::Grid | LineRole::Tie => RULE,
        };
        let _ = write!(
            file,
            "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" stroke=\"{colour}\" stroke-width=\"{:.2}\"/>",
            line.x1, line.y1, line.x2, line.y2, line.width
        );
    }
    for mark in &chart.marks {
        file += &drawn(mark, &names.get(mark.row).map(|name| escaped(name)).unwrap_or_default());
    }
    for words in &chart.words {
        let (size, fill, weight) = look(words);
        let _ = write!(
            file,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\" stroke=\"{PAPER}\" stroke-width=\"3\" paint-order=\"stroke\">{}</text>",
            words.x,
            words.y,
            anchor(words.anchor),
            escaped(&words.text)
        );
    }
    file + "</g></svg>\n"
}

/// Writes a mark with its name.
fn drawn(mark: &ChartMark, name: &str) -> String {
    let fill = side(mark.side, SOFT);
    match mark.shape {
        Shape::Circle { x, y, r } => format!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\" fill=\"{fill}\"><title>{name}</title></circle>"
        ),
        Shape::Bar { x, y, width, height } => format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{fill}\"><title>{name}</title></rect>"
        ),
        Shape::Square { x, y, size, shade } => format!(
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{size:.2}\" height=\"{size:.2}\" fill=\"{A}\" fill-opacity=\"{:.2}\"><title>{name}</title></rect>",
            f64::from(shade) / f64::from(SHADES)
        ),
        Shape::Stroke { x1, y1, x2, y2 } => format!(
            "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"{A}\" stroke-width=\"2\"><title>{name}</title></line>"
        ),
    }
}

fn look(words: &ChartText) -> (u32, &'static str, u32) {
    match words.role {
        TextRole::Tick => (11, SOFT, 400),
        TextRole::Title => (12, SOFT, 600),
        TextRole::Label(of) => (13, side(of, INK), 400),
        TextRole::Centre => (20, INK, 600),
    }
}

fn side(side: ChartSide, neither: &'static str) -> &'static str {
    match side {
        ChartSide::A => A,
        ChartSide::B => B,
        ChartSide::Neither => neither,
    }
}

/// Returns the anchor's name in SVG.
pub(super) fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// Escapes a text for markup. Characters that XML does not allow are left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\t' | '\n' => safe.push(' '),
            other if other.is_control() || matches!(other, '\u{fffe}' | '\u{ffff}') => {}
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::chart::{Tie, network};

    #[test]
    fn a_file_stands_by_itself() {
        let tie =
            Tie { label: "<協作> & \"力\"".into(), strength: 9.0, meetings: 2.0, side: ChartSide::A };
        let file = svg(&network("節點", &[tie]), "搭配詞", "何物", &["協作：2".to_owned()]);
        assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
        for part in [
            "<title>搭配詞</title>",
            "<desc>何物</desc>",
            "<title>協作：2</title>",
            "節點",
            "&lt;協作&gt; &amp; &quot;力&quot;",
        ] {
            assert!(file.contains(part), "{part} in {file}");
        }
        assert!(!file.contains("class=") && !file.contains("style="), "a file has no style sheet");
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escaped("甲\u{0}乙\u{b}\n丙"), "甲乙 丙");
    }
}
