//! The code that *Embed* makes, as a content system takes it: `WordPress`, with what it does to code that is posted.
//!
//! It needs `WordPress`, PHP and `MariaDB`, which the other tests do without: `cargo xtask test cms` brings them and runs
//! this.

use anyhow::{Context, ensure};
use claim_atlas::link;
use claim_atlas_tests::{
    Browser, Find, Name, Outcome, Page, Part, Process, Reader, Reply, Result, Site, free_port,
};
use serde_json::json;
use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;
use tokio::task::spawn_blocking;
use xtask::place;

/// What the embeds show. Its quotation marks and its `&` are what content systems change.
const LINK: &str = "#country=EGY&q=%22helicopter+engines%22";

/// What the viewer says that it lists of them.
const FOUND: &str = "3 transfers";

/// A site of `WordPress`, which ends with this value.
struct WordPress {
    address: String,
    // Dropped in this order: what runs before the files that it has open.
    _server: Process,
    _database: Process,
    folder: TempDir,
}

impl WordPress {
    /// Sets one up in a folder of its own.
    async fn start() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        unpack(folder.path())?;
        let socket = folder.path().join("socket");
        let answers = || UnixStream::connect(&socket).is_ok();
        let database = Process::start(database(folder.path(), &socket)?, answers).await?;

        let port = free_port()?;
        let address = format!("127.0.0.1:{port}");
        let mut server = php(folder.path(), &format!("http://{address}"));
        server.args(["-q", "-S", &address]).stderr(Stdio::null());
        let answers = || TcpStream::connect(&address).is_ok();
        let server = Process::start(server, answers).await?;
        let address = format!("http://{address}");
        let it = Self { address, _server: server, _database: database, folder };
        it.run("install.php", &[], "").await?;
        Ok(it)
    }

    /// Posts a text as somebody, and gives its address.
    async fn publish(&self, writer: &str, text: &str) -> Result<String> {
        let address = self.run("publish.php", &[writer], text).await?;
        ensure!(address.starts_with(&self.address), "WordPress said: {address}");
        Ok(address)
    }

    /// What one of the programs in `tests/cms` prints for a text.
    async fn run(&self, program: &str, arguments: &[&str], text: &str) -> Result<String> {
        let mut command = php(self.folder.path(), &self.address);
        command.arg(ours(program)).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().context("PHP is missing: run `cargo xtask test cms`")?;
        // Its end tells the program that this is all.
        process.stdin.take().context("it has no input")?.write_all(text.as_bytes())?;
        // It may ask a site, which is served meanwhile.
        let output = spawn_blocking(|| process.wait_with_output()).await??;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        ensure!(output.status.success(), "{program} ended with {}: {said}", output.status);
        Ok(said)
    }
}

/// Unpacks `WordPress` into a folder, with our settings.
fn unpack(folder: &Path) -> Result {
    let packages = fs::read_dir(place::wordpress());
    for package in packages.context("WordPress is missing: run `cargo xtask test cms`")? {
        let mut command = Command::new("dpkg-deb");
        let status = command.arg("-x").arg(package?.path()).arg(folder).status()?;
        ensure!(status.success(), "WordPress could not be unpacked");
    }
    fs::copy(ours("wp-config.php"), within(folder).join("wp-config.php"))?;
    // A browser asks for it unbidden, and what is not there is an error in its console.
    fs::write(within(folder).join("favicon.ico"), "")?;
    Ok(())
}

/// Where Debian's package has what is served.
fn within(folder: &Path) -> PathBuf {
    folder.join("usr/share/wordpress")
}

fn ours(name: &str) -> PathBuf {
    place::root().join("tests/cms").join(name)
}

/// A database in a folder. Only its socket leads to it, so it needs no users.
fn database(folder: &Path, socket: &Path) -> Result<Command> {
    let data = folder.join("database");
    fs::create_dir(&data)?;
    let program = place::program(&["mariadbd"], &[PathBuf::from("/usr/sbin")]);
    let program = program.context("MariaDB is missing: run `cargo xtask test cms`")?;
    let mut command = Command::new(program);
    command
        .args(["--no-defaults", "--user=root", "--skip-networking", "--skip-grant-tables"])
        .arg(format!("--datadir={}", data.display()))
        .arg(format!("--socket={}", socket.display()))
        .arg(format!("--pid-file={}", folder.join("pid").display()))
        .stderr(Stdio::null());
    Ok(command)
}

