//! Addresses: of what is seen, and of an embed.

use super::{Desk, Page};
use crate::corpus::Lang;
use crate::link::{Setting, write};
use crate::markup::Pen;
use crate::query::Query;

/// Where links to the viewer lead: to the page itself, where others can open it; else to the site,
/// if there is one; else to the page all the same. The site has a page for each language.
#[must_use]
pub fn home(page: &Page, lang: Lang) -> String {
    if !is_public(&page.address) {
        let site = page.site.as_ref().map(|site| site.get(lang));
        return site.unwrap_or(&page.address).to_owned();
    }
    let (folder, name) = page.address.rsplit_once('/').unwrap_or((&page.address, ""));
    // A host may know which one is meant where none is named.
    let is_page = name.is_empty() || Lang::ALL.into_iter().any(|lang| page_name(lang) == name);
    if page.is_file || !is_page {
        return page.address.clone();
    }
    let is_short = name.is_empty() && lang == Lang::En;
    if is_short { [folder, "/"].concat() } else { [folder, "/", &page_name(lang)].concat() }
}

/// Where an embed that follows updates leads, where there is something to follow.
#[must_use]
pub fn live(page: &Page, lang: Lang) -> Option<String> {
    let site = || page.site.as_ref().map(|site| site.get(lang).to_owned());
    if page.is_file { site() } else { Some(home(page, lang)).filter(|home| is_public(home)) }
}

/// The name of a language's page on the site.
#[must_use]
pub fn page_name(lang: Lang) -> String {
    if lang == Lang::En { String::from("index.html") } else { [lang.tag(), ".html"].concat() }
}

/// The name of a language's single file, beside the site.
#[must_use]
pub fn single_name(lang: Lang) -> String {
    let of = if lang == Lang::En { String::new() } else { ["-", lang.tag()].concat() };
    ["claim-atlas", &of, ".html"].concat()
}

/// Whether others can open what stands at an address.
#[must_use]
pub fn is_public(address: &str) -> bool {
    address.starts_with("http")
}

/// The link to a query, which opens exactly that, in the language that is shown.
#[must_use]
pub fn link(desk: &Desk, query: &Query) -> String {
    let setting = Setting { fixed: true, ..Setting::default() };
    let mut address = home(desk.page, desk.lang);
    let fixed = desk.index.fixed();
    if !fixed.filters().is_empty() {
        address = [&*address, "?", &embedded(fixed, setting)].concat();
    }
    let query = Query { lang: Some(desk.lang), ..query.clone() };
    [&*address, "#", &write(&query)].concat()
}

/// The query string of an embed.
#[must_use]
pub fn embedded(query: &Query, setting: Setting) -> String {
    joined(&[&write(query), &setting.write()])
}

/// Parts of a query string as one, without those that are empty.
pub fn joined(parts: &[&str]) -> String {
    let mut all = String::new();
    for part in parts {
        if !part.is_empty() && !all.is_empty() {
            all.push('&');
        }
        all.push_str(part);
    }
    all
}

/// The code of a frame that shows an address. It has no colour scheme of its own: where the viewer's
/// is not the host's, browsers give it a ground, so that it can be read on any page.
#[must_use]
pub fn iframe(address: &str, title: &str) -> String {
    let mut code = Pen::default();
    code.put(
        "<iframe src=\"@\" title=\"@\" width=\"100$\" height=\"640\" style=\"border: 0\" \
         loading=\"lazy\" allow=\"clipboard-write; web-share\"></iframe>",
        &[],
        // The sign stands for a number in a template.
        &[address, title, "%"],
    );
    code.markup
}
