//! Where the desk's panels open: in place, below the button that opens them.

use super::{Pen, Shown, truth};

/// The panel below its button, where it is open. It has the name that the button opens.
pub(super) fn opened(pen: &mut Pen, shown: &Shown, panel: &str, name: &str) {
    if shown.folds.is_open(panel) {
        let template = "<section class=\"desk\" id=\"panel-@\" aria-label=\"@\">";
        pen.put(template, &[], &[panel, name]);
        pen.markup.push_str(shown.opened);
        pen.markup.push_str("</section>");
    }
}

/// A button that opens a panel of the desk.
pub(super) fn open(pen: &mut Pen, shown: &Shown, panel: &str, name: &str, label: Option<&str>) {
    let template = "<button class=\"tool\" type=\"button\" id=\"open-@\" data-fold=\"@\"";
    pen.put(template, &[], &[panel, panel]);
    if let Some(label) = label {
        pen.put(" aria-label=\"@\"", &[], &[label]);
    }
    pen.put(
        " aria-expanded=\"$\" aria-controls=\"panel-@\">@</button>",
        &[],
        &[truth(shown.folds.is_open(panel)), panel, name],
    );
}

/// A button with its panel below, for what has one of its own.
pub(super) fn share(pen: &mut Pen, shown: &Shown, panel: &str, what: &str) {
    let name = shown.words().share;
    let label = [name, ": ", what].concat();
    open(pen, shown, panel, name, Some(&label));
    opened(pen, shown, panel, &label);
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
    let mut pen = Pen::default();
    pen.markup.push_str("<div class=\"tools\">");
    for (panel, name) in tools {
        open(&mut pen, shown, panel, name, None);
    }
    pen.markup.push_str("</div>");
    for (panel, name) in tools {
        opened(&mut pen, shown, panel, name);
    }
    pen.markup
}
