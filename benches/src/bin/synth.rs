//! Prints a corpus that is made up, as large as is asked for; `cargo xtask synth` calls it.

use anyhow::{Context, Result, ensure};
use claim_atlas_benches::made_up;
use std::io::{BufWriter, Write};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = |name: &str, usual: u64| -> Result<u64> {
        let Some(at) = arguments.iter().position(|it| it == name) else { return Ok(usual) };
        let value = arguments.get(at + 1).with_context(|| format!("{name} takes a number"))?;
        value.parse().with_context(|| format!("{name} takes a number, not `{value}`"))
    };
    let claims = usize::try_from(asked("--claims", 10_000)?)?;
    ensure!(claims > 0, "a corpus has a claim at least");
    let mut out = BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut out, &made_up(claims, asked("--seed", 1)?))?;
    Ok(writeln!(out)?)
}
