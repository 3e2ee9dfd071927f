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
    pub selection: &'static str,
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
        "Eine Zeile je Aussage; zuerst die Spalten von SIPRI. Zahlen stehen dort nur, wo ein Bericht genau so viel als vereinbart oder geliefert angibt.",
        "Die Form dieses Korpus. Die Datei hält dieselben Regeln ein.",
        "Aussagen nach schema.org, ihre Herkunft nach W3C PROV.",
        "Die Dokumente, für Zotero.",
        "Die Dokumente, für LaTeX.",
        "Die Dokumente, für EndNote und Citavi.",
    ],
    separator: "Trennzeichen",
    separators: ["Komma", "Semikolon (für Tabellen auf Deutsch)"],
    taken: "Mitgenommen:",
    claim: "Aussage",
    claims: "Aussagen",
    filters: "Filter:",
    no_filter: "Kein Filter ist gesetzt.",
    others: "Dazu Widersprechendes, und wofür Gegenleistungen sein sollen; weitere Aussagen:",
    download: "Datei herunterladen",
    beginning: "Anfang; kopiert wird alles",
    selection: "Auswahl",
    refused: "Erlaubt die Seite, in der dies steht, kein Herunterladen, dann hilft Kopieren.",
};

const ENGLISH: Words = Words {
    format: "Format",
    formats: [
        "One row a claim; SIPRI’s columns first. Numbers stand there only where a report gives exactly so many as agreed or delivered.",
        "The form of this corpus. The file keeps to the same rules.",
        "Claims in the words of schema.org, their origins in those of W3C PROV.",
        "The documents, for Zotero.",
        "The documents, for LaTeX.",
        "The documents, for EndNote and Citavi.",
    ],
    separator: "Separator",
    separators: ["Comma", "Semicolon (for spreadsheets in German)"],
    taken: "Taken along:",
    claim: "claim",
    claims: "claims",
    filters: "Filters:",
    no_filter: "No filter is set.",
    others: "Besides, what contradicts them, and what payments are said to be for; further claims:",
    download: "Download the file",
    beginning: "beginning; all of it is copied",
    selection: "Selection",
    refused: "Where the page around this one allows no downloads, copy it.",
};
