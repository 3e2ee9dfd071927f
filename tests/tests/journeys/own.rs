//! A corpus that is not the one of the page: asked for by a link, opened or dropped by a reader; and what becomes of one
//! that is none.

use crate::{follow, follow_as, press_button, until_transfers, visit};
use anyhow::Context;
use claim_atlas::BUNDLED;
use claim_atlas::corpus::{Source, Text};
use claim_atlas_tests::{
    Browser, Find, Name, Outcome, Page, Reader, Reply, Result, Site, StatusCode,
};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// What stands where the corpus is not that of the page.
const NOT_OURS: &str = "Not the corpus of this page";

/// Of the bundled corpus one document with what it says of eight transfers, called “Ours”.
fn ours() -> Result<Source> {
    let mut source = Source::read(BUNDLED)?;
    source.documents.truncate(1);
    let document = source.documents.first_mut().context("no document")?;
    let ids: Vec<String> = document.claims.iter().map(|it| it.id.clone()).collect();
    for claim in &mut document.claims {
        claim.disputes.retain(|it| ids.contains(it));
    }
    let spoken: Vec<&String> =
        document.claims.iter().filter_map(|it| it.transfer.as_ref()).collect();
    source.transfers.retain(|it| spoken.contains(&&it.id));
    source.title = Some(Text::new("de", "Unserer").with("en", "Ours"));
    Ok(source)
}

/// A site with our corpus beside it.
async fn site_with(corpus: impl Into<Vec<u8>>) -> Result<Site> {
    let site = Site::dist().await?;
    site.put("ours.json", Reply::new(corpus))?;
    Ok(site)
}

/// The line that says whose corpus it is.
async fn until_whose(page: &Page, part: &str) -> Result {
    page.by_selector("#whose").await?.until_text(part).await
}

