//! The details of a scope that no list of papers, pages and stories offers: parts, days, stories by hand.

use std::collections::BTreeSet;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::corpus::{BlockKinds, Scope, StoryFilter};
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::lang_of;
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
        match scopes::whole(scope) {
            Scope::Stories(ids) => Self { parts, ids: ids.iter().cloned().collect(), ..Self::default() },
            Scope::Filter(filter) => Self { parts, filter: filter.clone(), ..Self::default() },
            Scope::All | Scope::Parts { .. } => Self { parts, ..Self::default() },
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
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close.emit(());
            }
        })
    };
    let accept = {
        let (draft, onpick) = (draft.clone(), props.onpick.clone());
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            onpick.emit(draft.scope());
        })
    };
    html! {
        <details ref={panel} class="scope-detail popover" {ontoggle} {onkeydown}>
            <summary aria-label={format!("{}, {}", props.label, catalog.text(key!("scope-detail")))}>{ catalog.text(key!("scope-detail")) }</summary>
            if *open {
                <div class="panel">
                    { parts(&props.label, &draft, &catalog) }
                    { days(&draft, &catalog) }
                    { by_hand(&props.stories, &draft, &catalog) }
                    <button type="button" class="button" onclick={accept}>{ catalog.text(key!("action-apply")) }</button>
                </div>
            }
        </details>
    }
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

/// Draws the stories to choose by hand.
fn by_hand(stories: &[StoryRow], draft: &UseStateHandle<ScopeDraft>, catalog: &Catalog) -> Html {
    let onstory = changing(draft, |draft, id, checked| {
        if checked {
            draft.ids.insert(id);
        } else {
            draft.ids.remove(&id);
        }
    });
    let onnone = {
        let draft = draft.clone();
        Callback::from(move |_: MouseEvent| {
            draft.set(ScopeDraft { ids: BTreeSet::new(), ..(*draft).clone() })
        })
    };
    let both = scopes::are_of_both(stories);
    let examples = stories.partition_point(StoryRow::is_own);
    html! {
        <fieldset>
            <legend>{ catalog.with(key!("scope-by-hand"), [("n", draft.ids.len().into())]) }</legend>
            <div class="by-hand" tabindex="0" role="group" aria-label={catalog.text(key!("scope-group-stories"))}>
                { for stories.iter().enumerate().map(|(place, row)| html! {
                    <>
                        if both && (place == 0 || place == examples) {
                            <p class="list-part">{ scopes::heading(place == 0, catalog) }</p>
                        }
                        <label key={row.id.clone()} lang={lang_of(scopes::title(row, catalog))}>
                            <input type="checkbox" value={row.id.clone()} checked={draft.ids.contains(&row.id)} onchange={onstory.clone()} />
                            <span class="figures soft">{ &row.id }</span>
                            <span>{ scopes::title(row, catalog) }</span>
                        </label>
                    </>
                }) }
            </div>
            if !draft.ids.is_empty() {
                <p class="hint">{ catalog.text(key!("scope-by-hand-only")) }{ " " }
                    <button type="button" class="link" onclick={onnone}>{ catalog.text(key!("scope-by-hand-none")) }</button>
                </p>
            }
        </fieldset>
    }
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
