//! The chronology: when transfers are said to happen, apart from when that was said, and a brush that sets the time
//! filter.

mod brush;
mod chart;

use super::State;
use brush::TimeBrush;
use leptos::prelude::*;

/// One chart for all transfers, and below it the brush. The brush stays where the chart changes, or has nothing.
pub fn chronology(state: State) -> AnyView {
    view! {
        {chart::chart(state)}
        <TimeBrush state />
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{drawn, text};
    use super::*;
    use crate::evidence::fixture::{corpus, said};

    fn of(claims: Vec<crate::evidence::fixture::Said>, link: &str) -> String {
        drawn(corpus(&[("a", claims)]), link, chronology)
    }

    #[test]
    fn a_lane_says_in_words_what_it_draws() {
        let denied = said(&["y"]).stance("denies").disputes(&["0-0"]);
        let html = of(vec![said(&["x"]).when("2023-12"), denied], "view=timeline");
        let text = text(&html);
        assert!(text.contains("said to happen: December 2023 (agreed)."), "{text}");
        assert!(text.contains("denied: November 2023 (date inferred)."), "{text}");
        assert!(html.contains("reported denying"), "a denial is warm");
        assert!(html.contains("href=\"#transfer=t\""), "it leads to the transfer");
    }

    #[test]
    fn without_a_date_a_lane_says_so() {
        let html = of(vec![said(&["x"])], "view=timeline");
        assert!(text(&html).contains("date not stated"));
    }

    #[test]
    fn the_ends_of_the_brush_are_sliders() {
        let claims = || vec![said(&["x"]).when("2022-07"), said(&["y"]).when("2023-12")];
        let html = of(claims(), "view=timeline&time=2022-07/2022-12");
        assert_eq!(html.matches("role=\"slider\"").count(), 2);
        assert!(html.contains("aria-valuetext=\"1 July 2022\""), "{html}");
        assert!(html.contains("aria-valuetext=\"31 December 2022\""), "{html}");
        let nothing = of(claims(), "view=timeline&time=1990");
        assert_eq!(nothing.matches("role=\"slider\"").count(), 2, "the brush stays");
        assert!(text(&nothing).contains("No report in this corpus fits these filters."));
    }
}