#[tokio::test]
async fn a_link_asks_for_a_corpus_of_the_site() -> Outcome {
    let site = site_with(serde_json::to_vec(&ours()?)?).await?;
    let visit = visit(site, &Reader::default(), "?corpus=ours.json#country=EGY").await?;
    let page = &visit.page;
    until_whose(page, NOT_OURS).await?;
    until_whose(page, "Ours").await?;
    until_whose(page, "SHA-256").await?;
    until_transfers(page, 4).await?;
    press_button(page, "Remove filter: Country: Egypt").await?;
    until_transfers(page, 8).await?;
    page.until("document.title.startsWith('Ours – ')").await?;
    // The address keeps asking for it, and what is shared does, too.
    assert!(page.url().await?.contains("/?corpus=ours.json"), "{}", page.url().await?);
    page.by_selector("#open-share").await?.click().await?;
    page.by_role("textbox", "Link").await?.until_text("?corpus=ours.json#").await?;
    let sentence = page.by_role("textbox", "Sentence with its source").await?;
    sentence.until_text("(From the corpus “Ours”.)").await?;
    // Back to the corpus of the page, of which the address is then a link.
    press_button(page, "Back to the corpus of this page").await?;
    until_transfers(page, 16).await?;
    assert!(!page.url().await?.contains("corpus"), "{}", page.url().await?);
    page.until("!document.title.startsWith('Ours') && !document.getElementById('whose')").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// A corpus of 1,200 claims on 600 transfers, too many for all of them to stand in the page.
fn large() -> serde_json::Value {
    let text = |text: String| json!({ "en": text });
    let transfers = (0..600).map(|at| {
        json!({
            "id": format!("t{at}"), "from": "USA", "to": "EGY", "kind": "supply", "category": "arms",
            "item": text(format!("Item {at}")),
        })
    });
    let claims = (0..1200).map(|at| {
        json!({
            "id": format!("c{at}"), "paragraph": 1, "transfer": format!("t{}", at % 600), "status": "agreed",
            "attribution": ["agency"], "statement": text(format!("Item {} is agreed.", at % 600)),
        })
    });
    json!({
        "languages": ["en"],
        "countries": [{ "id": "USA", "alpha2": "US" }, { "id": "EGY", "alpha2": "EG" }],
        "categories": [{ "id": "arms", "name": text("Arms".to_owned()) }],
        "origins": [
            { "id": "paper", "name": text("Paper".to_owned()), "kind": "outlet" },
            { "id": "agency", "name": text("Agency".to_owned()), "kind": "agency" },
        ],
        "transfers": transfers.collect::<Vec<_>>(),
        "documents": [{
            "id": "0123456789abcdef", "title": "A title", "outlet": "paper", "language": "en", "authors": [],
            "published": { "span": "2023-11", "basis": text("The month of the file.".to_owned()) },
            "sha256": "0".repeat(64), "paragraphs": 1,
            "claims": claims.collect::<Vec<_>>(),
        }],
    })
}

#[tokio::test]
async fn a_long_list_grows_as_it_is_read_and_then_waits_to_be_asked() -> Outcome {
    let site = site_with(serde_json::to_vec(&large())?).await?;
    let visit = visit(site, &Reader::default(), "?corpus=ours.json").await?;
    let page = &visit.page;
    until_whose(page, NOT_OURS).await?;
    let rows = "document.querySelectorAll('#list .transfer').length";
    page.until(&format!("{rows} === 30")).await?;
    page.until("document.querySelector('.entry').ariaSetSize === '600'").await?;
    // It grows while its end is near, until it is long enough for one reading.
    let to_its_end = "document.querySelector('.more').scrollIntoView()";
    for drawn in (60..=300).step_by(30) {
        page.value(to_its_end).await?;
        page.until(&format!("{rows} >= {drawn}")).await?;
    }
    page.value(to_its_end).await?;
    page.by_role("button", "Show 100 more").await?.click().await?;
    page.until(&format!("{rows} === 400")).await?;
    // Whoever has asked goes on with the first that has come.
    page.until("document.activeElement.id === 'transfer=t300'").await?;
    // What is selected otherwise begins at its start.
    page.by_selector("#search").await?.click().await?;
    page.write("item").await?;
    page.until(&format!("{rows} < 100")).await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Follows a link to a corpus that is not shown, and says what stands there instead.
async fn refused(site: Site, link: &str) -> Result<(Page, Browser, Site, String)> {
    let visit = visit(site, &Reader::default(), link).await?;
    until_transfers(&visit.page, 16).await?;
    let said = visit.page.by_role("alert", Name::Any).await?.text().await?;
    Ok((visit.page, visit.browser, visit.site, said))
}

#[tokio::test]
async fn what_is_no_corpus_is_refused_and_the_page_goes_on() -> Outcome {
    let spoilt = BUNDLED.replacen("\"delivered\"", "\"sold\"", 1);
    let utf_16: Vec<u8> = BUNDLED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&[u8], &str); 8] = [
        (b"<!doctype html><title>Not found</title>", "This is a page (HTML or XML)"),
        (b"", "breaks the rules of a corpus"),
        (b"{}", "breaks the rules of a corpus"),
        (spoilt.as_bytes(), "delivered"),
        (b"{\"languages\": [\"en\"], \"a\0b\": 1}", "breaks the rules of a corpus"),
        (&[b"\xff\xfe".as_slice(), &utf_16].concat(), "not in UTF-8"),
        (
            &[b"{\"languages\": ".as_slice(), b"[".repeat(100_000).as_slice()].concat(),
            "breaks the rules",
        ),
        (b"{\"__proto__\": {\"polluted\": true}, \"languages\": [\"en\"]}", "__proto__"),
    ];
    for (bytes, says) in cases {
        let site = site_with(bytes).await?;
        let (page, _browser, _site, said) = refused(site, "?corpus=ours.json").await?;
        assert!(said.contains(says) && said.contains("ours.json"), "{said}");
        // The page works as ever.
        page.by_role("searchbox", Name::Any).await?.write("engines").await?;
        page.until_fragment("q=engines").await?;
        press_button(&page, "Dismiss this notice").await?;
        page.until("!document.querySelector('[role=alert]')").await?;
        page.assert_quiet().await?;
    }
    Ok(())
}

