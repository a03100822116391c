//! The two texts that the reader is about to compare: pasted, typed, or in already.

use crate::view::StoryRow;

/// A box for one of the two texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextBox {
    /// The text, until it is added to the own texts.
    pub text: String,
    /// Its newspaper, if the reader says so.
    pub paper: String,
    /// Its day of issue, if the reader says so.
    pub date: String,
    /// The stories of a text that is in already, by id; the box then has no text of its own.
    pub held: Vec<String>,
}

/// The two boxes, and what is going on with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WayIn {
    /// The boxes, 甲 and 乙.
    pub boxes: [TextBox; 2],
    /// True if the comparison opens by itself once both are filled: the last text was pasted or came as a file. A text
    /// that is being typed is not complete.
    pub opens: bool,
    /// True while their texts are being added.
    pub adding: bool,
    /// The box that the files being imported are for.
    awaited: Option<usize>,
    /// True if the reader took the one text that was in before out of its box.
    without_former: bool,
}

/// A change of the boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoxStep {
    /// The text of a box was typed.
    Typed(usize, String),
    /// A text was pasted, into a box or into none in particular.
    Pasted(Option<usize>, String),
    /// The newspaper of a box was given.
    Paper(usize, String),
    /// The day of a box was given.
    Dated(usize, String),
    /// Files are being imported, for a box or for none in particular.
    Files(Option<usize>),
    /// They came in, with the stories of each text.
    Imported(Vec<Vec<String>>),
    /// A box was emptied.
    Emptied(usize),
    /// The text of a box was added, with these stories; that of the other is not yet.
    Added(usize, Vec<String>),
    /// The texts are being added, or could not be.
    Adding(bool),
    /// Both are in.
    Done,
}

impl TextBox {
    /// Returns true if it has a text.
    pub fn is_filled(&self) -> bool {
        !self.held.is_empty() || !self.text.trim().is_empty()
    }
}

impl WayIn {
    /// Applies a step.
    pub fn apply(&mut self, step: BoxStep) {
        match step {
            BoxStep::Typed(at, text) => self.put(at, text, false),
            BoxStep::Pasted(at, text) => self.put(at.unwrap_or_else(|| self.free()), text, true),
            BoxStep::Paper(at, paper) => self.change(at, |found| found.paper = paper),
            BoxStep::Dated(at, date) => self.change(at, |found| found.date = date),
            BoxStep::Files(at) => self.awaited = Some(at.unwrap_or_else(|| self.free())),
            BoxStep::Imported(pages) => self.hold(pages),
            BoxStep::Emptied(at) => {
                self.without_former |= self.boxes.get(at).is_some_and(|found| !found.is_filled());
                self.change(at, |found| *found = TextBox::default());
            }
            BoxStep::Added(at, stories) => {
                self.change(at, |found| (found.text, found.held) = (String::new(), stories));
            }
            BoxStep::Adding(adding) => (self.adding, self.opens) = (adding, false),
            BoxStep::Done => *self = Self::default(),
        }
    }

    /// Returns the first box that is not filled; the second if both are.
    fn free(&self) -> usize {
        usize::from(self.boxes[0].is_filled())
    }

    fn put(&mut self, at: usize, text: String, opens: bool) {
        self.opens = opens;
        self.change(at, |found| (found.text, found.held) = (text, Vec::new()));
    }

    fn change(&mut self, at: usize, change: impl FnOnce(&mut TextBox)) {
        if let Some(found) = self.boxes.get_mut(at) {
            change(found);
        }
    }

    /// Puts texts that came as files into their boxes, as far as there is one for each.
    fn hold(&mut self, pages: Vec<Vec<String>>) {
        let Some(at) = self.awaited.take() else { return };
        let both_free = !self.boxes.iter().any(TextBox::is_filled);
        let first = match pages.len() {
            1 => at,
            2 if both_free => 0,
            _ => return,
        };
        if pages.iter().any(Vec::is_empty) {
            return;
        }
        for (at, held) in (first..).zip(pages) {
            self.change(at, |found| (found.text, found.held) = (String::new(), held));
        }
        self.opens = true;
    }

    /// Returns the boxes with the one own text that was in before, if there is exactly one, in the first that is free.
    pub fn with_former(&self, rows: &[StoryRow]) -> [TextBox; 2] {
        let mut boxes = self.boxes.clone();
        let own: Vec<&StoryRow> = rows.iter().take_while(|row| row.is_own()).collect();
        let is_one = own.first().is_some_and(|first| own.iter().all(|row| row.page == first.page));
        let is_held = boxes.iter().any(|found| !found.held.is_empty());
        let is_meant = is_one && !is_held && !self.without_former && !self.adding;
        if let Some(free) = boxes.iter_mut().find(|found| is_meant && !found.is_filled()) {
            free.held = own.iter().map(|row| row.id.clone()).collect();
        }
        boxes
    }
}

