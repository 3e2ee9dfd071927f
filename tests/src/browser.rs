//! The browser's driver, and the fresh windows that it opens.

use crate::window::Window;
use crate::{Page, Result};
use anyhow::{Context, ensure};
use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::sync::{Semaphore, SemaphorePermit, oneshot};
use xtask::chromium::{self, Chromium};

/// How many drivers run at a time: more browsers than processors only wait for each other.
static TURNS: Semaphore = Semaphore::const_new(2);

const SWITCHES: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// Who looks at the page, and through what.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The width of the window's content, in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The languages that the browser asks for, the dearest first: `de-DE,de`.
    pub languages: String,
    /// Whether the system's theme is dark.
    pub dark: bool,
    /// Whether the system asks for less motion.
    pub reduced_motion: bool,
    /// How long to wait for what the page owes before calling it broken.
    pub patience: Duration,
    /// Whether console and network are recorded for [`Page::assert_quiet`]; it costs time, so a measurement goes without.
    pub recorded: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            width: 1280,
            height: 800,
            languages: "en-GB,en".to_owned(),
            dark: false,
            reduced_motion: false,
            patience: Duration::from_secs(5),
            recorded: true,
        }
    }
}

impl Reader {
    /// Someone whose browser is German.
    #[must_use]
    pub fn german() -> Self {
        Self { languages: "de-DE,de".to_owned(), ..Self::default() }
    }

    /// Someone with the narrowest of phones.
    #[must_use]
    pub fn on_phone() -> Self {
        Self { width: 320, height: 640, ..Self::default() }
    }
}

/// A driver of its own process, which ends with this value, as do the windows that it opened.
#[derive(Debug)]
pub struct Browser {
    driver: Child,
    port: u16,
    installed: Chromium,
    /// For all that its windows leave behind; it goes with this value.
    litter: TempDir,
    _turn: SemaphorePermit<'static>,
}

impl Browser {
    /// Starts a driver on a free port.
    ///
    /// # Errors
    ///
    /// When no Chromium is installed, or its driver does not start.
    pub async fn start() -> Result<Self> {
        let installed = chromium::find()
            .context("Chromium or its driver is missing: `cargo xtask test browser` brings them")?;
        let turn = TURNS.acquire().await?;
        let litter = tempfile::tempdir().context("no temporary folder can be made")?;
        let driver = start_driver(&installed, litter.path())?;
        let mut browser = Self { driver, port: 0, installed, litter, _turn: turn };
        for _ in 0..4 {
            // The port that a driver finds free may be taken before it listens there; then it ends.
            let port = announced_port(&mut browser.driver).await;
            if let Ok(port) = port {
                browser.port = port;
                return Ok(browser);
            }
            // It fails where the driver has ended, which is what is wanted.
            drop(browser.driver.kill());
            browser.driver.wait()?;
            browser.driver = start_driver(&browser.installed, browser.litter.path())?;
        }
        browser.port = announced_port(&mut browser.driver).await?;
        Ok(browser)
    }

    /// Opens an address in a window with a profile of its own, as on another machine.
    ///
    /// # Errors
    ///
    /// When the window or the address does not open.
    pub async fn open(&self, url: &str, reader: &Reader) -> Result<Page> {
        let page = self.blank(reader).await?;
        page.visit(url).await?;
        Ok(page)
    }

    /// Opens such a window with nothing in it.
    ///
    /// # Errors
    ///
    /// When the window does not open.
    pub async fn blank(&self, reader: &Reader) -> Result<Page> {
        let wanted = capabilities(&self.installed, reader);
        let Value::Object(wanted) = wanted else {
            anyhow::bail!("capabilities are an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .context("the browser did not open a window")?;
        let page = Page::new(Window { client, patience: reader.patience }, reader.recorded);
        page.resize(reader.width, reader.height).await?;
        page.prefer(reader.dark, reader.reduced_motion).await?;
        Ok(page)
    }

    /// Asks the driver to end itself and its windows, which a signal would leave behind.
    fn ask_to_end(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port)?;
        stream.flush()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let end = Instant::now() + Duration::from_secs(5);
        if self.ask_to_end().is_ok() {
            while matches!(self.driver.try_wait(), Ok(None)) && Instant::now() < end {
                thread::sleep(Duration::from_millis(10));
            }
        }
        // Both fail where it has ended already, which is what is wanted.
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}

fn start_driver(installed: &Chromium, litter: &Path) -> Result<Child> {
    Command::new(&installed.driver)
        .arg("--port=0")
        .env("TMPDIR", litter)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("could not start {}", installed.driver.display()))
}

fn capabilities(installed: &Chromium, reader: &Reader) -> Value {
    let logs =
        if reader.recorded { json!({ "browser": "ALL", "performance": "ALL" }) } else { json!({}) };
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": installed.browser,
            "args": SWITCHES,
            "prefs": { "intl.accept_languages": reader.languages },
        },
        "goog:loggingPrefs": logs,
    })
}

/// The port that the driver chose, which it prints once it listens.
async fn announced_port(driver: &mut Child) -> Result<u16> {
    let output = driver.stdout.take().context("the driver has no output")?;
    let (tell, told) = oneshot::channel();
    thread::spawn(move || {
        let mut tell = Some(tell);
        // Read on to the end, or the driver would stop at a full pipe.
        for line in BufReader::new(output).lines().map_while(std::io::Result::ok) {
            if let Some(port) = port_in(&line) {
                tell.take().map(|tell| tell.send(port));
            }
        }
    });
    let port = tokio::time::timeout(Duration::from_secs(20), told).await;
    let port =
        port.context("the driver took too long to start")?.context("the driver ended at once")?;
    ensure!(port != 0, "the driver listens nowhere");
    Ok(port)
}

fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}
