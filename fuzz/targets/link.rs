#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| claim_atlas_fuzz::link(bytes));
