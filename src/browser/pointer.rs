//! What a pointer does on an element.

use web_sys::{Element, PointerEvent};

/// Where a pointer is on an element, as a share of its width: below 0 and above 1 beside it.
#[must_use]
pub fn place_on(element: &Element, event: &PointerEvent) -> f64 {
    let bounds = element.get_bounding_client_rect();
    (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0)
}

/// Has an element learn of all that a pointer does until it is let go. Refused, it learns of what is done on it.
pub fn capture(element: &Element, event: &PointerEvent) {
    let _ = element.set_pointer_capture(event.pointer_id());
}
