//! Questions that are answered in the middle of an import, which may take minutes: those of the page, which change nothing.

use super::super::message::{Request, post_answer};
use super::{Job, Service, now};

impl Service {
    /// Answers the questions that came while texts are read, over the texts that are in. What changes something or needs
    /// the intake thread waits for the end of the import, and so does what was asked after it. Returns true if there is
    /// more to do at once, because a part of the stories that a question needs was cut.
    pub(super) fn give_way(&self) -> bool {
        if !self.gives_way.get() || !self.model.is_loaded() {
            return false;
        }
        while let Some(ticket) = self.next_question() {
            if !now::meanwhile(&self.port, ticket, || self.answer_next()) {
                return true;
            }
        }
        false
    }

    /// Returns the ticket of the first job that waits, if it is a question.
    fn next_question(&self) -> Option<u32> {
        match self.waiting.borrow().front()? {
            Job::Request(Request::Ask { ticket, query, .. }, _)
                if !query.question.changes() && !query.question.reads() =>
            {
                Some(*ticket)
            }
            _ => None,
        }
    }

    /// Answers the question that waits first. If many stories must be cut for it, a part of them is, and it returns false.
    fn answer_next(&self) -> bool {
        let much = match self.waiting.borrow().front() {
            Some(Job::Request(Request::Ask { query, .. }, _)) => self.has_much_to_cut(query),
            _ => true,
        };
        if much {
            return false;
        }
        let next = self.waiting.borrow_mut().pop_front();
        if let Some(Job::Request(Request::Ask { ticket, query, form }, _)) = next
            && let Some(engine) = &mut *self.engine.borrow_mut()
        {
            post_answer(&self.port, (ticket, form), self.handle(engine, *query));
        }
        true
    }
}
