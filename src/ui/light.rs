//! The colours of the light theme, for what takes no style sheet along. They are those of `style/tokens.css`.

pub(super) const PAPER: &str = "#fff";
pub(super) const INK: &str = "#1a1e24";
pub(super) const QUIET: &str = "#59616b";
pub(super) const RULE: &str = "#e2dfd8";
pub(super) const EDGE: &str = "#797f88";
pub(super) const LAND: &str = "#e6e2d9";
pub(super) const SEA: &str = "#f5f7f8";
pub(super) const GRATICULE: &str = "#fff";
pub(super) const BLUE: &str = "#17498a";
pub(super) const TINTS: [&str; 4] = ["#e9f0f8", "#d6e4f3", "#bdd4ec", "#9fc1e3"];
pub(super) const WARM: &str = "#a43e08";
pub(super) const WARM_DEEP: &str = "#85320a";

#[cfg(test)]
mod tests {
    #[test]
    fn they_are_the_style_sheets() {
        let tokens = include_str!("../../style/tokens.css");
        let own = include_str!("light.rs").split("#[cfg(test)]").next().expect("a part at least");
        let colours: Vec<&str> = own.split('"').filter(|it| it.starts_with('#')).collect();
        assert_eq!(colours.len(), 15);
        for colour in colours {
            assert!(tokens.contains(&format!("light-dark({colour},")), "{colour}");
        }
    }
}
