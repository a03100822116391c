//! A matrix of squares: rows against columns, the darker the more they share.

use super::{Anchor, Chart, ChartLine, ChartMark, ChartSide, ChartText, LineRole, SHADES, Shape, TextRole};

/// The share of one row and one column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatrixCell {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// The share, 0 to 1.
    pub share: f64,
}

/// Adjacent rows with one name, such as the stories of a page, and the columns of the same numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowGroup {
    /// Their name; the renderer shortens one that is too long.
    pub name: String,
    /// Their number.
    pub length: usize,
}

const SIDE: f64 = 640.0;
const LEFT: f64 = 64.0;
const TOP: f64 = 28.0;

/// The largest square: a few stories do not fill the page.
const LARGEST: f64 = 64.0;

/// Minimum distance between names; nearer ones would overlap.
const LEAST_GAP: f64 = 15.0;

/// The shares from which a square is darker by one shade: a passing share, a large one, most of a text.
const STEPS: [f64; SHADES as usize - 1] = [0.05, 0.15, 0.4, 0.75];

/// Returns the shade of a share, 1 to [`SHADES`].
pub(super) fn shade(share: f64) -> u8 {
    STEPS.iter().fold(1, |shade, &step| shade + u8::from(share >= step))
}

/// Lays out cells, one mark per cell in their order; groups are separated by lines and named at both
/// edges.
pub fn matrix(cells: &[MatrixCell], groups: &[RowGroup]) -> Chart {
    let rows: usize = groups.iter().map(|group| group.length).sum();
    let size = (SIDE / rows.max(1) as f64).min(LARGEST);
    let side = size * rows as f64;
    // As wide as ever, so that letters keep their size.
    let mut chart = Chart { width: LEFT + SIDE, height: TOP + side, ..Chart::default() };
    let (mut at, mut named) = (0_usize, f64::NEG_INFINITY);
    let line =
        |x1: f64, y1: f64, x2: f64, y2: f64| ChartLine { x1, y1, x2, y2, width: 1.0, role: LineRole::Grid };
    for group in groups {
        let start = at as f64 * size;
        chart.lines.push(line(LEFT, TOP + start, LEFT + side, TOP + start));
        chart.lines.push(line(LEFT + start, TOP, LEFT + start, TOP + side));
        at += group.length;
        let middle = start + group.length as f64 * size / 2.0;
        let words = |x: f64, y: f64, anchor: Anchor| ChartText {
            x,
            y,
            text: group.name.clone(),
            anchor,
            role: TextRole::Tick,
        };
        if middle - named >= LEAST_GAP {
            chart.words.push(words(LEFT - 6.0, TOP + middle + 4.0, Anchor::End));
            named = middle;
        }
        if group.length as f64 * size >= 3.0 * LEAST_GAP {
            chart.words.push(words(LEFT + middle, TOP - 8.0, Anchor::Middle));
        }
    }
    chart.lines.push(line(LEFT, TOP + side, LEFT + side, TOP + side));
    chart.lines.push(line(LEFT + side, TOP, LEFT + side, TOP + side));
    // One unit of background between squares, if there is room for it.
    let inner = if size > 6.0 { size - 1.0 } else { size };
    chart.marks = cells
        .iter()
        .enumerate()
        .map(|(row, cell)| {
            let (x, y) = (LEFT + cell.column as f64 * size, TOP + cell.row as f64 * size);
            let shape = Shape::Square { x, y, size: inner, shade: shade(cell.share) };
            ChartMark { row, shape, side: ChartSide::Neither }
        })
        .collect();
    chart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_are_where_row_and_column_meet() {
        let groups = [("甲", 2), ("乙", 2)].map(|(name, length)| RowGroup { name: name.into(), length });
        let chart = matrix(
            &[MatrixCell { row: 0, column: 3, share: 0.8 }, MatrixCell { row: 3, column: 0, share: 0.01 }],
            &groups,
        );
        assert!(chart.holds_together());
        let corner = LEFT + 3.0 * LARGEST;
        let [first, second] = &chart.marks[..] else { panic!("{:?}", chart.marks) };
        assert!(matches!(first.shape, Shape::Square { x, y, shade: 5, .. } if x == corner && y == TOP));
        assert!(matches!(second.shape, Shape::Square { x, shade: 1, .. } if x == LEFT));
        assert_eq!(chart.words.len(), 4);
        assert_eq!((chart.width, chart.height), (LEFT + SIDE, TOP + 4.0 * LARGEST));
    }

    #[test]
    fn many_rows_have_fewer_names_and_none_has_none() {
        let many: Vec<RowGroup> = (0..300).map(|n| RowGroup { name: n.to_string(), length: 1 }).collect();
        let chart = matrix(&[], &many);
        assert!(chart.holds_together());
        assert!((2..=50).contains(&chart.words.len()), "{}", chart.words.len());
        assert!(matrix(&[], &[]).holds_together());
    }

    #[test]
    fn shades_rise_with_shares() {
        assert_eq!([0.0, 0.05, 0.2, 0.5, 1.0].map(shade), [1, 2, 3, 4, 5]);
    }
}