/// Returns the stories of each page, in the order in which they came.
pub(super) fn by_page(pages: &[String], stories: &[String]) -> Vec<Vec<String>> {
    let of = |page: &String| {
        let is_of_page = |story: &&String| story.rsplit_once('-').is_some_and(|(before, _)| before == page);
        stories.iter().filter(is_of_page).cloned().collect()
    };
    // Many files are no pair, and need not be told apart.
    if pages.len() > 2 { vec![Vec::new(); pages.len()] } else { pages.iter().map(of).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str) -> StoryRow {
        let page = id.split('-').next().unwrap_or_default().to_owned();
        StoryRow {
            id: id.into(),
            page,
            paper: String::new(),
            date: String::new(),
            series: String::new(),
            file: String::new(),
            tags: Vec::new(),
            headline: String::new(),
            opening: String::new(),
            characters: 1,
            tokens: 1,
        }
    }

    fn after(steps: impl IntoIterator<Item = BoxStep>) -> WayIn {
        let mut way_in = WayIn::default();
        steps.into_iter().for_each(|step| way_in.apply(step));
        way_in
    }

    fn filled(way_in: &WayIn, rows: &[StoryRow]) -> [bool; 2] {
        way_in.with_former(rows).map(|found| found.is_filled())
    }

    #[test]
    fn two_pastes_fill_both_boxes_and_open() {
        let way_in = after([BoxStep::Pasted(None, "一".into()), BoxStep::Pasted(None, "二".into())]);
        assert_eq!(way_in.boxes.each_ref().map(|found| found.text.as_str()), ["一", "二"]);
        assert!(way_in.opens && filled(&way_in, &[]) == [true, true]);
    }

    #[test]
    fn a_text_that_is_typed_does_not_open_and_an_empty_one_fills_nothing() {
        let way_in = after([BoxStep::Pasted(Some(1), "二".into()), BoxStep::Typed(0, "一".into())]);
        assert!(!way_in.opens && filled(&way_in, &[]) == [true, true]);
        assert_eq!(filled(&after([BoxStep::Pasted(None, " \n".into())]), &[]), [false, false]);
    }

    #[test]
    fn files_fill_the_box_they_were_given_to_and_two_fill_both() {
        let one = |id: &str| vec![id.to_owned()];
        let way_in = after([BoxStep::Files(Some(1)), BoxStep::Imported(vec![one("u1-1")])]);
        assert_eq!(filled(&way_in, &[]), [false, true]);
        let both = vec![one("u1-1"), one("u2-1")];
        assert_eq!(
            filled(&after([BoxStep::Files(None), BoxStep::Imported(both.clone())]), &[]),
            [true, true]
        );
        // An import of another view is not meant for the boxes.
        assert_eq!(filled(&after([BoxStep::Imported(both)]), &[]), [false, false]);
        // A text without a story takes nobody's place, and files that bring no text are waited for no longer.
        let typed = BoxStep::Typed(0, "一".into());
        let way_in = after([typed, BoxStep::Files(Some(0)), BoxStep::Imported(vec![Vec::new()])]);
        assert_eq!(way_in.boxes[0].text, "一");
        let steps =
            [BoxStep::Files(None), BoxStep::Imported(Vec::new()), BoxStep::Imported(vec![one("u1-1")])];
        assert_eq!(filled(&after(steps), &[]), [false, false]);
        let many = vec![one("u1-1"), one("u2-1"), one("u3-1")];
        assert_eq!(filled(&after([BoxStep::Files(None), BoxStep::Imported(many)]), &[]), [false, false]);
    }

    #[test]
    fn the_only_text_that_was_in_before_is_one_of_the_two_unless_it_is_taken_out() {
        let rows = [row("u1-1"), row("003-1")];
        assert_eq!(filled(&WayIn::default(), &rows), [true, false]);
        assert_eq!(filled(&after([BoxStep::Pasted(None, "一".into())]), &rows), [true, true]);
        assert_eq!(filled(&after([BoxStep::Emptied(0)]), &rows), [false, false]);
        assert_eq!(filled(&WayIn::default(), &[row("u1-1"), row("u2-1")]), [false, false]);
    }

    #[test]
    fn stories_are_told_apart_by_their_pages() {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let found = by_page(&ids(&["u1", "u11"]), &ids(&["u1-1", "u11-1", "u11-2"]));
        assert_eq!(found, [ids(&["u1-1"]), ids(&["u11-1", "u11-2"])]);
    }
}
