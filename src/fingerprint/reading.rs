//! Reading what a reader has brought: what is a text, what is a page's source, and what is neither.

/// Why something cannot be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// The source of a mail or of an archive of a page, in an encoding of mails.
    Mail,
    /// A file of a word processor, or an e-book.
    Office,
    /// The source of a formatted text that is no page: RTF, LaTeX.
    Markup,
    /// Some other file that is no text.
    Other,
    /// More text than any article has.
    TooLong,
}

/// More bytes of text than any page with an article has.
pub const MOST_TEXT: usize = 2_000_000;

/// More bytes than a file of a page has, pictures in it included.
pub const MOST_FILE: u64 = 50_000_000;

/// How files begin that are no text.
const BEGINNINGS: [(&[u8], Unreadable); 13] = [
    (b"%PDF", Unreadable::Pdf),
    (b"\x89PNG", Unreadable::Picture),
    (b"\xff\xd8\xff", Unreadable::Picture),
    (b"GIF8", Unreadable::Picture),
    (b"RIFF", Unreadable::Picture),
    (b"II*\0", Unreadable::Picture),
    (b"MM\0*", Unreadable::Picture),
    // An archive of files, as word processors and e-books are; and how Word was before.
    (b"PK\x03\x04", Unreadable::Office),
    (b"\xd0\xcf\x11\xe0", Unreadable::Office),
    (b"{\\rtf", Unreadable::Markup),
    // Archives of a page, as Chromium and Safari save it.
    (b"From: <Saved by", Unreadable::Mail),
    (b"bplist", Unreadable::Mail),
    (b"\x1f\x8b", Unreadable::Other),
];

/// What a file is that is no text, as far as its beginning tells.
pub fn kind_of_bytes(bytes: &[u8]) -> Option<Unreadable> {
    let known = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    let is_picture = bytes.get(4..8) == Some(b"ftyp");
    known.map(|(_, kind)| *kind).or(is_picture.then_some(Unreadable::Picture))
}

/// The text of what was read or pasted: of a page's source what the page says, which `page` reads.
///
/// # Errors
/// What it is, where it is the source of something else, and would be compared with its signs in it.
pub fn read(text: String, page: impl FnOnce(&str) -> Option<String>) -> Result<String, Unreadable> {
    if text.trim_start().starts_with("{\\rtf") {
        return Err(Unreadable::Markup);
    }
    if is_encoded_mail(&text) {
        return Err(Unreadable::Mail);
    }
    if is_page(&text) {
        return page(&text).ok_or(Unreadable::Other);
    }
    if is_latex(&text) { Err(Unreadable::Markup) } else { Ok(text) }
}

/// So many signs of a language are no chance.
const SOME: usize = 3;

/// Whether a text has commands of LaTeX: for its parts, for letters with accents, for quotation marks.
fn is_latex(text: &str) -> bool {
    let commands = text.match_indices('\\').filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default().chars().next_back();
        let rest = text.get(at + 1..).unwrap_or_default();
        let names = [
            "documentclass",
            "begin{",
            "section{",
            "emph{",
            "textbf{",
            "textit{",
            "footnote{",
            "ss",
            "glqq",
            "grqq",
            "cite{",
            "label{",
            "oe",
            "ae",
        ];
        let mut letters = rest.chars();
        let (sign, letter) = (letters.next(), letters.next().unwrap_or(' '));
        let is_accent = match sign {
            // In JSON and in programs a quotation mark at a word's beginning is written so.
            Some('"') if before.is_some_and(char::is_alphabetic) => {
                letter == '{' || letter.is_ascii_alphabetic()
            }
            Some('\'' | '`' | '^' | '~') => letter == '{' || "aeiouyAEIOUYncsz".contains(letter),
            Some('"') => letter == '{',
            _ => false,
        };
        is_accent || names.iter().any(|it| rest.starts_with(it))
    });
    commands.take(SOME).count() == SOME
}

