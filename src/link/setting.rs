//! How an editor sets the viewer into a page: what of it is shown, in which theme, and what is fixed.

/// How the viewer is set into a page. It stands in the query string, which readers do not change.
///
/// `src/page.js` applies all of it but `fixed` before anything is drawn; here it is only written,
/// and read to say what means nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Setting {
    /// Without title, summary and language switch.
    pub plain: bool,
    /// Without the map.
    pub no_map: bool,
    /// Without search and filters.
    pub no_filters: bool,
    /// Whether readers cannot undo the filters of the query string.
    pub fixed: bool,
    /// The theme.
    pub theme: Theme,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All themes, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word for it in links.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The keys of a setting.
pub(super) const SETTING: [&str; 5] = ["plain", "map", "filters", FIXED, "theme"];

/// The key that fixes filters.
pub(super) const FIXED: &str = "fixed";

impl Setting {
    /// Takes one value in, or says that it means nothing.
    pub fn read(&mut self, key: &str, value: &str) -> bool {
        let value = value.trim_matches(|it: char| !it.is_alphanumeric()).to_ascii_lowercase();
        match (key, value.as_str()) {
            // Who writes addresses by a form or a program gives each key a value.
            ("plain", "" | "1" | "true") => self.plain = true,
            (FIXED, "" | "1" | "true") => self.fixed = true,
            ("map", "off") => self.no_map = true,
            ("filters", "off") => self.no_filters = true,
            ("theme", _) => {
                let theme = Theme::ALL.into_iter().find(|theme| theme.id() == value);
                self.theme = theme.unwrap_or_default();
                return theme.is_some();
            }
            _ => return false,
        }
        true
    }

    /// Writes it as part of a query string; empty where nothing is set.
    #[must_use]
    pub fn write(&self) -> String {
        // Taken apart, so that a new field cannot be forgotten.
        let Self { plain, no_map, no_filters, fixed, theme } = *self;
        let theme = (theme != Theme::Auto).then(|| format!("theme={}", theme.id()));
        let parts = [
            plain.then_some("plain"),
            no_map.then_some("map=off"),
            no_filters.then_some("filters=off"),
            fixed.then_some("fixed"),
            theme.as_deref(),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("&")
    }
}
