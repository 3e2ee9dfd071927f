//! Measures how soon the viewer can be used and how much it loads, and holds both to their bars.

use anyhow::{Context, ensure};
use claim_atlas_tests::{Browser, Page, READY, Reader, Result, Site};
use serde_json::Value;
use std::process::ExitCode;
use std::time::Duration;
use xtask::{place, size};

const USUAL_LOADS: usize = 9;

/// One way to load the viewer, and how soon it must be ready, in milliseconds.
struct Course {
    name: &'static str,
    slowed: u32,
    bar_ms: f64,
}

const COURSES: [Course; 2] = [
    Course { name: "full speed", slowed: 1, bar_ms: 300.0 },
    Course { name: "processor slowed 4 times", slowed: 4, bar_ms: 1000.0 },
];

/// Milliseconds from the start of one navigation.
struct Load {
    ready_ms: f64,
    paint_ms: f64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    let loads = match std::env::args().nth(1) {
        Some(loads) => loads.parse().with_context(|| format!("`{loads}` is no number of loads"))?,
        None => USUAL_LOADS,
    };
    ensure!(loads > 0, "there is nothing to measure in 0 loads");
    let site = Site::dist().await?;
    let browser = Browser::start().await?;
    let mut kept = true;
    for course in &COURSES {
        kept &= run(&browser, &site, course, loads).await?;
    }
    let load = size::Load::of(&place::dist())?;
    println!("\n{load}");
    kept &= load.fits();
    if kept {
        println!("\nEvery bar is kept.");
        return Ok(ExitCode::SUCCESS);
    }
    println!("\nA bar is missed.");
    Ok(ExitCode::FAILURE)
}

/// Runs one course, prints its row, and says whether its bar is kept.
async fn run(browser: &Browser, site: &Site, course: &Course, count: usize) -> Result<bool> {
    let mut loads = Vec::new();
    for _ in 0..count {
        loads.push(measure(browser, site, course.slowed).await?);
    }
    let ready =
        Spread::of(loads.iter().map(|load| load.ready_ms)).context("no load was measured")?;
    let paint =
        Spread::of(loads.iter().map(|load| load.paint_ms)).context("no load was measured")?;
    println!("{}, median of {count} loads (least to most):", course.name);
    println!("  ready        {ready}, bar {:.0} ms", course.bar_ms);
    println!("  first paint  {paint}");
    Ok(ready.median <= course.bar_ms)
}

/// Loads the viewer once, in a window of its own: nothing is in any cache.
async fn measure(browser: &Browser, site: &Site, slowed: u32) -> Result<Load> {
    let page = browser.blank(&Reader { recorded: false, ..Reader::default() }).await?;
    // A browser that has just started still has work of its own, which is not the viewer's.
    tokio::time::sleep(Duration::from_millis(500)).await;
    page.slow_down(slowed).await?;
    page.visit(&site.url("")).await?;
    page.ready().await?;
    let paint = "performance.getEntriesByName('first-contentful-paint')";
    page.until(&format!("{paint}.length > 0")).await?;
    let ready_ms = start_ms(&page, &format!("performance.getEntriesByName('{READY}')")).await?;
    let paint_ms = start_ms(&page, paint).await?;
    page.client().clone().close().await?;
    Ok(Load { ready_ms, paint_ms })
}

async fn start_ms(page: &Page, entries: &str) -> Result<f64> {
    let value = page.value(&format!("{entries}[0].startTime")).await?;
    value
        .as_f64()
        .with_context(|| format!("{entries} has no time but {}", Value::to_string(&value)))
}

/// The middle of some measurements, and how far they lie apart.
struct Spread {
    least: f64,
    median: f64,
    most: f64,
}

impl Spread {
    fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let upper = *values.get(values.len() / 2)?;
        let lower = *values.get((values.len() - 1) / 2)?;
        Some(Self {
            least: *values.first()?,
            median: f64::midpoint(lower, upper),
            most: *values.last()?,
        })
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:6.1} ms ({:.1} to {:.1})", self.median, self.least, self.most)
    }
}