#[tokio::test]
async fn only_the_own_host_is_asked_and_never_with_fixed_filters() -> Outcome {
    let other = Site::bare().await?;
    other.put(
        "ours.json",
        Reply::new(serde_json::to_vec(&ours()?)?).header("Access-Control-Allow-Origin", "*"),
    )?;
    let link = format!("?corpus={}", other.url("ours.json"));
    let (page, _browser, _site, said) = refused(Site::dist().await?, &link).await?;
    assert!(said.contains("at its own address only"), "{said}");
    // Nobody else was asked.
    page.assert_quiet().await?;
    for link in [
        "javascript:alert(1)",
        "data:application/json,{}",
        "file:///etc/passwd",
        "//",
        "blob:null/1",
    ] {
        let link = format!("?corpus={link}");
        let (page, _browser, _site, said) = refused(Site::dist().await?, &link).await?;
        assert!(said.contains("at its own address only"), "{link}: {said}");
        page.assert_quiet().await?;
    }
    let site = site_with(serde_json::to_vec(&ours()?)?).await?;
    let visit = visit(site, &Reader::default(), "?corpus=ours.json&country=EGY&fixed").await?;
    until_transfers(&visit.page, 4).await?;
    let said = visit.page.by_role("alert", Name::Any).await?.text().await?;
    assert!(said.contains("fixed"), "{said}");
    visit.page.until("!document.getElementById('whose')").await?;
    visit.page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn an_address_without_a_file_says_so() -> Outcome {
    let (page, _browser, _site, said) = refused(Site::dist().await?, "?corpus=gone.json").await?;
    assert!(said.contains("answered with 404"), "{said}");
    page.until("document.documentElement.dataset.state === 'ready'").await?;
    Ok(())
}

#[tokio::test]
async fn an_address_that_leads_on_or_asks_for_a_login_says_so() -> Outcome {
    let to_login = Reply::new("").status(StatusCode::FOUND).header("Location", "login.html");
    let locked = Reply::new("").status(StatusCode::UNAUTHORIZED);
    for (reply, says) in [
        (to_login, "leads on to another address, such as that of a login"),
        (locked, "answered with 401: it wants to know who asks"),
    ] {
        let site = Site::dist().await?;
        site.put("ours.json", reply)?;
        site.put("login.html", Reply::new("<!doctype html><title>Who are you?</title>"))?;
        let (_page, _browser, _site, said) = refused(site, "?corpus=ours.json").await?;
        assert!(said.contains(says) && said.contains("Download the corpus"), "{said}");
    }
    Ok(())
}

#[tokio::test]
async fn an_address_that_never_ends_is_stopped() -> Outcome {
    let site = Site::dist().await?;
    let begun = BUNDLED.as_bytes().get(..20_000).context("a beginning")?;
    site.put("ours.json", Reply::new(begun).unending())?;
    let browser = Browser::start().await?;
    let page = browser.open(&site.url("?corpus=ours.json"), &Reader::default()).await?;
    // Nothing of the page's own corpus is seen meanwhile.
    let stop = page.by_role("button", "Stop").await?;
    page.until("!document.querySelector('#atlas .page')").await?;
    stop.click().await?;
    page.ready().await?;
    until_transfers(&page, 16).await?;
    page.by_role("alert", Name::Any).await?.until_text("Reading was stopped.").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Opens the tool.
async fn open_tool(page: &Page) -> Result {
    page.by_selector("#foot-corpus").await?.click().await
}

/// Opens a file in the tool.
async fn open_file(page: &Page, folder: &Path, name: &str, bytes: &[u8]) -> Result {
    let path = folder.join(name);
    fs::write(&path, bytes)?;
    page.by_selector("#corpus-file").await?.write(&path.display().to_string()).await
}

#[tokio::test]
async fn a_reader_opens_a_file_and_goes_back() -> Outcome {
    let folder = tempfile::tempdir()?;
    let visit = follow("#country=EGY").await?;
    let page = &visit.page;
    open_tool(page).await?;
    // A fault is named with its place, and what was there is kept.
    let spoilt = BUNDLED.replacen("\"delivered\"", "\"sold\"", 1);
    open_file(page, folder.path(), "spoilt.json", spoilt.as_bytes()).await?;
    let alert = page.by_role("alert", Name::Any).await?;
    alert.until_text("spoilt.json").await?;
    alert.until_text("line 1, column").await?;
    until_transfers(page, 4).await?;
    open_file(page, folder.path(), "ours.json", &serde_json::to_vec(&ours()?)?).await?;
    // The query begins again, and the address says for which corpus it is.
    until_transfers(page, 8).await?;
    until_whose(page, NOT_OURS).await?;
    until_whose(page, "ours.json").await?;
    page.until("/^#of=[0-9a-f]{8}$/.test(location.hash)").await?;
    page.until("document.activeElement.id === 'whose'").await?;
    let link = page.url().await?;
    page.by_selector("#open-share").await?.click().await?;
    page.by_role("textbox", "Link").await?.until_text("&of=").await?;
    page.until("!document.getElementById('share-frame')").await?;
    page.by_selector("#foot-embed").await?.click().await?;
    page.by_role("region", "Embed").await?.until_text("on your computer alone").await?;
    page.by_selector("#foot-export").await?.click().await?;
    page.by_role("region", "Export").await?.until_text("Ours").await?;
    press_button(page, "Back to the corpus of this page").await?;
    until_transfers(page, 16).await?;
    page.until("!location.hash.includes('of=') && !document.getElementById('whose')").await?;
    page.until("localStorage.length === 0 && sessionStorage.length === 0").await?;
    // Whoever has the link and not the file is told so; with the file the link leads where it did.
    page.visit("about:blank").await?;
    page.visit(&link.replace('#', "#country=EGY&")).await?;
    page.ready().await?;
    let alert = page.by_role("alert", Name::Any).await?;
    alert.until_text("somebody has opened from a file").await?;
    open_tool(page).await?;
    open_file(page, folder.path(), "renamed.json", &serde_json::to_vec(&ours()?)?).await?;
    until_whose(page, "renamed.json").await?;
    until_transfers(page, 4).await?;
    page.until("!document.querySelector('[role=alert]')").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Drops a file on the page.
pub fn dropped(name: &str, text: &str) -> String {
    format!(
        "(() => {{ const dataTransfer = new DataTransfer();
           dataTransfer.items.add(new File([{}], {}));
           const event = new DragEvent('drop', {{ dataTransfer, bubbles: true, cancelable: true }});
           return !document.querySelector('.header').dispatchEvent(event) }})()",
        json!(text),
        json!(name)
    )
}

