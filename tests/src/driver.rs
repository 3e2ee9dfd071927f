//! A driver's process, and the windows that it opens.

use crate::Result;
use crate::process::free_port;
use crate::setup::{self, Environment};
use anyhow::{Context, bail};
use fantoccini::{Client, ClientBuilder};
use http_body_util::Empty;
use hyper::body::Bytes;
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use tokio::time::{Instant, sleep};
use xtask::engines::Engine;

/// How long a driver may take to start, and to end.
const LIMIT: Duration = Duration::from_secs(20);

/// A driver's process, which ends with this value, as do the windows that it opened.
#[derive(Debug)]
pub struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// The last session that it opened.
    session: Option<String>,
}

impl Driver {
    /// Starts a driver on a free port.
    pub async fn start(engine: Engine, program: &Path, environment: &Environment) -> Result<Self> {
        let end = Instant::now() + LIMIT;
        let mut driver = Self::spawn(engine, program, environment)?;
        while !driver.answers().await {
            if Instant::now() >= end {
                bail!("the driver of {engine} took too long to start");
            }
            // The port that was free may be taken before the driver listens there; then it ends.
            if driver.process.try_wait()?.is_some() {
                driver = Self::spawn(engine, program, environment)?;
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(driver)
    }

    fn spawn(engine: Engine, program: &Path, environment: &Environment) -> Result<Self> {
        let port = free_port()?;
        let process = Command::new(program)
            .arg(format!("--port={port}"))
            .args(setup::arguments(engine))
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {}", program.display()))?;
        Ok(Self { engine, process, port, session: None })
    }

    /// Whether it listens already.
    async fn answers(&self) -> bool {
        let Ok(address) = format!("http://127.0.0.1:{}/status", self.port).parse() else {
            return false;
        };
        let client = legacy::Client::builder(TokioExecutor::new()).build_http::<Empty<Bytes>>();
        client.get(address).await.is_ok_and(|response| response.status().is_success())
    }

    /// Opens a window.
    pub async fn open(&mut self, wanted: Value) -> Result<Client> {
        let Value::Object(wanted) = wanted else {
            bail!("capabilities are an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .with_context(|| format!("{} did not open a window", self.engine))?;
        self.session = client.session_id().await?;
        Ok(client)
    }

    /// Asks it to end its windows, which a signal would leave behind.
    fn ask_to_end(&mut self) -> std::io::Result<()> {
        let request = match (self.engine, &self.session) {
            (Engine::Chromium, _) => "GET /shutdown".to_owned(),
            (_, Some(session)) => format!("DELETE /session/{session}"),
            (_, None) => return Ok(()),
        };
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(LIMIT))?;
        let port = self.port;
        write!(
            stream,
            "{request} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\n\r\n"
        )?;
        // It answers when they have ended.
        let read = stream.read(&mut [0; 64])?;
        if self.engine == Engine::Chromium && read > 0 {
            let end = std::time::Instant::now() + Duration::from_secs(5);
            while self.process.try_wait()?.is_none() && std::time::Instant::now() < end {
                thread::sleep(Duration::from_millis(10));
            }
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // All fail where it has ended already, which is what is wanted.
        drop(self.ask_to_end());
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
