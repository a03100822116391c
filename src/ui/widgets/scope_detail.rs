//! The details of a scope that no list of papers, pages and stories offers: parts, days, stories by hand.

use std::collections::BTreeSet;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::by_hand::ByHand;
use super::fields::ListField;
use super::name_corpus::NameCorpus;
use super::narrow::OFFERED;
use crate::corpus::{BlockKinds, Scope, StoryFilter};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::view::StoryRow;

/// A scope that the reader is composing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScopeDraft {
    /// The parts of the stories; `None` for all of them.
    pub parts: Option<BlockKinds>,
    /// The paper and page that were chosen from the list.
    pub filter: StoryFilter,
    /// Stories chosen by hand, which override everything but the parts.
    pub ids: BTreeSet<String>,
}

impl ScopeDraft {
    /// Creates the draft of a scope.
    pub fn of(scope: &Scope) -> Self {
        let parts = scopes::parts(scope);
        match scopes::unnamed(scope) {
            Scope::Stories(ids) => Self { parts, ids: ids.iter().cloned().collect(), ..Self::default() },
            Scope::Filter(filter) => Self { parts, filter: filter.clone(), ..Self::default() },
            Scope::All | Scope::Usual | Scope::Parts { .. } | Scope::Named { .. } => {
                Self { parts, ..Self::default() }
            }
        }
    }

    /// Returns the scope of a draft.
    pub fn scope(&self) -> Scope {
        let stories = if !self.ids.is_empty() {
            Scope::Stories(self.ids.iter().cloned().collect())
        } else if self.filter == StoryFilter::default() {
            Scope::All
        } else {
            Scope::Filter(self.filter.clone())
        };
        scopes::with_parts(stories, self.parts)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ScopeDetailProps {
    /// The name of the scope, which distinguishes two of these on one page.
    pub(crate) label: AttrValue,
    pub(crate) stories: Shared<Vec<StoryRow>>,
    pub(crate) value: Scope,
    pub(crate) onpick: Callback<Scope>,
}

/// Draws a panel that opens under the list. Counts change only after the reader accepts it.
#[component]
pub(crate) fn ScopeDetail(props: &ScopeDetailProps) -> Html {
    let catalog = use_catalog();
    let panel = use_node_ref();
    let open = use_state_eq(|| false);
    let draft = use_state_eq(|| ScopeDraft::of(&props.value));
    use_effect_with(props.value.clone(), {
        let draft = draft.setter();
        move |value| draft.set(ScopeDraft::of(value))
    });
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<web_sys::Element>().has_attribute("open"));
        })
    };
    let close = {
        let panel = panel.clone();
        Callback::from(move |()| {
            if let Some(panel) = panel.cast::<web_sys::Element>() {
                let _ = panel.remove_attribute("open");
            }
        })
    };
    let onkeydown = on_escape(&close);
    let onnamed = {
        let (close, onpick) = (close.clone(), props.onpick.clone());
        Callback::from(move |scope: Scope| {
            close.emit(());
            onpick.emit(scope);
        })
    };
    let accept = {
        let (draft, onpick) = (draft.clone(), props.onpick.clone());
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            onpick.emit(draft.scope());
        })
    };
    let onchoose = {
        let draft = draft.clone();
        Callback::from(move |ids| draft.set(ScopeDraft { ids, ..(*draft).clone() }))
    };
    html! {
        <details ref={panel} class="scope-detail popover" {ontoggle} {onkeydown}>
            <summary aria-label={format!("{}, {}", props.label, catalog.text(key!("scope-detail")))}>{ catalog.text(key!("scope-detail")) }</summary>
            if *open {
                <div class="panel">
                    { parts(&props.label, &draft, &catalog) }
                    { days(&draft, &catalog) }
                    { conditions(&props.stories, &draft, &catalog) }
                    <ByHand stories={props.stories.clone()} chosen={draft.ids.clone()} {onchoose} />
                    <button type="button" class="button" onclick={accept}>{ catalog.text(key!("action-apply")) }</button>
                    <NameCorpus scope={draft.scope()} {onnamed} />
                </div>
            }
        </details>
    }
}

/// Returns a handler that closes the panel by the Escape key.
fn on_escape(close: &Callback<()>) -> Callback<KeyboardEvent> {
    let close = close.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close.emit(());
        }
    })
}

/// Returns a handler that changes the draft with the value of a field, and with true if it is checked.
fn changing(
    draft: &UseStateHandle<ScopeDraft>,
    change: fn(&mut ScopeDraft, String, bool),
) -> Callback<Event> {
    let draft = draft.clone();
    Callback::from(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let mut next = (*draft).clone();
        change(&mut next, field.value(), field.checked());
        draft.set(next);
    })
}

