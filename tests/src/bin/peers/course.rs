//! One visit: what is done on a page, and what is measured meanwhile.

use crate::peer::Peer;
use crate::stage::{self, Stage};
use anyhow::{Context, ensure};
use claim_atlas_tests::{Browser, Find, Name, Page, Reader, Result};
use serde_json::{Value, json};
use std::time::Duration;

const RECORDER: &str = include_str!("recorder.js");

/// What is chosen besides typing.
const STATUS: &str = "agreed";
const COUNTRY: (&str, &str) = ("USA", "United States");

/// Under what a page is measured.
#[derive(Debug)]
pub struct Course {
    pub claims: usize,
    /// How many times slower the processor is.
    pub slowed: usize,
    /// What is typed.
    pub word: String,
}

/// What one visit came to: milliseconds, and bytes.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    pub paint: f64,
    pub ready: f64,
    /// From the key to the paint.
    pub typed: Vec<f64>,
    pub erased: Vec<f64>,
    pub ticked: Vec<f64>,
    pub chosen: Vec<f64>,
    pub found: Found,
    pub rows: u64,
    pub memory: Memory,
    /// The files that it loaded, but for the corpus.
    pub files: Vec<String>,
}

/// How many transfers a page says that it has found: what all pages must agree in for their work to be equal.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Found {
    /// Those that hold the word.
    pub typed: u64,
    /// Those of the status.
    pub ticked: u64,
    /// Those of the country.
    pub chosen: u64,
    /// Those that are there once all is erased, unticked and left.
    pub all: u64,
}

/// What a page holds, in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    /// Objects of JavaScript.
    pub heap: f64,
    /// What its array buffers hold.
    pub buffers: f64,
    /// All of the memory of its wasm.
    pub wasm: f64,
    /// What the browser keeps of its elements and styles.
    pub dom: f64,
}

impl Course {
    /// Visits a page in a window of its own: nothing is in any cache.
    pub async fn run(&self, browser: &Browser, stage: &Stage, peer: &Peer) -> Result<Visit> {
        let reader = Reader {
            height: 1100,
            patience: Duration::from_mins(1),
            recorded: false,
            ..Reader::default()
        };
        let page = browser.blank(&reader).await?;
        // A browser that has just started still has work of its own, which is not the page's.
        tokio::time::sleep(Duration::from_millis(500)).await;
        page.slow_down(u32::try_from(self.slowed)?).await?;
        let visit = self.visit(&page, stage, peer).await;
        page.client().clone().close().await?;
        visit
    }

    async fn visit(&self, page: &Page, stage: &Stage, peer: &Peer) -> Result<Visit> {
        let recorder = json!({ "source": RECORDER });
        page.devtools("Page.addScriptToEvaluateOnNewDocument", recorder).await?;
        page.visit(&stage.site.url(&peer.path(&stage::corpus(self.claims)))).await?;
        let mark = format!("performance.getEntriesByName('{}')", peer.ready_mark());
        let paint = "performance.getEntriesByName('first-contentful-paint')";
        page.until(&format!("{mark}.length > 0 && {paint}.length > 0")).await?;
        let mut visit = Visit {
            ready: number(page, &format!("{mark}[0].startTime")).await?,
            paint: number(page, &format!("{paint}[0].startTime")).await?,
            files: files(page).await?,
            ..Visit::default()
        };
        let search = page.by_role("searchbox", Name::Any).await?;
        search.click().await?;
        for letter in self.word.chars() {
            visit.typed.push(key(page, letter.encode_utf8(&mut [0; 4])).await?);
        }
        visit.found.typed = count(page, peer.found()).await?;
        for _ in self.word.chars() {
            visit.erased.push(key(page, "Backspace").await?);
        }
        visit.rows = count(page, Peer::ROWS).await?;
        let status = peer.status(STATUS);
        (visit.ticked, visit.found.ticked) = on_and_off(page, peer, &status).await?;
        if let Some(opener) = peer.opener() {
            click(page, opener).await?;
        }
        let country = peer.country(COUNTRY.0, COUNTRY.1);
        (visit.chosen, visit.found.chosen) = on_and_off(page, peer, &country).await?;
        visit.found.all = count(page, peer.found()).await?;
        let Found { typed, ticked, chosen, all } = visit.found;
        // A box that does nothing is fast.
        ensure!(
            [typed, ticked, chosen].iter().all(|few| (1..all).contains(few)),
            "the word, the status and the country must each find some and not all: {:?}",
            visit.found
        );
        visit.memory = memory(page).await?;
        Ok(visit)
    }
}

