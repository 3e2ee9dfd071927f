//! Says all that is wrong in a corpus, as one JSON; `cargo xtask pack` calls it before it builds with that.

use claim_atlas::corpus::{SeedFile, check_json};
use std::fs;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(name) = std::env::args().nth(1) else {
        eprintln!("error: give a corpus, as one JSON");
        return ExitCode::FAILURE;
    };
    match fs::read_to_string(&name) {
        Ok(text) => match check_json(&SeedFile { name: name.clone(), text }) {
            Ok(_) => return ExitCode::SUCCESS,
            Err(faults) => eprintln!("error: {name} breaks the rules of a corpus:\n{faults}"),
        },
        Err(why) => eprintln!("error: {name} cannot be read: {why}"),
    }
    ExitCode::FAILURE
}
