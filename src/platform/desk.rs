//! What the desk has to know of the page, and what its panels ask of the browser.

use super::address::{href, is_framed};
use super::bring::hear_copies;
use super::brush::listen_for_brushing;
use super::page::{element, find};
use super::picture::serve;
use super::take::on_file;
use crate::corpus::{Day, Lang, Text};
use crate::desk::Page;
use crate::desk::export::File;
use js_sys::{Date, Reflect};
use web_sys::window;

/// Begins to do what panels of the desk ask of the browser, once: what is dragged, brought, saved and
/// printed. What a panel offers as a file is made when it is asked for, by the panel's name.
pub fn attend(file: impl Fn(&str) -> Option<File> + 'static) {
    listen_for_brushing();
    hear_copies();
    serve();
    on_file(file);
}

/// Where the page stands, as the desk has to know it.
#[must_use]
pub fn page() -> Page {
    let site = |lang: Lang| find(&format!("link[hreflang={}]", lang.tag()))?.get_attribute("href");
    let can = |name: &str| {
        let navigator = window().map(|window| window.navigator());
        navigator.is_some_and(|it| Reflect::has(&it, &name.into()).unwrap_or(false))
    };
    Page {
        address: href().unwrap_or_default(),
        site: site(Lang::De).zip(site(Lang::En)).map(|(de, en)| Text::new("de", de).with("en", en)),
        is_file: element("program").is_some(),
        is_framed: is_framed(),
        can_share: can("share"),
        today: today(),
        brought: super::brought(),
    }
}

fn today() -> Option<Day> {
    let now = Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    Day::new(year, month, u8::try_from(now.get_date()).ok()?)
}
