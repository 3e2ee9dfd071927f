//! Where the page stands, as far as the browser tells.

use super::{document, document_element, element, href, is_framed};
use crate::corpus::{Lang, Text};
use crate::link::Page;
use js_sys::Reflect;
use web_sys::window;

/// Where the page stands. It is asked whenever a tool is opened: what a browser offers comes late in some.
#[must_use]
pub fn page() -> Page {
    Page {
        address: href().unwrap_or_default(),
        site: site(),
        is_file: element("program").is_some(),
        is_framed: is_framed(),
        can_share: can_share(),
    }
}

/// The site's address in each language, where the build has written it into the page. Of a corpus that somebody has put
/// into the page that site shows nothing.
fn site() -> Option<Text> {
    if document_element()?.has_attribute("data-brought") {
        return None;
    }
    let of = |lang: Lang| {
        let selector = format!("link[hreflang={}]", lang.tag());
        document()?.query_selector(&selector).ok()??.get_attribute("href")
    };
    let is_named = Lang::ALL.into_iter().all(|lang| of(lang).is_some());
    is_named.then(|| Text::in_every(|lang| of(lang).unwrap_or_default()))
}

fn can_share() -> bool {
    let navigator = window().map(|window| window.navigator());
    navigator.is_some_and(|it| Reflect::has(&it, &"share".into()).unwrap_or(false))
}
