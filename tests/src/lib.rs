//! The viewer in a real browser, driven as a reader would: by role and name, by keyboard, by address.
//!
//! A [`Site`] serves a folder, a [`Browser`] opens fresh windows for a [`Reader`], and in a [`Page`] things are
//! found through [`Find`]. Each fails with a message that says what there was instead.
//!
//! ```no_run
//! use claim_atlas_tests::{Browser, Find, Reader, Result, Site};
//!
//! # async fn example() -> Result {
//! let site = Site::dist().await?;
//! let browser = Browser::start().await?;
//! let page = browser.open(&site.url("#lang=de"), &Reader::default()).await?;
//! page.ready().await?;
//! page.by_role("button", "Filter leeren").await?.click().await?;
//! page.by_role("status", "").await?.until_text("12 Transfers").await?;
//! page.assert_quiet().await
//! # }
//! ```

mod browser;
mod driver;
mod find;
mod key;
mod log;
mod page;
mod part;
mod site;
mod wait;

pub use browser::{Browser, Reader};
pub use find::{Find, Name};
pub use page::{Page, READY};
pub use part::Part;
pub use site::Site;

/// What a test returns: an error of any kind, with where it came from.
pub type Result<T = ()> = anyhow::Result<T>;
