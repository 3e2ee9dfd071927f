//! The examples for hosts, as nginx and Apache take them: what is sent, and that the viewer starts.
//!
//! Most need both servers, which the other tests do without: `cargo xtask test hosts` brings them and runs this.

use anyhow::{Context, bail, ensure};
use claim_atlas_tests::{Browser, Outcome, Process, Reader, Result, StatusCode, free_port};
use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::{HeaderMap, Request};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use tempfile::TempDir;
use xtask::{place, release};

/// Where Debian keeps Apache's modules.
const MODULES: &str = "/usr/lib/apache2/modules";

/// What of a good host every answer has.
const ALWAYS: [(&str, &str); 4] = [
    ("access-control-allow-origin", "*"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "cross-origin"),
    ("x-content-type-options", "nosniff"),
];

/// What browsers ask for anew, and what they keep.
const PAGE: &str = "no-cache";
const FOREVER: &str = "public, max-age=31536000, immutable";

/// A server with its files, which ends with this value.
struct Server {
    _process: Process,
    port: u16,
    folder: TempDir,
}

/// What came for a path.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default()
    }
}

impl Server {
    /// Starts a server with the release in a folder, by a command that is made of that folder and a free port.
    async fn start(command: impl FnOnce(&Path, u16) -> Result<Command>) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        // A server that root starts reads files as somebody else.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
        let site = folder.path().join("site");
        fs::create_dir(&site)?;
        for (name, path) in release::files(&place::dist())? {
            fs::copy(path, site.join(name))?;
        }
        let port = free_port()?;
        let listens = || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
        let process = Process::start(command(folder.path(), port)?, listens).await?;
        Ok(Self { _process: process, port, folder })
    }

    /// What it sends for a path, to a browser that takes something packed so.
    async fn get(&self, path: &str, encoding: &str) -> Result<Answer> {
        self.ask(path, encoding, &[]).await
    }

    /// What it sends to a browser that has an answer already, and asks whether that still holds.
    async fn get_again(&self, path: &str, encoding: &str, had: &Answer) -> Result<Answer> {
        let known = [("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")]
            .map(|(asked, said)| (asked, had.header(said)));
        ensure!(known.iter().all(|(_, it)| !it.is_empty()), "{path}: {:?}", had.headers);
        self.ask(path, encoding, &known).await
    }

    async fn ask(&self, path: &str, encoding: &str, more: &[(&str, &str)]) -> Result<Answer> {
        let mut request = Request::get(format!("http://127.0.0.1:{}/{path}", self.port))
            .header("Accept-Encoding", encoding);
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        let request = request.body(Empty::<Bytes>::new())?;
        let client = Client::builder(TokioExecutor::new()).build_http();
        let response = client.request(request).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().collect().await?.to_bytes();
        Ok(Answer { status, headers, body })
    }

    /// The file of the release whose name begins and ends so.
    fn file(&self, begin: &str, end: &str) -> Result<String> {
        for entry in fs::read_dir(self.folder.path().join("site"))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with(begin) && name.ends_with(end) {
                return Ok(name);
            }
        }
        bail!("the release has no {begin}…{end}")
    }
}

/// nginx with the example, in which only its address and its folder are others.
fn nginx(folder: &Path, port: u16) -> Result<Command> {
    let example = place::root().join("examples/hosts/nginx/claim-atlas.conf");
    let mut server = fs::read_to_string(example)?;
    let site = format!("root {};", folder.join("site").display());
    for (line, ours) in
        [("listen 80;", &*format!("listen 127.0.0.1:{port};")), ("root /srv/claim-atlas;", &*site)]
    {
        ensure!(server.matches(line).count() == 1, "the example has no line {line}");
        server = server.replace(line, ours);
    }
    let at = folder.display();
    let paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|it| format!("{it}_temp_path {at}/{it};"))
        .concat();
    let settings = format!(
        "daemon off; master_process off; pid {at}/pid; error_log stderr; events {{}}\n\
         http {{ include /etc/nginx/mime.types; access_log off; {paths}\n{server}}}"
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, settings)?;
    let mut command = Command::new(program("nginx")?);
    command.arg("-c").arg(file).arg("-e").arg("stderr");
    Ok(command)
}

