//! The stories loaded, by newspaper and day, or by the file they came in.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::issues::{Issue, issues};
use crate::corpus::Scope;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::one_line::one_line;
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
use crate::ui::widgets::bar::Bar;
use crate::ui::{browser, scopes};
use crate::view::{StoryRow, TextRow};

/// Maximum number of stories for which all groups are open; beyond it the reader opens them.
const OPEN: usize = 120;

/// Number of groups, and of stories in a group, drawn before the reader asks for the rest.
const GROUPS: usize = 60;
const STORIES: usize = 100;

/// Properties of [`StoryList`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StoryListProps {
    /// The stories.
    pub(crate) stories: Shared<Vec<StoryRow>>,
    /// The reader's own texts, which name the groups of their stories.
    pub(crate) texts: Option<Shared<Vec<TextRow>>>,
    /// The stories in the first colour.
    pub(crate) a: Option<Scope>,
    /// The stories in the second colour.
    pub(crate) b: Option<Scope>,
    /// The address of a story's link.
    pub(crate) href: Callback<String, String>,
}

/// Draws the corpus: one heading for each paper and day, one line for each story with its length. In a long
/// list only the groups of the stories on the screen are open.
#[component]
pub(crate) fn StoryList(props: &StoryListProps) -> Html {
    let catalog = use_catalog();
    let all = use_state_eq(|| false);
    let groups = use_memo((props.stories.clone(), props.texts.clone()), |(stories, texts)| {
        let texts = texts.as_deref().map_or(&[][..], Vec::as_slice);
        issues(stories, texts).into_iter().map(Shared::new).collect::<Vec<_>>()
    });
    let longest = props.stories.iter().map(|row| row.characters).max().unwrap_or(1);
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    let list = use_node_ref();
    use_effect_with((list.clone(), props.a.clone(), props.b.clone()), |(list, ..)| {
        // From the last to the first, so that the first is certain to be visible.
        for current in browser::find_all(list, "[aria-current]").iter().rev() {
            browser::scroll_least(current);
        }
    });
    let shown = if *all { groups.len() } else { groups.len().min(GROUPS) };
    let more = {
        let all = all.setter();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    let closed = props.stories.len() > OPEN;
    let both = scopes::are_of_both(&props.stories);
    let (own, examples) = groups[..shown].split_at(groups[..shown].partition_point(|issue| issue.own));
    let parts = [own, examples];
    let entry = entry(props, &groups[..shown], closed);
    html! {
        <div ref={list} class="story-list" data-steps="" {onkeydown}>
            { for parts.into_iter().map(|groups| html! {
                <>
                    if let Some(first) = groups.first().filter(|_| both) {
                        <p class="list-part">{ scopes::heading(first.own, &catalog) }</p>
                    }
                    { for groups.iter().map(|issue| html! {
                        <Group key={format!("{} {}", issue.name, issue.date)} list={props.clone()} issue={issue.clone()} entry={entry.clone()} {longest} {closed} />
                    }) }
                </>
            }) }
            if shown < groups.len() {
                <button type="button" class="link more" tabindex="-1" data-step="" onclick={more}>{ catalog.with(key!("list-more-groups"), [("n", (groups.len() - shown).into())]) }</button>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    list: StoryListProps,
    issue: Shared<Issue>,
    /// The story by which Tab enters the list.
    entry: String,
    longest: u32,
    /// True if it is closed until the reader opens it.
    closed: bool,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    let catalog = use_catalog();
    let GroupProps { list, issue, .. } = props;
    let rows = || issue.stories.iter().filter_map(|&place| list.stories.get(place));
    // A scope that names no story is not tested on each of thousands.
    let named = |scope: &Option<Scope>| matches!(scope, Some(Scope::Stories(ids)) if ids.len() < 3);
    let holds_current = (named(&list.a) || named(&list.b))
        && rows()
            .any(|row| (named(&list.a) && holds(&list.a, row)) || (named(&list.b) && holds(&list.b, row)));
    let chosen = use_state_eq(|| None::<bool>);
    let shown = use_state_eq(|| STORIES);
    let open = !props.closed || chosen.unwrap_or(holds_current);
    let ontoggle = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| {
            let element: HtmlElement = event.target_unchecked_into();
            chosen.set(Some(element.has_attribute("open")));
        })
    };
    let heading = heading(issue, props.closed, &catalog);
    let more = {
        let (setter, next) = (shown.setter(), *shown + STORIES);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    let left = issue.stories.len().saturating_sub(*shown);
    // Lines that nobody sees are not made: of thousands of stories most groups are closed.
    let body = || {
        html! {
            <>
                <ul>{ for rows().take(*shown).map(|row| line(row, props, &catalog)) }</ul>
                if left > 0 {
                    <button type="button" class="link more" tabindex="-1" data-step="" onclick={more}>{ catalog.with(key!("list-more-stories"), [("n", left.into())]) }</button>
                }
            </>
        }
    };
    if !props.closed {
        return html! { <section><h2>{ heading }</h2>{ body() }</section> };
    }
    html! {
        <details {open} {ontoggle}>
            <summary data-step="" tabindex={tabindex(rows().any(|row| row.id == props.entry))}><h2>{ heading }</h2></summary>
            if open {
                { body() }
            }
        </details>
    }
}

/// Returns the story by which Tab enters the list: the first on the screen that the list draws, else the first drawn. The
/// arrows go on from there.
fn entry(list: &StoryListProps, drawn: &[Shared<Issue>], closed: bool) -> String {
    let rows = |issue: &Issue| {
        issue.stories.iter().take(if closed { usize::MAX } else { STORIES }).copied().collect::<Vec<_>>()
    };
    let drawn: Vec<&String> = drawn
        .iter()
        .flat_map(|issue| rows(issue))
        .filter_map(|place| list.stories.get(place))
        .map(|row| &row.id)
        .collect();
    let mut named = [&list.a, &list.b].into_iter().flatten().filter_map(|scope| scope.named().first());
    let known = named.find(|id| drawn.contains(id));
    known.or(drawn.first().copied()).cloned().unwrap_or_default()
}

/// Returns the place of an element in the order of Tab: the one that is entered by, or none.
fn tabindex(entered: bool) -> &'static str {
    if entered { "0" } else { "-1" }
}

fn holds(scope: &Option<Scope>, row: &StoryRow) -> bool {
    scope.as_ref().is_some_and(|scope| scope.holds(row))
}

/// Draws the name and the day of a group; a closed group shows the number of its stories.
fn heading(issue: &Issue, closed: bool, catalog: &Catalog) -> Html {
    let name =
        if issue.name.is_empty() { catalog.text(key!("list-no-paper")) } else { issue.name.clone().into() };
    let stories = u32::try_from(issue.stories.len()).unwrap_or(u32::MAX);
    html! {
        <>
            { run(&name) }
            if closed {
                <span class="figures">{ catalog.count(stories) }<span class="unseen">{ catalog.with(key!("counted-stories"), [("n", stories.into())]) }</span></span>
            }
            <time datetime={issue.date.clone()}>{ issue.date.clone() }</time>
        </>
    }
}

/// Draws the line of a story, with its length compared with the longest.
fn line(row: &StoryRow, group: &GroupProps, catalog: &Catalog) -> Html {
    let GroupProps { list, entry, longest, closed, .. } = group;
    let side = if holds(&list.a, row) { Some("side-a") } else { holds(&list.b, row).then_some("side-b") };
    let title = scopes::title(row, catalog);
    html! {
        <li key={row.id.clone()} class={classes!(side)}>
            <a
                href={list.href.emit(row.id.clone())}
                title={title.clone()}
                aria-current={side.map(|_| "true")}
                data-step=""
                tabindex={tabindex(!closed && row.id == *entry)}
            >
                <span class="title" lang={lang_of(&title)}>{ one_line(&title) }</span>
                <Bar value={f64::from(row.characters)} max={f64::from(*longest)} />
                <span class="figures">
                    { catalog.count(row.characters) }
                    <span class="unseen">{ catalog.with(key!("counted-characters"), [("n", row.characters.into())]) }</span>
                </span>
            </a>
        </li>
    }
}
