//! The texts of the tools: sharing, embedding, exporting, checking one's own copy.

use super::{claims, documents, number};
use crate::corpus::Lang;

/// The plain texts of the tools, in one language. A field is named by what it says.
#[expect(missing_docs, reason = "the texts below are the documentation")]
pub struct ToolsWords {
    pub close: &'static str,
    pub copy: &'static str,
    pub share_system: &'static str,
    pub link: &'static str,
    pub sentence: &'static str,
    pub frame: &'static str,
    pub script: &'static str,
    pub no_address: &'static str,
    pub not_shared: &'static str,
    pub shows: &'static str,
    pub header: &'static str,
    pub map: &'static str,
    pub filters: &'static str,
    pub fixed: &'static str,
    pub set_first: &'static str,
    pub own_language: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub updates: &'static str,
    pub follows: &'static str,
    pub follows_note: &'static str,
    pub frozen: &'static str,
    pub frozen_note: &'static str,
    pub is_file: &'static str,
    pub download: &'static str,
    pub preview: &'static str,
    pub format: &'static str,
    pub csv_note: &'static str,
    pub json_note: &'static str,
    pub json_ld_note: &'static str,
    pub csl_note: &'static str,
    pub bibtex_note: &'static str,
    pub ris_note: &'static str,
    pub separator: &'static str,
    pub comma: &'static str,
    pub semicolon: &'static str,
    pub no_filter: &'static str,
    pub beginning: &'static str,
    pub selection: &'static str,
    pub refused: &'static str,
    pub privacy: &'static str,
    pub paste: &'static str,
    pub open: &'static str,
    pub pasted: &'static str,
    pub discard: &'static str,
    pub unrecognisable: &'static str,
    pub too_short: &'static str,
    pub too_long: &'static str,
    pub pdf_unread: &'static str,
    pub picture_unread: &'static str,
    pub file_unread: &'static str,
    pub not_recognised: &'static str,
    pub not_recognised_means: &'static str,
    pub recognised: &'static str,
    pub excerpt: &'static str,
    pub found: &'static str,
    pub altered: &'static str,
    pub not_found: &'static str,
    pub differing: &'static str,
    pub at_edges: &'static str,
    pub by_whom: &'static str,
    pub go: &'static str,
    pub not_found_means: &'static str,
    pub how_sure: &'static str,
    pub guarantee: &'static str,
    pub this_text: &'static str,
}

/// The plain texts of the tools.
#[must_use]
pub fn tools(lang: Lang) -> &'static ToolsWords {
    match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    }
}

