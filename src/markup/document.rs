//! Documents: what the corpus rests on.

use super::{Pen, Shown};
use crate::words;

/// A document's authors, title, outlet and date, as one cites it.
pub(super) fn citation(pen: &mut Pen, shown: &Shown, document: usize) {
    let cited = shown.corpus().document(document);
    let mut authors = cited.authors.join(", ");
    if !authors.is_empty() {
        authors.push_str(": ");
    }
    pen.put(
        "@<cite lang=\"@\">@</cite>. @, @",
        &[],
        &[
            &authors,
            &cited.language,
            &cited.title,
            outlet(shown, document),
            &words::appeared(shown.lang, &cited.published),
        ],
    );
}

fn outlet(shown: &Shown, document: usize) -> &'static str {
    let id = &shown.corpus().document(document).outlet;
    let origin = shown.corpus().source().origins.iter().find(|it| it.id == *id);
    origin.map_or("", |it| it.name.get(shown.lang))
}
