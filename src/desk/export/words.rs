//! The texts of taking data along.

use crate::corpus::Lang;
use crate::locale::Exporting;

/// The texts of a language.
pub fn words(lang: Lang) -> &'static Exporting {
    &crate::locale::words(lang).exporting
}