/// PHP, as one that knows where `WordPress` and its database are.
fn php(folder: &Path, address: &str) -> Command {
    let mut command = Command::new("php");
    command
        .current_dir(within(folder))
        .env("ADDRESS", address)
        .env("SOCKET", folder.join("socket"));
    command
}

/// What the viewer's *Embed* gives an editor, of what is found at [`LINK`] and fixed.
struct Codes {
    site: Site,
    frame: String,
    element: String,
}

impl Codes {
    async fn take(browser: &Browser) -> Result<Self> {
        let site = Site::dist().await?;
        let page = browser.open(&site.url(LINK), &Reader::default()).await?;
        page.ready().await?;
        page.by_role("button", "Embed").await?.click().await?;
        let fixed = "Filters fixed, not to be undone by readers";
        page.by_role("checkbox", fixed).await?.click().await?;
        let code = async |name: &str| {
            let field = page.by_role("textbox", Name::beginning(name)).await?;
            let code = field.element().prop("value").await?;
            code.with_context(|| format!("there is no code {name}"))
        };
        let (frame, element) = (code("Without a script").await?, code("With a script").await?);
        ensure!(frame.contains("fixed") && element.contains("fixed"), "{frame} {element}");
        Ok(Self { site, frame, element })
    }
}

/// The two ways in which code is posted: in a block of its own, and as the older editor has it, which makes paragraphs.
fn ways(code: &str) -> [String; 2] {
    [format!("<!-- wp:html -->\n{code}\n<!-- /wp:html -->"), format!("Before.\n\n{code}\n\nAfter.")]
}

/// Goes into the frame of the article, once the viewer can be used there.
async fn enter(page: &Page) -> Result<Part> {
    let frame = page.by_selector("iframe").await?;
    frame.bring_into_view().await?;
    page.enter(&frame).await?;
    page.ready().await?;
    Ok(frame)
}

/// That an article shows what was embedded, in line with its text, and no wider than a phone.
async fn shows(page: &Page) -> Result<Part> {
    let frame = enter(page).await?;
    page.by_role("status", Name::Any).await?.until_text_is(FOUND).await?;
    let text = page.text().await?;
    ensure!(text.contains("Set by the editors: Search: \"helicopter engines\""), "{text}");
    page.leave().await?;
    let column = "document.querySelector('.wp-block-post-title').getBoundingClientRect()";
    let place = page.value(&format!("[{column}.left, {column}.right]")).await?;
    let script =
        "const { left, right } = arguments[0].getBoundingClientRect(); return [left, right]";
    let element = serde_json::to_value(frame.element())?;
    let framed = page.client().execute(script, vec![element]).await?;
    ensure!(framed == place, "the frame is at {framed}, the article at {place}");
    page.resize(360, 640).await?;
    ensure!(page.overflow().await? == 0, "it is {} px too wide", page.overflow().await?);
    Ok(frame)
}

