//! `cargo xtask test`: every check, one after the other, and the count of tests.

use crate::{command, tools};
use anyhow::Result;
use std::fmt;
use std::process::ExitCode;
use std::time::Instant;

/// What a step does.
enum Action {
    /// Brings tools.
    Bring(fn() -> Result<()>),
    /// Builds the release.
    Dist,
    /// Runs cargo.
    Cargo(&'static [&'static str]),
    /// Runs cargo's rustdoc, with warnings denied.
    Docs(&'static [&'static str]),
}

/// One step, under the name that is printed.
struct Step {
    name: &'static str,
    action: Action,
}

const CHECKS: [Step; 6] = [
    cargo("formatting", &["fmt", "--all", "--check"]),
    cargo(
        "clippy of the core",
        &["clippy", "-p", "claim-atlas", "--no-default-features", "--all-targets", "--", "-D", "warnings"],
    ),
    cargo(
        "clippy of the app",
        &["clippy", "-p", "claim-atlas", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"],
    ),
    cargo(
        "clippy of commands and browser tests",
        &["clippy", "-p", "xtask", "-p", "claim-atlas-tests", "--all-targets", "--", "-D", "warnings"],
    ),
    docs(
        "docs of the app",
        &["doc", "--no-deps", "-p", "claim-atlas", "--target", "wasm32-unknown-unknown"],
    ),
    docs(
        "docs of commands and browser tests",
        &["doc", "--no-deps", "-p", "xtask", "-p", "claim-atlas-tests"],
    ),
];

const CORE: [Step; 1] = [cargo(
    "tests of the core",
    &["test", "-p", "claim-atlas", "--no-default-features", "--no-fail-fast"],
)];

const COMMANDS: [Step; 1] = [cargo("tests of the commands", &["test", "-p", "xtask", "--no-fail-fast"])];

const BROWSER: [Step; 3] = [
    Step { name: "tools", action: Action::Bring(tools::for_browsing) },
    Step { name: "release", action: Action::Dist },
    cargo("tests in the browser", &["test", "-p", "claim-atlas-tests", "--no-fail-fast"]),
];

const fn cargo(name: &'static str, arguments: &'static [&'static str]) -> Step {
    Step { name, action: Action::Cargo(arguments) }
}

const fn docs(name: &'static str, arguments: &'static [&'static str]) -> Step {
    Step { name, action: Action::Docs(arguments) }
}

/// Runs all steps, or those of one part.
pub fn test(part: Option<&str>) -> Result<ExitCode> {
    let prepare = [
        Step { name: "tools", action: Action::Bring(tools::for_checking) },
        Step { name: "tools", action: Action::Bring(tools::for_browsing) },
    ];
    let steps: Vec<&Step> = match part {
        None => prepare.iter().chain(&CHECKS).chain(&CORE).chain(&COMMANDS).chain(&BROWSER).collect(),
        Some("core") => CORE.iter().collect(),
        Some("browser") => BROWSER.iter().collect(),
        Some(other) => anyhow::bail!("`cargo xtask test` knows the parts core and browser, not `{other}`"),
    };
    Ok(run(&steps))
}

fn run(steps: &[&Step]) -> ExitCode {
    let mut count = Count::default();
    let mut code = ExitCode::SUCCESS;
    for step in steps {
        let before = count.failed;
        let start = Instant::now();
        let outcome = step.run(&mut count);
        let seconds = start.elapsed().as_secs_f32();
        let Err(error) = outcome else {
            step.say(&format!("done in {seconds:.1} s"));
            continue;
        };
        eprintln!("\n{} failed after {seconds:.1} s: {error:#}", step.name);
        eprintln!("To run only this step again: {}", step.typed());
        // A step without tests of its own counts as one, or the last line would claim that nothing failed.
        count.failed = count.failed.max(before + 1);
        code = ExitCode::FAILURE;
        break;
    }
    println!("{count}");
    code
}

impl Step {
    fn run(&self, count: &mut Count) -> Result<()> {
        self.say(&self.typed());
        match self.action {
            Action::Bring(bring) => bring(),
            Action::Dist => command::run(&mut command::trunk(crate::DIST)?),
            Action::Cargo(arguments) => {
                command::run_read(&mut command::cargo(arguments.iter().copied()), |line| count.read(line))
            }
            Action::Docs(arguments) => {
                let mut cargo = command::cargo(arguments.iter().copied());
                command::run(cargo.env("RUSTDOCFLAGS", "-Dwarnings"))
            }
        }
    }

    /// Tools that are all there are nothing to speak of.
    fn say(&self, what: &str) {
        if !matches!(self.action, Action::Bring(_)) {
            println!("== {}: {what}", self.name);
        }
    }

    /// What one types to run this step alone.
    fn typed(&self) -> String {
        match self.action {
            Action::Bring(_) => "cargo xtask test".to_owned(),
            Action::Dist => "cargo xtask dist".to_owned(),
            Action::Cargo(arguments) => format!("cargo {}", arguments.join(" ")),
            Action::Docs(arguments) => format!("RUSTDOCFLAGS=-Dwarnings cargo {}", arguments.join(" ")),
        }
    }
}

/// How many tests ended how.
#[derive(Debug, Default, Eq, PartialEq)]
struct Count {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Count {
    /// Adds the tests of a line like `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
    fn read(&mut self, line: &str) {
        let Some(result) = line.trim_start().strip_prefix("test result: ") else {
            return;
        };
        for part in result.split(['.', ';']) {
            let Some((number, what)) = part.trim().split_once(' ') else {
                continue;
            };
            let number = number.parse().unwrap_or(0);
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.skipped += number,
                _ => {}
            }
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { passed, failed, skipped } = self;
        write!(f, "{passed} passed, {failed} failed")?;
        if *skipped > 0 {
            write!(f, ", {skipped} skipped")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn check(lines: &[&str], said: &str) {
        let mut count = Count::default();
        for line in lines {
            count.read(line);
        }
        assert_eq!(count.to_string(), said);
    }

    #[test]
    fn results_are_added_up() {
        let passed = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.01s";
        let failed = "test result: FAILED. 1 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.00s";
        check(&[passed], "12 passed, 0 failed");
        check(&[passed, "running 4 tests", failed], "13 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn other_lines_count_nothing() {
        check(&["", "test a ... ok", "7 passed; 1 failed"], "0 passed, 0 failed");
    }
}
