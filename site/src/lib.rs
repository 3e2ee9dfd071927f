//! What a release has besides the program that trunk builds: the page with the complete list in it, the single file,
//! a policy for both, the data as files, and the picture that a link is previewed with. All are made from the core, at
//! build time.
//!
//! Reading order: [`build`] is trunk's output as it is taken over, [`pages`] what the core has to say in a page,
//! [`page`] puts both together, [`policy`] says what such a page may run and load, and [`licences`] whose work is in it.
//! [`archive`] makes one file of a release. [`changes`] is of two releases: what the data of one have that those of another
//! have not.

pub mod archive;
pub mod build;
pub mod changes;
pub mod data;
pub mod licences;
pub mod names;
pub mod page;
pub mod pages;
pub mod policy;
pub mod preview;

use anyhow::{Result, bail};

/// The address at which the site will stand, where whoever builds it says so.
///
/// # Errors
///
/// When it is no such address.
pub fn site() -> Result<Option<String>> {
    let Ok(site) = std::env::var("CLAIM_ATLAS_SITE") else { return Ok(None) };
    if !site.starts_with("https://") || !site.ends_with('/') {
        bail!("CLAIM_ATLAS_SITE is an address like https://example.org/atlas/, not `{site}`");
    }
    Ok(Some(site))
}
