//! The form that gives a scope a name.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::corpus::Scope;
use crate::ui::corpora::NamingProblem;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::lang::CHINESE;
use crate::ui::routes::own_texts::in_force;
use crate::ui::store::use_store;
use crate::view::Setting;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NameCorpusProps {
    /// The stories to be named.
    pub(crate) scope: Scope,
    /// Called with the corpus.
    #[prop_or_default]
    pub(crate) onnamed: Callback<Scope>,
}

/// Draws a field for the name and a button; below them, why a name is not possible.
#[component]
pub(crate) fn NameCorpus(props: &NameCorpusProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let typed = use_state_eq(String::new);
    let problem = use_state_eq(|| None::<NamingProblem>);
    let oninput = {
        let (typed, problem) = (typed.setter(), problem.setter());
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            problem.set(None);
        })
    };
    let onclick = {
        let (store, typed, problem) = (store.clone(), typed.clone(), problem.setter());
        let (scope, onnamed) = (props.scope.clone(), props.onnamed.clone());
        Callback::from(move |_: MouseEvent| {
            match store.corpora.with(&typed, &scope, store.rows(), &in_force()) {
                Ok((kept, named)) => {
                    store.asker.set(Setting::Corpora, Some(kept));
                    store.tell(key!("corpus-named"));
                    typed.set(String::new());
                    onnamed.emit(named);
                }
                Err(why) => problem.set(Some(why)),
            }
        })
    };
    html! {
        <div class="name-corpus">
            <label class="picker">
                <span class="picker-label">{ catalog.text(key!("corpus-name")) }</span>
                <input type="text" autocomplete="off" lang={CHINESE} value={(*typed).clone()} {oninput} />
            </label>
            <button type="button" class="button" {onclick}>{ catalog.text(key!("corpus-keep")) }</button>
            if let Some(problem) = *problem {
                <p class="hint" role="alert">{ catalog.text(problem.key()) }</p>
            }
        </div>
    }
}
