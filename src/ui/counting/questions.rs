//! The query of each view of counts. Pure.

use crate::corpus::Scope;
use crate::engine::{
    Ask, CollocatesQuestion, ConcordanceQuestion, KeynessQuestion, KeywordsQuestion, MeasuresQuestion,
    NgramsQuestion, PhrasesQuestion, Query, ReferenceCorpus, StopWords, TermsQuestion, WordFilter,
    WordListQuestion,
};
use crate::lexicon::stop_words;
use crate::ui::routes::{
    CollocatesRoute, ConcordanceRoute, KeynessRoute, KeywordsRoute, MeasuresRoute, PhrasesRoute, Reference,
    StopChoice, TermsRoute, WordsRoute,
};
use crate::ui::scopes;
use crate::view::StoryRow;

/// Context next to a number, in characters.
const CONTEXT_BESIDE: u32 = 7;

/// Maximum number of occurrences listed next to a number.
const PLACES_BESIDE: u32 = 5;

/// Returns the query of a word list. The page itself filters by a part of a word as it is typed; a pattern is
/// left to the engine.
pub fn words(route: &WordsRoute) -> Query<WordListQuestion> {
    WordListQuestion {
        scope: route.scope.clone(),
        fold_variants: route.fold,
        stop_words: left_out(&route.stop),
        filter: WordFilter {
            contains: String::new(),
            pattern: pattern(&route.filter).unwrap_or_default().to_owned(),
            tag: route.tag.clone(),
            min_length: route.shortest,
            max_length: route.longest,
        },
        min_frequency: route.min,
        by_story: true,
        limit: None,
    }
    .over(route.units)
}

/// Returns a filter that is a pattern: a regular expression between slashes, or a text with wildcards.
pub fn pattern(filter: &str) -> Option<&str> {
    let regex = filter.len() > 2 && filter.starts_with('/') && filter.ends_with('/');
    (regex || !filter.starts_with('/') && filter.contains(['*', '?'])).then_some(filter)
}

/// Returns the text that a filter wants in a word; empty if it is a pattern or about to become one.
pub fn contained(filter: &str) -> &str {
    if filter.starts_with('/') || pattern(filter).is_some() { "" } else { filter }
}

/// Returns the stop words a choice leaves out. The engine itself knows the list if it is unchanged.
fn left_out(choice: &StopChoice) -> StopWords {
    if !choice.leave_out {
        StopWords::Keep
    } else if choice.added.is_empty() && choice.kept.is_empty() {
        StopWords::LeaveOut
    } else {
        StopWords::LeaveOutThese(stop_list(choice))
    }
}

/// Returns the stop words of a choice, in the order of the list.
pub fn stop_list(choice: &StopChoice) -> Vec<String> {
    let kept = |word: &&str| choice.kept.iter().any(|kept| kept == word);
    stop_words().filter(|word| !kept(word)).map(str::to_owned).chain(choice.added.iter().cloned()).collect()
}

/// Reads a choice from a list with one word per line; lines that begin with `#` are comments.
pub fn stop_choice(text: &str) -> StopChoice {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut wanted: Vec<&str> = Vec::new();
    for line in lines {
        if !wanted.contains(&line) {
            wanted.push(line);
        }
    }
    let ours: Vec<&str> = stop_words().collect();
    let without = |words: &[&str], others: &[&str]| {
        words.iter().filter(|word| !others.contains(word)).map(|&word| word.to_owned()).collect()
    };
    StopChoice { leave_out: true, added: without(&wanted, &ours), kept: without(&ours, &wanted) }
}

/// Returns the query of a keyness table, unless it needs the reader's own list and there is none.
pub fn keyness(
    route: &KeynessRoute,
    rows: &[StoryRow],
    list: Option<&str>,
) -> Option<Query<KeynessQuestion>> {
    let reference = match &route.reference {
        Reference::List => ReferenceCorpus::Table(list?.to_owned()),
        other => ReferenceCorpus::Scope(scopes::reference(other, &route.target, rows)),
    };
    let question = KeynessQuestion {
        target: route.target.clone(),
        reference,
        fold_variants: route.fold,
        measure: route.measure,
        min_frequency: route.min,
        limit: None,
    };
    Some(question.over(route.units))
}

/// Returns the query of a concordance, unless no node is given yet.
pub fn concordance(route: &ConcordanceRoute) -> Option<Query<ConcordanceQuestion>> {
    let question = ConcordanceQuestion {
        node: route.node.clone(),
        scope: route.scope.clone(),
        fold_variants: route.fold,
        context: Some(route.context),
        unit: route.unit,
        sort: route.sort.clone(),
        group_by_story: route.group,
        near: route.near.clone(),
        limit: None,
    };
    (!route.node.is_empty()).then(|| question.over(route.units))
}

