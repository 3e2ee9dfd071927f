//! The panel: what is chosen, and what it says.

use super::*;
use crate::desk::export::panel::{BEGINNING, beginning};
use crate::desk::{self, render};

fn panel(link: &str, name: &str) -> String {
    at_desk(&CORPUS, &served(), link, |desk| render(desk, name))
}

#[test]
fn a_choice_stands_in_the_panels_name() {
    for format in Format::ALL {
        for semicolon in [false, true] {
            let choice = Choice { format, semicolon };
            let name = choice.panel();
            assert!(desk::has(&name));
            assert_eq!(Choice::read(name.strip_prefix("export?").expect("a setting")), choice);
            let panel = panel("", &name);
            assert!(panel.contains(&format!("data-save=\"{}\"", name.replace('&', "&amp;"))));
        }
    }
    assert_eq!(Choice::read(""), Choice::default());
    assert_eq!(Choice::read("nothing&json"), Choice { format: Format::Json, semicolon: false });
}

#[test]
fn every_choice_leads_to_a_file() {
    let panel = panel("country=EGY", "export");
    let names: Vec<String> = panel
        .split("data-panel-to=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|name| name.replace("&amp;", "&"))
        .collect();
    assert_eq!(names.len(), Format::ALL.len() + 2);
    at_desk(&CORPUS, &served(), "country=EGY", |desk| {
        for name in names {
            let file = desk::file(desk, &name).expect("a file");
            assert!(!file.text.is_empty() && !file.media_type.is_empty(), "{name}");
        }
        assert_eq!(desk::file(desk, "share-link"), None);
    });
}

#[test]
fn it_says_how_much_is_taken_along() {
    let text = |link, name| panel(link, name).replace('\u{a0}', " ");
    let says = |link, name, what: &str| {
        let text = text(link, name);
        assert!(text.contains(what), "{text}");
    };
    says("", "export", "Taken along: 134 claims, 5 documents. No filter is set.");
    says(
        "country=EGY&kind=payment",
        "export",
        "Taken along: 2 claims, 1 document. Filters: Country: EGY; Kind: Payment in return.",
    );
    says("country=EGY", "export?ris", "Taken along: 2 documents. Filters: Country: EGY.");
    says("country=EGY&kind=payment", "export?json", "further claims: 10.");
    says("country=EGY&lang=de", "export", "Filter: Land: EGY (de).");
    let nothing = text("country=BRA&kind=payment", "export");
    assert!(nothing.contains("No report in this corpus fits") && !nothing.contains("data-save"));
}

#[test]
fn a_preview_is_how_the_file_begins() {
    for format in Format::ALL {
        let choice = Choice { format, semicolon: true };
        let whole = at_desk(&CORPUS, &served(), "", |desk| file(desk, choice)).text;
        let begun = beginning(&whole);
        assert!(whole.starts_with(begun), "{format:?}");
        assert!(begun.len() + 3 >= BEGINNING.min(whole.len()), "{format:?}");
        let shown = panel("", &choice.panel());
        let begun = begun.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(shown.contains(&(begun.replace('"', "&quot;") + "</textarea>")), "{format:?}");
    }
}
