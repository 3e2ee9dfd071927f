//! The viewer in a real browser, driven as a reader would: by role and name, by keyboard, by address.
//!
//! A [`Site`] serves a folder, a [`Browser`] opens fresh windows for a [`Reader`], and in a [`Page`] things are
//! found through [`Find`]. Each fails with a message that says what there was instead.
//!
//! ```no_run
//! use claim_atlas_tests::{Browser, Find, Name, Outcome, Reader, Site};
//!
//! # async fn example() -> Outcome {
//! let site = Site::dist().await?;
//! let browser = Browser::start().await?;
//! let page = browser.open(&site.url("#lang=de"), &Reader::default()).await?;
//! page.ready().await?;
//! page.by_role("button", "Filter leeren").await?.click().await?;
//! page.by_role("status", Name::Any).await?.until_text("12 Transfers").await?;
//! page.assert_quiet().await?;
//! Ok(())
//! # }
//! ```

mod browser;
mod failure;
mod find;
mod key;
mod log;
mod page;
mod part;
mod site;
mod window;

pub use browser::{Browser, Reader};
pub use failure::Failure;
pub use find::{Find, Name};
pub use page::{Page, READY};
pub use part::Part;
pub use site::Site;

/// What the harness returns: an error of any kind.
pub type Result<T = (), E = anyhow::Error> = std::result::Result<T, E>;

/// What a test returns, so that its `?` says where it stands.
pub type Outcome<T = ()> = Result<T, Failure>;
