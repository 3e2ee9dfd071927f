//! The texts of the check.

use crate::corpus::Lang;
use crate::locale::Checking;

/// The texts of a language.
pub fn words(lang: Lang) -> &'static Checking {
    &crate::locale::words(lang).checking
}
