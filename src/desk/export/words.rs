//! The texts of taking data along.

use crate::corpus::Lang;

/// The texts of one language. A field is named by what it says.
pub struct Words {
    pub format: &'static str,
    /// What each format is for, in their order.
    pub formats: [&'static str; 6],
    pub separator: &'static str,
    pub separators: [&'static str; 2],
    pub taken: &'static str,
    pub claim: &'static str,
    pub claims: &'static str,
    pub filters: &'static str,
    pub no_filter: &'static str,
    pub others: &'static str,
    pub download: &'static str,
    pub beginning: &'static str,
    pub refused: &'static str,
}

/// The texts of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    }
}

const GERMAN: Words = Words {
    format: "Format",
    formats: [
        "Eine Tabelle, eine Zeile je Aussage. Die ersten Spalten heißen wie im Waffenhandelsregister von SIPRI. Eine Zahl steht darin nur, wo ein Bericht genau so viel als vereinbart oder geliefert angibt; was Berichte offen lassen, bleibt offen.",
        "Die Form, in der dieses Korpus selbst gespeichert ist. Sie lässt sich wieder laden.",
        "Verknüpfte Daten: Aussagen nach schema.org, ihre Herkunft nach W3C PROV.",
        "Die Dokumente, für Zotero und andere Programme, die Zitate setzen.",
        "Die Dokumente, für LaTeX.",
        "Die Dokumente, für EndNote, Citavi und andere Literaturverwaltungen.",
    ],
    separator: "Trennzeichen",
    separators: ["Komma", "Semikolon (für Tabellen auf Deutsch)"],
    taken: "Mitgenommen:",
    claim: "Aussage",
    claims: "Aussagen",
    filters: "Filter:",
    no_filter: "Kein Filter ist gesetzt.",
    others: "Dazu, was ihnen widerspricht oder wem sie widersprechen, und wofür eine Gegenleistung gelten soll; weitere Aussagen:",
    download: "Datei herunterladen",
    beginning: "Anfang; kopiert wird alles",
    refused: "Erlaubt die Seite, in der dies steht, kein Herunterladen, dann hilft Kopieren.",
};

const ENGLISH: Words = Words {
    format: "Format",
    formats: [
        "A table, one row a claim. The first columns are named as in SIPRI’s arms trade register. A number stands there only where a report gives exactly so many as agreed or delivered; what reports leave open stays open.",
        "The form in which this corpus itself is kept. It can be loaded again.",
        "Linked data: claims in the words of schema.org, where they come from in those of W3C PROV.",
        "The documents, for Zotero and other programs that set citations.",
        "The documents, for LaTeX.",
        "The documents, for EndNote, Citavi and other reference managers.",
    ],
    separator: "Separator",
    separators: ["Comma", "Semicolon (for spreadsheets in German)"],
    taken: "Taken along:",
    claim: "claim",
    claims: "claims",
    filters: "Filters:",
    no_filter: "No filter is set.",
    others: "With them goes what contradicts them or is contradicted by them, and what a payment is said to be for; further claims:",
    download: "Download the file",
    beginning: "beginning; all of it is copied",
    refused: "Where the page around this one allows no downloads, copy it.",
};
