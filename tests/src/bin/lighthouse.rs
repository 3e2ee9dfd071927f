//! Has Lighthouse look at the release as a phone loads it, packed as a good host does, and holds it to its bars.
//!
//! Performance depends on what else the machine does, so the middle of several looks counts.

use anyhow::{Context, ensure};
use claim_atlas_tests::{Engine, Result, Site};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use xtask::place;

const USUAL_LOOKS: usize = 3;

/// What is looked at, and the least that it must come to, of 100.
const CATEGORIES: [(&str, f64); 4] =
    [("performance", 95.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];

/// One look.
struct Look {
    scores: [f64; CATEGORIES.len()],
    /// What is not as it should be, a line each.
    faults: Vec<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    let looks = match std::env::args().nth(1) {
        Some(looks) => looks.parse().with_context(|| format!("`{looks}` is no number of looks"))?,
        None => USUAL_LOOKS,
    };
    ensure!(looks > 0, "nothing is seen in 0 looks");
    let site = Site::packed(&place::dist()).await?;
    let folder = tempfile::tempdir()?;
    let mut all = Vec::new();
    for _ in 0..looks {
        all.push(look(&site, folder.path()).await?);
    }
    let mut kept = true;
    println!("{:15}  {:>6}  {:>4}   of {looks}", "", "median", "bar");
    for (at, (name, bar)) in CATEGORIES.iter().enumerate() {
        let mut scores: Vec<f64> = all.iter().filter_map(|it| it.scores.get(at).copied()).collect();
        scores.sort_by(f64::total_cmp);
        let median = scores.get(scores.len() / 2).context("no score")?;
        println!("{name:15}  {median:>6.0}  {bar:>4.0}   {scores:.0?}");
        kept &= median >= bar;
    }
    println!("\nNot as it should be, in the last look:");
    for fault in all.last().map(|it| &it.faults).into_iter().flatten() {
        println!("  {fault}");
    }
    if kept {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("error: something is below its bar");
    Ok(ExitCode::FAILURE)
}

async fn look(site: &Site, folder: &Path) -> Result<Look> {
    let browser = Engine::Chromium.find().context("Chromium is missing")?.browser;
    let program = place::target().join("tools/lighthouse/node_modules/lighthouse/cli/index.js");
    let node = place::program(&["node"], &[]).context("Node.js is missing")?;
    let report = folder.join("report.json");
    let names = CATEGORIES.map(|(name, _)| name).join(",");
    let mut lighthouse = Command::new(node);
    lighthouse
        .arg(program)
        .arg(site.url(""))
        .args(["--quiet", "--output=json", "--no-enable-error-reporting"])
        .arg(format!("--only-categories={names}"))
        .arg(format!("--output-path={}", report.display()))
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage")
        .env("CHROME_PATH", browser);
    // The site is served meanwhile.
    let status = tokio::task::spawn_blocking(move || lighthouse.status()).await??;
    ensure!(status.success(), "Lighthouse ended with {status}");
    read(&serde_json::from_slice(&fs::read(report)?)?)
}

fn read(report: &Value) -> Result<Look> {
    let mut scores = [0.0; CATEGORIES.len()];
    for ((name, _), score) in CATEGORIES.iter().zip(&mut scores) {
        let found = report.pointer(&format!("/categories/{name}/score")).and_then(Value::as_f64);
        *score = found.with_context(|| format!("no score of {name}"))? * 100.0;
    }
    let audits = report.get("audits").and_then(Value::as_object).context("no audits")?;
    let faults = audits.iter().filter_map(|(name, audit)| {
        let score = audit.get("score")?.as_f64()?;
        let said = |key| audit.get(key).and_then(Value::as_str).unwrap_or_default();
        (score < 0.9).then(|| format!("{name} {score}: {} {}", said("title"), said("displayValue")))
    });
    Ok(Look { scores, faults: faults.collect() })
}
