//! Work on many things on all cores, with the results in the order of the things.
//!
//! Each thing gets a channel of its own for its result, and these channels wait in a queue of
//! bounded length: the cores run ahead of the slowest thing by no more than that.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many results per core may wait for their turn.
const AHEAD: usize = 16;

/// Does `work` on each thing and passes the results to `take`, in the order of the things, until
/// there are no more or `take` breaks.
pub fn in_order<T, R, I>(
    things: I,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) where
    T: Send,
    R: Send,
    I: Iterator<Item = T> + Send,
{
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (turns, results) = mpsc::sync_channel::<Receiver<R>>(AHEAD * cores);
    let things = Mutex::new(things);
    thread::scope(|scope| {
        let workers = (0..cores).filter(|_| {
            let (turns, things, work) = (turns.clone(), &things, &work);
            let run = move || while work_on_next(things, &turns, work) {};
            thread::Builder::new().spawn_scoped(scope, run).is_ok()
        });
        let has_workers = workers.count() > 0;
        // The last worker that ends closes the queue.
        drop(turns);
        if has_workers {
            for result in results {
                // A worker that panicked sends none; the end of the scope reports it.
                if let Ok(result) = result.recv()
                    && take(result).is_break()
                {
                    break;
                }
            }
        } else {
            while let Some(thing) = next(&things) {
                if take(work(thing)).is_break() {
                    break;
                }
            }
        }
    });
}

fn next<T>(things: &Mutex<impl Iterator<Item = T>>) -> Option<T> {
    things.lock().unwrap_or_else(PoisonError::into_inner).next()
}

/// Takes the next thing with its turn, and works on it; returns whether there may be more.
fn work_on_next<T, R>(
    things: &Mutex<impl Iterator<Item = T>>,
    turns: &SyncSender<Receiver<R>>,
    work: &impl Fn(T) -> R,
) -> bool {
    let (to, result) = mpsc::channel();
    let thing = {
        let mut things = things.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(thing) = things.next() else { return false };
        // Under the lock, so that the turns are in the order of the things.
        if turns.send(result).is_err() {
            return false;
        }
        thing
    };
    // Nobody may be waiting for it any more.
    let _ = to.send(work(thing));
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_the_order_of_the_things() {
        let mut taken = Vec::new();
        // Earlier things take longer.
        let work = |n: u32| (0..(500 - n) * 20).fold(n, |n, _| std::hint::black_box(n));
        in_order(0..500, work, |n| {
            taken.push(n);
            ControlFlow::Continue(())
        });
        assert_eq!(taken, (0..500).collect::<Vec<_>>());
    }

    #[test]
    fn the_work_ends_soon_after_nobody_takes_results() {
        let done = AtomicUsize::new(0);
        let work = |_| done.fetch_add(1, Ordering::Relaxed);
        in_order(0..1_000_000, work, |_| ControlFlow::Break(()));
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        assert!(done.load(Ordering::Relaxed) <= (AHEAD + 2) * cores + 2);
    }
}
