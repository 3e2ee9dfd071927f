//! A program of this machine that runs beside a test.

use crate::Result;
use anyhow::{Context, ensure};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a program may take to start.
const LIMIT: Duration = Duration::from_secs(20);

/// A port of this machine that is free, for a program that finds none itself, or does not say which.
///
/// # Errors
///
/// When none is.
pub fn free_port() -> Result<u16> {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(free.local_addr()?.port())
}

/// A program that runs, and ends with this value.
#[derive(Debug)]
pub struct Process(Child);

impl Process {
    /// Starts a program, and waits until it answers.
    ///
    /// # Errors
    ///
    /// When it is missing, ends, or takes too long to answer.
    pub async fn start(mut command: Command, answers: impl Fn() -> bool) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let process = command.stdin(Stdio::null()).spawn();
        let mut process = Self(process.with_context(|| format!("{name} is missing"))?);
        let end = Instant::now() + LIMIT;
        while !answers() {
            let ended = process.0.try_wait()?;
            ensure!(ended.is_none() && Instant::now() < end, "{name} did not start: {ended:?}");
            sleep(Duration::from_millis(50)).await;
        }
        Ok(process)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail where it has ended already, which is what is wanted.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
