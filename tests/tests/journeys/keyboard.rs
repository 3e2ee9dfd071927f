//! The keyboard alone.

use crate::{follow, promised, transfer, until_transfers};
use claim_atlas_tests::{Find, Name, Outcome, Page, Result, VIEWS, View};

/// Fails unless whoever looks sees where the focus is, by an outline around the element or around
/// what stands before it.
async fn is_seen(page: &Page) -> Result {
    page.until(
        "[null, '::before'].map((it) => getComputedStyle(document.activeElement, it)).some((it) => \
         it.outlineStyle !== 'none' && it.content !== 'none' && parseFloat(it.outlineWidth) >= 1)",
    )
    .await
}

#[tokio::test]
async fn everything_is_done_with_keys() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    page.press_until("Tab", "searchbox", "Search").await?;
    is_seen(page).await?;
    page.write("Triebwerk").await?;
    page.until_fragment("q=Triebwerk").await?;

    let button = page.press_until("Tab", "button", "Country").await?;
    is_seen(page).await?;
    page.press("Enter").await?;
    button.until_attribute("aria-expanded", "true").await?;
    let egypt = page.by_role("checkbox", Name::beginning("Egypt")).await?;
    let (name, count) = (egypt.name().await?, promised(&egypt).await?);
    page.press_until("Tab", "checkbox", &name).await?;
    is_seen(page).await?;
    page.press("Space").await?;
    until_transfers(page, count).await?;
    page.until_fragment("country=EGY&q=Triebwerk").await?;
    assert!(egypt.is_checked().await?);
    assert_eq!(page.focused().await?.name().await?, egypt.name().await?);

    page.press("Escape").await?;
    button.until_attribute("aria-expanded", "false").await?;
    assert_eq!(page.focused().await?.name().await?, "Country 1");
    page.press("Space").await?;
    button.until_attribute("aria-expanded", "true").await?;
    page.press("Escape").await?;
    button.until_attribute("aria-expanded", "false").await?;

    let engines = transfer(page, "helicopter engines").await?;
    page.press_until("Tab", "link", &engines.name().await?).await?;
    is_seen(page).await?;
    page.press("Enter").await?;
    engines.until_attribute("aria-expanded", "true").await?;
    assert_eq!(page.focused().await?.name().await?, engines.name().await?);

    // What takes itself away does not take the focus with it.
    let chip = "Remove filter: Country: Egypt";
    page.press_until("Shift+Tab", "button", chip).await?;
    is_seen(page).await?;
    page.press("Enter").await?;
    page.absent("button", chip).await?;
    page.until("document.activeElement !== document.body").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn every_stop_is_seen_and_none_is_a_trap() -> Outcome {
    // A link to one transfer alone would begin there.
    let visit = follow("#transfer=egy-rus-engines~rus-egy-debt").await?;
    let page = &visit.page;
    let mut stops = Vec::new();
    for _ in 0..300 {
        page.press("Tab").await?;
        if page.value("document.activeElement === document.body").await? == true {
            break;
        }
        is_seen(page).await?;
        let part = page.focused().await?;
        stops.push((part.role().await?, part.name().await?));
    }
    assert!(stops.len() < 300, "the page has no end: {stops:?}");
    assert!(stops.iter().all(|(_, name)| !name.is_empty()), "{stops:?}");
    let stop = |name: &str| stops.iter().position(|(_, it)| it.starts_with(name));
    // One comes to things in the order in which they are read.
    let order = [
        "Skip to the list",
        "Share",
        "Transfers 16",
        "Search",
        "Country",
        "Time",
        "Egypt",
        "requested",
    ]
    .map(stop);
    assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{order:?} of {stops:?}");
    page.assert_quiet().await?;
    Ok(())
}

