//! A chart as a separate file: SVG with its colours written in, since a file has no style sheet.

use super::chart_svg::{self, SvgElement};
use crate::view::chart::{
    Chart, ChartLine, ChartMark, ChartSide, ChartText, LineRole, SHADES, Shape, TextRole,
};
use crate::view::export::xml;

/// Colours of the light theme, which `build.rs` reads in `tokens.css`.
const PAPER: &str = env!("DUIDU_COLOUR_PAPER");
const INK: &str = env!("DUIDU_COLOUR_INK");
const SOFT: &str = env!("DUIDU_COLOUR_SOFT");
const RULE: &str = env!("DUIDU_COLOUR_LINE");
const A: &str = env!("DUIDU_COLOUR_A");
const B: &str = env!("DUIDU_COLOUR_B");

const FONTS: &str = "'Noto Sans HK','Noto Sans CJK HK','PingFang HK','Microsoft JhengHei',sans-serif";

/// Margin around the drawing, and height of the title above it.
const MARGIN: f64 = 16.0;
const HEADING: f64 = 28.0;

/// Attributes that colour an element.
type Paint = Vec<(&'static str, String)>;

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
    let (title, description) = (xml(title), xml(description));
    file += &format!("<title>{title}</title><desc>{description}</desc>");
    file += &format!("<rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>");
    file += &format!(
        "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"15\" font-weight=\"600\" fill=\"{INK}\">{title}</text>",
        MARGIN + 14.0
    );
    file += &format!("<g transform=\"translate({MARGIN} {})\">", MARGIN + HEADING);
    for line in &chart.lines {
        push(&mut file, &chart_svg::line(line), &line_paint(line), None);
    }
    for mark in &chart.marks {
        let name = names.get(mark.row).map_or("", String::as_str);
        push(&mut file, &chart_svg::mark(mark), &mark_paint(mark), Some(name));
    }
    for words in &chart.words {
        push(&mut file, &chart_svg::text(words), &text_paint(words), None);
    }
    file + "</g></svg>\n"
}

/// Appends an element with the attributes that colour it and, if it is a mark, its name.
fn push(file: &mut String, element: &SvgElement, paint: &Paint, name: Option<&str>) {
    *file += &format!("<{}", element.tag);
    for (attribute, value) in element.attributes.iter().chain(paint) {
        *file += &format!(" {attribute}=\"{value}\"");
    }
    *file += ">";
    if let Some(name) = name {
        *file += &format!("<title>{}</title>", xml(name));
    }
    *file += &element.text.as_deref().map(xml).unwrap_or_default();
    *file += &format!("</{}>", element.tag);
}

fn line_paint(line: &ChartLine) -> Paint {
    let colour = match line.role {
        LineRole::Axis => INK,
        LineRole::Grid | LineRole::Tie => RULE,
    };
    vec![("stroke", colour.to_owned())]
}

fn mark_paint(mark: &ChartMark) -> Paint {
    match mark.shape {
        Shape::Circle { .. } | Shape::Bar { .. } => vec![("fill", colour(mark.side, SOFT).to_owned())],
        Shape::Square { shade, .. } => {
            let opacity = f64::from(shade) / f64::from(SHADES);
            vec![("fill", A.to_owned()), ("fill-opacity", format!("{opacity:.2}"))]
        }
        Shape::Stroke { .. } => vec![("stroke", A.to_owned()), ("stroke-width", "2".to_owned())],
    }
}

fn text_paint(words: &ChartText) -> Paint {
    let (fill, weight) = match words.role {
        TextRole::Tick => (SOFT, 400),
        TextRole::Title => (SOFT, 600),
        TextRole::Label(side) => (colour(side, INK), 400),
        TextRole::Centre => (INK, 600),
    };
    vec![
        ("font-size", words.role.size().to_string()),
        ("font-weight", weight.to_string()),
        ("fill", fill.to_owned()),
        ("stroke", PAPER.to_owned()),
        ("stroke-width", "3".to_owned()),
        ("paint-order", "stroke".to_owned()),
    ]
}

fn colour(side: ChartSide, neither: &'static str) -> &'static str {
    match side {
        ChartSide::A => A,
        ChartSide::B => B,
        ChartSide::Neither => neither,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::chart::{Tie, network};

    #[test]
    fn a_file_needs_no_style_sheet() {
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
    fn the_colours_are_those_of_the_page() {
        for colour in [PAPER, INK, SOFT, RULE, A, B] {
            assert!(colour.len() == 7 && colour.starts_with('#'), "{colour}");
        }
    }
}
