//! `cargo xtask test`: every check, one after the other, and the count of tests.

use crate::{command, tools};
use anyhow::{Result, bail};
use std::fmt;
use std::process::ExitCode;
use std::time::Instant;
use xtask::place;

use Action::{Bring, Cargo, Dist, Docs, Pack};

/// One step, under the name that is printed.
struct Step {
    name: &'static str,
    action: Action,
    /// What to do where it fails.
    remedy: &'static str,
}

/// What a step does.
enum Action {
    /// Brings tools.
    Bring(fn() -> Result<()>),
    /// Builds the release.
    Dist,
    /// Builds one with the example in it.
    Pack,
    /// Runs cargo with these words.
    Cargo(&'static str),
    /// Runs cargo's rustdoc with these words, and denies warnings.
    Docs(&'static str),
}

/// The corpus that is an example, from the root.
const EXAMPLE: &str = "examples/corpus.json";

const BRING: &str = "bring by hand what is named";
const LINTS: &str = "mend what clippy names above";
const DOCS: &str = "mend what rustdoc names above";
const TESTS: &str = "each failed test is named above, with what was there instead";

const CHECKING_TOOLS: Step =
    Step { name: "tools", action: Bring(tools::for_checking), remedy: BRING };

const BROWSING_TOOLS: Step =
    Step { name: "tools", action: Bring(tools::for_testing), remedy: BRING };

const CHECKS: [Step; 7] = [
    Step {
        name: "formatting",
        action: Cargo("fmt --all --check"),
        remedy: "run `cargo fmt --all`",
    },
    Step {
        name: "clippy of the core",
        action: Cargo("clippy -p claim-atlas --all-targets -- -D warnings"),
        remedy: LINTS,
    },
    Step {
        name: "clippy of the components",
        action: Cargo("clippy -p claim-atlas --features ssr --all-targets -- -D warnings"),
        remedy: LINTS,
    },
    Step {
        name: "clippy of the program",
        action: Cargo(
            "clippy -p claim-atlas --target wasm32-unknown-unknown --features csr -- -D warnings",
        ),
        remedy: LINTS,
    },
    Step {
        name: "clippy of commands, benches, site and browser tests",
        action: Cargo(
            "clippy -p xtask -p claim-atlas-benches -p claim-atlas-site -p claim-atlas-tests --all-targets -- -D warnings",
        ),
        remedy: LINTS,
    },
    Step {
        name: "docs of the program",
        action: Docs("doc --no-deps -p claim-atlas --target wasm32-unknown-unknown --features csr"),
        remedy: DOCS,
    },
    Step {
        name: "docs of commands, benches, site and browser tests",
        action: Docs(
            "doc --no-deps -p xtask -p claim-atlas-benches -p claim-atlas-site -p claim-atlas-tests",
        ),
        remedy: DOCS,
    },
];

const CORE: Step = Step {
    name: "tests of the core",
    action: Cargo("test -p claim-atlas --no-fail-fast"),
    remedy: TESTS,
};

// Drawn as the build draws them.
const COMPONENTS: Step = Step {
    name: "tests of the components",
    action: Cargo("test -p claim-atlas --features ssr --no-fail-fast ui::"),
    remedy: TESTS,
};

const COMMANDS: Step = Step {
    name: "tests of commands, benches and site",
    action: Cargo("test -p xtask -p claim-atlas-benches -p claim-atlas-site --no-fail-fast"),
    remedy: TESTS,
};

const RELEASE: Step = Step { name: "release", action: Dist, remedy: "mend what is named above" };

const PACKED: Step =
    Step { name: "release with the example", action: Pack, remedy: "mend what is named above" };

const BROWSER: Step = Step {
    name: "tests in the browser",
    action: Cargo("test -p claim-atlas-tests --no-fail-fast"),
    remedy: TESTS,
};

const HOSTING_TOOLS: Step =
    Step { name: "tools", action: Bring(tools::for_hosting), remedy: BRING };

const HOSTS: Step = Step {
    name: "tests of the examples for hosts",
    action: Cargo("test -p claim-atlas-tests --test hosts -- --include-ignored"),
    remedy: TESTS,
};

const CMS_TOOLS: Step = Step { name: "tools", action: Bring(tools::for_publishing), remedy: BRING };

const CMS: Step = Step {
    name: "tests of embeds in WordPress",
    action: Cargo("test -p claim-atlas-tests --test cms -- --ignored"),
    remedy: TESTS,
};

/// Runs all steps, or those of one part.
pub fn test(part: Option<&str>) -> Result<ExitCode> {
    let steps = match part {
        None => {
            let mut steps = vec![CHECKING_TOOLS, BROWSING_TOOLS];
            steps.extend(CHECKS);
            steps.extend([CORE, COMPONENTS, COMMANDS, PACKED, RELEASE, BROWSER]);
            steps
        }
        Some("core") => vec![CORE],
        Some("browser") => vec![BROWSING_TOOLS, PACKED, RELEASE, BROWSER],
        Some("hosts") => vec![HOSTING_TOOLS, RELEASE, HOSTS],
        Some("cms") => vec![CMS_TOOLS, RELEASE, CMS],
        Some(other) => {
            bail!("`cargo xtask test` knows the parts core, browser, hosts and cms, not `{other}`")
        }
    };
    Ok(run(&steps))
}

fn run(steps: &[Step]) -> ExitCode {
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
        eprintln!("\n{} failed after {seconds:.1} s: {error:#}; {}.", step.name, step.remedy);
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
            Bring(bring) => bring(),
            Dist => crate::release(),
            Pack => crate::pack(&place::root().join(EXAMPLE), &place::packed()),
            Cargo(words) => {
                let mut cargo = command::cargo(words.split(' '));
                command::run_read(&mut cargo, |line| count.read(line))
            }
            Docs(words) => {
                let mut cargo = command::cargo(words.split(' '));
                command::run(cargo.env("RUSTDOCFLAGS", "-Dwarnings"))
            }
        }
    }

    /// Tools that are all there are nothing to speak of.
    fn say(&self, what: &str) {
        if !matches!(self.action, Bring(_)) {
            println!("== {}: {what}", self.name);
        }
    }

    /// What one types to run this step alone.
    fn typed(&self) -> String {
        match self.action {
            Bring(_) => "cargo xtask test".to_owned(),
            Dist => "cargo xtask dist".to_owned(),
            Pack => format!("cargo xtask pack {EXAMPLE} {}", place::packed().display()),
            Cargo(words) => format!("cargo {words}"),
            Docs(words) => format!("RUSTDOCFLAGS=-Dwarnings cargo {words}"),
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
