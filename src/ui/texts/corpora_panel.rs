//! The reader's corpora: what each is made of, and the ways to name many at once.

use yew::prelude::*;

use crate::corpus::Scope;
use crate::ui::corpora::{KeptCorpora, KeptCorpus};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::routes::own_texts::in_force;
use crate::ui::routes::{Route, WordsRoute};
use crate::ui::scopes;
use crate::ui::shell::questions::own_stories;
use crate::ui::state::{Action, Notice, Severity};
use crate::ui::store::{Store, use_store};
use crate::view::{Setting, StoryRow};

/// Draws the corpora, and a button for each kind of group that the own texts have several of.
#[component]
pub(super) fn CorporaPanel() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    // Looking through thousands of stories is not done again for each step of an import.
    let groups = use_memo(store.state.stories.clone(), |rows| {
        groupings(own_stories(rows.as_deref().map_or(&[], Vec::as_slice)))
    });
    if own_stories(store.rows()).is_empty() && store.corpora.list().is_empty() {
        return html! {};
    }
    html! {
        <section class="corpora" aria-label={catalog.text(key!("corpora-title"))}>
            <h2>{ catalog.text(key!("corpora-title")) }</h2>
            if store.corpora.list().is_empty() {
                <p class="hint">{ catalog.text(key!("corpora-lead")) }</p>
            } else {
                <ul>{ for store.corpora.list().iter().map(|corpus| line(corpus, &store, &catalog)) }</ul>
            }
            <p class="actions">
                { for groups.iter().cloned().filter_map(|(label, groups)| button(label, groups, &store, &catalog)) }
            </p>
        </section>
    }
}

/// Draws one corpus: its name leads to its words.
fn line(corpus: &KeptCorpus, store: &Store, catalog: &Catalog) -> Html {
    let rows = store.rows();
    let KeptCorpus { name, scope, missing, .. } = corpus;
    let href = Route::Words(WordsRoute { scope: scope.clone(), ..WordsRoute::default() }).href();
    let onremove = {
        let (asker, left) = (store.asker.clone(), store.corpora.without(name));
        Callback::from(move |_: MouseEvent| asker.set(Setting::Corpora, left.clone()))
    };
    html! {
        <li key={name.clone()}>
            <a {href} lang={lang_of(name)}><bdi>{ name.clone() }</bdi></a>
            <span class="figures">{ catalog.with(key!("scope-stories"), [("n", scopes::count(scope, rows).into())]) }</span>
            <span class="soft">{ scopes::name(scopes::unnamed(scope), rows, catalog) }</span>
            if *missing > 0 {
                <span class="soft">{ catalog.with(key!("corpus-missing"), [("n", (*missing).into())]) }</span>
            }
            <button type="button" class="link" aria-label={catalog.with(key!("corpus-remove-named"), [("name", name.as_str().into())])} onclick={onremove}>
                { catalog.text(key!("entry-remove")) }
            </button>
        </li>
    }
}

/// The groups of one kind: the name and the scope of each.
type Grouped = Vec<(String, Scope)>;

/// Returns the groups that own stories are in, by folder, series and paper; only where there are several.
fn groupings(own: &[StoryRow]) -> [(MessageKey, Grouped); 3] {
    let of = |values: Vec<&str>, scope: fn(&str) -> Scope| -> Grouped {
        values.into_iter().map(|value| (value.to_owned(), scope(value))).collect()
    };
    let parent = |row| StoryRow::folder(row).unwrap_or_default();
    let folders = scopes::distinct(own, parent);
    let bases: Vec<&str> = folders.iter().map(|folder| folder.rsplit('/').next().unwrap_or(folder)).collect();
    let alike = |base: &str| bases.iter().filter(|other| **other == base).count() > 1;
    let by_folder = folders.iter().zip(&bases).map(|(folder, base)| {
        let name = if alike(base) { folder } else { base };
        ((*name).to_owned(), scopes::folder(folder))
    });
    let by_folder: Grouped = by_folder.collect();
    let mut series = scopes::distinct(own, |row| &row.series);
    // A series that nobody entered has the name of its folder.
    series.retain(|name| !bases.contains(name));
    [
        (key!("corpora-by-folder"), by_folder),
        (key!("corpora-by-series"), of(series, scopes::series)),
        (key!("corpora-by-paper"), of(scopes::distinct(own, |row| &row.paper), scopes::paper)),
    ]
}

/// Draws the button that names each group; nothing for a single group.
fn button(label: MessageKey, groups: Grouped, store: &Store, catalog: &Catalog) -> Option<Html> {
    let n = groups.len();
    let onclick = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| name_each(&groups, &store))
    };
    (n > 1).then(|| {
        html! { <button type="button" class="button" {onclick}>{ catalog.with(label, [("n", n.into())]) }</button> }
    })
}

/// Names each group, and says how many were named and how many were not.
fn name_each(groups: &[(String, Scope)], store: &Store) {
    let own = in_force();
    let (mut kept, mut named) = (None::<String>, 0_usize);
    for (name, scope) in groups {
        let now = kept.as_deref().map(|kept| KeptCorpora::read(kept, &own));
        if let Ok((with, _)) = now.as_ref().unwrap_or(&store.corpora).with(name, scope, store.rows(), &own) {
            kept = Some(with);
            named += 1;
        }
    }
    if let Some(kept) = kept {
        store.asker.set(Setting::Corpora, Some(kept));
    }
    let left = groups.len() - named;
    store.asker.dispatch(Action::Tell(Notice {
        severity: Severity::Info,
        key: if left == 0 { key!("corpora-named") } else { key!("corpora-named-but") },
        arguments: vec![("n", named.to_string()), ("left", left.to_string())],
        action: None,
    }));
}
