//! The browsers, and the fresh windows that they open.

use crate::driver::Driver;
use crate::screen::Screen;
use crate::setup;
use crate::window::Window;
use crate::{Page, Result};
use anyhow::Context;
use std::fs;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::{Mutex, Semaphore, SemaphorePermit};
use xtask::engines::{Engine, Installed};

/// How many drivers run at a time: more browsers than processors only wait for each other.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Who looks at the page, and through what.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Reader {
    /// The width of the window's content, in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The languages that the browser asks for, the dearest first: `de-DE,de`. `WebKit` takes only the first.
    pub languages: String,
    /// Whether the system's theme is dark.
    pub dark: bool,
    /// Whether the system asks for less motion.
    pub reduced_motion: bool,
    /// Whether scrollbars take room beside what is scrolled, as with a mouse, and do not lie over it.
    pub scrollbars: bool,
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
            scrollbars: false,
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

/// A browser of one engine; its drivers and windows end with this value.
#[derive(Debug)]
pub struct Browser {
    // Dropped in this order: windows before what they draw on, and that before where they write.
    drivers: Mutex<Vec<Driver>>,
    screen: Option<Screen>,
    /// For all that its windows leave behind.
    litter: TempDir,
    engine: Engine,
    installed: Installed,
    _turn: SemaphorePermit<'static>,
}

impl Browser {
    /// Starts Chromium.
    ///
    /// # Errors
    ///
    /// When it is not installed.
    pub async fn start() -> Result<Self> {
        Self::start_in(Engine::Chromium).await
    }

    /// Starts an engine's browser.
    ///
    /// # Errors
    ///
    /// When it is not installed, or has no screen to draw on.
    pub async fn start_in(engine: Engine) -> Result<Self> {
        let installed = engine.find().with_context(|| {
            format!("{engine} or its driver is missing: `cargo xtask test browser` brings them")
        })?;
        let turn = TURNS.acquire().await?;
        let litter = tempfile::tempdir().context("no temporary folder can be made")?;
        let screen = match &installed.screen {
            Some(server) => Some(Screen::start(server).await?),
            None => None,
        };
        Ok(Self { drivers: Mutex::default(), screen, litter, engine, installed, _turn: turn })
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
    /// When the window does not open, or cannot be as this reader's.
    pub async fn blank(&self, reader: &Reader) -> Result<Page> {
        let Self { engine, installed, .. } = self;
        let mut drivers = self.drivers.lock().await;
        // Only Chromium's driver opens more than one window, and only it is told everything as it opens one.
        if drivers.is_empty() || *engine != Engine::Chromium {
            let folder = self.litter.path().join(drivers.len().to_string());
            fs::create_dir(&folder)?;
            let display = self.screen.as_ref().map(|screen| screen.display.as_str());
            let environment = setup::environment(*engine, reader, &folder, display)?;
            drivers.push(Driver::start(*engine, &installed.driver, &environment).await?);
        }
        let driver = drivers.last_mut().context("no driver was started")?;
        let client = driver.open(setup::capabilities(*engine, installed, reader)).await?;
        let window = Window { client, engine: *engine, patience: reader.patience };
        Page::open(window, reader).await
    }
}