const GERMAN: ToolsWords = ToolsWords {
    close: "Schließen",
    copy: "Kopieren",
    share_system: "Teilen über …",
    link: "Link",
    sentence: "Satz mit Quelle",
    frame: "Ohne Skript (iframe)",
    script: "Mit Skript (die Höhe passt sich an)",
    not_shared: "Das System teilt nicht; der Link lässt sich kopieren.",
    no_address: "Ohne Adresse im Netz: Bei anderen öffnet der Link nichts.",
    shows: "Zeigt",
    header: "Titel und Einleitung",
    map: "Karte",
    filters: "Suche und Filter",
    fixed: "Filter fest, für Leser nicht aufhebbar",
    set_first: "Für einen Teil zuerst auf der Seite filtern.",
    own_language: "Wie im Browser des Lesers",
    theme: "Farben",
    theme_auto: "Wie im System des Lesers",
    theme_light: "Hell",
    theme_dark: "Dunkel",
    updates: "Art",
    follows: "Folgt Aktualisierungen",
    follows_note: "Zeigt immer den Stand der Seite; ändert sie sich, dann auch der Artikel.",
    frozen: "Eingefroren, Stand",
    frozen_note: "Bleibt, wie Sie es heute geprüft haben: Datei herunterladen, neben den Artikel legen, einbetten.",
    is_file: "Es ist die Datei, die Sie ansehen. Geben Sie ihr den Namen unten.",
    download: "Datei herunterladen",
    preview: "Vorschau",
    format: "Format",
    csv_note: "Eine Zeile je Aussage; zuerst die Spalten von SIPRI. Zahlen stehen dort nur, wo ein Bericht genau so viel als vereinbart oder geliefert angibt.",
    json_note: "Die Form dieses Korpus. Die Datei hält dieselben Regeln ein.",
    json_ld_note: "Aussagen nach schema.org, ihre Herkunft nach W3C PROV.",
    csl_note: "Die Dokumente, für Zotero.",
    bibtex_note: "Die Dokumente, für LaTeX.",
    ris_note: "Die Dokumente, für EndNote und Citavi.",
    separator: "Trennzeichen",
    comma: "Komma",
    semicolon: "Semikolon (für Tabellen auf Deutsch)",
    no_filter: "Kein Filter ist gesetzt.",
    beginning: "Anfang; kopiert wird alles",
    selection: "Auswahl",
    refused: "Erlaubt die Seite, in der dies steht, kein Herunterladen, dann hilft Kopieren.",
    privacy: "Ihr Text verlässt diese Seite nicht und wird nicht gespeichert: Er wird hier mit Fingerabdrücken der Dokumente verglichen.",
    paste: "Einen Artikel einfügen, mit allem, was um ihn herum steht",
    open: "Oder eine Text- oder HTML-Datei öffnen oder hierher ziehen",
    pasted: "Eingefügter Text",
    discard: "Verwerfen",
    unrecognisable: "Ohne Fingerabdruck, also hier nicht zu erkennen:",
    too_short: "Zu wenig Text: Fügen Sie den ganzen Artikel ein, mindestens einen langen Absatz.",
    too_long: "Zu viel Text (über 2 Megabyte): Fügen Sie nur den Artikel ein.",
    pdf_unread: "Ein PDF wird nicht gelesen. Kopieren Sie den Text, und fügen Sie ihn oben ein.",
    picture_unread: "Ein Bild wird nicht gelesen. Kopieren Sie den Text, und fügen Sie ihn oben ein.",
    file_unread: "Eine solche Datei wird nicht gelesen. Kopieren Sie den Text, und fügen Sie ihn oben ein.",
    not_recognised: "Keines der Dokumente wurde in diesem Text erkannt.",
    not_recognised_means: "Er ist kein Exemplar von ihnen, oder hat zu wenig mit ihnen gemein, etwa als Übersetzung, andere Fassung oder kurzer Auszug. Ob stimmt, was er sagt, ist damit nicht gesagt.",
    recognised: "Erkannt",
    excerpt: "Auszug aus",
    found: "gefunden",
    altered: "verändert",
    not_found: "nicht gefunden",
    differing: "Anders als im Text des Korpus, oder gleich daneben.",
    at_edges: "Es fehlen Wörter, oder am Anfang oder Ende stehen andere.",
    by_whom: "Von wem, ist damit nicht gesagt.",
    go: "Zur Stelle",
    not_found_means: "Nicht gefunden heißt nicht, dass der Absatz nie darin stand: Es kann eine andere Fassung sein oder nur ein Teil.",
    how_sure: "Wie sicher ist das?",
    guarantee: "Verglichen werden Prüfwerte von je drei Wörtern hintereinander, mit 16 Bit, ohne Groß- und Kleinschreibung, Akzente und Satzzeichen. Fünf unveränderte Wörter hintereinander werden immer erkannt. Gefunden heißt: Alle aufbewahrten Prüfwerte des Absatzes sind da, nicht jeder Buchstabe; je zwei Wörter am Anfang und Ende können andere sein, von den übrigen bleibt weniger als eines von tausend unbemerkt. Verändert heißt: anders als der Text, aus dem das Korpus stammt; von wem, ist damit nicht gesagt. Bis zu zwei Wörter daneben sind mit markiert.",
    this_text: "dieser Text",
};

const ENGLISH: ToolsWords = ToolsWords {
    close: "Close",
    copy: "Copy",
    share_system: "Share via …",
    link: "Link",
    sentence: "Sentence with its source",
    frame: "Without a script (iframe)",
    script: "With a script (follows its height)",
    not_shared: "The system does not share; the link can be copied.",
    no_address: "Without an address on the web: for others the link opens nothing.",
    shows: "Shows",
    header: "Title and introduction",
    map: "Map",
    filters: "Search and filters",
    fixed: "Filters fixed, not to be undone by readers",
    set_first: "For a part, filter on the page first.",
    own_language: "As in the reader’s browser",
    theme: "Colours",
    theme_auto: "As in the reader’s system",
    theme_light: "Light",
    theme_dark: "Dark",
    updates: "Kind",
    follows: "Follows updates",
    follows_note: "Always shows the site as it stands; when that changes, so does the article.",
    frozen: "Frozen as of",
    frozen_note: "Stays as you have checked it today: download the file, put it beside the article, embed it.",
    is_file: "It is the file that you are looking at. Give it the name below.",
    download: "Download the file",
    preview: "Preview",
    format: "Format",
    csv_note: "One row a claim; SIPRI’s columns first. Numbers stand there only where a report gives exactly so many as agreed or delivered.",
    json_note: "The form of this corpus. The file keeps to the same rules.",
    json_ld_note: "Claims in the words of schema.org, their origins in those of W3C PROV.",
    csl_note: "The documents, for Zotero.",
    bibtex_note: "The documents, for LaTeX.",
    ris_note: "The documents, for EndNote and Citavi.",
    separator: "Separator",
    comma: "Comma",
    semicolon: "Semicolon (for spreadsheets in German)",
    no_filter: "No filter is set.",
    beginning: "beginning; all of it is copied",
    selection: "Selection",
    refused: "Where the page around this one allows no downloads, copy it.",
    privacy: "Your text does not leave this page and is not stored: it is compared here with fingerprints of the documents.",
    paste: "Paste an article, with all that stands around it",
    open: "Or open a text or HTML file, or drop it here",
    pasted: "Pasted text",
    discard: "Discard",
    unrecognisable: "Without a fingerprint, so not to be recognised here:",
    too_short: "Too little text: paste the whole article, or one long paragraph at least.",
    too_long: "Too much text (more than 2 megabytes): paste the article only.",
    pdf_unread: "A PDF is not read. Copy the text, and paste it above.",
    picture_unread: "A picture is not read. Copy the text, and paste it above.",
    file_unread: "Such a file is not read. Copy the text, and paste it above.",
    not_recognised: "None of the documents was recognised in this text.",
    not_recognised_means: "It is no copy of them, or has too little in common with them, as a translation, another version or a short excerpt. Whether what it says is true is not said by that.",
    recognised: "Recognised",
    excerpt: "An excerpt of",
    found: "found",
    altered: "altered",
    not_found: "not found",
    differing: "Other than in the corpus’s text, or right beside that.",
    at_edges: "Words are missing, or others stand at its beginning or end.",
    by_whom: "By whom is not said by that.",
    go: "Show it",
    not_found_means: "Not found does not mean that the paragraph never stood there: it may be another version, or only a part.",
    how_sure: "How sure is that?",
    guarantee: "What is compared are hashes of three words in a row each, of 16 bits, without case, accents and punctuation. Five unchanged words in a row are always recognised. Found means: all hashes kept of the paragraph are there, not every letter; two words each at its beginning and end may be others, of the rest fewer than one in a thousand go unnoticed. Altered means: other than the text that the corpus was made from; by whom is not said by that. Up to two words beside it are marked along.",
    this_text: "this text",
};

