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
    privacy: "Ihr Text verlässt diese Seite nicht und wird nicht gespeichert: Er wird hier mit Fingerabdrücken der Dokumente verglichen und ist vergessen, sobald Sie ihn verwerfen oder die Seite schließen.",
    paste: "Einen Artikel einfügen, mit allem, was um ihn herum steht",
    open: "Oder eine Text- oder HTML-Datei öffnen oder hierher ziehen",
    pasted: "Eingefügter Text",
    discard: "Verwerfen",
    unprinted: "Ohne Fingerabdruck, also hier nicht zu erkennen:",
    too_short: "Das ist zu wenig Text, um ihn zu erkennen. Fügen Sie den ganzen Artikel ein, mindestens aber einen langen Absatz.",
    too_long: "Das ist mehr, als hier geprüft werden kann (2 Megabyte Text). Fügen Sie nur den Artikel ein.",
    kinds: ["Ein PDF", "Ein Bild", "Eine solche Datei"],
    unread: " wird hier nicht gelesen. Öffnen Sie den Artikel, kopieren Sie seinen Text, und fügen Sie ihn oben ein.",
    none: "Keines der Dokumente wurde in diesem Text erkannt.",
    none_means: "Er ist also kein Exemplar von ihnen, oder er hat zu wenig mit ihnen gemein: als Übersetzung, umgeschriebene Fassung oder kurzer Auszug. Ob stimmt, was er sagt, und ob eine Aussage stimmt, ist damit nicht gesagt.",
    recognised: ["Erkannt: ", "Auszug aus: "],
    states: ["gefunden", "verändert", "nicht gefunden"],
    of: " von ",
    paragraphs: [" Absätzen mit Aussagen ", " Absatz mit Aussagen "],
    hashes: " Prüfwerten",
    differing: "Anders als im Text des Korpus, oder gleich daneben: ",
    at_edges: "Es fehlen Wörter, oder am Anfang oder Ende stehen andere.",
    go: "Zur Stelle",
    missing: "Nicht gefunden heißt nicht, dass der Absatz nie darin stand: Ihr Text kann eine andere Fassung sein oder nur ein Teil.",
    lines: [" Zeilen ohne Aussage …", " Zeile ohne Aussage …"],
    how_sure: "Wie sicher ist das?",
    guarantee: "Verglichen werden Prüfwerte von je drei Wörtern hintereinander, mit 16 Bit, ohne Groß- und Kleinschreibung, Akzente und Satzzeichen. Fünf unveränderte Wörter hintereinander werden immer erkannt. Gefunden heißt, dass alle aufbewahrten Prüfwerte des Absatzes da sind und nichts dazwischensteht, nicht dass jeder Buchstabe gleich ist: Je zwei Wörter am Anfang und am Ende können andere sein, und von anderen bleibt weniger als eines von tausend unbemerkt. Verändert heißt: anders als der Text, aus dem dieses Korpus stammt; wer etwas geändert hat, ist damit nicht gesagt. Bis zu zwei Wörter neben einer solchen Stelle sind mit markiert.",
};

const ENGLISH: Words = Words {
    privacy: "Your text does not leave this page and is not stored: it is compared here with fingerprints of the documents, and forgotten once you discard it or close the page.",
    paste: "Paste an article, with all that stands around it",
    open: "Or open a text or HTML file, or drop it here",
    pasted: "Pasted text",
    discard: "Discard",
    unprinted: "Without a fingerprint, so not to be recognised here:",
    too_short: "That is too little text to be recognised. Paste the whole article, or one long paragraph at least.",
    too_long: "That is more than can be checked here (2 megabytes of text). Paste the article only.",
    kinds: ["A PDF", "A picture", "Such a file"],
    unread: " is not read here. Open the article, copy its text, and paste it above.",
    none: "None of the documents was recognised in this text.",
    none_means: "So it is no copy of them, or has too little in common with them: as a translation, a rewritten version or a short excerpt. Whether what it says is true, and whether a claim is, is not said by that.",
    recognised: ["Recognised: ", "An excerpt of: "],
    states: ["found", "altered", "missing"],
    of: " of ",
    paragraphs: [" paragraphs with claims ", " paragraph with claims "],
    hashes: " hashes",
    differing: "Other than in the corpus’s text, or right beside that: ",
    at_edges: "Words are missing, or others stand at its beginning or end.",
    go: "Show it",
    missing: "Missing does not mean that the paragraph never stood there: your text may be another version, or only a part.",
    lines: [" lines without a claim …", " line without a claim …"],
    how_sure: "How sure is that?",
    guarantee: "What is compared are hashes of three words in a row each, of 16 bits, without case, accents and punctuation. Five unchanged words in a row are always recognised. Found means that all hashes kept of the paragraph are there and nothing stands between, not that every letter is equal: two words each at its beginning and end may be others, and of others fewer than one in a thousand go unnoticed. Altered means: other than the text that this corpus was made from; who changed anything is not said by that. Up to two words beside such a place are marked along with it.",
};
