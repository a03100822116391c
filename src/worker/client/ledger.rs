//! The work that waits for a worker or is with it, and which of it ends when the worker dies. Pure, so that it is tested
//! without a browser.

use std::collections::BTreeMap;

use crate::worker::death::{Death, Resend};

/// A query or an import under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub(super) u32);

/// Work by its tickets, in the order in which it was asked for.
pub(super) struct Ledger<W> {
    entries: BTreeMap<Ticket, LedgerEntry<W>>,
    next: u32,
    doing: Doing,
}

/// The work that the worker reported as begun.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    /// Something that nobody here asked for, such as to apply a change of another window.
    ItsOwn,
    Work(Ticket),
}

struct LedgerEntry<W> {
    work: W,
    place: WorkPlace,
    deaths: u8,
}

/// The place of a piece of work.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WorkPlace {
    /// Here: it is to be sent.
    Here,
    /// With the worker.
    Sent,
    /// Done. It is to be sent to the worker that comes after this one, because its change is stored nowhere else.
    Done,
}

impl<W> Default for Ledger<W> {
    fn default() -> Self {
        Self { entries: BTreeMap::new(), next: 0, doing: Doing::Nothing }
    }
}

impl<W> Ledger<W> {
    /// Returns a ticket that no work has.
    pub(super) fn ticket(&mut self) -> Ticket {
        let ticket = Ticket(self.next);
        self.next = self.next.wrapping_add(1);
        ticket
    }

    /// Inserts work that is to be sent.
    pub(super) fn insert(&mut self, ticket: Ticket, work: W) {
        self.entries.insert(ticket, LedgerEntry { work, place: WorkPlace::Here, deaths: 0 });
    }

    /// Returns the work of a ticket.
    pub(super) fn get_mut(&mut self, ticket: Ticket) -> Option<&mut W> {
        self.entries.get_mut(&ticket).map(|entry| &mut entry.work)
    }

    /// Returns true if the worker has the work of a ticket.
    pub(super) fn is_sent(&self, ticket: Ticket) -> bool {
        self.entries.get(&ticket).is_some_and(|entry| entry.place == WorkPlace::Sent)
    }

    /// Removes the work of a ticket.
    pub(super) fn remove(&mut self, ticket: Ticket) -> Option<W> {
        if self.doing == Doing::Work(ticket) {
            self.doing = Doing::Nothing;
        }
        self.entries.remove(&ticket).map(|entry| entry.work)
    }

    /// Removes all work that is picked.
    pub(super) fn remove_all(&mut self, pick: impl Fn(&W) -> bool) -> Vec<W> {
        let picked: Vec<Ticket> =
            self.entries.iter().filter(|(_, entry)| pick(&entry.work)).map(|(&ticket, _)| ticket).collect();
        picked.into_iter().filter_map(|ticket| self.remove(ticket)).collect()
    }

    /// Removes all work that is picked and has no answer yet.
    pub(super) fn remove_unanswered(&mut self, pick: impl Fn(&W) -> bool) -> Vec<W> {
        let is_picked = |entry: &LedgerEntry<W>| entry.place != WorkPlace::Done && pick(&entry.work);
        let picked: Vec<Ticket> =
            self.entries.iter().filter(|(_, entry)| is_picked(entry)).map(|(&ticket, _)| ticket).collect();
        picked.into_iter().filter_map(|ticket| self.remove(ticket)).collect()
    }

    /// Sends the work that is here, in order; `send` returns true if it could be sent.
    pub(super) fn send(&mut self, mut send: impl FnMut(Ticket, &W) -> bool) {
        for (&ticket, entry) in self.entries.iter_mut().filter(|(_, entry)| entry.place == WorkPlace::Here) {
            if send(ticket, &entry.work) {
                entry.place = WorkPlace::Sent;
            }
        }
    }

    /// Records that the worker has begun the work of a ticket, or something of its own.
    pub(super) fn begin(&mut self, ticket: Option<Ticket>) {
        self.doing = ticket.map_or(Doing::ItsOwn, Doing::Work);
    }

    /// Records that the worker is done with the work it had begun.
    pub(super) fn finish(&mut self) {
        self.doing = Doing::Nothing;
    }

    /// Puts back work that is done, for the worker that comes after this one.
    pub(super) fn insert_done(&mut self, ticket: Ticket, work: W) {
        self.entries.insert(ticket, LedgerEntry { work, place: WorkPlace::Done, deaths: 0 });
    }

