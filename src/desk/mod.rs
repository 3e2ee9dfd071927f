//! The desk: what editors and fact-checkers ask for and most readers never do: sharing, copying,
//! embedding, exporting, printing, checking their own copy of an article; and what is made of the
//! evidence: trees of origins, reports side by side, what is disputed, a time line, pages of origins and
//! documents.
//!
//! Each panel is a function of the link and of where the page stands; what is set in a panel stands in
//! the panel's own name, as in `embed?plain&theme=dark`.

mod about;
pub mod check;
mod disputed;
mod documents;
mod embed;
mod evidence;
pub mod export;
mod link;
pub mod picture;
mod report;
mod share;
mod timeline;
mod tree;
mod words;

pub use link::{iframe, page_name, single_name};

#[cfg(test)]
mod tests;

use crate::corpus::{
    ClaimId, CountryNames, Day, DocumentId, Lang, OriginId, Span, Text, TransferId,
};
use crate::evidence::Trust;
use crate::link::write;
use crate::markup::{Pen, truth};
use crate::query::{Index, Query, Selection, View};
use crate::words::Attributed;
use maud::{Markup, PreEscaped};
use std::rc::Rc;

/// What a panel is made from.
pub struct Desk<'a> {
    /// The corpus, held to what the page around the viewer has fixed.
    pub index: &'a Index,
    /// The countries' names.
    pub countries: &'a CountryNames,
    /// The language that is shown.
    pub lang: Lang,
    /// What the reader has set.
    pub query: &'a Query,
    /// Where the page stands.
    pub page: &'a Page,
}

/// Where the page stands, as far as the browser tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its address, without query string and fragment.
    pub address: String,
    /// The site's configured address in each language, where the build knows it.
    pub site: Option<Text>,
    /// Whether it is the single file.
    pub is_file: bool,
    /// Whether it stands in another page.
    pub is_framed: bool,
    /// Whether the system offers to share.
    pub can_share: bool,
    /// The reader's day.
    pub today: Option<Day>,
    /// The copy of an article that the reader has brought.
    pub brought: Option<Rc<check::Brought>>,
}

/// The name of what is listed, in place of a panel's: the view or the page that the query chooses.
pub const LISTED: &str = "listed";

/// Whether a panel is the desk's.
#[must_use]
pub fn has(panel: &str) -> bool {
    let names = ["share", "embed", "evidence-", "check", "export", "print"];
    names.iter().any(|name| panel.starts_with(name))
}

/// A panel, by its name. A name that means nothing gives nothing.
#[must_use]
pub fn render(desk: &Desk, panel: &str) -> String {
    let (name, setting) = panel.split_once('?').unwrap_or((panel, ""));
    match name {
        LISTED => listed(desk),
        "embed" => embed::embed(desk, setting),
        "check" => check::check(desk),
        "export" => export::export(desk, setting).into_string(),
        "print" => report::print(desk),
        _ => match name.strip_prefix("evidence-") {
            Some(transfer) => evidence::evidence(desk, transfer),
            None => share::share(desk, name),
        },
    }
}

impl Desk<'_> {
    /// Whether anything is left out, by the reader or by the page around the viewer.
    fn is_filtered(&self) -> bool {
        [self.index.fixed(), self.query].iter().any(|query| !query.filters().is_empty())
    }

    /// The name that something is kept by: it says of when it is.
    #[must_use]
    pub fn file_name(&self, extension: &str) -> String {
        let day = self.page.today.map(|day| day.to_string()).unwrap_or_default();
        let dash = if day.is_empty() { "" } else { "-" };
        ["claim-atlas", dash, &day, ".", extension].concat()
    }
}

