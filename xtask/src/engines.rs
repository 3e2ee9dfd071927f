//! The browsers that test, measure and photograph, and their drivers.

use crate::place;
use std::fmt;
use std::path::PathBuf;

/// A browser's engine.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Engine {
    /// Chromium's own; measures and photographs too.
    Chromium,
    /// Firefox's.
    Firefox,
    /// Safari's, in the small browser that `WebKitGTK` brings for tests.
    WebKit,
}

/// An engine's browser, the driver that belongs to it, and what it draws on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Installed {
    /// The browser.
    pub browser: PathBuf,
    /// Its `WebDriver` server.
    pub driver: PathBuf,
    /// The X server in memory, for a browser that cannot do without a screen.
    pub screen: Option<PathBuf>,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Debian's packages of an engine. Firefox's driver is in none.
    #[must_use]
    pub fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// What of it is installed, if nothing is missing.
    #[must_use]
    pub fn find(self) -> Option<Installed> {
        let (browsers, driver): (&[&str], _) = match self {
            Self::Chromium => (&["chromium", "chromium-browser", "google-chrome"], "chromedriver"),
            Self::Firefox => (&["firefox-esr", "firefox"], "geckodriver"),
            Self::WebKit => (&["MiniBrowser"], "WebKitWebDriver"),
        };
        let browser = place::program(browsers, &folders())?;
        let driver = place::program(&[driver], &folders())?;
        let screen = match self {
            Self::WebKit => Some(place::program(&["Xvfb"], &folders())?),
            Self::Chromium | Self::Firefox => None,
        };
        Some(Installed { browser, driver, screen })
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}

/// Where to look before `PATH`.
fn folders() -> Vec<PathBuf> {
    // A shell started by a service may lack the second on its path.
    let mut folders = vec![place::target().join("tools/bin"), PathBuf::from("/usr/bin")];
    // The small browser stands beside the library, in a folder of the processor's name.
    let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    folders.extend(libraries.map(|entry| entry.path().join("webkit2gtk-4.1")));
    folders
}