    /// Removes work that is done: the browser has stored all of it, or everything was cleared.
    pub(super) fn forget_done(&mut self) {
        self.entries.retain(|_, entry| entry.place != WorkPlace::Done);
    }

    /// Returns true if the worker has work that is not done.
    pub(super) fn is_waiting(&self) -> bool {
        self.entries.values().any(|entry| entry.place == WorkPlace::Sent)
    }

    /// Returns true if the worker reported the beginning of something that is not done.
    pub(super) fn is_begun(&self) -> bool {
        self.doing != Doing::Nothing
    }

    /// Returns true if the worker has begun such work and is not done with it.
    pub(super) fn doing(&self, is_such: impl Fn(&W) -> bool) -> bool {
        match self.doing {
            Doing::Work(ticket) => self.entries.get(&ticket).is_some_and(|entry| is_such(&entry.work)),
            Doing::ItsOwn | Doing::Nothing => false,
        }
    }

    /// Marks all work as not sent: a new worker has none of it.
    pub(super) fn mark_unsent(&mut self) {
        self.entries.values_mut().for_each(|entry| entry.place = WorkPlace::Here);
        self.finish();
    }
}

impl<W: Resend> Ledger<W> {
    /// Records that the worker died: of a panic at the work that the panic names, else of the work it had begun or, if
    /// it had begun none, of the first it was sent. Returns the work that this ends.
    pub(super) fn record_death(&mut self, death: &Death) -> DeathOutcome<W> {
        let culprit = match &death.panic {
            Some(panic) => panic.ticket.map(Ticket),
            None => match self.doing {
                Doing::Work(ticket) => Some(ticket),
                Doing::ItsOwn | Doing::Nothing => {
                    let mut sent = self.entries.iter().filter(|(_, entry)| entry.place == WorkPlace::Sent);
                    sent.next().map(|(&ticket, _)| ticket)
                }
            },
        };
        let Some(entry) = culprit.and_then(|ticket| self.entries.get_mut(&ticket)) else {
            return DeathOutcome::Unexplained;
        };
        entry.deaths = entry.deaths.saturating_add(1);
        if entry.work.survive(death, entry.deaths) {
            return DeathOutcome::Resend;
        }
        match culprit.and_then(|ticket| self.remove(ticket)) {
            Some(work) => DeathOutcome::Ends(work),
            None => DeathOutcome::Unexplained,
        }
    }
}

