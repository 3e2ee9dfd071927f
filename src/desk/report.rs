//! Printing: a report of what is filtered. On a screen there is only the button; on paper there is only
//! the report.
//!
//! It is written by templates and says in lines what the page says in cells: on paper nothing can be
//! opened or pressed, and the program stays small.

use super::Desk;
use super::evidence::stands;
use super::picture::{cited, first, foot, map_alone, route};
use super::words::words;
use crate::corpus::{ClaimId, Corpus, Stance, When};
use crate::evidence::{self, Difference, Differences};
use crate::markup::Pen;
use crate::query::{Selection, View};
use crate::words::{self as texts, Attributed, Words, quoted};

/// The panel.
pub fn print(desk: &Desk) -> String {
    let common = texts::words(desk.lang);
    let mut pen = Pen::default();
    pen.put(
        "<button class=\"button\" type=\"button\" data-print>@</button><p class=\"hint\">@</p><article class=\"report\">",
        &[],
        &[common.print, words(desk.lang).print_note],
    );
    let query = desk.query.clone().with_view_of_claim(desk.index.corpus());
    let selection = desk.index.select(&query);
    Report { desk, pen: &mut pen, common, corpus: desk.index.corpus(), selection: &selection }
        .write(query.view);
    pen.put("</article>", &[], &[]);
    pen.markup
}

struct Report<'a> {
    desk: &'a Desk<'a>,
    pen: &'a mut Pen,
    common: &'static Words,
    corpus: &'a Corpus,
    selection: &'a Selection,
}

