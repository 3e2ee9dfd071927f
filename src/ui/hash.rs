//! A hash, which breaks between groups of one length; what is copied of it has no gaps.

use leptos::prelude::*;

/// So many digits stay together.
const GROUP: usize = 16;

/// A hash in hexadecimal digits.
pub(super) fn hash(digits: &str) -> AnyView {
    let digits: Vec<char> = digits.chars().collect();
    let groups = digits.chunks(GROUP).map(|group| {
        view! { {group.iter().collect::<String>()} <wbr /> }
    });
    view! { <span class="hash" translate="no">{groups.collect_view()}</span> }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::text;
    use super::*;
    use leptos::tachys::view::RenderHtml;

    #[test]
    fn it_breaks_between_groups_and_has_no_gaps() {
        let digits = "0123456789abcdef".repeat(4);
        let html = Owner::new().with(|| hash(&digits).to_html());
        assert_eq!(html.matches("<wbr>").count(), 4, "{html}");
        assert!(text(&html).contains(&digits), "{html}");
    }
}
