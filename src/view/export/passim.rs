//! Passages by cluster, as passim writes them.

use super::escape::json;
use crate::view::Witnesses;

/// One JSON object to a line for every passage that two stories or more have: its cluster, how many passages that has, the
/// story, its series (the paper), where it stands in UTF-16 code units, and its words.
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