impl Report<'_> {
    fn write(&mut self, view: View) {
        let (desk, selection) = (self.desk, self.selection);
        let first = first(desk, selection);
        let first = first.each_ref().map(String::as_str);
        let template =
            "<p class=\"site\">@</p><h1>@</h1><p class=\"summary\">@</p><p><b>@</b></p><p>@</p>";
        self.pen.put(template, &[], &first);
        map_alone(self.pen, desk, selection);

        let attributed =
            Attributed { trust: desk.trust(selection), countries: desk.countries, lang: desk.lang };
        self.heading(View::Transfers, selection.transfers.len());
        for &transfer in &selection.transfers {
            let differences = evidence::differences(desk.trust(selection), transfer);
            let mut figures = attributed.transfer(transfer);
            for when in evidence::times(desk.trust(selection), transfer) {
                for part in [" · ", self.common.when, ": ", &self.printed(when)] {
                    figures.push_str(part);
                }
            }
            self.pen.put(
                "<div class=\"entry\"><h3>@</h3><p>@</p></div>",
                &[],
                &[&route(desk, selection, transfer), &figures],
            );
            self.claims(self.corpus.claims_of(transfer), &differences);
        }
        if view == View::Context {
            self.heading(View::Context, selection.context.len());
            self.claims(&selection.context, &Differences::default());
        }
        self.documents(view);
        let notes = [self.common.counting, self.common.counting_note];
        self.pen.put("<h2>@</h2><p>@</p>", &[], &notes);
        for line in foot(desk, 64) {
            self.pen.put("<p>@</p>", &[], &[&line]);
        }
    }

    /// What a part of the report holds, and how much of it; nothing where it is empty.
    fn heading(&mut self, view: View, count: usize) {
        if count > 0 {
            self.pen.put("<h2>@</h2>", &[], &[&texts::results(self.desk.lang, view, count)]);
        }
    }

    /// Claims in full: what is said, who says it and where, and all that the page has in cells.
    fn claims(&mut self, claims: &[ClaimId], differences: &Differences) {
        for &claim in claims {
            let facts = self.facts(claim, differences);
            let template = "<div class=\"claim\"><p class=\"statement\">@</p><p>@</p></div>";
            self.pen.put(template, &[], &[self.desk.statement(claim), &facts]);
        }
    }

    fn facts(&self, claim: ClaimId, differences: &Differences) -> String {
        let (lang, words, corpus) = (self.desk.lang, self.common, self.corpus);
        let claimed = corpus.claim(claim);
        let is_told = corpus.transfer_of(claim).is_some();
        let differs =
            |kind| differences.of(kind).contains(claim) && !differences.is_compatible(kind);
        let opposes =
            [Difference::Status, Difference::Denial, Difference::WithinDocument, Difference::Actor];
        let mut facts = self.place(claim);
        if !is_told {
            let about = corpus.category(corpus.category_of(claim)).name.get(lang);
            facts = [about, " · ", &facts].concat();
        }
        if !self.selection.claims.contains(claim) {
            facts = facts + " · " + words.outside_filter;
        }
        let mut add = |differs: bool, name: &str, value: Option<String>| {
            if let Some(value) = value {
                let sign = if differs { " · ≠ " } else { " · " };
                for part in [sign, name, ": ", &value] {
                    facts.push_str(part);
                }
            }
        };
        // What a claim of a transfer leaves unsaid is shown, too.
        let unsaid = |word: &str| is_told.then(|| word.to_owned());
        let opposes = opposes.into_iter().any(differs);
        add(opposes, words.status_as_claimed, unsaid(&stands(self.desk, claim)));
        let quantity = claimed.quantity.as_ref().map(|it| quoted(lang, it.words.get(lang)));
        let quantity = quantity.or_else(|| unsaid(words.not_stated));
        add(differs(Difference::Number), words.quantity, quantity);
        let when = claimed.when.as_ref().map(|it| self.time(it));
        add(differs(Difference::Time), words.when, when.or_else(|| unsaid(words.undated)));
        add(false, words.item, claimed.item.as_ref().map(|it| quoted(lang, it.get(lang))));
        let mut chain = texts::chain(lang, corpus, claim);
        if corpus.chain(claim).len() == 1 && claimed.stance == Stance::Asserts {
            chain = chain + " (" + words.own_account + ")";
        }
        add(false, words.attribution, Some(chain));
        add(false, words.said, claimed.reported.as_ref().map(|it| self.time(it)));
        for other in self.desk.trust(self.selection).disputes_of(claim) {
            let differs = !evidence::leaves_open(corpus, claim, other);
            add(differs, words.disputing(claimed.stance), Some(self.place(other)));
        }
        facts
    }

    /// Where a claim stands.
    fn place(&self, claim: ClaimId) -> String {
        let outlet = self.corpus.origin(self.corpus.outlet_of(claim)).name.get(self.desk.lang);
        let paragraph = self.corpus.claim(claim).paragraph.to_string();
        [outlet, ", ", self.common.paragraph, " ", &paragraph].concat()
    }

    /// A time: the words that were printed, the interval that follows, and what it was inferred from.
    fn time(&self, when: &When) -> String {
        let lang = self.desk.lang;
        let mut time = self.printed(when);
        if let Some(span) = when.span {
            time = time + " (" + &texts::span(lang, span) + ")";
        }
        if let Some(basis) = &when.basis {
            time = time + "; " + self.common.inferred + ": " + basis.get(lang);
        }
        time
    }

    fn printed(&self, when: &When) -> String {
        match &when.words {
            Some(words) => quoted(self.desk.lang, words.get(self.desk.lang)),
            None => self.common.undated.to_owned(),
        }
    }

    /// The documents of all that the report tells, in the order of their dates; those of claims outside
    /// the filter come last.
    fn documents(&mut self, view: View) {
        let of_transfers =
            evidence::documents(self.desk.trust(self.selection), &self.selection.transfers);
        let mut documents = self.selection.documents.clone();
        documents.retain(|it| view != View::Transfers || of_transfers.contains(*it));
        for document in of_transfers.iter() {
            if !self.selection.documents.contains(&document) {
                documents.push(document);
            }
        }
        self.heading(View::Documents, documents.len());
        for document in documents {
            let it = self.corpus.document(document);
            let published = self.time(&it.published);
            let (words, mut cited) = (self.common, cited(self.desk, document));
            if let Some(basis) = &it.outlet_basis {
                cited = cited + " · " + basis.get(self.desk.lang);
            }
            self.pen.put(
                "<p class=\"document\">@ · @: @ · @: <code>@</code></p>",
                &[],
                &[&cited, words.published, &published, words.fingerprint, &it.sha256],
            );
        }
    }
}
