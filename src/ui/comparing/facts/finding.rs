//! What a sheet of facts amounts to in a sentence or two: first the facts on which the stories disagree.

use yew::prelude::*;

use super::rows::{FactRelation, label};
use super::sheet::{row_id, shortened};
use crate::ui::browser;
use crate::ui::comparing::compare::finding::split_mark;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::shared::Shared;
use crate::view::FactSheet;

/// Number of facts listed; the others are counted.
const LISTED: usize = 4;

/// Properties of [`FactsFinding`].
#[derive(Clone, PartialEq, Properties)]
pub struct FactsFindingProps {
    /// The facts.
    pub sheet: Shared<FactSheet>,
}

/// Draws the finding; each fact listed leads to its row.
#[component]
pub fn FactsFinding(props: &FactsFindingProps) -> Html {
    let catalog = use_catalog();
    let rows = &props.sheet.rows;
    let relations: Vec<FactRelation> = rows.iter().map(FactRelation::of).collect();
    let count = |wanted: fn(&FactRelation) -> bool| -> u32 {
        relations.iter().filter(|relation| wanted(relation)).map(|_| 1).sum()
    };
    let differing: Vec<(usize, &Vec<String>)> = relations
        .iter()
        .enumerate()
        .filter_map(|(place, relation)| match relation {
            FactRelation::Differ(wordings) => Some((place, wordings)),
            _ => None,
        })
        .collect();
    let same = count(|relation| matches!(relation, FactRelation::Same | FactRelation::OtherWording));
    let alone = count(|relation| matches!(relation, FactRelation::Alone(_)));
    let total = [("stories", props.sheet.stories.len().into()), ("n", differing.len().into())];
    let rest = [("same", same.into()), ("alone", alone.into())];
    let comma = catalog.text(key!("list-semicolon"));
    let listed = differing.len().min(LISTED);
    let end = match differing.len() - listed {
        0 => catalog.text(key!("finding-facts-end")),
        left => catalog.with(key!("finding-facts-more"), [("n", left.into())]),
    };
    let link = |(at, (place, wordings)): (usize, &(usize, &Vec<String>))| {
        let id = row_id(*place);
        let onclick = Callback::from(move |_: MouseEvent| {
            // The row of another kind than the one chosen is not drawn, and the page stays where it is.
            let _ = browser::visit(&id);
        });
        let short: Vec<String> = wordings.iter().map(|text| shortened(text)).collect();
        let by_issue = relations
            .get(*place)
            .is_some_and(FactRelation::is_by_issue)
            .then(|| catalog.text(key!("facts-by-issue")));
        let (mark, rest) = split_mark(if at + 1 < listed { &comma } else { &end });
        html! {
            <>
                <button type="button" class="link fact" {onclick}>
                    <span lang={lang_of(short.join(""))}>{ rows.get(*place).map(label) }{ " " }<b>{ short.join("／") }</b></span>{ by_issue }{ mark }
                </button>
                { rest }
            </>
        }
    };
    html! {
        <p class="finding">
            if differing.is_empty() {
                { catalog.with(key!("facts-finding-none"), total) }
            } else {
                { catalog.with(key!("facts-finding"), total) }
                { for differing.iter().take(LISTED).enumerate().map(link) }
            }
            { catalog.with(key!("facts-finding-rest"), rest) }
        </p>
    }
}
