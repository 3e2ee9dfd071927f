//! The browser's edge: address, storage, the page itself, and what `Intl` knows.
//!
//! The only place that touches the browser outside the components. Any call to it may be refused,
//! in a sandboxed frame for one; then the viewer goes on without it.

mod address;
mod intl;
mod page;
mod storage;

pub use address::{Address, address, on_address, show_address};
pub use intl::{Intl, country_names, preferred_language};
pub use page::{catch_panics, fail, focus, mark_ready, root, set_language, set_title};
pub use storage::{store_language, stored_language};