/// How much is taken along, and what selected it. Citations are of documents, and hold no claim.
#[must_use]
pub fn taken_along(
    lang: Lang,
    claim_count: Option<usize>,
    document_count: usize,
    filters: &[String],
) -> String {
    let documents = documents(lang, document_count);
    let counted = match claim_count {
        Some(count) => format!("{}, {documents}", claims(lang, count)),
        None => documents,
    };
    let set = filters.join("; ");
    match lang {
        Lang::De if set.is_empty() => format!("Mitgenommen: {counted}. {}", GERMAN.no_filter),
        Lang::En if set.is_empty() => format!("Taken along: {counted}. {}", ENGLISH.no_filter),
        Lang::De => format!("Mitgenommen: {counted}. Filter: {set}."),
        Lang::En => format!("Taken along: {counted}. Filters: {set}."),
    }
}

/// What goes along besides, so that no claim is without its denial.
#[must_use]
pub fn others_along(lang: Lang, count: usize) -> String {
    let count = number(lang, count);
    match lang {
        Lang::De => format!(
            "Dazu Widersprechendes, und wofür Gegenleistungen sein sollen; weitere Aussagen: {count}."
        ),
        Lang::En => format!(
            "Besides, what contradicts them, and what payments are said to be for; further claims: {count}."
        ),
    }
}

/// How many of the paragraphs that claims name a copy has as they are, has altered, does not have.
#[must_use]
pub fn paragraphs_found(lang: Lang, [found, altered, missing]: [usize; 3]) -> String {
    let all = found + altered + missing;
    let [found, of, altered, missing] = [found, all, altered, missing].map(|it| number(lang, it));
    match lang {
        Lang::De => {
            let noun = if all == 1 { "Absatz" } else { "Absätzen" };
            format!(
                "{found} von {of} {noun} mit Aussagen gefunden, {altered} verändert, {missing} nicht gefunden."
            )
        }
        Lang::En => {
            let noun = if all == 1 { "paragraph" } else { "paragraphs" };
            format!(
                "{found} of {of} {noun} with claims found, {altered} altered, {missing} not found."
            )
        }
    }
}

/// How many of a paragraph's hashes a copy has.
#[must_use]
pub fn hashes_found(lang: Lang, matched: usize, of: usize) -> String {
    let [matched, of] = [matched, of].map(|it| number(lang, it));
    match lang {
        Lang::De => format!("{matched} von {of} Prüfwerten"),
        Lang::En => format!("{matched} of {of} hashes"),
    }
}

/// What is folded away between passages.
#[must_use]
pub fn lines_without_claim(lang: Lang, count: usize) -> String {
    let (is_one, count) = (count == 1, number(lang, count));
    match lang {
        Lang::De => {
            format!("… {count} {} ohne Aussage …", if is_one { "Zeile" } else { "Zeilen" })
        }
        Lang::En => {
            format!("… {count} {} without a claim …", if is_one { "line" } else { "lines" })
        }
    }
}

/// How many words a copy has.
#[must_use]
pub fn word_count(lang: Lang, count: usize) -> String {
    let (is_one, count) = (count == 1, number(lang, count));
    match lang {
        Lang::De => format!("{count} {}", if is_one { "Wort" } else { "Wörter" }),
        Lang::En => format!("{count} {}", if is_one { "word" } else { "words" }),
    }
}
