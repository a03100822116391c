//! The groups of stories on one event, as similarity finds them.

use yew::prelude::*;

use crate::text::OrderBy;
use crate::ui::comparing::story_set::MOST;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::{Route, WitnessesRoute};
use crate::ui::shared::Shared;
use crate::view::Similarity;

/// Groups listed at most, the largest first.
const LISTED: usize = 20;

/// Properties of [`SimilarityGroups`].
#[derive(Clone, PartialEq, Properties)]
pub struct SimilarityGroupsProps {
    /// What was found.
    pub found: Shared<Similarity>,
    /// What each story is called.
    pub names: Shared<Vec<String>>,
}

/// The largest groups, each named by its first story and leading to its first stories side by side; nothing where no two
/// stories are on one event.
#[component]
pub fn SimilarityGroups(props: &SimilarityGroupsProps) -> Html {
    let catalog = use_catalog();
    let groups = use_memo(props.found.clone(), |found| groups(&found.groups));
    if groups.is_empty() {
        return html! {};
    }
    let item = |group: &Vec<usize>| {
        let named = group.iter().take(MOST).filter_map(|&story| props.found.ids.get(story).cloned());
        let route = WitnessesRoute { ids: named.collect(), ..WitnessesRoute::default() };
        let first = group.first().copied().unwrap_or_default();
        html! {
            <li key={first}>
                <a href={Route::from(route).href()}>{ props.names.get(first).cloned().unwrap_or_default() }</a>
                { " " }
                <span class="figures">
                    { catalog.with(key!("similarity-group"), [("stories", group.len().into())]) }
                </span>
            </li>
        }
    };
    let more = groups.len().saturating_sub(LISTED);
    html! {
        <section class="similarity-groups">
            <h2>{ catalog.text(key!("similarity-groups")) }</h2>
            <ol>{ for groups.iter().take(LISTED).map(item) }</ol>
            if more > 0 {
                <p class="hint">{ catalog.with(key!("similarity-groups-more"), [("groups", more.into())]) }</p>
            }
        </section>
    }
}

/// The groups of two or more, by the places of their stories: the largest first, then in the order of their first stories.
fn groups(numbers: &[u32]) -> Vec<Vec<usize>> {
    let count = numbers.iter().max().map_or(0, |&last| last as usize + 1);
    let mut groups = vec![Vec::new(); count];
    for (story, &number) in numbers.iter().enumerate() {
        groups[number as usize].push(story);
    }
    groups.retain(|group| group.len() > 1);
    groups.order_by_key(|group| std::cmp::Reverse(group.len()));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_groups_come_first_and_single_stories_are_none() {
        let found = groups(&[0, 1, 0, 2, 3, 3, 2, 2, 4]);
        assert_eq!(found, [vec![3, 6, 7], vec![0, 2], vec![4, 5]]);
        assert!(groups(&[]).is_empty() && groups(&[0, 1]).is_empty());
    }
}
