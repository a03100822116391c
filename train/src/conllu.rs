//! Treebanks in CoNLL-U.

/// A syntactic word of a treebank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its form, without the spaces in some Latin forms.
    pub(crate) form: String,
    /// Its universal part of speech.
    pub(crate) upos: String,
    /// Its part of speech in the treebank's own tag set; `_` if there is none.
    pub(crate) xpos: String,
    /// The position of its head, from 1; 0 for the root.
    pub(crate) head: usize,
    /// Its relation to its head.
    pub(crate) relation: String,
    /// True if a space follows it in the text.
    pub(crate) space_after: bool,
}

/// Parses the sentences of a file, without multi-word ranges and empty nodes.
pub(crate) fn sentences(file: &str) -> Vec<Vec<Token>> {
    let mut sentences = Vec::new();
    let mut sentence = Vec::new();
    for line in file.lines().chain([""]) {
        if line.is_empty() {
            if !sentence.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
        } else if !line.starts_with('#') {
            let columns: Vec<&str> = line.split('\t').collect();
            if let [id, form, _, upos, xpos, _, head, relation, _, misc] = columns[..]
                && id.bytes().all(|byte| byte.is_ascii_digit())
            {
                sentence.push(Token {
                    form: form.chars().filter(|c| !c.is_whitespace()).collect(),
                    upos: upos.into(),
                    xpos: xpos.into(),
                    head: head.parse().unwrap_or(0),
                    relation: relation.into(),
                    space_after: !misc.contains("SpaceAfter=No"),
                });
            }
        }
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_words_and_skips_ranges_and_comments() {
        let file = "# text = x\n1-2\t甲乙\t_\t_\t_\t_\t_\t_\t_\t_\n1\t甲\t_\tNOUN\tNN\t_\t0\troot\t_\tSpaceAfter=No\n";
        let read = sentences(file);
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].len(), 1);
        assert_eq!((read[0][0].form.as_str(), read[0][0].space_after), ("甲", false));
    }
}
