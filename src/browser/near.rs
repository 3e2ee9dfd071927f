//! What comes near the window while a reader scrolls.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// A watch over an element. It ends where it is let go of.
pub struct Watch {
    observer: IntersectionObserver,
    _told: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells when an element is less than a window's height away from the window; at once where it is so already. A browser
/// that cannot watch tells nothing.
pub fn watch(element: &Element, near: impl Fn() + 'static) -> Option<Watch> {
    let told = Closure::new(move |entries: Array| {
        let mut entries = entries.iter().filter_map(|it| it.dyn_into().ok());
        if entries.any(|it: IntersectionObserverEntry| it.is_intersecting()) {
            near();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("100% 0px");
    let callback = told.as_ref().unchecked_ref();
    let observer = IntersectionObserver::new_with_options(callback, &options).ok()?;
    observer.observe(element);
    Some(Watch { observer, _told: told })
}