/// Apache with the example beside the release, and with so many modules as hosts usually have.
fn apache(folder: &Path, port: u16, modules: &[&'static str]) -> Result<Command> {
    fs::copy(place::root().join("examples/hosts/apache/.htaccess"), folder.join("site/.htaccess"))?;
    // What the example adds is not in it.
    let types =
        "text/html html\ntext/css css\napplication/json json\nimage/png png\ntext/plain txt\n";
    fs::write(folder.join("mime.types"), types)?;
    let line = |it: &'static str| ["LoadModule ", it, "_module ", MODULES, "/mod_", it, ".so\n"];
    let loaded: String = modules.iter().copied().flat_map(line).collect();
    let at = folder.display();
    let settings = format!(
        "ServerRoot {at}\nDefaultRuntimeDir {at}\nPidFile {at}/pid\nErrorLog /dev/stderr\nServerName localhost\n\
         Listen 127.0.0.1:{port}\nUser www-data\nGroup www-data\n{loaded}TypesConfig {at}/mime.types\n\
         DocumentRoot {at}/site\n<Directory {at}/site>\nAllowOverride All\nRequire all granted\n</Directory>\n\
         <IfModule mod_dir.c>\nDirectoryIndex index.html\n</IfModule>\n"
    );
    let file = folder.join("apache.conf");
    fs::write(&file, settings)?;
    let mut command = Command::new(program("apache2")?);
    command.arg("-X").arg("-f").arg(file);
    Ok(command)
}

const FEW: [&str; 4] = ["mpm_event", "authz_core", "dir", "mime"];
const USUAL: [&str; 7] = ["mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate"];

fn program(name: &str) -> Result<PathBuf> {
    let found = place::program(&[name], &[PathBuf::from("/usr/sbin")]);
    found.with_context(|| format!("{name} is missing: run `cargo xtask test hosts`"))
}

/// That a host sends what the viewer needs, and has browsers keep what never changes.
async fn is_good(server: &Server) -> Result {
    let (program, glue) =
        (server.file("claim-atlas_bg-", ".wasm")?, server.file("claim-atlas-", ".js")?);
    let sheet = server.file("style-", ".css")?;
    for (path, kind, kept, is_packed) in [
        ("", "text/html; charset=utf-8", PAGE, true),
        ("de.html", "text/html; charset=utf-8", PAGE, true),
        ("claim-atlas.html", "text/html; charset=utf-8", PAGE, true),
        (&program, "application/wasm", FOREVER, true),
        (&glue, "javascript; charset=utf-8", FOREVER, true),
        (&sheet, "text/css; charset=utf-8", FOREVER, true),
        ("embed.js", "javascript; charset=utf-8", PAGE, true),
        ("atlas.json", "application/json", PAGE, true),
        ("atlas.csv", "text/csv; charset=utf-8", PAGE, true),
        ("licences.txt", "text/plain; charset=utf-8", PAGE, true),
        ("preview.png", "image/png", PAGE, false),
    ] {
        let plain = server.get(path, "identity").await?;
        let packed = server.get(path, "gzip").await?;
        for answer in [&plain, &packed] {
            ensure!(answer.status == StatusCode::OK, "{path}: {}", answer.status);
            let said = answer.header("content-type");
            ensure!(said.contains(kind), "{path} is {said}, not {kind}");
            ensure!(answer.header("cache-control") == kept, "{path}: {:?}", answer.headers);
            for (name, value) in ALWAYS {
                ensure!(answer.header(name) == value, "{path}: {:?}", answer.headers);
            }
            let refused = ["x-frame-options", "content-security-policy"];
            ensure!(
                refused.iter().all(|it| answer.header(it).is_empty()),
                "{path} is not to be framed"
            );
        }
        let name = if path.is_empty() { "index.html" } else { path };
        ensure!(plain.body == fs::read(server.folder.path().join("site").join(name))?, "{path}");
        let is_smaller = packed.body.len() < plain.body.len() * 3 / 4;
        let encoding = packed.header("content-encoding");
        ensure!((encoding == "gzip" && is_smaller) == is_packed, "{path} came as {encoding:?}");
    }
    for encoding in ["identity", "gzip"] {
        is_asked_anew(server, encoding).await?;
    }
    // What is not there is not kept, whatever it is called.
    let missing = server.get("gone-0123456789abcdef.css", "identity").await?;
    ensure!(missing.status == StatusCode::NOT_FOUND, "{}", missing.status);
    ensure!(!missing.header("cache-control").contains("immutable"), "{:?}", missing.headers);
    Ok(())
}

/// That who asks for a page again is told that nothing has changed, and gets it once something has, be it as long as before.
async fn is_asked_anew(server: &Server, encoding: &str) -> Result {
    for path in ["index.html", "atlas.json"] {
        let had = server.get(path, encoding).await?;
        let again = server.get_again(path, encoding, &had).await?;
        let is_told = again.status == StatusCode::NOT_MODIFIED && again.body.is_empty();
        ensure!(is_told, "{path}, {encoding}: {} {:?}", again.status, again.headers);
        let file = server.folder.path().join("site").join(path);
        let content = fs::read(&file)?;
        let [first, rest @ ..] = &content[..] else { bail!("{path} is empty") };
        fs::write(&file, [&[first ^ 1], rest].concat())?;
        // By a time of another release, which may be an earlier one.
        fs::File::options().write(true).open(&file)?.set_modified(SystemTime::UNIX_EPOCH)?;
        let again = server.get_again(path, encoding, &had).await?;
        ensure!(again.status == StatusCode::OK, "{path}, {encoding}: {}", again.status);
        fs::write(&file, content)?;
    }
    Ok(())
}

/// That the viewer starts there, as a browser has it.
async fn starts(server: &Server) -> Outcome {
    let browser = Browser::start().await?;
    let page =
        browser.open(&format!("http://127.0.0.1:{}/", server.port), &Reader::default()).await?;
    page.ready().await?;
    page.assert_quiet().await?;
    Ok(())
}

/// Whether a path of Netlify's example is that of a file: `*` stands for whatever there is, `/` as well.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((begin, end)) => {
            path.strip_prefix(begin).is_some_and(|it| it.len() >= end.len() && it.ends_with(end))
        }
        None => pattern == path,
    }
}

