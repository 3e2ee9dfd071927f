//! The viewer in a real browser, driven as a reader would: by role and name, by keyboard, by address.
//!
//! A [`Site`] serves a folder, a [`Browser`] opens fresh windows for a [`Reader`], and in a [`Page`] things are
//! found through [`Find`]. Each fails with a message that says what there was instead.
//!
//! Chromium is driven unless another [`Engine`] is asked for. The others can do less, and each method says what:
//!
//! | | Chromium | Firefox | WebKit |
//! | --- | --- | --- | --- |
//! | find, click, type, frames, shadow roots | yes | yes | yes |
//! | size, theme, motion, first language | yes | yes | yes; theme and motion only as a window opens |
//! | several languages | yes | yes | no |
//! | scrollbars that take room | yes | yes | yes |
//! | [`Page::assert_quiet`] | all | all but what the page itself logs | requests that resource timing lists |
//! | [`Page::screenshot`] | whole page | whole page | what the window shows |
//! | [`Page::print`] | as the page asks | yes | no |
//! | [`Page::devtools`], [`Page::slow_down`] | yes | no | no |
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

mod access;
mod browser;
mod driver;
mod failure;
mod find;
mod firefox;
mod key;
mod log;
mod page;
mod paper;
mod part;
mod process;
mod screen;
mod setup;
mod site;
mod spoken;
mod view;
mod window;

pub use access::{Rules, findings};
pub use browser::{Browser, Reader};
pub use failure::Failure;
pub use find::{Find, Name};
pub use hyper::StatusCode;
pub use page::{Page, READY};
pub use paper::Paper;
pub use part::Part;
pub use process::{Process, free_port};
pub use site::{Reply, Site, file_url};
pub use spoken::spoken;
pub use view::{VIEWS, View};
pub use xtask::engines::Engine;

/// What the harness returns: an error of any kind.
pub type Result<T = (), E = anyhow::Error> = std::result::Result<T, E>;

/// What a test returns, so that its `?` says where it stands.
pub type Outcome<T = ()> = Result<T, Failure>;
