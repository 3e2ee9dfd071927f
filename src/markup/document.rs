//! Documents: what the corpus rests on.

use super::{Pen, Shown};
use crate::corpus::DocumentId;
use crate::words;

/// A document's authors, title, outlet and date, as one cites it.
pub(super) fn citation(pen: &mut Pen, shown: &Shown, document: DocumentId) {
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
            shown.origin(shown.corpus().outlet(document)),
            &words::appeared(shown.lang, &cited.published),
        ],
    );
}