#[test]
fn netlify_keeps_what_has_a_hash_in_its_name_and_nothing_beside_the_viewer() -> Outcome {
    let example = fs::read_to_string(place::root().join("examples/hosts/netlify/_headers"))?;
    let mut kept = Vec::new();
    let mut patterns = Vec::new();
    for line in example.lines() {
        match line.strip_prefix("  Cache-Control: ") {
            Some(value) => {
                assert_eq!(value, FOREVER);
                kept.extend(patterns.last().copied());
            }
            None if line.starts_with('/') => patterns.push(line),
            None => {}
        }
    }
    for (name, _) in release::files(&place::dist())? {
        let is_hash = |it: &str| it.len() == 16 && it.bytes().all(|it| it.is_ascii_hexdigit());
        let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
        let has_hash = stem.rsplit_once('-').is_some_and(|(_, it)| is_hash(it));
        let inside = format!("/atlas/{name}");
        assert_eq!(kept.iter().any(|it| fits(it, &inside)), has_hash, "{name}");
        for outside in [format!("/{name}"), format!("/news/{name}")] {
            assert!(!patterns.iter().any(|it| fits(it, &outside)), "{outside}");
        }
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs nginx: `cargo xtask test hosts`"]
async fn nginx_serves_the_viewer_by_the_example() -> Outcome {
    let server = Server::start(nginx).await?;
    is_good(&server).await?;
    starts(&server).await
}

#[tokio::test]
#[ignore = "needs Apache: `cargo xtask test hosts`"]
async fn apache_serves_the_viewer_by_the_example() -> Outcome {
    let server = Server::start(|folder, port| apache(folder, port, &USUAL)).await?;
    is_good(&server).await?;
    // Where it has both, a browser takes what is smaller.
    let with = [&USUAL[..], &["brotli"]].concat();
    let server = Server::start(|folder, port| apache(folder, port, &with)).await?;
    let program = server.file("claim-atlas_bg-", ".wasm")?;
    assert_eq!(server.get(&program, "gzip, br").await?.header("content-encoding"), "br");
    assert_eq!(server.get(&program, "gzip").await?.header("content-encoding"), "gzip");
    is_asked_anew(&server, "gzip, br").await?;
    starts(&server).await
}

#[tokio::test]
#[ignore = "needs Apache: `cargo xtask test hosts`"]
async fn apache_without_modules_still_serves_the_viewer() -> Outcome {
    let server = Server::start(|folder, port| apache(folder, port, &FEW)).await?;
    let program = server.file("claim-atlas_bg-", ".wasm")?;
    assert_eq!(server.get(&program, "gzip").await?.header("content-type"), "application/wasm");
    starts(&server).await
}