/// What has the focus: what it is, whether whoever looks finds it, and where on the page it stands.
const STOP: &str = r"(() => {
    const it = document.activeElement;
    const area = it.getBoundingClientRect();
    // The parts of a date the browser marks itself.
    const seen = it.type === 'date' || [null, '::before', '::after'].map((part) => getComputedStyle(it, part)).some(
        (part) => part.outlineStyle !== 'none' && part.content !== 'none' && parseFloat(part.outlineWidth) >= 1);
    const at = [...it.getClientRects()].flatMap(({ left, top, width, height }) => [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + width * x, top + height * y))));
    const open = at.some((hit) => hit && (it.contains(hit) || hit.closest('label')?.contains(it)));
    const [x, y] = [scrollX, scrollY];
    return { what: it.outerHTML.slice(0, 160), end: it === document.body, seen, open,
        free: Boolean(it.closest('.board, .drop')), line: it.parentElement?.parentElement === window.lineBefore,
        left: area.left + x, right: area.right + x, top: area.top + y, bottom: area.bottom + y,
        next: void (window.lineBefore = it.parentElement?.parentElement) };
})()";

/// One stop of a walk.
struct Stop {
    what: String,
    /// In order, from left to right and from above.
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// Whether its place is that of a country, or over the page.
    is_free: bool,
    /// Whether it stands in one line with the stop before.
    is_in_line: bool,
}

impl Stop {
    /// Whether one comes from it to another against the order in which they are seen: up in the same column, or back in
    /// the same line.
    fn goes_back_to(&self, next: &Self) -> bool {
        let is_under = self.left.max(next.left) < self.right.min(next.right);
        let is_beside = self.top.max(next.top) < self.bottom.min(next.bottom) - 4.0;
        let goes_up = next.bottom <= self.top + 1.0 && is_under;
        let goes_left = next.is_in_line && is_beside && next.right <= self.left + 1.0;
        !self.is_free && !next.is_free && (goes_up || goes_left)
    }
}

/// More stops than a panel has that is looked at by itself.
const PANEL: usize = 40;

/// Walks from the first stop of the page to its end, or through what is unfolded, and returns what is wrong on the way.
/// That everything has a name axe has seen.
async fn walk(page: &Page, view: &View) -> Result<Vec<String>> {
    let place = format!("{view:?}");
    let is_page = view.presses.is_empty();
    let begin = if is_page { ".skip" } else { "#tool, .drop :is(a, button), .sheet input" };
    let mut wrong = Vec::new();
    let mut last: Option<Stop> = None;
    // What a frame shows has its own test.
    page.value("void document.querySelectorAll('iframe').forEach((it) => { it.inert = true })")
        .await?;
    page.value(&format!("void document.querySelector('{begin}').focus()")).await?;
    for _ in 0..if is_page { 900 } else { PANEL } {
        page.press("Tab").await?;
        let stop = page.value(STOP).await?;
        let is = |key: &str| stop.get(key).and_then(serde_json::Value::as_bool).unwrap_or_default();
        let number =
            |key: &str| stop.get(key).and_then(serde_json::Value::as_f64).unwrap_or_default();
        if is("end") {
            return Ok(wrong);
        }
        let what = stop.get("what").and_then(|it| it.as_str()).unwrap_or_default().to_owned();
        if !is("seen") {
            wrong.push(format!("{place}: the focus is not seen on {what}"));
        }
        if !is("open") {
            wrong.push(format!("{place}: something lies over {what}"));
        }
        let next = Stop {
            what,
            left: number("left"),
            right: number("right"),
            top: number("top"),
            bottom: number("bottom"),
            is_free: is("free"),
            is_in_line: is("line"),
        };
        if let Some(last) = last.filter(|it| it.goes_back_to(&next)) {
            wrong.push(format!("{place}: from {} one goes back to {}", last.what, next.what));
        }
        last = Some(next);
    }
    if is_page {
        wrong.push(format!("{place}: the walk does not end"));
    }
    Ok(wrong)
}

