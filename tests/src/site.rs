//! A folder served over HTTP, as the plainest of hosts would.

use crate::Result;
use anyhow::{Context, ensure};
use http_body_util::{Either, Full};
use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context as Waiting, Poll};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use url::Url;
use xtask::{place, size};

/// Changes what is sent for a path, to see what the page makes of it.
type Rewrite = dyn Fn(&str, Vec<u8>) -> Vec<u8> + Send + Sync;

/// A server on a free port of this machine, which ends with this value.
#[derive(Debug)]
pub struct Site {
    origin: String,
    replies: Replies,
    server: JoinHandle<()>,
}

/// What is sent for some paths instead of a file.
type Replies = Arc<Mutex<BTreeMap<String, Response<Sent>>>>;

/// The body of a reply: as it is, or without an end.
type Sent = Either<Full<Bytes>, Unending>;

/// A body of which nothing comes after its beginning.
#[derive(Clone, Debug)]
struct Unending(Option<Bytes>);

impl Body for Unending {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Waiting<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.take().map_or(Poll::Pending, |begun| Poll::Ready(Some(Ok(Frame::data(begun)))))
    }
}

/// What is sent for a path instead of a file: a body of the kind that the path's ending says, and headers.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Reply {
    body: Vec<u8>,
    headers: Vec<(String, String)>,
    is_unending: bool,
    status: StatusCode,
}

impl Reply {
    /// One that sends this.
    #[must_use]
    pub fn new(body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..Self::default() }
    }

    /// The same, of which the end never comes.
    #[must_use]
    pub fn unending(self) -> Self {
        Self { is_unending: true, ..self }
    }

    /// The same with a status other than that all is well.
    #[must_use]
    pub fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// The same with one more header, such as a `Content-Security-Policy`.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// What is served, and how.
struct Folder {
    /// Without one there are only replies.
    path: Option<PathBuf>,
    rewrite: Box<Rewrite>,
    replies: Replies,
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
        ensure!(
            folder.join("index.html").is_file(),
            "{} holds no site: run `cargo xtask dist`",
            folder.display()
        );
        Self::start(Some(folder.to_path_buf()), Box::new(rewrite)).await
    }

    /// Serves a folder packed with brotli, as a good host does.
    ///
    /// # Errors
    ///
    /// When it holds no `index.html`, or no port is free.
    pub async fn packed(folder: &Path) -> Result<Self> {
        let site = Self::serve(folder).await?;
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let packed = size::brotli(&std::fs::read(&path)?)?;
            let reply = Reply::new(packed).header("Content-Encoding", "br");
            site.put(&name, reply)?;
        }
        Ok(site)
    }

    /// Serves nothing but the replies that it is given: another origin, for pages that the viewer is a guest in.
    ///
    /// # Errors
    ///
    /// When no port is free.
    pub async fn bare() -> Result<Self> {
        Self::start(None, Box::new(|_, body| body)).await
    }

    async fn start(path: Option<PathBuf>, rewrite: Box<Rewrite>) -> Result<Self> {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("no port is free")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let replies = Replies::default();
        let folder = Folder { path, rewrite, replies: Arc::clone(&replies) };
        let server = tokio::spawn(answer_all(listener, Arc::new(folder)));
        Ok(Self { origin, replies, server })
    }

    /// From here on sends a reply for a path like `host.html`, whether the folder has such a file or not.
    ///
    /// # Errors
    ///
    /// When a header is none.
    pub fn put(&self, path: &str, reply: Reply) -> Result {
        let mut response = Response::builder().status(reply.status);
        for (name, value) in &reply.headers {
            response = response.header(name, value);
        }
        if !reply.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
            response = response.header(CONTENT_TYPE, media_type(path));
        }
        let body = Bytes::from(reply.body);
        let body = if reply.is_unending {
            Either::Right(Unending(Some(body)))
        } else {
            Either::Left(Full::from(body))
        };
        let response = response.body(body).context("a header is none")?;
        // Nobody panics with the lock held, so what it guards is whole.
        let mut replies = self.replies.lock().unwrap_or_else(PoisonError::into_inner);
        replies.insert(path.to_owned(), response);
        Ok(())
    }

    /// The origin, as a policy or a frame's message names it.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
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
    fn answer(&self, request: &Request<Incoming>) -> Response<Sent> {
        let asked = request.uri().path().trim_start_matches('/');
        let name = if asked.is_empty() { "index.html" } else { asked };
        let replies = self.replies.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reply) = replies.get(name) {
            return reply.clone();
        }
        let body = Some(Path::new(name))
            .filter(|path| path.components().all(|part| matches!(part, Component::Normal(_))))
            .and_then(|path| std::fs::read(self.path.as_ref()?.join(path)).ok());
        let Some(body) = body else {
            return missing(name);
        };
        let body = Full::from((self.rewrite)(name, body));
        let mut response = Response::new(Either::Left(body));
        let media_type = hyper::header::HeaderValue::from_static(media_type(name));
        response.headers_mut().insert(CONTENT_TYPE, media_type);
        response
    }
}

/// The address of a file of this machine, as one opens it from a folder.
///
/// # Errors
///
/// When the path is not absolute.
pub fn file_url(path: &Path) -> Result<String> {
    let url = Url::from_file_path(path).ok();
    Ok(url.with_context(|| format!("{} is not absolute", path.display()))?.into())
}

fn missing(name: &str) -> Response<Sent> {
    let mut response = Response::new(Either::Left(Full::default()));
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
