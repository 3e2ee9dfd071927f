//! Journeys through the built viewer, as readers make them: each begins with a link, finds things by
//! role and name, and ends with a page that put no error on the console and asked nobody anything;
//! only a program that stops or does not load leaves its own error there.

mod access;
mod begin;
mod browse;
mod check;
mod embed;
mod enlarged;
mod evidence;
mod export;
mod fault;
mod filter;
mod keyboard;
mod link;
mod narrow;
mod own;
mod print;
mod read;
mod share;
mod spoken;
mod tables;
mod translate;
mod valid;

use anyhow::Context;
use claim_atlas::BUNDLED;
use claim_atlas::corpus::{Claim, Document, Lang, Source};
use claim_atlas_tests::{Browser, Find, Name, Page, Part, Reader, Result, Site};

/// A reader's window on the viewer. Dropped in this order: the window before its driver.
struct Visit {
    page: Page,
    browser: Browser,
    site: Site,
}

/// An English reader follows a link: what stands after the site's address, with its `#` or `?`.
async fn follow(link: &str) -> Result<Visit> {
    follow_as(&Reader::default(), link).await
}

async fn follow_as(reader: &Reader, link: &str) -> Result<Visit> {
    visit(Site::dist().await?, reader, link).await
}

async fn visit(site: Site, reader: &Reader, link: &str) -> Result<Visit> {
    let browser = Browser::start().await?;
    let page = browser.open(&site.url(link), reader).await?;
    page.ready().await?;
    Ok(Visit { page, browser, site })
}

/// The documents, as the viewer has them. What a page holds is compared with them, so that no wording stands in
/// two places.
fn documents() -> Result<Vec<Document>> {
    Ok(Source::read(BUNDLED).context("the asset cannot be read")?.documents)
}

/// What the documents claim.
fn claims() -> Result<Vec<Claim>> {
    Ok(documents()?.into_iter().flat_map(|document| document.claims).collect())
}

/// What a claim states, in English, as it is shown.
fn statement(id: &str) -> Result<String> {
    let claim = claims()?.into_iter().find(|it| it.id == id).with_context(|| format!("no {id}"))?;
    Ok(claim.statement.get(Lang::En).to_owned())
}

/// The region that tells how much is listed.
async fn status(page: &Page) -> Result<Part> {
    page.by_role("status", Name::Any).await
}

async fn until_status(page: &Page, text: &str) -> Result {
    status(page).await?.until_text_is(text).await
}

async fn until_transfers(page: &Page, count: usize) -> Result {
    let noun = if count == 1 { "transfer" } else { "transfers" };
    until_status(page, &format!("{count} {noun}")).await
}

/// The number that an option ends with: how much choosing it promises to list.
async fn promised(part: &Part) -> Result<usize> {
    let name = part.name().await?;
    Ok(name.rsplit(' ').next().unwrap_or_default().parse()?)
}

/// Opens a panel of options.
async fn open_panel(page: &Page, name: &str) -> Result<Part> {
    page.by_role("button", Name::beginning(name)).await?.click().await?;
    page.by_role("group", name).await
}

/// A country's tile; the names of others contain it too.
async fn tile(page: &Page, country: &str) -> Result<Part> {
    let map = page.by_role("region", "Countries").await?;
    map.by_role("button", Name::beginning(country)).await
}

/// A transfer's row, by a part of what it says.
async fn transfer(page: &Page, part: &str) -> Result<Part> {
    page.by_role("link", Name::containing(part)).await
}

/// The ladder of statuses.
async fn ladder(page: &Page) -> Result<Part> {
    page.by_role("region", Name::beginning("How far it is said to have gone")).await
}

async fn press_button(page: &Page, name: impl Into<Name>) -> Result {
    page.by_role("button", name).await?.click().await
}

/// The names of what has a role, in the order of the page.
async fn names(place: &impl Find, role: &str, name: Name) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for part in place.all_by_role(role, name).await? {
        names.push(part.name().await?);
    }
    Ok(names)
}

/// The names of the filters that are set, as the buttons that remove them have them.
async fn chips(page: &Page) -> Result<Vec<String>> {
    names(page, "button", Name::beginning("Remove filter: ")).await
}

/// The transfers that stand open.
async fn opened(page: &Page) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let results = page.by_role("region", "Transfers").await?;
    for link in results.all_by_role("link", Name::Any).await? {
        if link.attribute("aria-expanded").await?.as_deref() == Some("true") {
            names.push(link.name().await?);
        }
    }
    Ok(names)
}

/// The outermost item of a list whose text holds another.
async fn item(place: &impl Find, text: &str) -> Result<Part> {
    for part in place.all_by_role("listitem", Name::Any).await? {
        if part.text().await?.contains(text) {
            return Ok(part);
        }
    }
    anyhow::bail!("no item of a list reads `{text}`")
}
