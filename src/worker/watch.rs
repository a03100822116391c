//! Waiting for work of the browser as long as it makes progress.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Milliseconds between two checks of its progress. They are counted and no clock is read, so that a computer which
/// slept is not mistaken for a browser which hangs.
const LOOK_MILLISECONDS: u32 = 500;

/// Waits for work as long as it makes progress, at least one step every `seconds`; returns `None` when it does not. The
/// work is never aborted, since the browser may still answer: its late result goes to `late`.
pub(super) async fn watched<T: 'static>(
    work: impl Future<Output = T> + 'static,
    seconds: u32,
    late: impl FnOnce(T) + 'static,
) -> Option<T> {
    let steps = Rc::new(Cell::new(0_u32));
    let given_up = Rc::new(Cell::new(false));
    let result = Rc::new(RefCell::new(None));
    let ended = {
        let (steps, given_up, result) = (Rc::clone(&steps), Rc::clone(&given_up), Rc::clone(&result));
        let mut work = Some((Box::pin(work), late));
        Promise::new(&mut |resolve, _| {
            // A promise calls its executor once.
            let Some((mut work, late)) = work.take() else { return };
            let (steps, given_up, result) = (Rc::clone(&steps), Rc::clone(&given_up), Rc::clone(&result));
            spawn_local(async move {
                // Each time the browser answers, there is a step.
                let found = poll_fn(|context| {
                    steps.set(steps.get().wrapping_add(1));
                    work.as_mut().poll(context)
                })
                .await;
                if given_up.get() {
                    late(found);
                } else {
                    *result.borrow_mut() = Some(found);
                    call(&resolve);
                }
            });
        })
    };
    let most = seconds * 1_000 / LOOK_MILLISECONDS;
    let (mut before, mut still) = (steps.get(), 0);
    while still < most {
        pause_or(&ended).await;
        if let Some(found) = result.borrow_mut().take() {
            return Some(found);
        }
        let now = steps.get();
        still = if now == before { still + 1 } else { 0 };
        before = now;
    }
    given_up.set(true);
    None
}

/// Waits for a promise, or for a moment if that is shorter.
async fn pause_or(ended: &Promise) {
    let mut timer = None;
    let pause = Promise::new(&mut |resolve, _| {
        timer = Some(Timeout::new(LOOK_MILLISECONDS, move || call(&resolve)));
    });
    // Neither is ever broken.
    _ = JsFuture::from(Promise::race(&js_sys::Array::of2(ended, &pause))).await;
    drop(timer);
}

fn call(resolve: &Function) {
    // The function that a promise hands to its executor never throws.
    _ = resolve.call0(&JsValue::UNDEFINED);
}