/// Clicks an element twice to and fro. Says how long each click took, and what is found while it is on.
async fn on_and_off(page: &Page, peer: &Peer, element: &str) -> Result<(Vec<f64>, u64)> {
    let (mut took, mut found) = (Vec::new(), 0);
    for is_on in [true, false, true, false] {
        took.push(click(page, element).await?);
        if is_on {
            found = count(page, peer.found()).await?;
        }
    }
    Ok((took, found))
}

/// Presses a key, and says how long it took until the page showed what follows.
async fn key(page: &Page, key: &str) -> Result<f64> {
    page.value("timed()").await?;
    page.press(key).await?;
    number(page, "timing").await
}

/// The same for what is clicked.
async fn click(page: &Page, element: &str) -> Result<f64> {
    page.until(element).await?;
    page.value(&format!("timed(() => {element})")).await?;
    number(page, "timing").await
}

async fn number(page: &Page, expression: &str) -> Result<f64> {
    let value = page.value(expression).await?;
    value.as_f64().with_context(|| format!("{expression} is no number but {value}"))
}

async fn count(page: &Page, expression: &str) -> Result<u64> {
    let value = page.value(expression).await?;
    value.as_u64().with_context(|| format!("{expression} is no number but {value}"))
}

/// The paths of the page and of all that it loaded from its host, but for the corpus.
async fn files(page: &Page) -> Result<Vec<String>> {
    let all = "[location.pathname, ...performance.getEntriesByType('resource')
        .map(({ name }) => new URL(name)).filter((it) => it.origin === location.origin)
        .map((it) => it.pathname).filter((it) => !it.startsWith('/corpora/'))]";
    let Value::Array(files) = page.value(&all.replace('\n', " ")).await? else {
        return Ok(Vec::new());
    };
    let mut files: Vec<String> =
        files.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    files.sort();
    files.dedup();
    Ok(files)
}

/// What the page holds once what nobody needs is gone.
async fn memory(page: &Page) -> Result<Memory> {
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let usage = page.devtools("Runtime.getHeapUsage", json!({})).await?;
    let size = |of: &str| {
        let size = usage.get(of).and_then(Value::as_f64);
        size.with_context(|| format!("no {of} in {usage}"))
    };
    Ok(Memory {
        heap: size("usedSize")?,
        buffers: size("backingStorageSize")?,
        wasm: held(page, "WebAssembly.Memory", "it.buffer.byteLength").await?,
        dom: size("embedderHeapUsedSize")?,
    })
}

/// The sum of something over all objects of a class.
async fn held(page: &Page, class: &str, of: &str) -> Result<f64> {
    let class = json!({ "expression": format!("{class}.prototype") });
    let id = |answer: &Value, path: &str| -> Result<Value> {
        answer.pointer(path).cloned().with_context(|| format!("no object in {answer}"))
    };
    let prototype = page.devtools("Runtime.evaluate", class).await?;
    let prototype = json!({ "prototypeObjectId": id(&prototype, "/result/objectId")? });
    let objects = page.devtools("Runtime.queryObjects", prototype).await?;
    let sum = format!("function () {{ return this.reduce((sum, it) => sum + {of}, 0); }}");
    let call = json!({
        "objectId": id(&objects, "/objects/objectId")?,
        "functionDeclaration": sum,
        "returnByValue": true,
    });
    let answer = page.devtools("Runtime.callFunctionOn", call).await?;
    answer.pointer("/result/value").and_then(Value::as_f64).context("no sum of what is held")
}
