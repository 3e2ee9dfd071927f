//! The first load keeps to its budget.

use claim_atlas_tests::Outcome;
use xtask::{place, size};

#[test]
fn the_first_load_fits_the_budget() -> Outcome {
    let load = size::Load::of(&place::dist())?;
    assert!(load.fits(), "the first load is over its budget:\n{load}");
    Ok(())
}
