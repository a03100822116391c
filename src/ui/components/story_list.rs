//! The stories loaded, by newspaper and day.

use yew::prelude::*;

use super::bar::Bar;
use crate::corpus::Scope;
use crate::ui::i18n::use_catalog;
use crate::ui::shared::Shared;
use crate::ui::{browser, keyboard, scopes};
use crate::view::StoryRow;

/// Properties of [`StoryList`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StoryListProps {
    /// The stories.
    pub(crate) stories: Shared<Vec<StoryRow>>,
    /// The stories in the first colour.
    pub(crate) a: Option<Scope>,
    /// The stories in the second colour.
    pub(crate) b: Option<Scope>,
    /// The address a story's link leads to.
    pub(crate) href: Callback<String, String>,
}

/// The corpus: one heading for each paper and day, one line for each story with its length.
#[component]
pub(crate) fn StoryList(props: &StoryListProps) -> Html {
    let catalog = use_catalog();
    let longest = props.stories.iter().map(|row| row.characters).max().unwrap_or(1);
    let line = |row: &StoryRow| {
        let is = |scope: &Option<Scope>| scope.as_ref().is_some_and(|scope| scopes::holds(scope, row));
        let side = if is(&props.a) { Some("side-a") } else { is(&props.b).then_some("side-b") };
        let title = scopes::title(row, &catalog);
        html! {
            <li key={row.id.clone()} class={classes!(side)}>
                <a
                    href={props.href.emit(row.id.clone())}
                    title={title.clone()}
                    aria-current={side.map(|_| "true")}
                    data-step=""
                >
                    <span class="title" lang="zh-Hant-HK">{ title.clone() }</span>
                    <Bar value={f64::from(row.characters)} max={f64::from(longest)} />
                    <span class="figures">
                        { catalog.count(row.characters) }
                        <span class="unseen">{ catalog.text("unit-characters") }</span>
                    </span>
                </a>
            </li>
        }
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    let list = use_node_ref();
    use_effect_with((list.clone(), props.a.clone(), props.b.clone()), |(list, ..)| {
        // From the last to the first, so that the first is sure to be seen.
        for current in browser::find_all(list, "[aria-current]").iter().rev() {
            browser::scroll_least(current);
        }
    });
    html! {
        <div ref={list} class="story-list" {onkeydown}>
            { for issues(&props.stories).into_iter().map(|(paper, date, rows)| html! {
                <section key={format!("{paper} {date}")}>
                    <h2>
                        <span lang="zh-Hant-HK">{ paper.to_owned() }</span>
                        <time datetime={date.to_owned()}>{ date.to_owned() }</time>
                    </h2>
                    <ul>{ for rows.into_iter().map(line) }</ul>
                </section>
            }) }
        </div>
    }
}

/// One issue of a paper: its name, its day, its stories.
type Issue<'a> = (&'a str, &'a str, Vec<&'a StoryRow>);

/// Gathers stories by paper and day, the newest day first.
fn issues(rows: &[StoryRow]) -> Vec<Issue<'_>> {
    let mut issues: Vec<Issue<'_>> = Vec::new();
    for row in rows {
        match issues.iter_mut().find(|(paper, date, _)| *paper == row.paper && *date == row.date) {
            Some((_, _, rows)) => rows.push(row),
            None => issues.push((&row.paper, &row.date, vec![row])),
        }
    }
    issues.sort_by(|(_, one, _), (_, other, _)| other.cmp(one));
    issues
}