#[tokio::test]
#[ignore = "needs WordPress: `cargo xtask test cms`"]
async fn an_administrators_frame_shows_what_was_chosen() -> Outcome {
    let (cms, browser) = (WordPress::start().await?, Browser::start().await?);
    let codes = Codes::take(&browser).await?;
    for text in ways(&codes.frame) {
        let address = cms.publish("administrator", &text).await?;
        let page = browser.open(&address, &Reader::default()).await?;
        shows(&page).await?;
        page.assert_quiet_among(&[codes.site.origin()]).await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs WordPress: `cargo xtask test cms`"]
async fn an_administrators_element_follows_its_height() -> Outcome {
    let (cms, browser) = (WordPress::start().await?, Browser::start().await?);
    let codes = Codes::take(&browser).await?;
    for text in ways(&codes.element) {
        let address = cms.publish("administrator", &text).await?;
        let page = browser.open(&address, &Reader::default()).await?;
        let frame = shows(&page).await?;
        // Narrower, it is higher.
        page.enter(&frame).await?;
        page.until("innerHeight > 640").await?;
        page.until("document.scrollingElement.scrollHeight <= innerHeight").await?;
        page.leave().await?;
        // The sentence stands there only where no frame does.
        assert!(!page.text().await?.contains("documents speak of"), "{}", page.text().await?);
        page.assert_quiet_among(&[codes.site.origin()]).await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs WordPress: `cargo xtask test cms`"]
async fn an_authors_code_leaves_the_sentence_and_the_link() -> Outcome {
    let (cms, browser) = (WordPress::start().await?, Browser::start().await?);
    let codes = Codes::take(&browser).await?;
    for text in [&codes.frame, &codes.element].into_iter().flat_map(|code| ways(code)) {
        let address = cms.publish("author", &text).await?;
        let page = browser.open(&address, &Reader { width: 360, ..Reader::default() }).await?;
        let left = page.value("document.querySelectorAll('iframe, claim-atlas').length").await?;
        assert!(left == 0, "WordPress left {left} frames or elements: {text}");
        assert!(page.overflow().await? == 0, "it is {} px too wide", page.overflow().await?);
        // Its quotation marks are as they were: written as entities, they are not set anew.
        let sentence = "Claim Atlas (Country: Egypt; Search: \"helicopter engines\"): 2 documents";
        assert!(page.text().await?.contains(sentence), "{}", page.text().await?);
        page.by_role("link", Name::containing("#country=EGY")).await?.click().await?;
        page.ready().await?;
        assert!(page.url().await?.starts_with(codes.site.origin()), "{}", page.url().await?);
        page.by_role("status", Name::Any).await?.until_text_is(FOUND).await?;
    }
    Ok(())
}

/// A page as the site's is where its address was set at the build, and the answer to oEmbed that it names.
fn answer(site: &Site) -> Result<String> {
    let named = format!(
        "<!doctype html><title>Atlas</title><link rel=alternate type=application/json+oembed href=\"{}\">",
        site.url("oembed.json")
    );
    site.put("named.html", Reply::new(named))?;
    let frame = link::iframe(&site.url("claim-atlas.html"), "Atlas");
    let html = format!("<blockquote><a href=\"{}\">Atlas</a></blockquote>{frame}", site.url(""));
    let answer = json!({
        "version": "1.0", "type": "rich", "title": "Atlas", "width": 800, "height": 640, "html": html,
    });
    site.put("oembed.json", Reply::new(answer.to_string()))?;
    Ok(site.url("named.html"))
}

#[tokio::test]
#[ignore = "needs WordPress: `cargo xtask test cms`"]
async fn an_authors_address_is_shown_by_oembed() -> Outcome {
    let (cms, browser) = (WordPress::start().await?, Browser::start().await?);
    let site = Site::dist().await?;
    let asked = answer(&site)?;
    let block = format!(
        "<!-- wp:embed {{\"url\":\"{asked}\"}} -->\n<figure class=\"wp-block-embed\">\
         <div class=\"wp-block-embed__wrapper\">\n{asked}\n</div></figure>\n<!-- /wp:embed -->"
    );
    for text in [block, format!("Before.\n\n{asked}\n\nAfter.")] {
        let page = browser.open(&cms.publish("author", &text).await?, &Reader::default()).await?;
        // It stands there once it has told its height, and no higher than WordPress allows.
        page.until("document.querySelector('blockquote').style.display === 'none'").await?;
        let frame = enter(&page).await?;
        page.by_role("status", Name::Any).await?.until_text_is("16 transfers").await?;
        page.until("innerHeight === 1000").await?;
        page.leave().await?;
        assert_eq!(frame.attribute("sandbox").await?.as_deref(), Some("allow-scripts"));
        page.resize(360, 640).await?;
        assert_eq!(page.overflow().await?, 0);
        page.assert_quiet_among(&[site.origin()]).await?;
    }
    Ok(())
}
