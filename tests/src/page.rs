//! One window of the browser, with the page that it shows.

use crate::find::{Place, element_of};
use crate::log::Log;
use crate::window::Window;
use crate::{Engine, Find, Paper, Part, Reader, Result, firefox, key};
use anyhow::{Context, anyhow, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::Client;
use fantoccini::wd::PrintConfiguration;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::sync::Mutex;

/// The mark that the viewer sets, through `performance.mark`, once it can be used.
pub const READY: &str = "claim-atlas-ready";

/// One window of the browser, with the page that it shows.
#[derive(Debug)]
pub struct Page {
    window: Window,
    recorded: bool,
    log: Mutex<Log>,
}

impl Page {
    /// The page of a window that has just opened, made as the reader has it.
    pub(crate) async fn open(window: Window, reader: &Reader) -> Result<Self> {
        let page = Self { window, recorded: reader.recorded, log: Mutex::default() };
        if page.engine() == Engine::Firefox {
            page.window.in_firefox(firefox::ATTEND, Vec::new()).await?;
        }
        page.resize(reader.width, reader.height).await?;
        if page.engine() != Engine::WebKit {
            page.prefer(reader.dark, reader.reduced_motion).await?;
        }
        Ok(page)
    }

    /// The engine that shows it.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.window.engine
    }

    /// The `WebDriver` client, for what is not offered here.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.window.client
    }

    /// Goes to an address, as from the address bar, out of any frame. Where only the fragment differs, nothing is
    /// loaded.
    ///
    /// # Errors
    ///
    /// When it does not open.
    pub async fn visit(&self, url: &str) -> Result {
        self.listen().await?;
        self.window.client.goto(url).await.with_context(|| format!("{url} did not open"))
    }

    /// Goes back in the history.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn back(&self) -> Result {
        Ok(self.window.client.back().await?)
    }

    /// Goes forward in the history.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn forward(&self) -> Result {
        Ok(self.window.client.forward().await?)
    }

    /// Loads the page anew.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn reload(&self) -> Result {
        Ok(self.window.client.refresh().await?)
    }

    /// Goes into a frame: from here on things are found and asked there, until [`Page::leave`] or [`Page::visit`].
    ///
    /// # Errors
    ///
    /// When the part is no frame.
    pub async fn enter(&self, frame: &Part) -> Result {
        frame.element().clone().enter_frame().await.context("that is no frame to enter")
    }

    /// Goes back to the page that the frame stands in.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn leave(&self) -> Result {
        self.listen().await?;
        Ok(self.window.client.enter_parent_frame().await?)
    }

    /// What a CSS selector finds, also in open shadow roots, once there is exactly one such thing; for what has no
    /// role, as frames have none.
    ///
    /// # Errors
    ///
    /// When there is none within a reader's patience, or more than one.
    pub async fn by_selector(&self, selector: &str) -> Result<Part> {
        let all = format!(
            "((all) => all(document, all))((place, all) => [...place.querySelectorAll({})].concat(
                ...[...place.querySelectorAll('*')].filter((e) => e.shadowRoot).map((e) => all(e.shadowRoot, all))))",
            json!(selector)
        );
        self.until(&format!("{all}.length === 1")).await?;
        element_of(&self.window, &self.value(&format!("{all}[0]")).await?)
    }

    /// Waits until the viewer says that it can be used.
    ///
    /// # Errors
    ///
    /// When it does not; the error shows what the page reads instead.
    pub async fn ready(&self) -> Result {
        let mark = format!("performance.getEntriesByName('{READY}').length > 0");
        if self.until(&mark).await.is_ok() {
            return Ok(());
        }
        let text = self.text().await.unwrap_or_default();
        bail!("the viewer never set its mark `{READY}`; the page reads: `{text}`")
    }

    /// Waits until an expression of JavaScript holds.
    ///
    /// # Errors
    ///
    /// When it does not within a reader's patience.
    pub async fn until(&self, expression: &str) -> Result {
        let holds = self.window.wait(async || {
            let value = self.value(&format!("Boolean({expression})")).await?;
            Ok((value == Value::Bool(true)).then_some(()))
        });
        holds.await?.with_context(|| format!("never came true: {expression}"))
    }

    /// The value of an expression of JavaScript.
    ///
    /// # Errors
    ///
    /// When it throws.
    pub async fn value(&self, expression: &str) -> Result<Value> {
        let value = self.window.client.execute(&format!("return {expression};"), Vec::new()).await;
        value.with_context(|| format!("the page could not say: {expression}"))
    }

    /// The page's visible text, with each stretch of space as one plain space.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    pub async fn text(&self) -> Result<String> {
        let text = self.value("document.body.innerText").await?;
        Ok(crate::part::plain(text.as_str().unwrap_or_default()))
    }

    /// The window's address in full, also within a frame.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    pub async fn url(&self) -> Result<String> {
        Ok(self.window.client.current_url().await?.into())
    }

    /// What stands after the `#` of the address, as it stands there.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    pub async fn fragment(&self) -> Result<String> {
        let url = self.url().await?;
        Ok(url.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default())
    }

    /// Waits until the address has a fragment.
    ///
    /// # Errors
    ///
    /// When it has not within a reader's patience; the error says what it has instead.
    pub async fn until_fragment(&self, fragment: &str) -> Result {
        let seen = self
            .window
            .wait(async || Ok((self.fragment().await? == fragment).then_some(())))
            .await?;
        if seen.is_none() {
            bail!("the fragment is `{}`, not `{fragment}`", self.fragment().await?);
        }
        Ok(())
    }

    /// Presses one key or chord where the focus is: `Tab`, `Shift+Tab`, `Enter`, `Space`, `ArrowDown`, `a`.
    ///
    /// # Errors
    ///
    /// When no key is called so.
    pub async fn press(&self, chord: &str) -> Result {
        Ok(self.window.client.perform_actions(key::chord(chord)?).await?)
    }

    /// Types a text where the focus is, key by key.
    ///
    /// # Errors
    ///
    /// When the browser refuses a key.
    pub async fn write(&self, text: &str) -> Result {
        for character in text.chars() {
            self.press(character.encode_utf8(&mut [0; 4])).await?;
        }
        Ok(())
    }

    /// What has the focus.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    pub async fn focused(&self) -> Result<Part> {
        let element = self.value("document.activeElement ?? document.body").await?;
        element_of(&self.window, &element)
    }

    /// Presses a key or chord until something of a role and name has the focus, as one walks a page with Tab.
    ///
    /// # Errors
    ///
    /// When it is not reached in 200 steps; the error lists the way.
    pub async fn press_until(&self, chord: &str, role: &str, name: &str) -> Result<Part> {
        let mut way = Vec::new();
        for _ in 0..200 {
            self.press(chord).await?;
            let part = self.focused().await?;
            let here = (part.role().await?, part.name().await?);
            if here.0 == role && here.1 == crate::part::plain(name) {
                return Ok(part);
            }
            way.push(format!("{} `{}`", here.0, here.1));
        }
        way.dedup();
        bail!("{chord} does not lead to the {role} `{name}`, but to: {}", way.join(", "))
    }

    /// Gives the page's content exactly this size, in CSS pixels; narrower than any window can be, too.
    ///
    /// # Errors
    ///
    /// When the browser refuses. Firefox and `WebKit` resize the window, so not from within a frame.
    pub async fn resize(&self, width: u32, height: u32) -> Result {
        if self.engine() == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            return self.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop);
        }
        let side = async |name: &str| {
            let pixels = self.value(&format!("outer{name} - inner{name}")).await?;
            let pixels = pixels.as_u64().and_then(|pixels| u32::try_from(pixels).ok());
            pixels.with_context(|| format!("the window's {name} is less than the page's"))
        };
        let (beside, above) = (side("Width").await?, side("Height").await?);
        self.window.client.set_window_size(width + beside, height + above).await?;
        self.until(&format!("innerWidth === {width} && innerHeight === {height}")).await
    }

    /// Sets what the system prefers.
    ///
    /// # Errors
    ///
    /// When the browser refuses; `WebKit` does: there a window keeps what its [`Reader`] prefers.
    pub async fn prefer(&self, dark: bool, reduced_motion: bool) -> Result {
        if self.engine() == Engine::Firefox {
            let preferences = vec![json!(dark), json!(reduced_motion)];
            return self.window.in_firefox(firefox::PREFER, preferences).await.map(drop);
        }
        let scheme = if dark { "dark" } else { "light" };
        let motion = if reduced_motion { "reduce" } else { "no-preference" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": motion },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }

    /// Makes the processor so many times slower.
    ///
    /// # Errors
    ///
    /// When the browser refuses, as all but Chromium do.
    pub async fn slow_down(&self, times: u32) -> Result {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await.map(drop)
    }

    /// Runs a command of the browser's own protocol.
    ///
    /// # Errors
    ///
    /// When the browser refuses, as all but Chromium do.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.window.devtools(command, parameters).await
    }

    /// A picture of the whole page, also of what one would scroll to, as PNG; in `WebKit` only of what the window shows.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn screenshot(&self) -> Result<Vec<u8>> {
        let picture = match self.engine() {
            Engine::Chromium => {
                let layout = self.devtools("Page.getLayoutMetrics", json!({})).await?;
                let side = |name| layout.pointer(&format!("/cssContentSize/{name}")).cloned();
                let clip = json!({ "x": 0, "y": 0, "width": side("width"), "height": side("height"), "scale": 1 });
                let how = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
                let answer = self.devtools("Page.captureScreenshot", how).await?;
                answer.get("data").cloned()
            }
            Engine::Firefox => Some(self.window.get("moz/screenshot/full".to_owned()).await?),
            Engine::WebKit => return Ok(self.window.client.screenshot().await?),
        };
        let picture = picture.as_ref().and_then(Value::as_str).context("there is no picture")?;
        Ok(BASE64_STANDARD.decode(picture)?)
    }

    /// The page as its reader prints it, read back.
    ///
    /// # Errors
    ///
    /// When the browser refuses, as `WebKit` does, or nothing is installed that reads it.
    pub async fn print(&self) -> Result<Paper> {
        // Else Chromium's driver would choose the paper.
        let how = PrintConfiguration::builder().shrink_to_fit(false).build();
        let how = how.map_err(|error| anyhow!("no paper is as asked for: {error:?}"))?;
        Paper::read(&self.window.client.print(how).await?)
    }

    /// By how many pixels the page is wider than its window.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    pub async fn overflow(&self) -> Result<u64> {
        let pixels = self.value("document.scrollingElement.scrollWidth - innerWidth").await?;
        Ok(pixels.as_i64().and_then(|pixels| u64::try_from(pixels).ok()).unwrap_or(0))
    }

    /// Fails if anything since the window opened put an error on the console or asked another host for anything.
    ///
    /// Firefox does not hear what the page itself logs, only what it fails in: errors, policies that something
    /// violates, scripts that do not load, answers that refuse. `WebKit` hears no errors at all, and only those
    /// requests of the page and the frames entered that their resource timing lists.
    ///
    /// # Errors
    ///
    /// A line for each such thing.
    pub async fn assert_quiet(&self) -> Result {
        self.assert_quiet_among(&[]).await
    }

    /// The same for a page that may ask these origins, too, as those of its frames.
    ///
    /// # Errors
    ///
    /// A line for each such thing.
    pub async fn assert_quiet_among(&self, origins: &[&str]) -> Result {
        ensure!(self.recorded, "this reader's browser records nothing");
        // What the page has just started may need a moment to reach the log.
        tokio::time::sleep(Duration::from_millis(50)).await;
        self.listen().await?;
        let mut address = self.window.client.current_url().await?;
        address.set_fragment(None);
        address.set_query(None);
        let own = match address.origin() {
            origin if origin.is_tuple() => origin.ascii_serialization(),
            _ => address.into(),
        };
        let complaints = self.log.lock().await.complaints(&[&[own.as_str()], origins].concat());
        ensure!(complaints.is_empty(), "the page is not quiet:\n{}", complaints.join("\n"));
        Ok(())
    }

    /// Adds to the log what the browser has heard since it was last asked.
    async fn listen(&self) -> Result {
        if !self.recorded {
            return Ok(());
        }
        let mut log = self.log.lock().await;
        match self.engine() {
            Engine::Chromium => {
                log.read_console(&self.window.log("browser").await?);
                log.read_network(&self.window.log("performance").await?);
            }
            Engine::Firefox => {
                log.read_lists(&self.window.in_firefox(firefox::HEARD, Vec::new()).await?);
            }
            Engine::WebKit => {
                let names = "performance.getEntriesByType('resource').map(({ name }) => name)";
                // A frame that has left its page has nothing to tell any more.
                if let Ok(requests) = self.value(names).await {
                    log.read_lists(&json!({ "requests": requests }));
                }
            }
        }
        Ok(())
    }
}

impl Find for Page {
    fn place(&self) -> Place<'_> {
        (&self.window, None)
    }
}