/// The outcome of the worker's death for the work.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum DeathOutcome<W> {
    /// No work is to blame.
    Unexplained,
    /// All of it is sent to the next worker.
    Resend,
    /// This has no answer; all other work is sent to the next worker.
    Ends(W),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worker::WorkerFailure;
    use crate::worker::death::may_resend;

    impl Resend for &'static str {
        fn survive(&mut self, death: &Death, deaths: u8) -> bool {
            may_resend(death, deaths)
        }
    }

    fn ledger(works: &[&'static str]) -> (Ledger<&'static str>, Vec<Ticket>) {
        let mut ledger = Ledger::default();
        let tickets = works.iter().map(|work| {
            let ticket = ledger.ticket();
            ledger.insert(ticket, *work);
            ticket
        });
        let tickets = tickets.collect();
        (ledger, tickets)
    }

    fn sent(ledger: &mut Ledger<&'static str>) -> Vec<&'static str> {
        let mut sent = Vec::new();
        ledger.send(|_, work| {
            sent.push(*work);
            true
        });
        sent
    }

    fn panic(ticket: Option<Ticket>) -> Death {
        Death::panicked(ticket.map(|ticket| ticket.0), None, "overflow".to_owned())
    }

    fn outside() -> Death {
        Death::from_outside(WorkerFailure::Silent { seconds: 20 })
    }

    #[test]
    fn a_question_that_panics_is_not_sent_a_second_time_and_the_others_are() {
        let (mut ledger, tickets) = ledger(&["fine", "killer", "later"]);
        assert_eq!(sent(&mut ledger), ["fine", "killer", "later"]);
        ledger.remove(tickets[0]);
        ledger.begin(Some(tickets[1]));
        assert_eq!(ledger.record_death(&panic(Some(tickets[1]))), DeathOutcome::Ends("killer"));
        ledger.mark_unsent();
        assert_eq!(sent(&mut ledger), ["later"]);
    }

    #[test]
    fn the_panic_names_its_question_whatever_was_sent_before_it() {
        let (mut ledger, tickets) = ledger(&["waits for storage", "killer"]);
        sent(&mut ledger);
        assert_eq!(ledger.record_death(&panic(Some(tickets[1]))), DeathOutcome::Ends("killer"));
    }

    #[test]
    fn a_panic_of_the_workers_own_is_blamed_on_no_question() {
        let (mut ledger, _) = ledger(&["innocent"]);
        sent(&mut ledger);
        assert_eq!(ledger.record_death(&panic(None)), DeathOutcome::Unexplained);
        assert_eq!(ledger.record_death(&panic(Some(Ticket(99)))), DeathOutcome::Unexplained);
        ledger.mark_unsent();
        assert_eq!(sent(&mut ledger), ["innocent"]);
    }

    #[test]
    fn a_death_from_outside_gives_the_question_one_more_worker() {
        let (mut ledger, tickets) = ledger(&["large", "small"]);
        sent(&mut ledger);
        ledger.begin(Some(tickets[0]));
        assert_eq!(ledger.record_death(&outside()), DeathOutcome::Resend);
        ledger.mark_unsent();
        assert_eq!(sent(&mut ledger), ["large", "small"]);
        assert_eq!(
            ledger.record_death(&outside()),
            DeathOutcome::Ends("large"),
            "begun or not, it is the first that was sent"
        );
        ledger.mark_unsent();
        assert_eq!(sent(&mut ledger), ["small"]);
    }

    #[test]
    fn what_was_never_sent_is_not_to_blame() {
        let (mut ledger, tickets) = ledger(&["needs the dictionary", "killer"]);
        ledger.send(|ticket, _| ticket == tickets[1]);
        assert_eq!(ledger.record_death(&outside()), DeathOutcome::Resend);
        ledger.mark_unsent();
        ledger.send(|ticket, _| ticket == tickets[1]);
        assert_eq!(ledger.record_death(&outside()), DeathOutcome::Ends("killer"));
    }

    #[test]
    fn a_worker_that_dies_with_nothing_to_do_dies_of_no_question() {
        let (mut ledger, tickets) = ledger(&["done"]);
        sent(&mut ledger);
        ledger.begin(Some(tickets[0]));
        ledger.remove(tickets[0]);
        assert!(!ledger.is_begun() && !ledger.is_waiting());
        assert_eq!(ledger.record_death(&outside()), DeathOutcome::Unexplained);
        ledger.begin(None);
        assert!(ledger.is_begun());
        ledger.finish();
        assert!(!ledger.is_begun());
    }

    #[test]
    fn what_is_done_and_kept_nowhere_is_sent_to_the_next_worker_in_its_place() {
        let (mut ledger, tickets) = ledger(&["edit", "question"]);
        sent(&mut ledger);
        let edit = ledger.remove(tickets[0]).unwrap();
        ledger.insert_done(tickets[0], edit);
        assert_eq!(sent(&mut ledger), [""; 0]);
        ledger.remove(tickets[1]);
        assert!(!ledger.is_waiting());
        ledger.mark_unsent();
        assert_eq!(sent(&mut ledger), ["edit"]);
        assert!(ledger.is_waiting());
    }

    #[test]
    fn what_is_stored_after_all_is_not_sent_again() {
        let (mut ledger, tickets) = ledger(&["edit", "question"]);
        sent(&mut ledger);
        let edit = ledger.remove(tickets[0]).unwrap();
        ledger.insert_done(tickets[0], edit);
        ledger.forget_done();
        ledger.mark_unsent();
        assert_eq!(sent(&mut ledger), ["question"]);
    }

    #[test]
    fn with_any_deaths_in_any_order_every_question_ends_or_is_answered() {
        let (mut ledger, tickets) = ledger(&["a", "b", "c"]);
        let mut ended = 0;
        for round in 0..9 {
            sent(&mut ledger);
            let death = if round % 3 == 0 { panic(Some(tickets[ended.min(2)])) } else { outside() };
            ended += usize::from(matches!(ledger.record_death(&death), DeathOutcome::Ends(_)));
            ledger.mark_unsent();
        }
        assert_eq!(ended, 3);
    }
}
