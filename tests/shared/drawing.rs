//! Components drawn to markup, without a browser.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use yew::prelude::*;

/// Returns the markup of a component.
pub(crate) fn draw<C: BaseComponent>(properties: fn() -> C::Properties) -> String {
    wait_for(yew::ServerRenderer::<C>::with_props(properties).hydratable(false).render())
}

/// Runs a future on this thread. Yew draws on a thread of its own, so this only has to wait.
fn wait_for<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}
