//! The context on one side of a node: as many whole characters as its cell has room for.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::text::{OrderBy, ems};
use crate::ui::browser;
use crate::ui::hooks::use_paper;
use crate::ui::lang::lang_of;
use crate::ui::shared::Shared;
use crate::view::Concordance;

/// The size of the letters, and the space beside them in a cell, in pixels, as in `tables.css`.
const LETTER: f64 = 16.0;
const SPACE: f64 = 8.0;

/// The width of a page of A4 without its margins, in pixels, as in `media.css`.
const PAPER: f64 = 680.0;

/// The room that a cell has for its context, in widths of a Chinese character; `None` before it is measured, when what has no
/// room fades out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct ContextRoom(Option<f64>);

/// Measures the room in the table inside `place`, again when `found` and the window change. On paper the other columns are as
/// wide as on the screen.
#[hook]
pub(super) fn use_context_room(place: &NodeRef, found: &Shared<Concordance>) -> ContextRoom {
    let paper = use_paper();
    let rooms = use_state_eq(|| [ContextRoom::default(); 2]);
    use_effect_with((place.clone(), found.clone()), {
        let rooms = rooms.setter();
        move |(place, _)| {
            let place = place.clone();
            let measure = move || rooms.set(measured(&place).unwrap_or_default());
            measure();
            let listener =
                browser::window().map(|window| EventListener::new(&window, "resize", move |_| measure()));
            move || drop(listener)
        }
    });
    rooms[usize::from(paper)]
}

/// Returns the room on the screen and on paper.
fn measured(place: &NodeRef) -> Option<[ContextRoom; 2]> {
    let width = |selector: &str| {
        let cells = browser::find_all(place, selector);
        cells.first().map(|cell| f64::from(cell.client_width()))
    };
    let (table, cell) = (width("table.kwic")?, width("table.kwic thead .left")?);
    let on_paper = (PAPER - (table - 2.0 * cell)) / 2.0;
    Some([cell, on_paper].map(|cell| ContextRoom(Some(((cell - SPACE) / LETTER).max(0.0)))))
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ContextProps {
    pub(super) concordance: Shared<Concordance>,
    /// The place of the row in the answer.
    pub(super) place: usize,
    /// True for the context on the left.
    pub(super) before: bool,
}

/// Draws the context, with the words in colour that rows are sorted by. What has no room is there to be copied and read out,
/// but is not seen.
#[component]
pub(super) fn Context(props: &ContextProps) -> Html {
    let ContextProps { concordance, place, before } = props;
    let room = use_context::<ContextRoom>().unwrap_or_default();
    let row = &concordance.rows[*place];
    let text: Vec<char> = if *before { row.left.chars() } else { row.right.chars() }.collect();
    let seen = seen(&text, *before, room);
    let piece = |from: usize, to: usize| text.get(from..to).unwrap_or_default().iter().collect::<String>();
    // The part of the text that is seen, in pieces of one colour.
    let mut cuts: Vec<(usize, usize, Option<u32>)> = Vec::new();
    let mut at = 0;
    let mut keys: Vec<_> =
        concordance.keys.get(*place).into_iter().flatten().filter(|key| key.before == *before).collect();
    keys.order_by_key(|key| key.from);
    for key in keys {
        let (from, to) = (key.from as usize, key.to as usize);
        // A word that two keys name is coloured by the first.
        if from >= at {
            cuts.extend([(at, from, None), (from, to, Some(key.level))]);
            at = to;
        }
    }
    cuts.push((at, text.len(), None));
    let drawn = cuts.into_iter().map(|(from, to, level)| {
        let text = piece(from.max(seen.0), to.min(seen.1));
        match level {
            Some(level) if !text.is_empty() => {
                html! { <span class={format!("sort-key level-{}", level + 1)}>{ text }</span> }
            }
            _ => html! { { text } },
        }
    });
    let beyond = |from: usize, to: usize| {
        (from < to).then(|| html! { <span class="beyond">{ piece(from, to) }</span> })
    };
    let class = room.0.map(|_| "measured");
    let lang = lang_of([&*row.left, &*row.node, &*row.right].concat());
    html! { <bdi {class} {lang}>{ for beyond(0, seen.0) }{ for drawn }{ for beyond(seen.1, text.len()) }</bdi> }
}

/// Returns the first character of a context that is seen, and the one after the last: those next to the node.
fn seen(text: &[char], before: bool, room: ContextRoom) -> (usize, usize) {
    let Some(room) = room.0 else { return (0, text.len()) };
    let mut used = 0.0;
    let mut fits = |c: &&char| {
        used += ems(**c);
        used <= room
    };
    if before {
        (text.len() - text.iter().rev().take_while(&mut fits).count(), text.len())
    } else {
        (0, text.iter().take_while(&mut fits).count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_characters_next_to_the_node_are_seen() {
        let text: Vec<char> = "中國WTO代表".chars().collect();
        let room = |ems: f64| ContextRoom(Some(ems));
        assert_eq!(seen(&text, true, room(2.5)), (5, 7));
        assert_eq!(seen(&text, true, room(2.9)), (4, 7));
        assert_eq!(seen(&text, false, room(2.5)), (0, 2));
        assert_eq!(seen(&text, false, room(0.5)), (0, 0));
        assert_eq!(seen(&text, true, ContextRoom(None)), (0, 7));
    }
}
