//! What is in view, and what has the focus.

use super::{document, document_element, element, is_framed};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, window};

/// Brings an element into view and gives it the focus.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        // Refused, it is only not focused.
        let _ = element.focus();
    }
}

/// The same, once the page is drawn. A page that is only loading in another one leaves that one's focus and scroll
/// position alone.
pub fn reveal_soon(id: String, is_loading: bool) {
    let show = move || if is_loading && is_framed() { scroll_to(&id) } else { reveal(&id) };
    Timeout::new(0, show).forget();
}

/// Has an element stay where it is in the window while what is drawn next moves it: who uses a switch twice would hit
/// another one else.
pub fn hold_in_place(element: &HtmlElement) {
    let element = element.clone();
    let before = element.get_bounding_client_rect().top();
    let scroll = move || {
        let moved = element.get_bounding_client_rect().top() - before;
        if let Some(window) = window().filter(|_| element.is_connected()) {
            window.scroll_by_with_x_and_y(0.0, moved);
        }
    };
    Timeout::new(0, scroll).forget();
}

/// Scrolls this page, and none around it, to an element.
fn scroll_to(id: &str) {
    let top = element(id).map(|element| element.get_bounding_client_rect().top());
    if let (Some(window), Some(top)) = (window(), top) {
        window.scroll_by_with_x_and_y(0.0, top);
    }
}

/// The same, once the page is drawn.
pub fn scroll_soon(id: String) {
    Timeout::new(0, move || scroll_to(&id)).forget();
}

/// Gives an element the focus, once the page is drawn, if something has it now, and by then nothing. Nothing scrolls.
pub fn keep_focus(id: &'static str) {
    if focused().is_none() {
        return;
    }
    let look = move || {
        if let Some(element) = element(id).filter(|_| focused().is_none()) {
            focus_quietly(&element);
        }
    };
    Timeout::new(0, look).forget();
}

/// What has the focus; the page itself is nothing.
fn focused() -> Option<Element> {
    document()?.active_element().filter(|it| it.tag_name() != "BODY")
}

/// Gives the focus to the first of some elements that takes it: what is not shown does not. It comes into view where it
/// is not.
pub fn focus_first(ids: &[String]) {
    let _ = ids.iter().any(|id| takes_focus(id));
}

/// Gives the focus to an element, and says whether it is there and shown.
#[must_use]
pub fn takes_focus(id: &str) -> bool {
    // Refused, it is only not focused.
    shown(id).is_some_and(|it| it.focus().is_ok())
}

/// Whether an element is there and shown.
#[must_use]
pub fn is_shown(id: &str) -> bool {
    shown(id).is_some()
}

fn shown(id: &str) -> Option<HtmlElement> {
    element(id).filter(|it| it.offset_parent().is_some())
}

/// Gives the focus to an element, once the page is drawn. It comes into view where it does not begin there.
pub fn focus_soon(id: String) {
    let focus = move || {
        let Some(element) = element(&id) else { return };
        let height = window().and_then(|it| it.inner_height().ok()?.as_f64()).unwrap_or_default();
        if !(0.0..height / 2.0).contains(&element.get_bounding_client_rect().top()) {
            element.scroll_into_view();
        }
        focus_quietly(&element);
    };
    Timeout::new(0, focus).forget();
}

/// Gives the focus to what is drawn next in the place of an element, before all that stands behind it. Nothing scrolls.
pub fn focus_next(element: &Element) {
    let all = || document_element().map(|it| elements(&it, "a, button, input")).unwrap_or_default();
    let Some(place) = all().iter().position(|it| ***it == **element) else { return };
    let focus = move || {
        if let Some(element) = all().get(place) {
            focus_quietly(element);
        }
    };
    Timeout::new(0, focus).forget();
}

/// Gives an element the focus. Nothing scrolls.
pub(super) fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Refused, it is only not focused.
    let _ = element.focus_with_options(&options);
}

/// What the browser has opened in the page that the build wrote, since something was looked for in it.
pub struct Opened {
    /// The ids of the transfers.
    pub transfers: Vec<String>,
    /// The id of the claim in the middle of the window.
    pub claim: Option<String>,
}

/// What the browser has opened in the page that the build wrote.
#[must_use]
pub fn opened(prerendered: &Element) -> Opened {
    let bodies = elements(prerendered, ".body:not([hidden])");
    let transfers = bodies.iter().filter_map(|it| Some(it.id().strip_prefix("body-")?.to_owned()));
    Opened { transfers: transfers.collect(), claim: claim_in_view(&bodies) }
}

/// The claim in these elements that is nearest to the middle of the window.
fn claim_in_view(places: &[HtmlElement]) -> Option<String> {
    let middle = window().and_then(|it| it.inner_height().ok()?.as_f64()).unwrap_or_default() / 2.0;
    let distance = |claim: &HtmlElement| {
        let area = claim.get_bounding_client_rect();
        (f64::midpoint(area.top(), area.bottom()) - middle).abs()
    };
    let claims = places.iter().flat_map(|it| elements(it, ".claims > li"));
    let claim = claims.min_by(|one, other| distance(one).total_cmp(&distance(other)));
    claim.map(|it| it.id())
}

/// Opens what the browser has found something in, once it has been scrolled there, and keeps the claim in view: what is
/// drawn above it would move it away.
pub fn open_found(body: String, open: impl Fn() + 'static) {
    let look = move || {
        let claim = element(&body).and_then(|body| claim_in_view(&[body]));
        open();
        claim.into_iter().for_each(scroll_soon);
    };
    Timeout::new(50, look).forget();
}

/// The elements in another that a selector finds.
fn elements(place: &Element, selector: &str) -> Vec<HtmlElement> {
    let all = place.query_selector_all(selector).ok();
    let nodes = all.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.get(at)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// What has the focus in the page that the build wrote.
pub struct Held {
    /// Its address, where it has one.
    href: Option<String>,
    /// What it says.
    text: Option<String>,
    /// Its id, of what neither leads anywhere nor says anything of its own: the list.
    id: String,
}

/// What has the focus in the page that the build wrote, if something has.
#[must_use]
pub fn held() -> Option<Held> {
    let focused: HtmlElement = focused()?.dyn_into().ok()?;
    focused.closest("#atlas").ok()??;
    let (href, text) = (focused.get_attribute("href"), focused.text_content());
    Some(Held { href, text, id: focused.id() })
}

/// Gives the focus to what now stands in its place. Nothing scrolls.
pub fn hold(held: &Held) {
    let Some(root) = super::root() else { return };
    let elements = elements(&root, "a, button");
    // What is a link there may be a button here.
    let leads_there =
        |it: &&HtmlElement| held.href.is_some() && it.get_attribute("href") == held.href;
    let says_so = |it: &&HtmlElement| it.text_content() == held.text;
    let same = elements.iter().find(leads_there).or_else(|| elements.iter().find(says_so));
    if let Some(it) = same.cloned().or_else(|| element(&held.id)) {
        focus_quietly(&it);
    }
}
