//! Writes what a release has besides the program, into the folder that trunk has built; `cargo xtask finish` calls it.

use anyhow::{Context, Result, bail};
use claim_atlas::BUNDLED;
use claim_atlas::corpus::{Corpus, Lang, Source};
use claim_atlas::link::{page_name, preview_name, single_name};
use claim_atlas_site::build::Build;
use claim_atlas_site::licences::{self, licences};
use claim_atlas_site::names::country_names;
use claim_atlas_site::page;
use claim_atlas_site::pages::{Pages, oembed_name};
use claim_atlas_site::site;
use std::fs;
use std::path::Path;
use std::sync::Arc;

fn main() -> Result<()> {
    let Some(folder) = std::env::args().nth(1) else {
        bail!("give the folder that trunk has built into")
    };
    let source = Source::read(BUNDLED).context("the corpus cannot be read")?;
    let corpus = Arc::new(Corpus::new(source).map_err(anyhow::Error::msg)?);
    let countries = country_names(&corpus)?;
    let site = site()?;
    write(Path::new(&folder), &Pages { corpus, countries, site: site.as_deref() })
}

fn write(folder: &Path, pages: &Pages) -> Result<()> {
    let write = |name: &str, content: &[u8]| {
        fs::write(folder.join(name), content).with_context(|| format!("could not write {name}"))
    };
    let build = Build::take(folder)?;
    let licences = licences()?;
    write(licences::NAME, licences.as_bytes())?;
    for lang in Lang::ALL {
        write(&page_name(lang), page::site(&build, pages, lang)?.as_bytes())?;
        write(&single_name(lang), page::single(&build, pages, &licences, lang)?.as_bytes())?;
        if let Some(answer) = pages.oembed(lang) {
            write(&oembed_name(lang), answer.as_bytes())?;
        }
        write(&preview_name(lang), &pages.preview(lang)?)?;
    }
    for file in pages.data() {
        write(&file.name, file.text.as_bytes())?;
    }
    Ok(())
}
