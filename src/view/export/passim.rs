//! Passages by cluster, in passim's format.

use super::escape::json;
use crate::view::Witnesses;

/// Formats one JSON object per line for every passage that two or more stories have: its cluster, the
/// number of passages in the cluster, the story, its series (the paper), its place in UTF-16 code units,
/// and its words.
pub fn passim(table: &Witnesses) -> String {
    let mut file = String::new();
    for (cluster, row) in table.rows.iter().enumerate() {
        let size = row.cells.iter().flatten().count();
        if size < 2 {
            continue;
        }
        for (story, cell) in table.stories.iter().zip(&row.cells) {
            let Some(cell) = cell else { continue };
            file.push_str(&format!(
                "{{\"cluster\":{cluster},\"size\":{size},\"id\":{},\"series\":{},\"date\":{},\"begin\":{},\"end\":{},\"text\":{}}}\n",
                json(&story.id),
                json(&story.paper),
                json(&story.date),
                cell.range.start,
                cell.range.end,
                json(&cell.text),
            ));
        }
    }
    file
}
