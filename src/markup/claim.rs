//! A claim: what one document says, with its chain of attribution.

use super::status::{DIFFERS, status};
use super::{Pen, Shown, desk};
use crate::corpus::{ClaimId, Stance, Text, When};
use crate::evidence::{self, Difference, Differences};
use crate::query::Query;
use crate::{link, words};

/// Claims side by side. Cells in which one differs from the others of its transfer are marked, and
/// so are claims that the query does not select.
pub(super) fn claims(pen: &mut Pen, shown: &Shown, claims: &[ClaimId], differences: &Differences) {
    pen.markup.push_str("<ul class=\"claims\">");
    for &claim in claims {
        card(pen, shown, claim, differences);
    }
    pen.markup.push_str("</ul>");
}

/// The context claims, by what they are about.
pub(super) fn context(pen: &mut Pen, shown: &Shown) {
    for category in shown.corpus().category_ids() {
        let mut about = shown.overview.selection.context.clone();
        about.retain(|&claim| shown.corpus().category_of(claim) == category);
        if !about.is_empty() {
            let name = shown.corpus().category(category).name.get(shown.lang);
            pen.put("<section class=\"group\"><h3>@</h3>", &[], &[name]);
            claims(pen, shown, &about, &Differences::default());
            pen.markup.push_str("</section>");
        }
    }
}

fn card(pen: &mut Pen, shown: &Shown, claim: ClaimId, differences: &Differences) {
    let words = shown.words();
    let claimed = shown.corpus().claim(claim);
    let selection = &shown.overview.selection;
    let is_selected = selection.claims.contains(claim);
    let outside = match (selection.discounted.contains(claim), is_selected) {
        (true, _) => [" · ", words.discounted].concat(),
        (_, true) => String::new(),
        _ => [" · ", words.outside_filter].concat(),
    };
    let document = shown.corpus().document(shown.corpus().document_of(claim));
    let is_target = shown.query.claim.as_ref() == Some(&claimed.id);
    pen.put(
        "<li class=\"claim$$\" id=\"claim-@\" tabindex=\"-1\"><p class=\"place\">\
         <button class=\"link outlet\" type=\"button\" data-to=\"@\">@</button> · @ %@</p>\
         <p class=\"statement\">@</p><dl>",
        &[claimed.paragraph.into()],
        &[
            if is_selected { "" } else { " outside" },
            if is_target { " target" } else { "" },
            &claimed.id,
            &page(shown, &document.id),
            outlet(shown, claim),
            words.paragraph,
            &outside,
            claimed.statement.get(shown.lang),
        ],
    );
    cells(pen, shown, claim, differences);
    pen.markup.push_str("</dl>");
    let panel = ["share-claim-", &claimed.id].concat();
    desk::share(pen, shown, &panel, &[words.claim, " ", &claimed.id].concat());
    pen.markup.push_str("</li>");
}

/// What a claim says, cell by cell. A claim of a transfer shows too what it leaves unsaid.
fn cells(pen: &mut Pen, shown: &Shown, claim: ClaimId, differences: &Differences) {
    let (corpus, words) = (shown.corpus(), shown.words());
    let claimed = corpus.claim(claim);
    let is_told = corpus.transfer_of(claim).is_some();
    if is_told {
        begin(pen, words.status_as_claimed, opposes(differences, claim));
        how_far(pen, shown, claim);
        end(pen);
    }
    let quantity = claimed.quantity.as_ref().map(|it| &it.words);
    if quantity.is_some() || is_told {
        let differs = differs(differences, Difference::Number, claim);
        begin(pen, words.quantity, differs);
        printed(pen, shown, quantity, words.not_stated);
        end(pen);
    }
    if claimed.when.is_some() || is_told {
        let differs = differs(differences, Difference::Time, claim);
        begin(pen, words.when, differs);
        when(pen, shown, claimed.when.as_ref());
        end(pen);
    }
    if claimed.item.is_some() {
        begin(pen, words.item, false);
        printed(pen, shown, claimed.item.as_ref(), "");
        end(pen);
    }
    begin(pen, words.attribution, false);
    chain(pen, shown, claim);
    end(pen);
    if claimed.reported.is_some() {
        begin(pen, words.said, false);
        when(pen, shown, claimed.reported.as_ref());
        end(pen);
    }
    let disputed: Vec<ClaimId> = shown.trust().disputes_of(claim).collect();
    if !disputed.is_empty() {
        let differs = disputed.iter().any(|&other| !evidence::leaves_open(corpus, claim, other));
        begin(pen, words.disputing(claimed.stance), differs);
        disputes(pen, shown, &disputed);
        end(pen);
    }
}

