//! A screen in memory, for a browser that cannot do without one.

use crate::Result;
use anyhow::{Context, ensure};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use tokio::sync::oneshot;

/// Ends the server by a signal, so that it clears up, once its input closes; even where its owner was killed.
const KEEPER: &str = r#""$0" "$@" 2>/dev/null & exec >&-; read -r _; kill $!; wait"#;

/// Larger than any window.
const SIZE: &str = "2560x1600x24";

/// An X server on a display of its own, which ends with this value.
#[derive(Debug)]
pub struct Screen {
    keeper: Child,
    /// What `DISPLAY` is for its windows.
    pub display: String,
}

impl Screen {
    /// Starts the server on a free display.
    pub async fn start(server: &Path) -> Result<Self> {
        let keeper = Command::new("sh")
            .args(["-c", KEEPER])
            .arg(server)
            .args(["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("no screen could be started")?;
        let mut screen = Self { keeper, display: String::new() };
        let output = screen.keeper.stdout.take().context("the screen has no output")?;
        let (tell, told) = oneshot::channel();
        thread::spawn(move || {
            let mut line = String::new();
            if BufReader::new(output).read_line(&mut line).is_ok() {
                // Nobody listens any more where it took too long.
                drop(tell.send(line));
            }
        });
        let number = tokio::time::timeout(Duration::from_secs(20), told).await;
        let number = number.context("the screen took too long to start")??;
        ensure!(!number.trim().is_empty(), "the screen ended at once");
        screen.display = format!(":{}", number.trim());
        Ok(screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // It fails where it has ended already, which is what is wanted.
        drop(self.keeper.wait());
    }
}
