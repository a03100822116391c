//! Tables as comma-separated values, with a byte order mark so that a spreadsheet reads the Chinese.

use crate::view::{Concordance, Keyness, WordList};

/// A word list; the header names the columns as the JavaScript API does.
pub fn word_list(list: &WordList) -> String {
    let head = ["rank", "word", "frequency", "per10k", "range", "dp", "juillandD"];
    table(
        &head,
        list.rows.iter().map(|row| {
            vec![
                row.rank.to_string(),
                row.word.clone(),
                row.frequency.to_string(),
                row.per_10k.to_string(),
                row.range.to_string(),
                row.dp.to_string(),
                row.juilland_d.to_string(),
            ]
        }),
    )
}

/// A keyness table.
pub fn keyness(keyness: &Keyness) -> String {
    let head = [
        "rank",
        "word",
        "target",
        "reference",
        "targetPer10k",
        "referencePer10k",
        "score",
        "logRatio",
        "p",
        "lowExpected",
    ];
    table(
        &head,
        keyness.rows.iter().map(|row| {
            vec![
                row.rank.to_string(),
                row.word.clone(),
                row.target.to_string(),
                row.reference.to_string(),
                row.target_per_10k.to_string(),
                row.reference_per_10k.to_string(),
                row.score.to_string(),
                row.log_ratio.to_string(),
                row.p.to_string(),
                row.low_expected.to_string(),
            ]
        }),
    )
}

/// A concordance.
pub fn concordance(concordance: &Concordance) -> String {
    let head = ["id", "start", "end", "left", "node", "right"];
    table(
        &head,
        concordance.rows.iter().map(|row| {
            vec![
                row.id.clone(),
                row.start.to_string(),
                row.end.to_string(),
                row.left.clone(),
                row.node.clone(),
                row.right.clone(),
            ]
        }),
    )
}

/// RFC 4180: lines end in CR LF, and a field is quoted where it must be.
pub fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = String::from('\u{feff}');
    text += &head.join(",");
    text += "\r\n";
    for row in rows {
        let fields: Vec<String> = row.iter().map(|field| quote(field)).collect();
        text += &fields.join(",");
        text += "\r\n";
    }
    text
}

fn quote(field: &str) -> String {
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::WordRow;

    #[test]
    fn quotes_only_what_must_be() {
        assert_eq!(quote("平臺"), "平臺");
        assert_eq!(quote("a,\"b\""), "\"a,\"\"b\"\"\"");
    }

    #[test]
    fn a_word_list_begins_with_a_mark_and_a_header() {
        let row = WordRow {
            rank: 1,
            word: "中俄".into(),
            frequency: 3,
            per_10k: 12.5,
            range: 2,
            dp: 0.25,
            juilland_d: 0.75,
            ..WordRow::default()
        };
        let list = WordList { rows: vec![row], tokens: 2400, types: 1, stories: 2, sizes: Vec::new() };
        let expected =
            "\u{feff}rank,word,frequency,per10k,range,dp,juillandD\r\n1,中俄,3,12.5,2,0.25,0.75\r\n";
        assert_eq!(word_list(&list), expected);
    }
}
