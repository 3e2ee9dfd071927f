//! Markup as text.
