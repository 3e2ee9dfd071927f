//! The desk's texts. They are not among those of the viewer, which readers load first.

use crate::corpus::Lang;

/// The texts of one language. A field is named by what it says.
pub struct Words {
    pub copy: &'static str,
    pub share_system: &'static str,
    pub link: &'static str,
    pub sentence: &'static str,
    pub frame: &'static str,
    pub script: &'static str,
    pub no_address: &'static str,
    pub shows: &'static str,
    pub header: &'static str,
    pub map: &'static str,
    pub filters: &'static str,
    pub fixed: &'static str,
    pub set_first: &'static str,
    pub own_language: &'static str,
    pub theme: &'static str,
    pub themes: [&'static str; 3],
    pub kind: &'static str,
    pub follows: &'static str,
    pub follows_note: &'static str,
    pub frozen: &'static str,
    pub frozen_note: &'static str,
    pub is_file: &'static str,
    pub download: &'static str,
    pub preview: &'static str,
}

/// The texts of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    }
}

const GERMAN: Words = Words {
    copy: "Kopieren",
    share_system: "Teilen über …",
    link: "Link",
    sentence: "Satz mit Quelle",
    frame: "Einbetten ohne Skript (iframe)",
    script: "Einbetten mit Skript (die Höhe passt sich an)",
    no_address: "Diese Seite hat keine Adresse im Netz: Bei anderen öffnet der Link nichts.",
    shows: "Zeigt",
    header: "Titel und Einleitung",
    map: "Karte",
    filters: "Suche und Filter",
    fixed: "Filter fest: Leser können sie nicht aufheben",
    set_first: "Wer nur einen Teil zeigen will, setzt zuerst auf der Seite die Filter.",
    own_language: "Wie im Browser des Lesers",
    theme: "Farben",
    themes: ["Wie im System des Lesers", "Hell", "Dunkel"],
    kind: "Art",
    follows: "Folgt Aktualisierungen",
    follows_note: "Zeigt immer, was auf der Seite steht. Ändert sie sich, ändert sich auch der Artikel.",
    frozen: "Eingefroren, Stand",
    frozen_note: "Zeigt für immer, was Sie heute geprüft haben: Laden Sie die Datei herunter, legen Sie sie neben den Artikel, und betten Sie diese Datei ein.",
    is_file: "Die Datei haben Sie schon: Es ist die, die Sie gerade ansehen. Geben Sie ihr den Namen, der unten steht.",
    download: "Datei herunterladen",
    preview: "Vorschau",
};

const ENGLISH: Words = Words {
    copy: "Copy",
    share_system: "Share via …",
    link: "Link",
    sentence: "Sentence with its source",
    frame: "Embed without a script (iframe)",
    script: "Embed with a script (follows its height)",
    no_address: "This page has no address on the web: for others the link opens nothing.",
    shows: "Shows",
    header: "Title and introduction",
    map: "Map",
    filters: "Search and filters",
    fixed: "Filters fixed: readers cannot undo them",
    set_first: "To show only a part, set the filters on the page first.",
    own_language: "As in the reader’s browser",
    theme: "Colours",
    themes: ["As in the reader’s system", "Light", "Dark"],
    kind: "Kind",
    follows: "Follows updates",
    follows_note: "Always shows what the site shows. When that changes, so does the article.",
    frozen: "Frozen as of",
    frozen_note: "Shows for ever what you have checked today: download the file, put it beside the article, and embed that file.",
    is_file: "You have the file already: it is the one that you are looking at. Give it the name below.",
    download: "Download the file",
    preview: "Preview",
};
