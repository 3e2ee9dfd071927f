//! Where the desk's panels open: in place, below the button that opens them.

use super::Shown;
use maud::{Markup, PreEscaped, html};

/// What the desk has made for the panel that is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opened {
    /// It is on its way, or nothing is open.
    #[default]
    Coming,
    /// It could not be loaded.
    Missing,
    /// The panel.
    Here(String),
}

/// The panel below its button, where it is open. It has the name that the button opens.
pub(super) fn opened(shown: &Shown, panel: &str, name: &str) -> Markup {
    html! {
        @if shown.folds.is_open(panel) {
            section.desk id={ "panel-" (panel) } aria-label=(name) {
                (made(shown, shown.opened))
            }
        }
    }
}

/// What the desk has made, or that it is on its way or could not be loaded.
pub(super) fn made(shown: &Shown, opened: &Opened) -> Markup {
    html! {
        @match opened {
            Opened::Coming => p.hint { "…" },
            Opened::Missing => p.hint role="alert" { (shown.words().desk_missing) },
            Opened::Here(made) => (PreEscaped(made)),
        }
    }
}

/// A button that opens a panel of the desk.
pub(super) fn open(shown: &Shown, panel: &str, name: &str, label: Option<&str>) -> Markup {
    html! {
        button.tool type="button" id={ "open-" (panel) } data-fold=(panel) aria-label=[label]
            aria-expanded=(shown.folds.is_open(panel)) aria-controls={ "panel-" (panel) } { (name) }
    }
}

/// A button with its panel below, for what has one of its own.
pub(super) fn share(shown: &Shown, panel: &str, what: &str) -> Markup {
    let name = shown.words().share;
    let label = format!("{name}: {what}");
    html! { (open(shown, panel, name, Some(&label))) (opened(shown, panel, &label)) }
}

/// Sharing, embedding, checking, taking along and printing what is seen.
#[must_use]
pub fn desk(shown: &Shown) -> String {
    let words = shown.words();
    let tools = [
        ("share", words.share),
        ("embed", words.embed),
        ("check", words.check),
        ("export", words.export),
        ("print", words.print),
    ];
    html! {
        div.tools { @for (panel, name) in tools { (open(shown, panel, name, None)) } }
        @for (panel, name) in tools { (opened(shown, panel, name)) }
    }
    .into_string()
}
