//! What was measured, as Markdown.

use crate::course::{Course, Found, Memory, Visit};
use crate::peer::{PEERS, Peer};
use crate::stage::Stage;
use anyhow::Context;
use claim_atlas_tests::{Browser, Reader, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::fs;
use std::process::Command;

/// What all visits to one page came to.
#[derive(Debug)]
pub struct Measured {
    pub peer: &'static Peer,
    visits: Vec<Visit>,
    /// Why others came to nothing.
    failed: Vec<String>,
}

impl Measured {
    pub fn new(peer: &'static Peer) -> Self {
        Self { peer, visits: Vec::new(), failed: Vec::new() }
    }

    pub fn add(&mut self, visit: Result<Visit>) {
        match visit {
            Ok(visit) => self.visits.push(visit),
            // A cell of a table is one line.
            Err(error) => self.failed.push(format!("{error:#}").replace('\n', " ")),
        }
    }

    fn middle(&self, of: impl Fn(&Visit) -> f64) -> f64 {
        percentile(self.visits.iter().map(of).collect(), 50)
    }

    fn keys(&self, of: impl Fn(&Visit) -> &[f64]) -> Vec<f64> {
        self.visits.iter().flat_map(of).copied().collect()
    }

    /// Every key and click.
    fn all_keys(&self) -> Vec<f64> {
        let of = |it: &Visit| [&it.typed[..], &it.erased, &it.ticked, &it.chosen].concat();
        self.visits.iter().flat_map(of).collect()
    }
}

/// The value below which so many of a hundred lie: 50 for the middle.
fn percentile(mut values: Vec<f64>, percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get((last * percent).div_ceil(100)).copied().unwrap_or(f64::NAN)
}

/// The report as far as it has come.
#[derive(Debug)]
pub struct Report<'a> {
    stage: &'a Stage,
    head: String,
    tables: Vec<String>,
    /// The weight of each page's files, which is dear to find out.
    weights: BTreeMap<&'static str, usize>,
    unequal: bool,
    failed: bool,
}

impl<'a> Report<'a> {
    pub async fn new(browser: &Browser, stage: &'a Stage) -> Result<Self> {
        let page = browser.blank(&Reader { recorded: false, ..Reader::default() }).await?;
        let version = page.devtools("Browser.getVersion", json!({})).await?;
        page.client().clone().close().await?;
        let version = version.get("product").and_then(Value::as_str).context("no version")?;
        let version = version.replace('/', " ");
        let mut head = format!("{}, {version}, {}. Peers: ", today()?, machine());
        let packages = PEERS.iter().flat_map(|it| it.packages);
        let versions: Result<Vec<String>> =
            packages.map(|it| Ok(format!("{it} {}", stage.version(it)?))).collect();
        write!(head, "{}.", versions?.join(", "))?;
        Ok(Self {
            stage,
            head,
            tables: Vec::new(),
            weights: BTreeMap::new(),
            unequal: false,
            failed: false,
        })
    }

    /// Adds a table: a row a page.
    pub fn add(&mut self, course: &Course, measured: &[Measured]) -> Result<()> {
        let Course { claims, slowed, word } = course;
        let mut table = format!(
            "**{claims} claims, processor {slowed} × slower**, `{word}` typed and erased\n\n\
             | | kB | first paint | ready | type | erase | tick | choose | all keys | heap | buffers | wasm | together | DOM | rows | found |\n\
             | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        );
        for measured in measured {
            if let Some(visit) = measured.visits.first() {
                let weight = self.weight(measured.peer, visit)?;
                table += &row(measured, visit, weight);
            }
            for failed in &measured.failed {
                writeln!(table, "| {} | failed: {failed} |", measured.peer.name)?;
            }
        }
        self.tables.push(table);
        self.unequal |= !agree(measured);
        self.failed |= measured.iter().any(|it| !it.failed.is_empty());
        Ok(())
    }

    /// Whether some pages have found something else than others, so that theirs was no equal work.
    pub fn is_unequal(&self) -> bool {
        self.unequal
    }

    /// Whether a visit to some page came to nothing.
    pub fn has_failed(&self) -> bool {
        self.failed
    }

    /// The last table.
    pub fn last(&self) -> &str {
        self.tables.last().map_or("", String::as_str)
    }

    fn weight(&mut self, peer: &'static Peer, visit: &Visit) -> Result<usize> {
        if let Some(weight) = self.weights.get(peer.page) {
            return Ok(*weight);
        }
        let weight = self.stage.weight(&visit.files)?;
        self.weights.insert(peer.page, weight);
        Ok(weight)
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n\n{}", self.head, self.tables.join("\n"))
    }
}

fn row(measured: &Measured, visit: &Visit, weight: usize) -> String {
    let both = |keys: Vec<f64>| {
        format!("{:.0} / {:.0}", percentile(keys.clone(), 50), percentile(keys, 95))
    };
    let megabytes =
        |of: fn(&Memory) -> f64| format!("{:.1}", measured.middle(|it| of(&it.memory)) / 1e6);
    let cells = [
        measured.peer.name.to_owned(),
        format!("{}", weight.div_ceil(1000)),
        format!("{:.0}", measured.middle(|it| it.paint)),
        format!("{:.0}", measured.middle(|it| it.ready)),
        both(measured.keys(|it| &it.typed)),
        both(measured.keys(|it| &it.erased)),
        both(measured.keys(|it| &it.ticked)),
        both(measured.keys(|it| &it.chosen)),
        both(measured.all_keys()),
        megabytes(|it| it.heap),
        megabytes(|it| it.buffers),
        megabytes(|it| it.wasm),
        megabytes(|it| it.heap + it.buffers + it.wasm),
        megabytes(|it| it.dom),
        visit.rows.to_string(),
        format!("{} / {} / {}", visit.found.typed, visit.found.ticked, visit.found.chosen),
    ];
    format!("| {} |\n", cells.join(" | "))
}

/// Whether each page finds the same, but for the word where a page finds words by how they begin.
fn agree(measured: &[Measured]) -> bool {
    let visits = measured.iter().flat_map(|of| of.visits.iter().map(|it| (of.peer, it.found)));
    let (mut words, mut rest) = (Vec::new(), Vec::new());
    for (peer, found) in visits {
        if !peer.finds_beginnings() {
            words.push(found.typed);
        }
        rest.push(Found { typed: 0, ..found });
    }
    words.dedup();
    rest.dedup();
    words.len() < 2 && rest.len() < 2
}

fn today() -> Result<String> {
    let output = Command::new("date").args(["-u", "+%Y-%m-%d"]).output().context("no date")?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// What the machine calls its processor, how many there are of it, and how many programs wanted one before all this.
fn machine() -> String {
    let known = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let of =
        |line: &str| Some(line.strip_prefix("model name")?.split_once(':')?.1.trim().to_owned());
    let names: Vec<String> = known.lines().filter_map(of).collect();
    let name = names.first().cloned().unwrap_or_else(|| "unknown processor".to_owned());
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    format!("{} × {name}, load {load} at the start", names.len())
}

#[cfg(test)]
mod tests {
    use super::percentile;

    #[test]
    fn percentiles_lie_where_so_many_are_below() {
        let values: Vec<f64> = (0..=100).map(f64::from).collect();
        for percent in [0, 50, 95, 100] {
            assert!(
                (percentile(values.clone(), percent)
                    - f64::from(u8::try_from(percent).expect("small")))
                .abs()
                    < 1e-9
            );
        }
        assert!((percentile(vec![3.0, 1.0], 95) - 3.0).abs() < 1e-9);
        assert!(percentile(Vec::new(), 50).is_nan());
    }
}
