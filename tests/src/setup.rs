//! How each engine is told who its reader is: by switches, preferences, and the environment.

use crate::{Reader, Result};
use anyhow::Context;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use xtask::engines::{Engine, Installed};

const CHROMIUM: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Its driver asks the wrong process for the role of what stands in a sandboxed frame.
    "--disable-features=IsolateSandboxedIframes",
];

/// Variables and their values.
pub type Environment = Vec<(&'static str, OsString)>;

/// What a driver is asked for when it opens a window.
pub fn capabilities(engine: Engine, installed: &Installed, reader: &Reader) -> Value {
    let Installed { browser, .. } = installed;
    let hidden = (!reader.scrollbars).then_some(&"--hide-scrollbars");
    match engine {
        Engine::Chromium => json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "binary": browser,
                "args": CHROMIUM.iter().chain(hidden).collect::<Vec<_>>(),
                "prefs": { "intl.accept_languages": reader.languages },
            },
            "goog:loggingPrefs": if reader.recorded {
                json!({ "browser": "ALL", "performance": "ALL" })
            } else {
                json!({})
            },
        }),
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": browser,
                "args": ["-headless"],
                "prefs": {
                    "intl.accept_languages": reader.languages,
                    "widget.gtk.overlay-scrollbars.enabled": !reader.scrollbars,
                    // Its driver switches this off, and then pages from `file://` pass that fail for every user.
                    "security.fileuri.strict_origin_policy": true,
                },
            },
        }),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
        }),
    }
}

/// What a driver is started with, besides its port.
pub fn arguments(engine: Engine) -> &'static [&'static str] {
    match engine {
        // The page's errors and requests are known to the browser's own scripts only.
        Engine::Firefox => &["--allow-system-access", "--websocket-port=0"],
        Engine::Chromium | Engine::WebKit => &[],
    }
}

/// The environment of a driver whose windows keep what they write in a folder of their own.
pub fn environment(
    engine: Engine,
    reader: &Reader,
    folder: &Path,
    display: Option<&str>,
) -> Result<Environment> {
    let mut environment = vec![("TMPDIR", folder.into())];
    if engine != Engine::Chromium {
        environment.push(("HOME", folder.into()));
    }
    if let Some(display) = display {
        environment.push(("DISPLAY", display.into()));
    }
    if engine == Engine::WebKit {
        environment.extend(for_gtk(reader, folder)?);
    }
    Ok(environment)
}

/// `WebKitGTK` has no switches for what a reader prefers: it asks the toolkit and the C library.
fn for_gtk(reader: &Reader, folder: &Path) -> Result<Environment> {
    let motion = u8::from(!reader.reduced_motion);
    let overlay = u8::from(!reader.scrollbars);
    let settings = folder.join(".config/gtk-3.0");
    fs::create_dir_all(&settings)?;
    fs::write(
        settings.join("settings.ini"),
        format!("[Settings]\ngtk-enable-animations={motion}\ngtk-overlay-scrolling={overlay}\n"),
    )?;
    // Its toolbar would not let a window be as narrow as a phone's.
    fs::write(settings.join("gtk.css"), "* { min-width: 0; padding: 0; margin: 0 }")?;

    // It takes only the name of the locale, and only if there is one: this is the plainest by that name.
    let first = reader.languages.split(',').next().unwrap_or_default();
    let locale = format!("{}.UTF-8", first.replace('-', "_"));
    let locales = folder.join("locales");
    fs::create_dir_all(&locales)?;
    symlink("/usr/lib/locale/C.utf8", locales.join(&locale))
        .with_context(|| format!("no locale {locale} can be made"))?;
    Ok(vec![
        ("GTK_OVERLAY_SCROLLING", if reader.scrollbars { "0" } else { "1" }.into()),
        ("GDK_BACKEND", "x11".into()),
        ("GTK_THEME", if reader.dark { "Adwaita:dark" } else { "Adwaita" }.into()),
        ("LC_ALL", locale.into()),
        ("LOCPATH", locales.into()),
    ])
}
