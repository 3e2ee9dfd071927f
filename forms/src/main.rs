//! Writes the forms of the viewer beside what trunk has built; `cargo xtask finish` calls it.

use anyhow::{Context, Result, bail};
use claim_atlas::BUNDLED;
use claim_atlas::corpus::{Corpus, Lang, Source};
use claim_atlas::desk::{page_name, single_name};
use claim_atlas::query::Index;
use claim_atlas_forms::names::country_names;
use claim_atlas_forms::page::{Atlas, Sources, oembed_name, preview_name, with_policy};
use claim_atlas_forms::single::Built;
use std::fs;
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, address, whole] = arguments.as_slice() else {
        bail!(
            "give the folder that trunk has built into, its address in the page, and the folder of the whole program"
        );
    };
    let folder = Path::new(folder);
    let source = Source::read(BUNDLED).context("the corpus cannot be read")?;
    let corpus: &'static Corpus =
        Box::leak(Box::new(Corpus::new(source).map_err(anyhow::Error::msg)?));
    let countries = country_names(corpus)?;
    let index = Index::new(corpus, &countries);
    let site = site()?;
    let atlas = Atlas { index: &index, countries: &countries, site: site.as_deref() };
    write_forms(&atlas, &Built { folder, address, whole: Path::new(whole) })
}

/// The address at which the site will stand, where whoever builds it says so.
fn site() -> Result<Option<String>> {
    let Ok(site) = std::env::var("CLAIM_ATLAS_SITE") else { return Ok(None) };
    if !site.starts_with("https://") || !site.ends_with('/') {
        bail!("CLAIM_ATLAS_SITE is an address like https://example.org/atlas/, not `{site}`");
    }
    Ok(Some(site))
}

fn write_forms(atlas: &Atlas, built: &Built) -> Result<()> {
    let write = |name: &str, content: &[u8]| {
        fs::write(built.folder.join(name), content)
            .with_context(|| format!("could not write {name}"))
    };
    let file = built.folder.join("index.html");
    let page = fs::read_to_string(&file).context("trunk wrote no index.html")?;
    for lang in Lang::ALL {
        let filled = atlas.fill(&page, lang)?;
        write(single_name(lang), built.single(&filled)?.as_bytes())?;
        let own = Sources { own: " 'self'", frames: "'self'", later: None };
        let announced = atlas.announced(&filled, lang)?;
        write(page_name(lang), with_policy(&announced, &own)?.as_bytes())?;
        if let Some(answer) = atlas.oembed(lang) {
            write(oembed_name(lang), answer.as_bytes())?;
        }
        write(preview_name(lang), &atlas.preview(lang)?)?;
    }
    Ok(())
}