/// Whether a claim contradicts others in one kind; what only differs in precision does not.
fn differs(differences: &Differences, kind: Difference, claim: ClaimId) -> bool {
    differences.of(kind).contains(claim) && !differences.is_compatible(kind)
}

/// Whether a claim stands against another in what has become of the transfer, or in who acts.
fn opposes(differences: &Differences, claim: ClaimId) -> bool {
    [Difference::Status, Difference::Denial, Difference::WithinDocument, Difference::Actor]
        .into_iter()
        .any(|kind| differs(differences, kind, claim))
}

/// A cell: its name, and what stands in it until it ends.
fn begin(pen: &mut Pen, name: &str, differing: bool) {
    let (class, sign) = if differing { (" class=\"differing\"", DIFFERS) } else { ("", "") };
    pen.put("<div$><dt>@</dt><dd>$", &[], &[class, name, sign]);
}

fn end(pen: &mut Pen) {
    pen.markup.push_str("</dd></div>");
}

/// The status as claimed, with what the claim does with it. A denial has no status of its own:
/// what it denies stands beside it.
fn how_far(pen: &mut Pen, shown: &Shown, claim: ClaimId) {
    let claimed = shown.corpus().claim(claim);
    let denies = claimed.stance == Stance::Denies;
    if let Some(stance) = words::stance(shown.lang, claimed.stance) {
        let class = if denies { " denies" } else { "" };
        pen.put("<strong class=\"stance$\">@</strong> ", &[], &[class, stance]);
    }
    if claimed.stance == Stance::Asserts || denies {
        status(pen, shown.lang, claimed.status);
    }
}

/// The link to the page of an origin or a document.
pub(super) fn page(shown: &Shown, id: &str) -> String {
    link::write(&Query { about: Some(id.to_owned()), claim: None, ..shown.query.clone() })
}

/// The outlet of the document that makes a claim.
pub(super) fn outlet<'a>(shown: &Shown<'a>, claim: ClaimId) -> &'a str {
    shown.origin(shown.corpus().outlet_of(claim))
}

/// Words as printed, or that there are none. Quotation marks tell them from ours.
pub(super) fn printed(pen: &mut Pen, shown: &Shown, text: Option<&Text>, unsaid: &str) {
    match text {
        Some(text) => pen.put("<q>@</q>", &[], &[text.get(shown.lang)]),
        None => pen.put("<span class=\"unsaid\">@</span>", &[], &[unsaid]),
    }
}

/// A time: the words that were printed, the interval that follows, and what it was inferred from.
pub(super) fn when(pen: &mut Pen, shown: &Shown, when: Option<&When>) {
    let words = shown.words();
    printed(pen, shown, when.and_then(|it| it.words.as_ref()), words.undated);
    let Some(when) = when else { return };
    if let Some(span) = when.span {
        pen.put(" <small>@</small>", &[], &[&words::span(shown.lang, span)]);
    }
    if let Some(basis) = &when.basis {
        pen.put(" <small>@: @</small>", &[], &[words.inferred, basis.get(shown.lang)]);
    }
}

/// A claim's chain of attribution, from the outlet back to the root.
fn chain(pen: &mut Pen, shown: &Shown, claim: ClaimId) {
    let words = shown.words();
    let links = shown.corpus().chain(claim);
    pen.markup.push_str("<ol class=\"chain\">");
    let mut template = "<li>";
    for &origin in links {
        pen.put(template, &[], &[words.goes_back_to]);
        template = "<li><span class=\"arrow\" aria-hidden=\"true\">← </span><span class=\"unseen\">@ </span>";
        let to = page(shown, &shown.corpus().origin(origin).id);
        let link = "<button class=\"link\" type=\"button\" data-to=\"@\">@</button></li>";
        pen.put(link, &[], &[&to, shown.origin(origin)]);
    }
    pen.markup.push_str("</ol>");
    if links.len() == 1 && shown.corpus().claim(claim).stance == Stance::Asserts {
        pen.put("<small>@</small>", &[], &[words.own_account]);
    }
}

/// The claims that one contradicts or leaves open, each a way to it.
fn disputes(pen: &mut Pen, shown: &Shown, disputed: &[ClaimId]) {
    pen.markup.push_str("<ul>");
    for &other in disputed {
        let claimed = shown.corpus().claim(other);
        let to = Query { claim: Some(claimed.id.clone()), ..shown.query.clone() };
        pen.put(
            "<li><button class=\"link\" type=\"button\" data-to=\"@\">@: @</button></li>",
            &[],
            &[&link::write(&to), outlet(shown, other), claimed.statement.get(shown.lang)],
        );
    }
    pen.markup.push_str("</ul>");
}
