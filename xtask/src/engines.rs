//! The browser that tests, measures and photographs, and its driver.

use crate::place;
use std::path::PathBuf;

/// A Chromium and the driver that belongs to it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its `WebDriver` server.
    pub driver: PathBuf,
}

/// Debian's packages of the two.
pub const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// The browser and driver that are installed.
#[must_use]
pub fn find() -> Option<Chromium> {
    // A shell started by a service may lack this folder on its path.
    let usual = [PathBuf::from("/usr/bin")];
    let browser = place::program(&["chromium", "chromium-browser", "google-chrome"], &usual)?;
    let driver = place::program(&["chromedriver"], &usual)?;
    Some(Chromium { browser, driver })
}