/// Returns the query of the first occurrences of a node, shown next to a number that counts them.
pub fn first_places(route: &ConcordanceRoute) -> Query<ConcordanceQuestion> {
    ConcordanceQuestion {
        node: route.node.clone(),
        scope: route.scope.clone(),
        fold_variants: route.fold,
        context: Some(CONTEXT_BESIDE),
        near: route.near.clone(),
        limit: Some(PLACES_BESIDE),
        ..ConcordanceQuestion::default()
    }
    .over(route.units)
}

/// Returns the query of the occurrences of a word, shown next to a story.
pub fn places_beside(route: &ConcordanceRoute) -> Query<ConcordanceQuestion> {
    let question = ConcordanceQuestion {
        node: route.node.clone(),
        context: Some(CONTEXT_BESIDE),
        ..ConcordanceQuestion::default()
    };
    question.over(route.units)
}

/// Returns the queries of the words near a node: in its scope, and in the scope compared with it.
pub fn collocates(
    route: &CollocatesRoute,
) -> Option<(Query<CollocatesQuestion>, Option<Query<CollocatesQuestion>>)> {
    let question = |scope: &Scope| {
        CollocatesQuestion {
            node: route.node.clone(),
            scope: scope.clone(),
            fold_variants: route.fold,
            left: route.left,
            right: route.right,
            min_frequency: route.min,
            limit: None,
        }
        .over(route.units)
    };
    (!route.node.is_empty()).then(|| (question(&route.scope), route.beside.as_ref().map(question)))
}

/// Returns the query of every sequence of words.
pub fn ngrams(route: &PhrasesRoute) -> Query<NgramsQuestion> {
    NgramsQuestion {
        scope: route.scope.clone(),
        fold_variants: route.fold,
        min: route.shortest,
        max: Some(route.longest),
        min_frequency: route.min,
        limit: None,
    }
    .over(route.units)
}

/// Returns the query of the longest phrases that occur again.
pub fn phrases(route: &PhrasesRoute) -> Query<PhrasesQuestion> {
    PhrasesQuestion {
        scope: route.scope.clone(),
        fold_variants: route.fold,
        min_words: route.shortest,
        min_frequency: route.min,
        limit: None,
    }
    .over(route.units)
}

/// Returns the query of the terms of a scope.
pub fn terms(route: &TermsRoute) -> Query<TermsQuestion> {
    TermsQuestion { scope: route.scope.clone(), limit: None }.over(route.units)
}

/// Returns the query of the measures of each story.
pub fn measures(route: &MeasuresRoute) -> Query<MeasuresQuestion> {
    MeasuresQuestion { scope: route.scope.clone(), fold_variants: route.fold }.over(route.units)
}

/// Returns the query of the keywords of a story, unless none is chosen yet.
pub fn keywords(route: &KeywordsRoute) -> Option<Query<KeywordsQuestion>> {
    let question = KeywordsQuestion { id: route.id.clone(), method: route.method, limit: None };
    (!route.id.is_empty()).then(|| question.over(route.units))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_a_text_or_a_pattern() {
        assert_eq!((pattern("合作"), contained("合作")), (None, "合作"));
        assert_eq!((pattern("合*"), contained("合*")), (Some("合*"), ""));
        assert_eq!((pattern("/第.+/"), contained("/第.+/")), (Some("/第.+/"), ""));
        assert_eq!((pattern("/第"), contained("/第")), (None, ""), "half typed");
        assert_eq!(pattern("//"), None);
    }

    #[test]
    fn a_stop_list_comes_back_from_its_changes() {
        let ours: Vec<&str> = stop_words().collect();
        let first = ours[0];
        let text = format!("# mine\n{}\n天氣\n天氣\n", ours[1..].join("\n"));
        let choice = stop_choice(&text);
        assert_eq!(
            (choice.added.as_slice(), choice.kept.as_slice()),
            (&["天氣".to_owned()][..], &[first.to_owned()][..])
        );
        let list = stop_list(&choice);
        assert!(!list.iter().any(|word| word == first) && list.last().is_some_and(|word| word == "天氣"));
        let unchanged = stop_choice(&ours.join("\n"));
        assert_eq!(left_out(&unchanged), StopWords::LeaveOut);
        assert_eq!(left_out(&StopChoice::default()), StopWords::Keep);
    }

    #[test]
    fn a_list_that_is_not_there_is_not_asked_about() {
        let route = KeynessRoute { reference: Reference::List, ..KeynessRoute::default() };
        assert_eq!(keyness(&route, &[], None), None);
        let query = keyness(&route, &[], Some("詞\t1"));
        assert!(query.is_some_and(|query| matches!(query.question.reference, ReferenceCorpus::Table(_))));
    }

    #[test]
    fn nothing_is_asked_before_a_node_is_given() {
        assert_eq!(concordance(&ConcordanceRoute::default()), None);
        assert_eq!(collocates(&CollocatesRoute::default()), None);
    }
}
