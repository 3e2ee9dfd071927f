//! The desk, from the page: part of this program, or another one that the page loads.

use super::address::{href, is_framed};
use super::bring::hear_copies;
use super::brush::listen_for_brushing;
use super::page::{adopt, element, find};
use super::picture::serve;
use super::take::on_file;
use crate::corpus::{Day, Lang, Text};
use crate::desk::export::File;
use crate::desk::{Page, STYLE};
use js_sys::{Date, Reflect};
use web_sys::window;

/// A panel of the desk for a link, asked of the desk's own program. Nothing while that is on its
/// way, and an event named `desk` tells when it has come; an empty text where it cannot be had.
#[cfg(not(feature = "whole"))]
#[must_use]
pub fn desk_panel(panel: &str, link: &str, lang: Lang) -> Option<String> {
    claim_atlas_desk(crate::BUNDLED, panel, link, lang.tag()).unwrap_or(Some(String::new()))
}

#[cfg(not(feature = "whole"))]
#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    // In `src/desk.js`.
    #[wasm_bindgen(js_name = claimAtlasDesk, catch)]
    fn claim_atlas_desk(
        corpus: &str,
        panel: &str,
        link: &str,
        lang: &str,
    ) -> Result<Option<String>, wasm_bindgen::JsValue>;
}

/// Begins to do what panels of the desk ask of the browser, once: their style, what is dragged, brought,
/// saved and printed. What a panel offers as a file is made when it is asked for, by the panel's name.
pub fn attend(file: &'static dyn Fn(&str) -> Option<File>) {
    adopt(STYLE);
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
        site: site(Lang::De).zip(site(Lang::En)).map(|(de, en)| Text { de, en }),
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
