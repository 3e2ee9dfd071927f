//! Reading a page: which of its elements hold text, and where that stands. The walk through the page is the browser's.

use super::letters::raise;
use super::words::words;

/// What there is to know of an element.
#[derive(Clone, Copy, Debug, Default)]
pub struct Element<'a> {
    /// Its name, as a page in HTML has it: capitals.
    pub name: &'a str,
    /// Its classes.
    pub class: &'a str,
    /// Its own styles.
    pub style: &'a str,
    /// What its attribute `hidden` says, where it has one.
    pub hidden: Option<&'a str>,
    /// Whether those who hear a page are not told of it.
    pub is_aria_hidden: bool,
    /// Whether it is the template of a shadow root.
    pub is_shadow: bool,
    /// Whether it stands in a paragraph or a heading, or text stands right beside it.
    pub is_in_text: bool,
}

/// How an element is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It begins a line and ends one.
    Block,
    /// It stands within a line.
    InLine,
    /// The same, with its digits raised: they mark footnotes, or are powers.
    Raised,
    /// Nobody sees it where it stands, yet a page may keep its article in it: it is read last.
    Apart,
    /// Nobody reads it.
    Unread,
}

impl Element<'_> {
    /// How it is read.
    #[must_use]
    pub fn reading(&self) -> Reading {
        if is_among(
            self.name,
            "HEAD SCRIPT STYLE SELECT DATALIST OBJECT EMBED CANVAS AUDIO VIDEO svg",
        ) {
            return Reading::Unread;
        }
        if self.name == "TEMPLATE" && !self.is_shadow {
            return Reading::Unread;
        }
        if is_among(self.name, "NOSCRIPT TEXTAREA BUTTON RT RP DIALOG") || self.is_unseen() {
            return Reading::Apart;
        }
        if self.name == "SUP" {
            return Reading::Raised;
        }
        if self.is_in_line() { Reading::InLine } else { Reading::Block }
    }

    /// Whether it is hidden, or only for those who hear the page.
    fn is_unseen(&self) -> bool {
        // A page opens it where a search in it finds something.
        let is_hidden = self.hidden.is_some_and(|it| !it.eq_ignore_ascii_case("until-found"));
        // Behind an open dialog a whole page is hidden so.
        let is_ornament = self.is_aria_hidden && self.is_in_line();
        is_hidden
            || is_ornament
            || is_styled_away(self.style)
            || self.class.split_ascii_whitespace().any(is_for_ears)
    }

    /// Whether it stands within a line; others begin one and end one. What the standard does not know is as its
    /// page wants it: it is taken for a part of the text that it stands in.
    fn is_in_line(&self) -> bool {
        const BLOCKS: &str = "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER COL COLGROUP DD DETAILS \
            DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAME FRAMESET H1 H2 H3 H4 H5 H6 HEADER \
            HGROUP HR HTML IFRAME LEGEND LI LISTING MAIN MENU NAV OL OPTGROUP OPTION P PLAINTEXT PRE SEARCH \
            SECTION SUMMARY TABLE TBODY TD TEMPLATE TFOOT TH THEAD TR UL XMP";
        const KNOWN: &str = "A ABBR ACRONYM B BASEFONT BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD \
            LABEL MARK METER NOBR OUTPUT PICTURE PROGRESS Q RB RUBY S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP \
            TIME TT U VAR WBR";
        is_among(self.name, KNOWN) || (self.is_in_text && !is_among(self.name, BLOCKS))
    }
}

/// Whether the elements within such an element stand in text.
#[must_use]
pub fn is_text(element: &str) -> bool {
    is_among(element, "P H1 H2 H3 H4 H5 H6")
}

/// Whether a class is one by which many pages keep words for those who hear them.
fn is_for_ears(class: &str) -> bool {
    let class: String = class.chars().filter(char::is_ascii_alphabetic).collect();
    let class = class.to_ascii_lowercase();
    is_among(
        &class,
        "visuallyhidden uvisuallyhidden hiddenvisually uhiddenvisually visuallyhiddenfocusable hidevisually \
         visuallyhide visualhide visualhidden sronly srsonly issronly usronly sronlyfocusable screenreadertext \
         screenreaderonly screenreadersonly screenreader onlyscreenreader forscreenreaders forscreenreader \
         uscreenreader showforsr elementinvisible assistivetext ahidden accessiblyhidden accessibilityhidden \
         accessibletext offscreen uoffscreen vh vishidden axhidden ahiddentext",
    ) || class.contains("visuallyhidden")
        || class.contains("screenreader")
}