/// An address that holds a picture itself.
fn data_address(svg: &str) -> String {
    let mut address = "data:image/svg+xml,".to_owned();
    for letter in svg.chars() {
        match letter {
            '%' => address.push_str("%25"),
            '#' => address.push_str("%23"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            // Addresses lose line breaks, and some lose spaces.
            '\n' => address.push_str("%0A"),
            ' ' => address.push_str("%20"),
            '"' => address.push_str("%22"),
            _ => address.push(letter),
        }
    }
    address
}

/// The interval between two places of the time line, in thousandths, that stretches over the days with
/// these numbers.
#[must_use]
pub fn brushed((from, to): (u32, u32), one: u32, other: u32) -> Span {
    timeline::Axis { from, to: to.max(from) }.brushed(one, other)
}

/// The page or the view that the query chooses.
fn listed(desk: &Desk) -> String {
    let mut pen = Pen::default();
    let write = match desk.query.view {
        _ if desk.query.about.is_some() => about::about,
        View::Origins => tree::origins,
        View::Documents => documents::documents,
        View::Timeline => timeline::timeline,
        _ => disputed::disputed,
    };
    write(&mut pen, desk, &desk.index.select(desk.query));
    pen.markup
}

impl<'a> Desk<'a> {
    /// The corpus without what falls in a selection.
    fn trust(&self, selection: &'a Selection) -> Trust<'a> {
        Trust { corpus: self.index.corpus(), discounted: &selection.discounted }
    }

    /// The name of a document's outlet.
    fn outlet_name(&self, document: DocumentId) -> &'a str {
        let corpus = self.index.corpus();
        corpus.origin(corpus.outlet(document)).name.get(self.lang)
    }

    /// What a claim says.
    fn statement(&self, claim: ClaimId) -> &'a str {
        self.index.corpus().claim(claim).statement.get(self.lang)
    }

    /// The link to a claim.
    fn to_claim(&self, claim: ClaimId) -> String {
        let mut query = self.query.clone();
        query.claim = Some(self.index.corpus().claim(claim).id.clone());
        write(&query)
    }

    /// The link to the page of an origin or a document.
    fn to_about(&self, id: &str) -> String {
        let mut query = self.query.clone();
        query.about = Some(id.to_owned());
        write(&query)
    }

    /// The paragraph that a claim stands in, as a way to it; of another class as well, if one is given.
    fn place(&self, pen: &mut Pen, claim: ClaimId, class: &str) {
        let paragraph = i32::from(self.index.corpus().claim(claim).paragraph);
        let template = " <button class=\"link$\" type=\"button\" data-to=\"@\">%</button>";
        pen.put(template, &[paragraph], &[class, &self.to_claim(claim)]);
    }

    /// An origin, by its name, which leads to its page, with the switch that distrusts it.
    fn origin(&self, pen: &mut Pen, origin: OriginId) {
        let it = self.index.corpus().origin(origin);
        way(pen, &self.to_about(&it.id), it.name.get(self.lang));
        pen.put(" ", &[], &[]);
        self.switch(pen, origin);
    }

    /// The switch that distrusts an origin.
    fn switch(&self, pen: &mut Pen, origin: OriginId) {
        let it = self.index.corpus().origin(origin);
        let distrust = words::words(self.lang).distrust;
        let mut query = self.query.clone();
        let is_pressed = truth(query.distrust.contains(&it.id));
        query.distrust.toggle(&it.id);
        pen.put(
            "<button class=\"distrust\" type=\"button\" aria-pressed=\"$\" aria-label=\"$: @\" data-to=\"@\">$</button>",
            &[],
            &[is_pressed, distrust, it.name.get(self.lang), &write(&query), distrust],
        );
    }

    /// A document, by outlet and month, which lead to its page.
    fn document(&self, pen: &mut Pen, document: DocumentId) {
        let it = self.index.corpus().document(document);
        let appeared = crate::words::appeared(self.lang, &it.published);
        let name = [self.outlet_name(document), ", ", &appeared].concat();
        way(pen, &self.to_about(&it.id), &name);
    }

    /// A transfer, by its name, which leads to it.
    fn transfer(&self, pen: &mut Pen, transfer: TransferId) {
        let corpus = self.index.corpus();
        let mut query = self.query.clone();
        query.view = View::Transfers;
        query.about = None;
        query.open.insert(&corpus.transfer(transfer).id);
        way(pen, &write(&query), &self.title(Trust::all(corpus), transfer));
    }

    /// A transfer's name.
    fn title(&self, trust: Trust, transfer: TransferId) -> String {
        Attributed { trust, countries: self.countries, lang: self.lang }.title(transfer)
    }
}

/// A link, as a word in its line.
fn way(pen: &mut Pen, link: &str, name: &str) {
    let template = "<button class=\"link\" type=\"button\" data-to=\"@\">@</button>";
    pen.put(template, &[], &[link, name]);
}

/// The file that a panel offers, by the panel's name; nothing where it offers none.
#[must_use]
pub fn file(desk: &Desk, panel: &str) -> Option<export::File> {
    let setting = panel.strip_prefix("export?")?;
    Some(export::file(desk, export::Choice::read(setting)))
}

/// A text to take along, and the button that copies it.
fn copyable(desk: &Desk, id: &str, name: &str, text: &str, lines: usize) -> Markup {
    let (mut pen, copy) = (Pen::default(), words::words(desk.lang).copy);
    pen.put(
        "<div class=\"copy\"><label for=\"@\">@</label><button type=\"button\" data-copy=\"@\" \
         aria-label=\"@: @\">@</button><textarea id=\"@\" readonly rows=\"%\" \
         spellcheck=\"false\">@</textarea></div>",
        &[figure(lines)],
        &[id, name, id, copy, name, copy, id, text],
    );
    PreEscaped(pen.markup)
}

/// A count as a number of a template.
fn figure(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Something that can be chosen: what it is called, whether it is, and the panel that choosing it makes.
type Offer<'a> = (&'a str, bool, String);

/// Options of which one is chosen, by the name of their group; without one each is a switch.
fn fieldset(name: &str, group: Option<&str>, options: &[Offer], hint: &str) -> Markup {
    let mut pen = Pen::default();
    pen.put("<fieldset><legend>@</legend>", &[], &[name]);
    for (name, chosen, panel) in options {
        match group {
            Some(group) => pen.put("<label><input type=\"radio\" name=\"@\"", &[], &[group]),
            None => pen.put("<label><input type=\"checkbox\"", &[], &[]),
        }
        let checked = if *chosen { " checked" } else { "" };
        let texts = [checked, panel, name];
        pen.put("$ data-panel-to=\"@\"><span>@</span></label>", &[], &texts);
    }
    hinted(&mut pen, hint);
    pen.put("</fieldset>", &[], &[]);
    PreEscaped(pen.markup)
}

/// A hint, where there is one.
fn hinted(pen: &mut Pen, hint: &str) {
    if !hint.is_empty() {
        pen.put("<p class=\"hint\">@</p>", &[], &[hint]);
    }
}

/// Adds parts to a text. One body for all, since each sum of texts is code of its own.
fn push(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
    }
}
