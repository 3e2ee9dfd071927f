//! Work that nobody waits for yet.

use gloo::timers::callback::Timeout;

/// Works a little in each of the browser's pauses, while there is more to do: what a reader does comes in between.
pub fn in_pauses(mut work: impl FnMut() -> bool + 'static) {
    let next = move || {
        if work() {
            in_pauses(work);
        }
    };
    Timeout::new(0, next).forget();
}
