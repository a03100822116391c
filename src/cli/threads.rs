//! Work on many items in several threads: bounded, and in the order of the items whatever the number of threads.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

use super::end::End;

/// The number of items that wait in front of each thread, and of results behind it.
const WAITING: usize = 16;

/// The news from the threads.
pub(super) enum Taken<O> {
    /// The next result.
    Result(O),
    /// The next result is not there yet, so that what was taken may be written.
    Pause,
}

/// Does some work on each item in `jobs` threads, and gives the results to `take` in the order of the items. `worker` is
/// called in each thread and returns what works there, and `items` in a thread of its own.
///
/// Item n goes to thread n modulo `jobs`, and its result is taken from there: nothing has to be put in order. Memory is that
/// of some items for each thread. If `take` ends early, the threads are left where they are, since one may wait for a line
/// that never comes.
///
/// # Errors
/// That of `take`.
pub(super) fn in_order<I, O, W, N>(
    jobs: usize,
    items: impl FnOnce() -> N + Send + 'static,
    worker: impl Fn() -> W + Send + Sync + 'static,
    mut take: impl FnMut(Taken<O>) -> Result<(), End>,
) -> Result<(), End>
where
    I: Send + 'static,
    O: Send + 'static,
    W: FnMut(I) -> O,
    N: Iterator<Item = I>,
{
    let worker = Arc::new(worker);
    let (mut inputs, mut outputs): (Vec<SyncSender<I>>, Vec<Receiver<O>>) = (Vec::new(), Vec::new());
    for _ in 0..jobs.max(1) {
        let (input, items) = sync_channel(WAITING);
        let (results, output) = sync_channel(WAITING);
        let worker = Arc::clone(&worker);
        thread::spawn(move || {
            let mut work = worker();
            for item in items {
                if results.send(work(item)).is_err() {
                    return;
                }
            }
        });
        inputs.push(input);
        outputs.push(output);
    }
    thread::spawn(move || {
        for (item, thread) in items().zip((0..inputs.len()).cycle()) {
            if inputs.get(thread).is_none_or(|input| input.send(item).is_err()) {
                return;
            }
        }
    });
    for output in outputs.iter().cycle() {
        let result = match output.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Empty) => {
                take(Taken::Pause)?;
                output.recv().ok()
            }
            Err(TryRecvError::Disconnected) => None,
        };
        // The first thread without a next result had no next item, and neither have those after it.
        let Some(result) = result else { break };
        take(Taken::Result(result))?;
    }
    Ok(())
}

/// Applies a function to each item in `jobs` threads, and returns the results in the order of the items.
pub(super) fn spread<I: Sync, O: Send>(jobs: usize, items: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O> {
    let jobs = jobs.max(1);
    let each = |first: usize| items.iter().skip(first).step_by(jobs).map(&work).collect::<Vec<O>>();
    let parts: Vec<Vec<O>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs).map(|first| scope.spawn(move || each(first))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_default()).collect()
    });
    let mut parts: Vec<_> = parts.into_iter().map(Vec::into_iter).collect();
    let order = (0..parts.len()).cycle().take(items.len());
    order.collect::<Vec<_>>().into_iter().filter_map(|part| parts.get_mut(part)?.next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for jobs in [1, 2, 3, 7] {
            for items in [0_u32, 1, 5, 200] {
                let mut found = Vec::new();
                let worker = || |item: u32| item * 2;
                let end = in_order(
                    jobs,
                    move || 0..items,
                    worker,
                    |taken| {
                        if let Taken::Result(result) = taken {
                            found.push(result);
                        }
                        Ok(())
                    },
                );
                assert!(end.is_ok());
                let expected: Vec<u32> = (0..items).map(|item| item * 2).collect();
                assert_eq!(found, expected);
                let items: Vec<u32> = (0..items).collect();
                assert_eq!(spread(jobs, &items, |item| item * 2), expected);
            }
        }
    }

    #[test]
    fn an_endless_input_ends_with_the_one_who_takes() {
        let mut left = 100;
        let end = in_order(
            3,
            || 0..,
            || |item: u32| item,
            |taken| {
                left -= u32::from(matches!(taken, Taken::Result(_)));
                if left == 0 { Err(End::Pipe) } else { Ok(()) }
            },
        );
        assert!(matches!(end, Err(End::Pipe)));
    }
}
