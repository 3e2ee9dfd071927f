//! What is no text of the interface: texts of the corpus, names, what a reader has typed. Each is kept apart from the
//! direction of what stands around it, says its language where that is not the reader's, and stays as it is in a page
//! translator where it is a name.

use crate::corpus::{Document, Lang, Origin, OriginKind, Text};
use crate::words;
use leptos::prelude::*;

/// A text of the corpus.
pub(super) fn text(lang: Lang, text: &Text) -> AnyView {
    let (tag, text) = text.given(lang);
    of_language(lang, tag, text.to_owned())
}

/// Printed words behind the tag of their language, in the reader's quotation marks.
pub(super) fn quoted(lang: Lang, (tag, text): (&str, &str)) -> AnyView {
    of_language(lang, tag, words::quoted(lang, text))
}

/// What a corpus adds as a sentence, within another.
pub(super) fn phrase(lang: Lang, text: &Text) -> AnyView {
    let (tag, text) = text.given(lang);
    of_language(lang, tag, text.trim_end_matches('.').to_owned())
}

/// A text of the corpus within a sentence of the interface, which is made around it.
pub(super) fn within(lang: Lang, it: &Text, sentence: impl FnOnce(&str) -> String) -> AnyView {
    const PLACE: &str = "\u{fffc}";
    let sentence = sentence(PLACE);
    let (before, behind) = sentence.split_once(PLACE).unwrap_or((&sentence, ""));
    view! { {before.to_owned()} {text(lang, it)} {behind.to_owned()} }.into_any()
}

/// What is in a language by its tag.
pub(super) fn of_language(lang: Lang, tag: &str, text: impl IntoView + 'static) -> AnyView {
    if tag == lang.tag() {
        return text.into_any();
    }
    view! { <bdi lang=tag.to_owned()>{text}</bdi> }.into_any()
}

/// The title of a document, in its language.
pub(super) fn title(document: &Document) -> AnyView {
    let Document { title, language, .. } = document;
    view! { <bdi lang=language.clone()>{title.clone()}</bdi> }.into_any()
}

/// An origin: who has a name of its own keeps it, and others are described.
pub(super) fn origin(lang: Lang, origin: &Origin) -> AnyView {
    let has_name =
        matches!(origin.kind, OriginKind::Outlet | OriginKind::Agency | OriginKind::Database);
    if has_name && !origin.unnamed {
        return name(origin.name.get(lang));
    }
    text(lang, &origin.name)
}

/// A name that is the same in every language: an outlet, an author, an id, an address.
pub(super) fn name(name: &str) -> AnyView {
    view! { <bdi translate="no">{name.to_owned()}</bdi> }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use leptos::tachys::view::RenderHtml;

    fn html(draw: impl FnOnce() -> AnyView) -> String {
        Owner::new().with(|| draw().to_html()).replace("<!>", "")
    }

    #[test]
    fn only_what_is_in_another_language_says_so() {
        let both = Text::new("de", "Ja").with("en", "Yes");
        assert_eq!(html(|| text(Lang::De, &both)), "Ja");
        let arabic = Text::new("ar", "نعم");
        assert_eq!(html(|| text(Lang::De, &arabic)), "<bdi lang=\"ar\">نعم</bdi>");
        let printed = arabic.printed(Lang::De, "ar");
        let said = "<bdi lang=\"ar\">\u{2068}„نعم“\u{2069}</bdi>";
        assert_eq!(html(|| quoted(Lang::De, printed)), said);
        let since = |reason: &str| format!("Since then: {reason}.");
        assert_eq!(html(|| within(Lang::En, &both, since)), "Since then: Yes.");
        let said = "Since then: <bdi lang=\"ar\">نعم</bdi>.";
        assert_eq!(html(|| within(Lang::En, &arabic, since)), said);
    }

    #[test]
    fn a_name_is_not_translated_and_a_description_is() {
        let named = |kind, unnamed| Origin {
            id: "a".to_owned(),
            name: Text::new("en", "Mercury"),
            kind,
            unnamed,
            speaks_for: None,
        };
        let of = |kind, unnamed| html(|| origin(Lang::En, &named(kind, unnamed)));
        assert_eq!(of(OriginKind::Outlet, false), "<bdi translate=\"no\">Mercury</bdi>");
        assert_eq!(of(OriginKind::Outlet, true), "Mercury");
        assert_eq!(of(OriginKind::Government, false), "Mercury");
    }
}
