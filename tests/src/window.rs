//! A window of the browser, and the driver's endpoints for which the client has no method.

use crate::{Result, firefox};
use anyhow::{Context, bail, ensure};
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::{Instant, sleep};
use url::{ParseError, Url};
use xtask::engines::Engine;

/// How long to rest between two looks at a page.
const PAUSE: Duration = Duration::from_millis(30);

/// A window, and how long its reader waits for it.
#[derive(Clone, Debug)]
pub struct Window {
    pub client: Client,
    pub engine: Engine,
    pub patience: Duration,
}

/// One request below the session's address.
#[derive(Debug)]
struct Ask {
    path: String,
    /// Without one it is a `GET`.
    body: Option<Value>,
}

impl Window {
    /// What the driver answers to a question below the session's address.
    pub async fn get(&self, path: String) -> Result<Value> {
        Ok(self.client.issue_cmd(Ask { path, body: None }).await?)
    }

    /// Runs a command of the browser's own protocol, for what `WebDriver` does not know.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let engine = self.engine;
        ensure!(engine == Engine::Chromium, "{engine} knows no {command}");
        let body = Some(json!({ "cmd": command, "params": parameters }));
        let ask = Ask { path: "goog/cdp/execute".to_owned(), body };
        let answer = self.client.issue_cmd(ask).await;
        answer.with_context(|| format!("the browser refused {command}"))
    }

    /// Runs a script in Firefox itself instead of the page.
    pub async fn in_firefox(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.turn_to("chrome").await?;
        let script = format!("{} {script}", firefox::TOP);
        let answer = self.client.execute(&script, arguments).await;
        // Also after a fault, or what follows would be asked of the browser.
        self.turn_to("content").await?;
        answer.context("Firefox did not do as asked")
    }

    async fn turn_to(&self, context: &str) -> Result {
        let body = Some(json!({ "context": context }));
        self.client.issue_cmd(Ask { path: "moz/context".to_owned(), body }).await?;
        Ok(())
    }

    /// The lines of one of the browser's logs since it was last read.
    pub async fn log(&self, kind: &str) -> Result<Vec<Value>> {
        let ask = Ask { path: "se/log".to_owned(), body: Some(json!({ "type": kind })) };
        match self.client.issue_cmd(ask).await? {
            Value::Array(lines) => Ok(lines),
            other => bail!("the {kind} log is no list: {other}"),
        }
    }

    /// Looks again and again until there is something, for as long as the reader waits.
    ///
    /// A page that is being redrawn may refuse a look, so an error counts only if it is still there at the end.
    pub async fn wait<T>(
        &self,
        mut look: impl AsyncFnMut() -> Result<Option<T>>,
    ) -> Result<Option<T>> {
        let end = Instant::now() + self.patience;
        loop {
            let seen = look().await;
            if matches!(seen, Ok(Some(_))) || Instant::now() >= end {
                return seen;
            }
            sleep(PAUSE).await;
        }
    }
}

impl WebDriverCompatibleCommand for Ask {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!("session/{}/{}", session_id.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _request_url: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}
