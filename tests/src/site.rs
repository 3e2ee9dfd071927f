//! A folder served over HTTP, as the plainest of hosts would.

use crate::Result;
use anyhow::{Context, ensure};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use xtask::place;

/// Changes what is sent for a path, to see what the page makes of it.
type Rewrite = dyn Fn(&str, Vec<u8>) -> Vec<u8> + Send + Sync;

/// A server on a free port of this machine, which ends with this value.
#[derive(Debug)]
pub struct Site {
    origin: String,
    server: JoinHandle<()>,
}

/// What is served, and how.
struct Folder {
    path: PathBuf,
    rewrite: Box<Rewrite>,
}

impl Site {
    /// Serves the built viewer.
    ///
    /// # Errors
    ///
    /// When it has not been built.
    pub async fn dist() -> Result<Self> {
        Self::serve(&place::dist()).await
    }

    /// Serves a folder as it stands.
    ///
    /// # Errors
    ///
    /// When it holds no `index.html`, or no port is free.
    pub async fn serve(folder: &Path) -> Result<Self> {
        Self::rewritten(folder, |_, body| body).await
    }

    /// Serves a folder, and lets `rewrite` change the body sent for a path like `index.html`.
    ///
    /// # Errors
    ///
    /// When it holds no `index.html`, or no port is free.
    pub async fn rewritten(
        folder: &Path,
        rewrite: impl Fn(&str, Vec<u8>) -> Vec<u8> + Send + Sync + 'static,
    ) -> Result<Self> {
        let path = folder.to_path_buf();
        ensure!(
            path.join("index.html").is_file(),
            "{} holds no site: run `cargo xtask dist`",
            path.display()
        );
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("no port is free")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let folder = Arc::new(Folder { path, rewrite: Box::new(rewrite) });
        Ok(Self { origin, server: tokio::spawn(answer_all(listener, folder)) })
    }

    /// The address of a path, a query or a fragment of the site.
    #[must_use]
    pub fn url(&self, rest: &str) -> String {
        format!("{}/{}", self.origin, rest.trim_start_matches('/'))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn answer_all(listener: TcpListener, folder: Arc<Folder>) {
    // They end with this set, and this set with the server.
    let mut connections = JoinSet::new();
    loop {
        // A browser that gives up on a connection is no fault of the page.
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let folder = Arc::clone(&folder);
        connections.spawn(async move {
            let service = service_fn(move |request| {
                let response = folder.answer(&request);
                async { Ok::<_, Infallible>(response) }
            });
            drop(http1::Builder::new().serve_connection(TokioIo::new(stream), service).await);
        });
    }
}

impl Folder {
    fn answer(&self, request: &Request<Incoming>) -> Response<Full<Bytes>> {
        let asked = request.uri().path().trim_start_matches('/');
        let name = if asked.is_empty() { "index.html" } else { asked };
        let body = Some(Path::new(name))
            .filter(|path| path.components().all(|part| matches!(part, Component::Normal(_))))
            .and_then(|path| std::fs::read(self.path.join(path)).ok());
        let Some(body) = body else {
            return missing(name);
        };
        let mut response = Response::new(Full::from((self.rewrite)(name, body)));
        let media_type = hyper::header::HeaderValue::from_static(media_type(name));
        response.headers_mut().insert(CONTENT_TYPE, media_type);
        response
    }
}

fn missing(name: &str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    // A browser asks for this icon unbidden; a page that has none is not to be blamed.
    let unbidden = name == "favicon.ico";

    *response.status_mut() = if unbidden { StatusCode::NO_CONTENT } else { StatusCode::NOT_FOUND };
    response
}

fn media_type(name: &str) -> &'static str {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
