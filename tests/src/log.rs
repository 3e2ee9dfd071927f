//! What the browser recorded while a page was open.

use serde_json::Value;

/// The console's and the network's records so far.
#[derive(Debug, Default)]
pub struct Log {
    /// Errors that reached the console.
    errors: Vec<String>,
    /// The address of every request.
    requests: Vec<String>,
}

impl Log {
    /// Adds lines of the browser's console log.
    pub fn read_console(&mut self, lines: &[Value]) {
        let severe = lines.iter().filter(|line| text(line, "/level") == Some("SEVERE"));
        self.errors.extend(severe.filter_map(|line| text(line, "/message")).map(str::to_owned));
    }

    /// Adds lines of the browser's performance log.
    pub fn read_network(&mut self, lines: &[Value]) {
        let messages = lines.iter().filter_map(|line| text(line, "/message"));
        let events = messages.filter_map(|message| serde_json::from_str(message).ok());
        self.requests.extend(events.filter_map(|event: Value| requested(&event)));
    }

    /// Adds what another engine's page did, as lists by these names.
    pub fn read_lists(&mut self, lists: &Value) {
        self.errors.extend(texts(lists, "errors"));
        self.requests.extend(texts(lists, "requests"));
    }

    /// What a page did that asks only these for anything, a line each: origins, or an address in a file.
    pub fn complaints(&self, homes: &[&str]) -> Vec<String> {
        let errors = self.errors.iter().map(|error| format!("in the console: {error}"));
        let foreign = self
            .requests
            .iter()
            .filter(|url| !homes.iter().any(|home| is_at_home(url, home)))
            .map(|url| format!("a request to another host: {url}"));
        errors.chain(foreign).collect()
    }
}

/// The address that an event of the browser's protocol asks for.
fn requested(event: &Value) -> Option<String> {
    let url = match text(event, "/message/method")? {
        "Network.requestWillBeSent" => text(event, "/message/params/request/url"),
        "Network.webSocketCreated" | "Network.webTransportCreated" => {
            text(event, "/message/params/url")
        }
        _ => None,
    };
    url.map(str::to_owned)
}

fn is_at_home(url: &str, home: &str) -> bool {
    let from_memory = ["data:", "blob:", "about:"].iter().any(|scheme| url.starts_with(scheme));
    // A longer port would start with a shorter one. A file asks for nothing but itself.
    let beyond: &[char] = if home.starts_with("file:") { &['?', '#'] } else { &['/'] };
    let rest = url.strip_prefix(home);
    from_memory || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(beyond))
}

fn texts(lists: &Value, name: &str) -> Vec<String> {
    let texts = lists.get(name).and_then(Value::as_array).into_iter().flatten();
    texts.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn text<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer)?.as_str()
}

#[cfg(test)]
mod tests {
    use super::is_at_home;

    #[test]
    fn another_port_is_another_host() {
        let home = "http://127.0.0.1:80";
        for url in ["http://127.0.0.1:80/a.js", "data:,", "blob:http://127.0.0.1:80/1"] {
            assert!(is_at_home(url, home), "{url}");
        }
        for url in [
            "http://127.0.0.1:8080/",
            "https://127.0.0.1:80/",
            "http://localhost:80/",
            "ws://127.0.0.1:80/",
        ] {
            assert!(!is_at_home(url, home), "{url}");
        }
    }

    #[test]
    fn a_file_is_at_home_in_itself_alone() {
        let home = "file:///a/page.html";
        for url in [home, "file:///a/page.html#country=EGY", "data:,"] {
            assert!(is_at_home(url, home), "{url}");
        }
        for url in ["file:///a/page.html.js", "file:///a/page.html/b", "http://127.0.0.1:80/"] {
            assert!(!is_at_home(url, home), "{url}");
        }
    }
}
