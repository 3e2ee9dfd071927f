//! The endpoints of the driver for which the client has no method.

use crate::Result;
use anyhow::Context;
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// One request below the session's address.
#[derive(Debug)]
struct Ask {
    path: String,
    /// Without one it is a `GET`.
    body: Option<Value>,
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

/// What the driver answers to a question below the session's address.
pub async fn get(client: &Client, path: String) -> Result<Value> {
    Ok(client.issue_cmd(Ask { path, body: None }).await?)
}

/// Runs a command of the browser's own protocol, for what `WebDriver` does not know.
pub async fn devtools(client: &Client, command: &str, parameters: Value) -> Result<Value> {
    let body = Some(json!({ "cmd": command, "params": parameters }));
    let ask = Ask { path: "goog/cdp/execute".to_owned(), body };
    client.issue_cmd(ask).await.with_context(|| format!("the browser refused {command}"))
}

/// The lines of one of the browser's logs since it was last read.
pub async fn log(client: &Client, kind: &str) -> Result<Vec<Value>> {
    let ask = Ask { path: "se/log".to_owned(), body: Some(json!({ "type": kind })) };
    match client.issue_cmd(ask).await? {
        Value::Array(lines) => Ok(lines),
        other => anyhow::bail!("the {kind} log is no list: {other}"),
    }
}
