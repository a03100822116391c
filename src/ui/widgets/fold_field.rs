//! The field for the forms that count as one word, and the remark that they do.

use yew::prelude::*;

use super::fields::ListField;
use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::routes::FoldChoice;
use crate::ui::routes::codec::variant_name;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FoldFieldProps {
    pub(crate) choice: FoldChoice,
    /// True if writings of one word count as one in what is on the screen.
    pub(crate) folded: bool,
    pub(crate) onset: Callback<FoldChoice>,
}

/// Draws the field. Where the two scripts of the stories count as one by themselves, that is said, and one click tells them
/// apart.
#[component]
pub(crate) fn FoldField(props: &FoldFieldProps) -> Html {
    let catalog = use_catalog();
    let choices: Vec<(AttrValue, AttrValue)> = FoldChoice::ALL
        .iter()
        .map(|choice| (variant_name(choice).into(), catalog.text(name(*choice))))
        .collect();
    let onset = props.onset.reform(|chosen: String| {
        FoldChoice::ALL.into_iter().find(|choice| variant_name(choice) == chosen).unwrap_or_default()
    });
    let apart = props.onset.reform(|_: MouseEvent| FoldChoice::Apart);
    html! {
        <>
            <ListField
                label={catalog.text(key!("field-fold"))}
                {choices}
                value={variant_name(&props.choice)}
                {onset}
            />
            if props.choice == FoldChoice::Auto && props.folded {
                <span class="hint" role="status">
                    { catalog.text(key!("fold-both-scripts")) }{ " " }
                    <button type="button" class="link" onclick={apart}>{ catalog.text(key!("fold-tell-apart")) }</button>
                </span>
            }
        </>
    }
}

fn name(choice: FoldChoice) -> MessageKey {
    match choice {
        FoldChoice::Auto => key!("fold-auto"),
        FoldChoice::Apart => key!("fold-apart"),
        FoldChoice::Variants => key!("fold-variants"),
        FoldChoice::Regional => key!("fold-regional"),
    }
}
