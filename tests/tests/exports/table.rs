//! A table, opened by a spreadsheet.

use crate::{corpus, exported, kept, output, told_by};
use anyhow::{Context, ensure};
use claim_atlas_tests::{Outcome, Result};
use std::process::Command;
use xtask::place;

/// The rows of a table.
fn rows(text: &str, between: u8) -> Result<Vec<Vec<String>>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(between)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(|row| Ok(row?.iter().map(str::to_owned).collect()));
    rows.collect()
}

/// What `LibreOffice` writes of a table that it has opened, as a table and with its formulas.
fn opened(setting: &str, between: u8, quoted_as_text: bool) -> Result<[String; 2]> {
    let office = place::program(&["soffice"], &[]).context("LibreOffice is missing")?;
    let kept = kept(&exported(&corpus()?, setting))?;
    let folder = kept.folder.path();
    // Separator, quotation mark, UTF-8, from the first line, no column set, American numbers or German ones,
    // whether what is quoted is text, and that numbers and days are recognised.
    let numbers = if between == b';' { 1031 } else { 1033 };
    let read = format!("CSV:{between},34,76,1,,{numbers},{quoted_as_text},true");
    let mut tables = Vec::new();
    // As it is shown; and as it is, in which formulas stand as such.
    for to in ["csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "fods"] {
        let profile = folder.join("profile");
        output(
            Command::new(&office)
                .arg(format!("-env:UserInstallation=file://{}", profile.display()))
                .args(["--headless", &format!("--infilter={read}"), "--convert-to", to])
                .args(["--outdir", &folder.join("out").display().to_string()])
                .arg(&kept.path),
        )?;
        let ending = to.split(':').next().unwrap_or_default();
        let written = folder
            .join("out")
            .join(kept.path.with_extension(ending).file_name().context("a name")?);
        tables.push(std::fs::read_to_string(&written)?);
    }
    tables.try_into().ok().context("two tables")
}

/// That a spreadsheet shows each cell as it was written, and takes none for a formula.
fn is_opened(setting: &str, between: u8, quoted_as_text: bool) -> Result {
    let [shown, sheet] = opened(setting, between, quoted_as_text)?;
    ensure!(!sheet.contains("table:formula"), "a cell was taken for a formula");
    let written = rows(&exported(&corpus()?, setting).text, between)?;
    let shown = rows(&shown, b',')?;
    ensure!(written.len() == shown.len() && written.len() > 100, "{} rows", shown.len());
    let columns = written.first().context("columns")?;
    for (row, (written, shown)) in written.iter().zip(&shown).enumerate() {
        ensure!(written.len() == shown.len(), "row {row} has {} cells", shown.len());
        for ((name, written), shown) in columns.iter().zip(written).zip(shown) {
            // A line break in a cell is one sign in a spreadsheet.
            let written = written.replace("\r\n", "\n");
            ensure!(written == *shown, "row {row}, {name}: {written:?} is shown as {shown:?}");
        }
    }
    // Numbers are numbers and days are days: they can be reckoned with.
    for kind in ["float\" office:value=\"13077\"", "date\" office:date-value=\"2023-11-08\""] {
        ensure!(sheet.contains(kind), "there is no {kind}");
    }
    Ok(())
}

#[test]
fn a_spreadsheet_shows_what_was_written_however_it_is_opened() -> Outcome {
    for quoted_as_text in [false, true] {
        is_opened("csv", b',', quoted_as_text)?;
        is_opened("csv&commas", b',', quoted_as_text)?;
    }
    Ok(())
}

#[test]
fn a_spreadsheet_in_german_shows_what_was_written() -> Outcome {
    for quoted_as_text in [false, true] {
        is_opened("csv&semicolons", b';', quoted_as_text)?;
    }
    Ok(())
}

/// Strict readers, which take no mark off and guess nothing, agree with ours.
#[test]
fn programs_read_what_was_written() -> Outcome {
    let file = exported(&corpus()?, "csv");
    let told = told_by("table.mjs", &[&kept(&file)?.path])?;
    let written = serde_json::to_value(rows(&file.text, b',')?)?;
    for (reader, read) in told.as_object().context("readers")? {
        assert_eq!(*read, written, "{reader}");
    }
    Ok(())
}
