//! Writes the JSON Schema of the corpus beside its files; `cargo xtask schema` calls it.

use anyhow::{Context, Result};
use claim_atlas::corpus;
use std::fs;

/// Where it stands.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds/corpus.schema.json");

fn main() -> Result<()> {
    fs::write(FILE, written()?).with_context(|| format!("could not write {FILE}"))
}

fn written() -> Result<String> {
    Ok(serde_json::to_string_pretty(&corpus::schema())? + "\n")
}

#[cfg(test)]
mod tests {
    use super::{FILE, written};
    use anyhow::Result;
    use std::fs;

    #[test]
    fn the_schema_is_that_of_the_types() -> Result<()> {
        let current = fs::read_to_string(FILE).unwrap_or_default() == written()?;
        assert!(
            current,
            "run `cargo xtask schema`: the types have changed, and the schema has not"
        );
        Ok(())
    }
}