/// Whether an element's own styles take it out of sight. Word hides words by a style of its own.
fn is_styled_away(style: &str) -> bool {
    let style: String = style.chars().filter(|it| !it.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    style.split(';').any(|it| {
        let it = it.trim_end_matches("!important");
        let is_far = |value: &str| value.starts_with('-') && value.len() > "-999px".len();
        matches!(
            it,
            "display:none"
                | "visibility:hidden"
                | "mso-hide:all"
                | "opacity:0"
                | "font-size:0"
                | "font-size:0px"
        ) || it.starts_with("clip:rect(")
            || it.starts_with("clip-path:inset(50%")
            || it
                .strip_prefix("left:")
                .or_else(|| it.strip_prefix("text-indent:"))
                .is_some_and(is_far)
    })
}

/// Whether a name is one of those in a text, which weighs half of what a table of them does.
fn is_among(name: &str, names: &str) -> bool {
    names.split_ascii_whitespace().any(|it| it == name)
}

/// The text of a page, as it is read.
#[derive(Clone, Debug, Default)]
pub struct PageText {
    text: String,
    /// What is read last.
    apart: Vec<String>,
}

/// What is read last counts where it has so many words, as the paragraph of an article; else it is a notice or a button.
const LEAST_APART: usize = 15;

impl PageText {
    /// Adds what stands in an element. A stretch of space is one space.
    pub fn add(&mut self, more: &str, is_raised: bool) {
        for letter in more.chars() {
            if !letter.is_ascii_whitespace() {
                self.text.push(if is_raised { raise(letter) } else { letter });
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// Ends a line, where one has begun.
    pub fn end_line(&mut self) {
        self.text.truncate(self.text.trim_ascii_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Keeps what is read last; what goes on is of one text with what was kept before.
    pub fn set_apart(&mut self, text: String, goes_on: bool) {
        match self.apart.last_mut().filter(|_| goes_on) {
            Some(last) => last.extend(["\n", text.as_str()]),
            None => self.apart.push(text),
        }
    }

    /// The whole text.
    #[must_use]
    pub fn finish(mut self) -> String {
        let apart = std::mem::take(&mut self.apart).into_iter();
        for apart in apart.filter(|it| words(it).len() >= LEAST_APART) {
            self.end_line();
            self.text += &apart;
            self.end_line();
        }
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(element: Element) -> Reading {
        element.reading()
    }

    fn named(name: &str) -> Element<'_> {
        Element { name, ..Element::default() }
    }

    #[test]
    fn elements_stand_in_a_line_begin_one_or_are_not_read() {
        assert_eq!(reading(named("EM")), Reading::InLine);
        assert_eq!(reading(named("P")), Reading::Block);
        assert_eq!(reading(named("BR")), Reading::Block);
        assert_eq!(reading(named("SCRIPT")), Reading::Unread);
        assert_eq!(reading(named("TEMPLATE")), Reading::Unread);
        assert_eq!(reading(Element { is_shadow: true, ..named("TEMPLATE") }), Reading::Block);
        assert_eq!(reading(named("NOSCRIPT")), Reading::Apart);
        assert_eq!(reading(named("SUP")), Reading::Raised);
    }

    #[test]
    fn what_the_standard_does_not_know_is_as_what_it_stands_in() {
        assert_eq!(reading(named("NEWS-ARTICLE")), Reading::Block);
        for name in ["APP-WORD", "O:P", "GRAMMARLY-EXTENSION"] {
            assert_eq!(reading(Element { is_in_text: true, ..named(name) }), Reading::InLine);
        }
        assert_eq!(reading(Element { is_in_text: true, ..named("DIV") }), Reading::Block);
    }

    #[test]
    fn what_nobody_sees_where_it_stands_is_read_last() {
        let span = named("SPAN");
        for class in
            ["visually-hidden", "a sr-only", "screen-reader-text", "u-visuallyHidden", "is-sr-only"]
        {
            assert_eq!(reading(Element { class, ..span }), Reading::Apart, "{class}");
        }
        for style in [
            "display: none",
            "color:red; VISIBILITY:hidden !important",
            "mso-hide:all",
            "left:-9999px",
        ] {
            assert_eq!(reading(Element { style, ..span }), Reading::Apart, "{style}");
        }
        assert_eq!(reading(Element { hidden: Some(""), ..span }), Reading::Apart);
        assert_eq!(reading(Element { is_aria_hidden: true, ..span }), Reading::Apart);
        for seen in [
            Element { class: "users-only drop-cap hidden-print", ..span },
            Element { style: "mso-hide:none;left:-1px", ..span },
            Element { hidden: Some("until-found"), ..span },
        ] {
            assert_eq!(reading(seen), Reading::InLine, "{seen:?}");
        }
        assert_eq!(reading(Element { is_aria_hidden: true, ..named("MAIN") }), Reading::Block);
    }

    #[test]
    fn a_pages_elements_end_lines_and_its_space_is_one_space() {
        let mut page = PageText::default();
        for piece in ["\n  ", "Zwei ", " \n Worte", "|", "|", "\t", "und eines"] {
            if piece == "|" { page.end_line() } else { page.add(piece, false) }
        }
        page.add("1a", true);
        page.set_apart("zu wenig".to_owned(), false);
        page.set_apart("viele Worte ".repeat(4), false);
        page.set_apart("viele Worte ".repeat(4), true);
        let text = page.finish();
        let four = "viele Worte ".repeat(4);
        assert_eq!(text, format!("Zwei Worte\nund eines¹a\n{four}\n{}\n", four.trim()));
    }
}
