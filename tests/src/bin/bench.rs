//! Measures how soon the viewer can be used and how much it loads, and holds both to their bars.
//!
//! All courses are run in turn, load by load, so that what slows the machine down slows all of them.

use anyhow::{Context, ensure};
use claim_atlas_tests::{Browser, Page, READY, Reader, Result, Site, file_url};
use serde_json::{Value, json};
use std::process::ExitCode;
use std::time::Duration;
use xtask::{place, size};

const USUAL_LOADS: usize = 9;

/// One way to load the viewer, and how soon it must and should be ready, in milliseconds.
struct Course {
    name: &'static str,
    form: Form,
    /// How many times slower the processor is.
    slowed: u32,
    network: Network,
    budget: Option<(f64, f64)>,
}

/// What is loaded.
enum Form {
    Site,
    SingleFile,
}

/// What lies between the viewer and its host.
enum Network {
    Local,
    /// 1.6 Mbit/s with 150 ms from request to answer, as Lighthouse has it; what is sent is packed, as a good host does.
    Slow4G,
}

const COURSES: [Course; 5] = [
    Course {
        name: "site",
        form: Form::Site,
        slowed: 1,
        network: Network::Local,
        budget: Some((300.0, 200.0)),
    },
    Course {
        name: "single file",
        form: Form::SingleFile,
        slowed: 1,
        network: Network::Local,
        budget: None,
    },
    Course {
        name: "site, processor 4 × slower",
        form: Form::Site,
        slowed: 4,
        network: Network::Local,
        budget: Some((1000.0, 700.0)),
    },
    Course {
        name: "single file, processor 4 × slower",
        form: Form::SingleFile,
        slowed: 4,
        network: Network::Local,
        budget: None,
    },
    Course {
        name: "site, slow 4G, processor 4 × slower",
        form: Form::Site,
        slowed: 4,
        network: Network::Slow4G,
        budget: Some((2000.0, 1500.0)),
    },
];

/// How many times as late as the site the single file may be ready, and should be: each with the processor as it is,
/// and slower.
const LATER: (f64, f64) = (1.3, 1.1);

/// How late each of two courses is against another, by their places.
const PAIRS: [(&str, usize, usize); 2] =
    [("single file against site", 1, 0), ("single file against site, 4 × slower", 3, 2)];

/// Milliseconds from the start of one navigation, and how much has shifted, as the standard measures it.
struct Load {
    ready_ms: f64,
    paint_ms: f64,
    shift: f64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    let loads = match std::env::args().nth(1) {
        Some(loads) => loads.parse().with_context(|| format!("`{loads}` is no number of loads"))?,
        None => USUAL_LOADS,
    };
    ensure!(loads > 0, "there is nothing to measure in 0 loads");
    let sites = [Site::dist().await?, Site::packed(&place::dist()).await?];
    let browser = Browser::start().await?;
    let mut measured: [Vec<Load>; COURSES.len()] = Default::default();
    for _ in 0..loads {
        for (course, measured) in COURSES.iter().zip(&mut measured) {
            measured.push(measure(&browser, &sites, course).await?);
        }
    }
    let mut kept = true;
    println!("medians of {loads} loads, with the least and the most, in milliseconds\n");
    println!("{:37}  {:>22}  {:>22}  {:>5}  {:>5}", "", "first paint", "ready", "bar", "goal");
    let mut medians = Vec::new();
    for (course, measured) in COURSES.iter().zip(&measured) {
        let [paint, ready] = [|load: &Load| load.paint_ms, |load: &Load| load.ready_ms]
            .map(|of| Spread::of(measured.iter().map(of)));
        let (paint, ready) = paint.zip(ready).context("no load was measured")?;
        let number = |limit: f64| format!("{limit:.0}");
        let (bar, goal) = course.budget.map(|(bar, goal)| (number(bar), number(goal))).unzip();
        let [bar, goal] = [bar, goal].map(Option::unwrap_or_default);
        println!("{:37}  {paint}  {ready}  {bar:>5}  {goal:>5}", course.name);
        kept &= course.budget.is_none_or(|(bar, _)| ready.median <= bar);
        medians.push(ready.median);
    }
    for (name, one, other) in PAIRS {
        let (one, other) = medians.get(one).zip(medians.get(other)).context("no such course")?;
        let ratio = one / other;
        println!("{name:37}  {:22}  {ratio:20.2} ×  {:>5}  {:>5}", "", LATER.0, LATER.1);
        kept &= ratio <= LATER.0;
    }
    let all = || measured.iter().flatten();
    let is_read_first = all().all(|load| load.paint_ms <= load.ready_ms);
    let shift = all().map(|load| load.shift).fold(0.0, f64::max);
    println!(
        "\nfirst paint before ready, in each load: {}",
        if is_read_first { "yes" } else { "no" }
    );
    println!("layout shift, the most: {shift:.4} (bar 0, below 0.0005)");
    kept &= is_read_first && shift < 0.0005;
    let load = size::Load::of(&place::dist())?;
    println!("\n{load}");
    kept &= load.fits();
    println!("\n{}", if kept { "Every bar is kept." } else { "A bar is missed." });
    Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Loads the viewer once, in a window of its own: nothing is in any cache.
async fn measure(browser: &Browser, sites: &[Site; 2], course: &Course) -> Result<Load> {
    let page = browser.blank(&Reader { recorded: false, ..Reader::default() }).await?;
    // A browser that has just started still has work of its own, which is not the viewer's.
    tokio::time::sleep(Duration::from_millis(500)).await;
    page.slow_down(course.slowed).await?;
    let [local, packed] = sites;
    let address = match (&course.form, &course.network) {
        (Form::SingleFile, _) => file_url(&place::dist().join("claim-atlas.html"))?,
        (Form::Site, Network::Local) => local.url(""),
        (Form::Site, Network::Slow4G) => {
            let bytes_a_second = 1_600_000 / 8;
            let conditions = json!({
                "offline": false,
                "latency": 150,
                "downloadThroughput": bytes_a_second,
                "uploadThroughput": bytes_a_second,
            });
            page.devtools("Network.enable", json!({})).await?;
            page.devtools("Network.emulateNetworkConditions", conditions).await?;
            packed.url("")
        }
    };
    page.visit(&address).await?;
    page.ready().await?;
    let paint = "performance.getEntriesByName('first-contentful-paint')";
    page.until(&format!("{paint}.length > 0")).await?;
    let ready_ms = start_ms(&page, &format!("performance.getEntriesByName('{READY}')")).await?;
    let paint_ms = start_ms(&page, paint).await?;
    let shifts = "new Promise((told) => {
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (sum += value)))
            .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => told(sum), 200);
    })";
    let shift = page.value(shifts).await?.as_f64().context("no shift")?;
    page.client().clone().close().await?;
    Ok(Load { ready_ms, paint_ms, shift })
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
        let range = format!("({:.0} to {:.0})", self.least, self.most);
        write!(f, "{:7.0} {range:>14}", self.median)
    }
}
