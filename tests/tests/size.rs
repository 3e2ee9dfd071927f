//! What is loaded keeps to its budgets.

use claim_atlas_tests::Outcome;
use std::fs;
use xtask::{place, size};

#[test]
fn the_first_load_fits_the_budget() -> Outcome {
    let load = size::Load::of(&place::dist())?;
    assert!(load.fits(), "the first load is over its budget:\n{load}");
    Ok(())
}

#[test]
fn files_fit_their_budgets() -> Outcome {
    for (name, budget) in size::FILES {
        let bytes = fs::metadata(place::dist().join(name))?.len();
        assert!(bytes <= budget, "{name} has {bytes} bytes, {budget} at most");
    }
    Ok(())
}
