//! Brushing: dragging across the time line chooses an interval.

use super::page::listen;
use crate::desk::brushed;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// What is being brushed, and where that began, in thousandths of the line.
type Begun = Rc<RefCell<Option<(Element, u32)>>>;

/// A stretch shorter than this, in thousandths, is a press and no brush.
const LEAST: u32 = 8;

/// Has a drag across the element that carries `data-brush` lead to the link that it holds, with the
/// interval that was dragged over. The keyboard has buttons and fields for the same.
pub(super) fn listen_for_brushing() {
    let begun = Begun::default();
    let at = Rc::clone(&begun);
    listen("pointerdown", move |event| at.replace(begin(event)).map_or((), drop));
    let at = Rc::clone(&begun);
    listen("pointermove", move |event| {
        if let Some((line, from)) = at.borrow().as_ref() {
            show(line, *from, place(event, line).unwrap_or(*from));
        }
    });
    listen("pointerup", move |event| {
        if let Some((line, from)) = begun.take() {
            end(event, &line, from);
        }
    });
}

fn begin(event: &Event) -> Option<(Element, u32)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let line = target.closest("[data-brush]").ok()??;
    let from = place(event, &line)?;
    if let Some(pointer) = event.dyn_ref::<PointerEvent>() {
        // Refused, a drag ends at the edge of the page.
        let _ = line.set_pointer_capture(pointer.pointer_id());
    }
    Some((line, from))
}

/// Where an event happened, in thousandths of the line.
fn place(event: &Event, line: &Element) -> Option<u32> {
    let pointer = event.dyn_ref::<PointerEvent>()?;
    let area = line.get_bounding_client_rect();
    let place = (f64::from(pointer.client_x()) - area.left()) / area.width() * 1000.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped")]
    let place = place.clamp(0.0, 1000.0) as u32;
    Some(place)
}

/// Shows what has been dragged over so far.
fn show(line: &Element, from: u32, to: u32) {
    let Some(window) = line.query_selector(".window").ok().flatten() else { return };
    let tenths = |tenths: u32| format!("{}.{}%", tenths / 10, tenths % 10);
    for (name, value) in [("x", from.min(to)), ("width", from.abs_diff(to))] {
        // Refused, only the mark does not follow.
        let _ = window.set_attribute(name, &tenths(value));
    }
}

fn end(event: &Event, line: &Element, from: u32) {
    let number = |name: &str| line.get_attribute(name).and_then(|number| number.parse().ok());
    let to = place(event, line).unwrap_or(from);
    let days = number("data-first").zip(number("data-last"));
    let (Some(days), true) = (days, from.abs_diff(to) >= LEAST) else { return };
    let chosen = line.get_attribute("data-brush").unwrap_or_default();
    let chosen = format!("{chosen}&time={}", brushed(days, from, to));
    // The viewer hears of it as of any other link that is chosen.
    let click = Event::new("click").ok().filter(|_| line.set_attribute("data-to", &chosen).is_ok());
    if let Some(click) = click {
        click.init_event_with_bubbles("click", true);
        let _ = line.dispatch_event(&click);
        let _ = line.remove_attribute("data-to");
    }
}
