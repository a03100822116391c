//! The link to a view, with its own texts in it if they are short enough.

use yew::prelude::*;

use crate::ui::browser;
use crate::ui::i18n::{Catalog, Language, key};
use crate::ui::routes::{Route, with_language, with_texts};
use crate::ui::store::Store;
use crate::view::{PackedTexts, is_own_id};

/// What is known of a link.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ShareLink {
    /// The page is a file on a disk, whose address means nothing elsewhere.
    NoAddress,
    /// All texts of the view are in every copy of the page.
    Plain(String),
    /// Own texts are being packed.
    Waits,
    /// The own texts are in the link.
    WithTexts(String, u32),
    /// The own texts are too long for a link.
    TooLong(PackedTexts),
}

/// Returns the link to a view of these stories, as long as it is `wanted`; it opens in the `language`, or else in that of
/// whoever opens it.
#[hook]
pub(super) fn use_share_link(
    route: &Route,
    ids: &[String],
    wanted: bool,
    language: Option<Language>,
    store: &Store,
) -> ShareLink {
    let own: Vec<String> = ids.iter().filter(|id| is_own_id(id)).cloned().collect();
    let packed = use_state_eq(|| None::<PackedTexts>);
    use_effect_with((wanted, own.clone(), store.state.texts.clone(), store.state.names.clone()), {
        let (asker, packed) = (store.asker.clone(), packed.setter());
        move |(wanted, own, ..)| {
            packed.set(None);
            if *wanted && !own.is_empty() {
                asker.pack_texts(own.clone(), move |found| packed.set(Some(found)));
            }
        }
    });
    let Some(page) = browser::page_address() else { return ShareLink::NoAddress };
    let href = language.map_or_else(|| route.href(), |language| with_language(&route.href(), language));
    if own.is_empty() {
        return ShareLink::Plain(format!("{page}{href}"));
    }
    match (*packed).clone() {
        None => ShareLink::Waits,
        Some(PackedTexts { packed: Some(packed), characters, .. }) => {
            ShareLink::WithTexts(format!("{page}{}", with_texts(&href, &packed)), characters)
        }
        Some(found) => ShareLink::TooLong(found),
    }
}

impl ShareLink {
    /// Returns the address, if there is one.
    pub(super) fn address(&self) -> Option<&str> {
        match self {
            Self::Plain(address) | Self::WithTexts(address, _) => Some(address),
            Self::NoAddress | Self::Waits | Self::TooLong(_) => None,
        }
    }

    /// Returns a sentence on what the link brings, or why there is none.
    pub(super) fn about(&self, catalog: &Catalog) -> AttrValue {
        match self {
            Self::NoAddress => catalog.text(key!("share-no-address")),
            Self::Plain(_) => catalog.text(key!("share-plain")),
            Self::Waits => catalog.text(key!("waiting-answer")),
            Self::WithTexts(_, characters) => {
                catalog.with(key!("share-with-texts"), [("characters", (*characters).into())])
            }
            Self::TooLong(found) => catalog.with(
                key!("share-too-long"),
                [("characters", found.characters.into()), ("most", found.most.into())],
            ),
        }
    }
}