/// Whether a text is in an encoding of mails: by its header, or by what is left of it (`f=C3=BCnf`), two bytes for a letter.
fn is_encoded_mail(text: &str) -> bool {
    let is_header = |line: &str| {
        let line = line.trim().to_ascii_lowercase();
        let encoding = line.strip_prefix("content-transfer-encoding:").map(str::trim);
        matches!(encoding, Some("quoted-printable" | "base64"))
    };
    let is_code = |it: &&[u8]| match it {
        [b'=', codes @ .., b'='] => codes.iter().all(u8::is_ascii_hexdigit),
        _ => false,
    };
    let codes = text.as_bytes().windows(4).filter(is_code);
    text.lines().any(is_header) || codes.take(SOME).count() == SOME
}

/// Whether a text is the source of a page, or of a part of one.
fn is_page(text: &str) -> bool {
    // Whatever begins with a tag; a text may begin with another sign of this kind.
    let begins =
        matches!(text.trim_start().as_bytes(), [b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z', ..]);
    begins || tags(text).take(SOME).count() == SOME
}

/// Tags that end something, and letters that are written by their names.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let ends =
        text.split("</").skip(1).filter(|it| it.starts_with(|it: char| it.is_ascii_alphabetic()));
    let names = text.split('&').skip(1).filter(|it| {
        let name = it.split(';').next().filter(|name| name.len() < it.len() && name.len() < 9);
        name.is_some_and(|it| {
            it.len() > 1 && it.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'#')
        })
    });
    ends.chain(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_known_by_its_beginning() {
        for (bytes, kind) in [
            (&b"%PDF-1.7"[..], Unreadable::Pdf),
            (b"\x89PNG\r\n", Unreadable::Picture),
            (b"\0\0\0\x18ftypheic", Unreadable::Picture),
            (b"PK\x03\x04", Unreadable::Office),
            (b"\xd0\xcf\x11\xe0\xa1", Unreadable::Office),
            (b"{\\rtf1\\ansi", Unreadable::Markup),
            (b"From: <Saved by Blink>\r\n", Unreadable::Mail),
            (b"bplist00", Unreadable::Mail),
        ] {
            assert_eq!(kind_of_bytes(bytes), Some(kind));
        }
        assert_eq!(kind_of_bytes(b"Ein Text"), None);
    }

    #[test]
    fn the_source_of_something_else_is_no_text() {
        for (text, kind) in [
            (" {\\rtf1 Text", Some(Unreadable::Markup)),
            (
                "From: a\nContent-Transfer-Encoding: quoted-printable\n\n<p>a</p>",
                Some(Unreadable::Mail),
            ),
            ("f\\\"unf R\\\"umpfe, Gr\\\"o\\ss{}e", Some(Unreadable::Markup)),
            ("\\documentclass{article}\\begin{document}\\'etat", Some(Unreadable::Markup)),
            ("From: a\nContent-Transfer-Encoding: BASE64\n\nRGFz", Some(Unreadable::Mail)),
            ("f=C3=BCnf R=C3=BCmpfe =C3=BCber", Some(Unreadable::Mail)),
            ("From: a\nSubject: b\n\nEin Text", None),
            (r#"{"a": "\"Wort\" und \"Welt\", \"Waffe\", \"Ohr\""}"#, None),
            ("C:\\Users\\\"Name\" und a=b=c", None),
        ] {
            assert_eq!(read(text.to_owned(), |_| None).err(), kind, "{text}");
        }
    }

    #[test]
    fn a_page_is_known_by_its_tags() {
        assert!(is_page("\n<!DOCTYPE html>") && is_page("\u{a0}<p>a"));
        assert!(is_page("Das <b>Land</b> <i>hat</i> <u>alles</u>."));
        assert!(is_page("f&uuml;nf Gr&ouml;&szlig;en"));
        assert!(!is_page("1 < 2") && !is_page("<- back") && !is_page("A & B; C & D; E & F;"));
    }
}
