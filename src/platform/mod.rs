//! The browser's edge: address, storage, the page itself, and what `Intl` knows.
//!
//! The only place that touches the browser outside the components. Any call to it may be refused,
//! in a sandboxed frame for one; then the viewer goes on without it.

mod address;
mod bring;
mod brush;
mod desk;
mod intl;
mod page;
mod patch;
mod picture;
mod storage;
mod take;

pub use address::{Address, address, on_address, show_address};
pub use bring::brought;
pub use desk::{attend, page};
pub use intl::country_names;
pub use page::{
    adopt, attribute_at, attribute_of, catch_panics, fail, focus, held, hold, is_key, keep_focus,
    leaves, listen, mark_ready, point, preferred_language, reveal_soon, root, set_language,
    set_title, typed,
};
pub use patch::patch;
pub use storage::store_language;
pub use take::{copy, mark_done, share};
