//! Every view of the viewer, and how one comes there: for tests that hold all of it to something.

use crate::{Page, Result};
use serde_json::json;

/// A view, or a panel that is unfolded over one.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Its link.
    pub link: &'static str,
    /// The selectors of what is pressed in it then.
    pub presses: &'static [&'static str],
    /// The selector of what is there once it is shown.
    shows: &'static str,
}

/// Every view, on the corpus that is compiled in.
pub const VIEWS: [View; 23] = [
    view("", &[], ".pair"),
    view("transfer=egy-rus-engines", &[], ".transfer[aria-expanded='true']"),
    view("claim=0e12-28", &[], "[id='claim=0e12-28']"),
    view("view=disputed", &[], ".views [aria-current][href*='view=disputed']"),
    view("view=timeline", &[], ".views [aria-current][href*='view=timeline']"),
    view("view=origins", &[], ".views [aria-current][href*='view=origins']"),
    view("view=origins&distrust=wsj", &[], ".chips .doubt"),
    view("view=documents", &[], ".views [aria-current][href*='view=documents']"),
    view("view=context", &[], ".views [aria-current][href*='view=context']"),
    view("about=wsj", &[], ".views [aria-current='true'][href*='view=origins']"),
    view("about=0e1200376cf63873", &[], ".views [aria-current='true'][href*='view=documents']"),
    view("q=zzzz&foo=1", &[], ".nothing"),
    view("country=EGY", &["#open-country"], ".sheet [type='checkbox']"),
    view("", &["#open-time"], ".sheet .interval"),
    view("", &["#open-menu"], ".drop"),
    view("", &["#open-languages"], ".drop.languages"),
    view("", &["#open-menu", ".drop li:last-child button"], "#tool .option"),
    view("", &["#open-share"], "#share-link"),
    view("transfer=egy-rus-engines", &["#share-egy-rus-engines"], "#share-markdown"),
    view("", &["#foot-embed"], "#tool .preview"),
    view("", &["#foot-check"], "#check-text"),
    view("", &["#foot-export"], "#tool .picture"),
    view("", &["#foot-corpus"], "#corpus-file"),
];

const fn view(link: &'static str, presses: &'static [&'static str], shows: &'static str) -> View {
    View { link, presses, shows }
}

impl View {
    /// Goes there in a page that stands open, in a language by its tag. Nothing is loaded anew.
    ///
    /// # Errors
    ///
    /// When it is not shown.
    pub async fn show(&self, page: &Page, language: &str) -> Result {
        let Self { link, presses, shows } = self;
        let hash = json!(format!("{link}&lang={language}"));
        // What the view before has unfolded is folded, as by its reader. The program follows once the browser has told it,
        // which it does before us.
        let go = format!(
            "new Promise((told) => {{
                const escape = new KeyboardEvent('keydown', {{ key: 'Escape', bubbles: true }});
                document.querySelector('.page').dispatchEvent(escape);
                const before = location.href;
                location.hash = {hash};
                const followed = () => setTimeout(told);
                if (location.href === before) followed();
                else addEventListener('hashchange', followed, {{ once: true }});
            }})"
        );
        page.value(&go).await?;
        page.until(&format!("document.documentElement.lang === '{language}'")).await?;
        for selector in *presses {
            let selector = json!(selector);
            page.until(&format!("document.querySelector({selector})")).await?;
            // By script: where the window is narrow not every button is seen, and what it unfolds can be.
            page.value(&format!("void document.querySelector({selector}).click()")).await?;
        }
        page.until(&format!("document.querySelector({})", json!(shows))).await
    }
}

#[cfg(test)]
mod tests {
    use super::VIEWS;
    use claim_atlas::query;

    #[test]
    fn every_view_that_can_be_chosen_is_among_them() {
        for view in query::View::ALL.into_iter().filter(|it| *it != query::View::default()) {
            let link = format!("view={}", view.id());
            assert!(VIEWS.iter().any(|it| it.link == link), "{link} is not in VIEWS: add it");
        }
    }
}