#[tokio::test]
async fn what_is_dropped_is_taken_for_what_it_is() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    let corpus = serde_json::to_string_pretty(&ours()?)?;
    // By what it holds, whatever it is called.
    page.until(&dropped("ours.txt", &corpus)).await?;
    until_whose(page, "ours.txt").await?;
    until_transfers(page, 8).await?;
    page.until(&dropped("article.json", "<!doctype html><p>An article.")).await?;
    page.by_role("region", "Check your own copy").await?.until_text("article.json").await?;
    until_whose(page, "ours.txt").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Texts that would do harm where they were taken for anything but texts.
const HOSTILE: [&str; 6] = [
    "<img src=x onerror=window.evil=1><script>window.evil=1</script>",
    "\"><svg onload=window.evil=1></svg></script><script>window.evil=1</script>",
    "javascript:window.evil=1",
    "'); window.evil=1; ('",
    "{{constructor.constructor('window.evil=1')()}} ${window.evil=1} *bold* `code`",
    "\u{202e}\u{2066}detrevni\u{2067} مرحبا",
];

#[tokio::test]
async fn nothing_of_a_hostile_corpus_runs_or_loads_or_breaks_the_layout() -> Outcome {
    // Some of it has megabytes.
    let reader = Reader { patience: Duration::from_secs(30), ..Reader::default() };
    let visit = follow_as(&reader, "").await?;
    let page = &visit.page;
    let folder = tempfile::tempdir()?;
    let long = "Wordwithoutanend".repeat(65_536);
    let in_every = |text: &str| Text::new("de", text).with("en", text);
    for text in HOSTILE.into_iter().chain([long.as_str()]) {
        let mut source = ours()?;
        source.title = Some(in_every(text));
        for it in &mut source.categories {
            it.name = in_every(text);
        }
        for it in &mut source.origins {
            it.name = in_every(text);
        }
        for document in &mut source.documents {
            text.clone_into(&mut document.title);
            document.authors = vec![text.to_owned()];
            document.claims.iter_mut().for_each(|it| it.statement = in_every(text));
        }
        open_tool(page).await?;
        open_file(page, folder.path(), "hostile.json", &serde_json::to_vec(&source)?).await?;
        // It is shown, or refused for what it is; the page works on either way.
        page.until("document.querySelector('#whose, [role=alert]')").await?;
        page.value("void document.querySelectorAll('.views a').forEach((view) => view.click())")
            .await?;
        assert_eq!(page.overflow().await?, 0, "{}", text.get(..40).unwrap_or(text));
        page.until("!window.evil").await?;
        page.visit(&visit.site.url("")).await?;
        page.ready().await?;
    }
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn ids_that_mean_something_elsewhere_are_refused_or_plain() -> Outcome {
    let visit = follow("").await?;
    let page = &visit.page;
    for id in ["__proto__", "constructor", "a] *", "atlas", "#x{}", "../..", "a&claim=b", ""] {
        let of = serde_json::to_string(&ours()?)?;
        let spoilt = of.replace("\"egy-rus-engines\"", &json!(id).to_string());
        page.until(&dropped("ids.json", &spoilt)).await?;
        page.until("document.querySelector('#whose, [role=alert]')").await?;
        page.until("document.documentElement.dataset.state === 'ready'").await?;
        page.until("({}).polluted === undefined && document.getElementById('atlas').firstChild")
            .await?;
    }
    let twice = serde_json::to_string(&ours()?)?.replace("\"0e12-02\"", "\"0e12-01\"");
    page.until(&dropped("twice.json", &twice)).await?;
    page.by_role("alert", Name::Any).await?.until_text("0e12-01").await?;
    page.assert_quiet().await?;
    Ok(())
}

/// What a link of the tool saves.
async fn offered(page: &Page, name: &str) -> Result<(String, String)> {
    let keep = "(blob) => { blob.text().then((text) => { window.kept = text }); return '#' }";
    page.value(&format!("void (window.kept = undefined, URL.createObjectURL = {keep})")).await?;
    let link = page.by_role("link", name).await?;
    let called = link.attribute("download").await?.context("no name")?;
    link.click().await?;
    page.until("window.kept !== undefined").await?;
    let kept = page.value("window.kept").await?;
    Ok((called, kept.as_str().context("no text")?.to_owned()))
}

#[tokio::test]
async fn the_example_and_the_template_that_are_offered_come_in() -> Outcome {
    let folder = tempfile::tempdir()?;
    let visit = follow("").await?;
    let page = &visit.page;
    open_tool(page).await?;
    let (name, example) = offered(page, "Download an example to begin with").await?;
    let (sheet, template) = offered(page, "Download the template").await?;
    open_file(page, folder.path(), &name, example.as_bytes()).await?;
    until_whose(page, "An example: Northland and Southland").await?;
    until_transfers(page, 1).await?;
    open_tool(page).await?;
    let path = folder.path().join(&sheet);
    fs::write(&path, template)?;
    page.by_selector("#import-file").await?.write(&path.display().to_string()).await?;
    let tool = page.by_role("region", "Your own corpus").await?;
    tool.until_text("2 claims came in from a table of 2 rows.").await?;
    press_button(page, "Show this corpus").await?;
    until_whose(page, "made in this page of").await?;
    until_transfers(page, 1).await?;
    // Two corpora that nobody made from one another have nothing in common.
    open_tool(page).await?;
    let path = folder.path().join(&name);
    page.by_selector("#changes-file").await?.write(&path.display().to_string()).await?;
    let tool = page.by_role("region", "Your own corpus").await?;
    tool.until_text("2 claims gone without a reason").await?;
    tool.until_text("2 claims added").await?;
    page.assert_quiet().await?;
    Ok(())
}
