//! Measures the viewer beside plain pages of peers, on the same corpora, in one run of the same browser.
//!
//! The pages are loaded in turn, each in a window of its own, round by round, so that what slows the machine down slows
//! all of them. On each the same keys are pressed and the same boxes ticked; that all find the same after each is checked.

mod course;
mod peer;
mod report;
mod stage;

use anyhow::{Context, bail, ensure};
use claim_atlas_tests::{Browser, Result};
use course::Course;
use peer::PEERS;
use report::{Measured, Report};
use stage::Stage;
use std::fs;
use xtask::place;

/// What is measured where nothing else is asked for.
const CLAIMS: [usize; 3] = [1000, 10_000, 100_000];
const SLOW: [usize; 2] = [1, 4];
const ROUNDS: usize = 3;

/// What is asked for.
struct Asked {
    claims: Vec<usize>,
    slow: Vec<usize>,
    rounds: usize,
    /// The names of the pages; all where there is none.
    pages: Vec<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result {
    let asked = asked(std::env::args().skip(1))?;
    let stage = Stage::build(&asked.claims).await?;
    let browser = Browser::start().await?;
    let peers: Vec<_> = PEERS
        .iter()
        .filter(|it| asked.pages.is_empty() || asked.pages.iter().any(|name| name == it.page))
        .collect();
    let path = place::target().join("peers.md");
    let mut report = Report::new(&browser, &stage).await?;
    for &claims in &asked.claims {
        for &slowed in &asked.slow {
            let course = Course { claims, slowed, word: stage.word(claims)? };
            let mut measured: Vec<Measured> = peers.iter().map(|it| Measured::new(it)).collect();
            for round in 1..=asked.rounds {
                for measured in &mut measured {
                    eprintln!("{claims} claims, {slowed} ×, round {round}: {}", measured.peer.name);
                    let visit = course.run(&browser, &stage, measured.peer).await;
                    measured.add(visit);
                }
            }
            report.add(&course, &measured)?;
            println!("{}", report.last());
            // A run takes long, and what it has come to is kept should it be ended.
            fs::write(&path, report.to_string())
                .with_context(|| format!("could not write {}", path.display()))?;
        }
    }
    println!("The tables are in {}", path.display());
    ensure!(!report.is_unequal(), "pages have found different numbers of transfers: see `found`");
    ensure!(!report.has_failed(), "some visits came to nothing: see the tables");
    Ok(())
}

fn asked(mut arguments: impl Iterator<Item = String>) -> Result<Asked> {
    let (claims, slow) = (CLAIMS.into(), SLOW.into());
    let mut asked = Asked { claims, slow, rounds: ROUNDS, pages: Vec::new() };
    let numbers = |list: &str| -> Result<Vec<usize>> {
        let number = |it: &str| it.parse().with_context(|| format!("`{it}` is no number"));
        list.split(',').map(number).collect()
    };
    while let Some(name) = arguments.next() {
        let value = arguments.next().with_context(|| format!("{name} takes a value"))?;
        match name.as_str() {
            "--claims" => asked.claims = numbers(&value)?,
            "--slow" => asked.slow = numbers(&value)?,
            "--rounds" => asked.rounds = value.parse().context("--rounds takes a number")?,
            "--pages" => asked.pages = value.split(',').map(str::to_owned).collect(),
            other => bail!("there is no {other}: --claims, --slow, --rounds, --pages"),
        }
    }
    Ok(asked)
}
