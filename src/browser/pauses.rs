//! Work that is done a little at a time: that nobody waits for yet, or that is long.

use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Works a little in each of the browser's pauses, while there is more to do: what a reader does comes in between.
pub fn in_pauses(mut work: impl FnMut() -> bool + 'static) {
    let next = move || {
        if work() {
            in_pauses(work);
        }
    };
    Timeout::new(0, next).forget();
}

/// Work that somebody waits for, and that lets what a reader does come in between.
pub struct Breath {
    since: f64,
}

/// So many milliseconds may pass before the browser has its turn.
const LONGEST: f64 = 40.0;

impl Default for Breath {
    /// Work that begins now.
    fn default() -> Self {
        Self { since: now() }
    }
}

impl Breath {
    /// Lets the browser have its turn, where it has waited long enough.
    pub async fn take(&mut self) {
        if now() - self.since < LONGEST {
            return;
        }
        let turn = Promise::new(&mut |done, _| {
            if let Some(window) = window() {
                // Refused, the work waits for ever, as everything does in a page without a window.
                let _ = window.set_timeout_with_callback(&done);
            }
        });
        // It is never refused.
        let _ = JsFuture::from(turn).await;
        self.since = now();
    }
}

/// The time in milliseconds.
fn now() -> f64 {
    js_sys::Date::now()
}
