//! The sheet that a picture is written on, from top to bottom. Lengths are in pixels.

use super::face::{EMPHASIS, Face};
use crate::corpus::Lang;
use crate::ui::light;
use leptos::prelude::*;

/// What a picture is written in. It brings no fonts.
pub(super) const SANS: &str = "system-ui, Helvetica, Arial, sans-serif";
const SERIF: &str = "ui-serif, Charter, Georgia, serif";

/// What is written so far, and where the next line begins.
pub(super) struct Sheet {
    parts: Vec<AnyView>,
    /// What it is written in.
    lang: Lang,
    /// Where a line begins: at the right, where the language is written from there.
    start: i32,
    /// Where the next line begins.
    pub y: i32,
    /// How wide a line may be.
    pub room: i32,
}

/// An entry of a key: a drawing of so many pixels, 24 high, and its words.
pub(super) struct Entry {
    pub drawing: AnyView,
    pub wide: i32,
    pub words: String,
    /// How many it stands for, where that is said.
    pub count: Option<String>,
}

impl Sheet {
    /// A sheet so wide, with so much left free around it.
    pub fn new(lang: Lang, width: i32, margin: i32, room: i32) -> Self {
        let start = if lang.is_right_to_left() { width - margin } else { margin };
        Self { parts: Vec::new(), lang, start, y: margin, room }
    }

    /// What is so far from the beginning of the line, by how wide it is itself.
    fn left(&self, from_start: i32, wide: i32) -> i32 {
        if self.lang.is_right_to_left() {
            self.start - from_start - wide
        } else {
            self.start + from_start
        }
    }

    pub fn into_view(self) -> AnyView {
        self.parts.into_iter().collect_view().into_any()
    }

    pub fn put(&mut self, part: AnyView) {
        self.parts.push(part);
    }

    /// A text in as many lines as it takes.
    pub fn paragraph(&mut self, face: Face, text: &str) {
        for line in face.lines(&legible(text), self.room) {
            self.parts.push(self.line(0, self.y + face.size, face, line));
            self.y += face.height();
        }
    }

    /// The same of a text in which `*` begins and ends what stands out.
    pub fn emphasised(&mut self, face: Face, text: &str) {
        let text: String =
            legible(text).chars().map(|it| if it == '*' { EMPHASIS } else { it }).collect();
        let mut is_strong = false;
        // It is measured as if all of it stood out.
        for line in face.bold().lines(&text, self.room) {
            let line = turned(self.lang, line);
            let parts = line.split(EMPHASIS).enumerate().map(|(at, part)| {
                is_strong ^= at > 0;
                let weight = is_strong.then_some("700");
                view! { <tspan font-weight=weight>{part.to_owned()}</tspan> }.into_any()
            });
            let parts: Vec<AnyView> = parts.collect();
            self.parts.push(self.text(0, self.y + face.size, face, parts.into_any()));
            self.y += face.height();
        }
    }

    /// A key: entries side by side, each as wide as it is, or in columns.
    pub fn key(&mut self, face: Face, entries: Vec<Entry>, columns: Option<i32>) {
        let (apart, height) = (28, 34);
        let mut x = 0;
        for Entry { drawing, wide, words, count } in entries {
            let said = count.map_or(words.clone(), |count| format!("{words}  {count}"));
            let width = wide + 10 + face.width(&said);
            if x > 0 && x + width > self.room {
                (x, self.y) = (0, self.y + height);
            }
            let at = format!("translate({} {})", self.left(x, wide), self.y);
            self.parts.push(view! { <g transform=at>{drawing}</g> }.into_any());
            self.parts.push(self.line(x + wide + 10, self.y + 19, face, said));
            x += columns.map_or(width + apart, |columns| self.room / columns);
        }
        self.y += height;
    }

    /// A line of text, so far from where lines begin.
    fn line(&self, from_start: i32, y: i32, face: Face, text: String) -> AnyView {
        self.text(from_start, y, face, turned(self.lang, text).into_any())
    }

    fn text(&self, from_start: i32, y: i32, face: Face, text: AnyView) -> AnyView {
        view! {
            <text
                x=self.left(from_start, 0)
                y=y
                text-anchor=self.lang.is_right_to_left().then_some("end")
                font-size=face.size
                font-weight=face.is_bold.then_some("700")
                font-family=face.is_serif.then_some(SERIF)
                fill=face.fill
            >
                {text}
            </text>
        }
        .into_any()
    }
}

/// A text as its language is written. A drawing is measured from the left whatever stands in it, so its texts say
/// themselves that they begin at the right.
pub(super) fn turned(lang: Lang, text: String) -> String {
    if lang.is_right_to_left() { format!("\u{2067}{text}\u{2069}") } else { text }
}

impl Face {
    /// The height of a line.
    pub fn height(&self) -> i32 {
        self.size * 4 / 3
    }
}

/// A picture's root: its size, whose it is, what it tells those who do not see it, and its ground.
pub(super) fn page(size: [i32; 2], lang: Lang, title: &str, told: &str, drawn: AnyView) -> AnyView {
    let [width, height] = size;
    // In a page the element has its namespace already, and would be written with two.
    let namespace = cfg!(feature = "ssr").then_some("http://www.w3.org/2000/svg");
    view! {
        <svg
            xmlns=namespace
            width=width
            height=height
            viewBox=format!("0 0 {width} {height}")
            lang=lang.tag()
            direction="ltr"
            role="img"
            font-family=SANS
        >
            <title>{legible(title)}</title>
            <desc>{legible(told)}</desc>
            <rect width=width height=height fill=light::PAPER />
            {drawn}
        </svg>
    }
    .into_any()
}

/// A text without what no picture may hold: control characters are none of XML's.
fn legible(text: &str) -> String {
    let is_out = |it: char| it.is_control() || matches!(it, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|it| if is_out(it) { ' ' } else { it }).collect()
}
