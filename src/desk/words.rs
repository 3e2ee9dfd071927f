//! The desk's texts.

use crate::corpus::Lang;
use crate::locale::Desk;

/// The texts of a language.
pub fn words(lang: Lang) -> &'static Desk {
    &crate::locale::words(lang).desk
}