#[tokio::test]
async fn every_view_is_walked_in_the_order_in_which_it_is_seen() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    let mut wrong = Vec::new();
    for view in VIEWS {
        view.show(page, "en").await?;
        wrong.extend(walk(page, &view).await?);
        // What is unfolded is folded by Esc, and the focus goes back to what has unfolded it.
        if let Some(opener) = view.presses.first() {
            page.value(&format!("void document.querySelector('{opener}').focus()")).await?;
            page.press("Escape").await?;
            page.until("!document.querySelector('#tool, .drop, .sheet')").await?;
            page.until(&format!("document.activeElement.matches('{opener}')")).await?;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    page.assert_quiet().await?;
    Ok(())
}

#[test]
fn a_stop_further_up_is_not_in_order() {
    let stop = |left: f64, top: f64| Stop {
        what: String::new(),
        left,
        right: left + 40.0,
        top,
        bottom: top + 20.0,
        is_free: false,
        is_in_line: true,
    };
    assert!(!stop(0.0, 0.0).goes_back_to(&stop(50.0, 0.0)));
    assert!(stop(50.0, 0.0).goes_back_to(&stop(0.0, 0.0)));
    assert!(!stop(50.0, 0.0).goes_back_to(&stop(0.0, 30.0)));
    assert!(stop(0.0, 60.0).goes_back_to(&stop(0.0, 30.0)));
    // Another column begins further up.
    assert!(!stop(0.0, 60.0).goes_back_to(&stop(50.0, 0.0)));
}

#[tokio::test]
async fn keys_lead_to_the_search_and_to_their_list() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    page.press("/").await?;
    page.until("document.activeElement.id === 'search'").await?;
    // What is typed stays what it is.
    page.write("/?").await?;
    page.until("document.activeElement.value === '/?'").await?;
    page.until("!document.getElementById('tool')").await?;
    page.value("void (document.activeElement.select(), document.execCommand('delete'))").await?;

    let engines = transfer(page, "helicopter engines").await?;
    page.press_until("Tab", "link", &engines.name().await?).await?;
    for chord in ["Control+/", "Alt+?"] {
        page.press(chord).await?;
    }
    page.until("document.activeElement.id === 'transfer=egy-rus-engines'").await?;
    page.press("?").await?;
    let list = page.by_role("region", "Keyboard").await?;
    list.until_text("Slash (/) leads to the search.").await?;
    page.until("document.activeElement.id === 'tool'").await?;
    page.press("Escape").await?;
    page.absent("region", "Keyboard").await?;
    page.until("document.activeElement.id === 'transfer=egy-rus-engines'").await?;

    // Turned off, they stay so, whatever comes; and nothing is stored of it.
    page.press("?").await?;
    let switch = page.by_role("checkbox", Name::beginning("Use slash")).await?;
    assert!(switch.is_checked().await?);
    switch.click().await?;
    page.press("/").await?;
    page.press("?").await?;
    page.until("document.activeElement.type === 'checkbox'").await?;
    page.press("Escape").await?;
    page.press("?").await?;
    page.value("void (location.hash = 'lang=de')").await?;
    page.until("document.documentElement.lang === 'de'").await?;
    page.press("?").await?;
    page.press("/").await?;
    page.until("!document.querySelector('#tool') && document.activeElement.id !== 'search'")
        .await?;
    page.until("localStorage.length === 0 && sessionStorage.length === 0").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Where nobody could turn them off, the keys are the browser's.
#[tokio::test]
async fn keys_do_nothing_in_a_page_without_tools() -> Outcome {
    let visit = follow("?plain=1").await?;
    let page = &visit.page;
    for key in ["/", "?"] {
        page.press(key).await?;
        page.until("document.activeElement === document.body").await?;
    }
    page.until("!document.querySelector('#tool')").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Esc closes no text that somebody writes, and the key that shows the keys does so once.
#[tokio::test]
async fn keys_take_nothing_away() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    page.press("?").await?;
    page.until("document.activeElement.id === 'tool'").await?;
    page.press("?").await?;
    page.press("Escape").await?;
    page.until("!document.getElementById('tool')").await?;
    page.until("document.activeElement.id === 'open-menu'").await?;

    page.by_selector("#foot-check").await?.click().await?;
    page.by_selector("#check-text").await?.click().await?;
    page.write("Drones / for?").await?;
    page.press("Escape").await?;
    page.until("document.querySelector('#check-text').value === 'Drones / for?'").await?;
    page.press("Tab").await?;
    page.press("Escape").await?;
    page.until("!document.getElementById('tool')").await?;
    page.assert_quiet().await?;
    Ok(())
}