/// Draws the choice between whole stories, headlines and bodies.
fn parts(label: &str, draft: &UseStateHandle<ScopeDraft>, catalog: &Catalog) -> Html {
    let parts = [
        (key!("scope-whole"), "", None),
        (key!("scope-headlines"), "headlines", Some(BlockKinds::HEADLINES)),
        (key!("scope-bodies"), "bodies", Some(BlockKinds::BODIES)),
    ];
    let onpart = changing(draft, |draft, value, _| {
        draft.parts = match value.as_str() {
            "headlines" => Some(BlockKinds::HEADLINES),
            "bodies" => Some(BlockKinds::BODIES),
            _ => None,
        };
    });
    html! {
        <fieldset>
            <legend>{ catalog.text(key!("scope-parts")) }</legend>
            { for parts.into_iter().map(|(key, value, kinds)| html! {
                <label key={key}>
                    <input type="radio" name={format!("parts of {label}")} {value} checked={draft.parts == kinds} onchange={onpart.clone()} />
                    { catalog.text(key) }
                </label>
            }) }
        </fieldset>
    }
}

/// Draws the first and the last day.
fn days(draft: &UseStateHandle<ScopeDraft>, catalog: &Catalog) -> Html {
    let onfrom =
        changing(draft, |draft, value, _| draft.filter.from = Some(value).filter(|day| !day.is_empty()));
    let onto = changing(draft, |draft, value, _| draft.filter.to = Some(value).filter(|day| !day.is_empty()));
    html! {
        <fieldset>
            <legend>{ catalog.text(key!("scope-days")) }</legend>
            <label>{ catalog.text(key!("scope-from")) }<input type="date" value={draft.filter.from.clone()} onchange={onfrom} /></label>
            <label>{ catalog.text(key!("scope-to")) }<input type="date" value={draft.filter.to.clone()} onchange={onto} /></label>
        </fieldset>
    }
}

/// Draws the choice of a value for each kind of condition that some story could meet.
fn conditions(stories: &[StoryRow], draft: &UseStateHandle<ScopeDraft>, catalog: &Catalog) -> Html {
    let filled = |value: String| Some(value).filter(|value| !value.is_empty());
    let field = |label: MessageKey,
                 values: Vec<&str>,
                 now: &Option<String>,
                 set: fn(&mut StoryFilter, Option<String>)| {
        if values.is_empty() {
            return html! {};
        }
        let draft = draft.clone();
        let onset = Callback::from(move |value: String| {
            let mut next = (*draft).clone();
            set(&mut next.filter, filled(value));
            draft.set(next);
        });
        let any = (AttrValue::default(), catalog.text(key!("scope-any")));
        let values =
            values.into_iter().take(OFFERED).map(|value| (value.to_owned().into(), value.to_owned().into()));
        let choices: Vec<(AttrValue, AttrValue)> = std::iter::once(any).chain(values).collect();
        html! { <ListField label={catalog.text(label)} {choices} value={now.clone().unwrap_or_default()} {onset} /> }
    };
    let filter = &draft.filter;
    html! {
        <fieldset>
            <legend>{ catalog.text(key!("scope-conditions")) }</legend>
            { field(key!("scope-group-folders"), scopes::folders(stories), &filter.folder, |filter, value| filter.folder = value) }
            { field(key!("scope-group-papers"), scopes::distinct(stories, |row| &row.paper), &filter.paper, |filter, value| filter.paper = value) }
            { field(key!("scope-group-series"), scopes::distinct(stories, |row| &row.series), &filter.series, |filter, value| filter.series = value) }
            { tag(stories, draft, catalog) }
        </fieldset>
    }
}

/// Draws the choice of a tag and its value.
fn tag(stories: &[StoryRow], draft: &UseStateHandle<ScopeDraft>, catalog: &Catalog) -> Html {
    let tags = scopes::tags(stories);
    if tags.is_empty() {
        return html! {};
    }
    let written = |(name, value): &(String, String)| format!("{name}={value}");
    let now = draft.filter.tags.first().map(written).unwrap_or_default();
    let known = tags.clone();
    let onset = {
        let draft = draft.clone();
        Callback::from(move |value: String| {
            let mut next = (*draft).clone();
            next.filter.tags = known.iter().filter(|tag| written(tag) == value).cloned().collect();
            draft.set(next);
        })
    };
    let any = (AttrValue::default(), catalog.text(key!("scope-any")));
    let values = tags.iter().take(OFFERED).map(|tag| (written(tag).into(), written(tag).into()));
    let choices: Vec<(AttrValue, AttrValue)> = std::iter::once(any).chain(values).collect();
    html! { <ListField label={catalog.text(key!("scope-group-tags"))} {choices} value={now} {onset} /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_comes_back_from_its_draft() {
        let filter = StoryFilter {
            paper: Some("某報".into()),
            from: Some("2025-01-22".into()),
            ..StoryFilter::default()
        };
        let scopes = [
            Scope::All,
            Scope::Stories(vec!["1".into(), "2".into()]),
            Scope::Filter(filter.clone()),
            Scope::Parts { kinds: BlockKinds::HEADLINES, of: Box::new(Scope::Filter(filter)) },
        ];
        for scope in scopes {
            assert_eq!(ScopeDraft::of(&scope).scope(), scope);
        }
    }

    #[test]
    fn stories_chosen_by_hand_leave_the_days_out_of_account() {
        let filter = StoryFilter { from: Some("2025-01-22".into()), ..StoryFilter::default() };
        let draft = ScopeDraft { filter, ids: BTreeSet::from(["1".to_owned()]), ..ScopeDraft::default() };
        assert_eq!(draft.scope(), Scope::Stories(vec!["1".into()]));
    }
}
