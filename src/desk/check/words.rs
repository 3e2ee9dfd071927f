//! The texts of the check.

use crate::corpus::Lang;

/// The texts of one language. A field is named by what it says.
pub struct Words {
    pub privacy: &'static str,
    pub paste: &'static str,
    pub open: &'static str,
    pub pasted: &'static str,
    pub discard: &'static str,
    pub unprinted: &'static str,
    pub too_short: &'static str,
    pub too_long: &'static str,
    pub kinds: [&'static str; 3],
    pub unread: &'static str,
    pub none: &'static str,
    pub none_means: &'static str,
    pub recognised: [&'static str; 2],
    pub states: [&'static str; 3],
    pub of: &'static str,
    pub paragraphs: [&'static str; 2],
    pub hashes: &'static str,
    pub differing: &'static str,
    pub at_edges: &'static str,
    pub go: &'static str,
    pub missing: &'static str,
    pub lines: [&'static str; 2],
    pub how_sure: &'static str,
    pub guarantee: &'static str,
}

/// The texts of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    }
}

const GERMAN: Words = Words {
    privacy: "Ihr Text verlässt diese Seite nicht und wird nicht gespeichert: Er wird hier mit Fingerabdrücken der Dokumente verglichen.",
    paste: "Einen Artikel einfügen, mit allem, was um ihn herum steht",
    open: "Oder eine Text- oder HTML-Datei öffnen oder hierher ziehen",
    pasted: "Eingefügter Text",
    discard: "Verwerfen",
    unprinted: "Ohne Fingerabdruck, also hier nicht zu erkennen:",
    too_short: "Zu wenig Text: Fügen Sie den ganzen Artikel ein, mindestens einen langen Absatz.",
    too_long: "Zu viel Text (über 2 Megabyte): Fügen Sie nur den Artikel ein.",
    kinds: ["Ein PDF", "Ein Bild", "Eine solche Datei"],
    unread: " wird nicht gelesen. Kopieren Sie den Text, und fügen Sie ihn oben ein.",
    none: "Keines der Dokumente wurde in diesem Text erkannt.",
    none_means: "Er ist kein Exemplar von ihnen, oder hat zu wenig mit ihnen gemein, etwa als Übersetzung, andere Fassung oder kurzer Auszug. Ob stimmt, was er sagt, ist damit nicht gesagt.",
    recognised: ["Erkannt: ", "Auszug aus: "],
    states: ["gefunden", "verändert", "nicht gefunden"],
    of: " von ",
    paragraphs: [" Absätzen mit Aussagen ", " Absatz mit Aussagen "],
    hashes: " Prüfwerten",
    differing: "Anders als im Text des Korpus, oder gleich daneben: ",
    at_edges: "Es fehlen Wörter, oder am Anfang oder Ende stehen andere.",
    go: "Zur Stelle",
    missing: "Nicht gefunden heißt nicht, dass der Absatz nie darin stand: Es kann eine andere Fassung sein oder nur ein Teil.",
    lines: [" Zeilen ohne Aussage …", " Zeile ohne Aussage …"],
    how_sure: "Wie sicher ist das?",
    guarantee: "Verglichen werden Prüfwerte von je drei Wörtern hintereinander, mit 16 Bit, ohne Groß- und Kleinschreibung, Akzente und Satzzeichen. Fünf unveränderte Wörter hintereinander werden immer erkannt. Gefunden heißt: Alle aufbewahrten Prüfwerte des Absatzes sind da, nicht jeder Buchstabe; je zwei Wörter am Anfang und Ende können andere sein, von den übrigen bleibt weniger als eines von tausend unbemerkt. Verändert heißt: anders als der Text, aus dem das Korpus stammt; von wem, ist damit nicht gesagt. Bis zu zwei Wörter daneben sind mit markiert.",
};

const ENGLISH: Words = Words {
    privacy: "Your text does not leave this page and is not stored: it is compared here with fingerprints of the documents.",
    paste: "Paste an article, with all that stands around it",
    open: "Or open a text or HTML file, or drop it here",
    pasted: "Pasted text",
    discard: "Discard",
    unprinted: "Without a fingerprint, so not to be recognised here:",
    too_short: "Too little text: paste the whole article, or one long paragraph at least.",
    too_long: "Too much text (more than 2 megabytes): paste the article only.",
    kinds: ["A PDF", "A picture", "Such a file"],
    unread: " is not read. Copy the text, and paste it above.",
    none: "None of the documents was recognised in this text.",
    none_means: "It is no copy of them, or has too little in common with them, as a translation, another version or a short excerpt. Whether what it says is true is not said by that.",
    recognised: ["Recognised: ", "An excerpt of: "],
    states: ["found", "altered", "missing"],
    of: " of ",
    paragraphs: [" paragraphs with claims ", " paragraph with claims "],
    hashes: " hashes",
    differing: "Other than in the corpus’s text, or right beside that: ",
    at_edges: "Words are missing, or others stand at its beginning or end.",
    go: "Show it",
    missing: "Missing does not mean that the paragraph never stood there: it may be another version, or only a part.",
    lines: [" lines without a claim …", " line without a claim …"],
    how_sure: "How sure is that?",
    guarantee: "What is compared are hashes of three words in a row each, of 16 bits, without case, accents and punctuation. Five unchanged words in a row are always recognised. Found means: all hashes kept of the paragraph are there, not every letter; two words each at its beginning and end may be others, of the rest fewer than one in a thousand go unnoticed. Altered means: other than the text that the corpus was made from; by whom is not said by that. Up to two words beside it are marked along.",
};
