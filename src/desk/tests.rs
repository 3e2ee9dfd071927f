//! What is shared opens what was seen, and what is embedded shows what was chosen.

use super::*;
use crate::corpus::{Corpus, Source};
use crate::link;
use expect_test::{Expect, expect};
use std::sync::{Arc, LazyLock};

pub fn corpus() -> &'static Corpus {
    &CORPUS
}

static CORPUS: LazyLock<Arc<Corpus>> = LazyLock::new(|| {
    let source = Source::read(crate::BUNDLED).expect("the asset");
    Arc::new(Corpus::new(source).expect("its references"))
});

/// A page of the site, which is its own address's.
pub fn served() -> Page {
    let page = Page { address: "https://host.example/atlas/".to_owned(), ..Page::default() };
    Page {
        today: "2026-11-24".parse().ok().and_then(|span: crate::corpus::Span| span.from),
        ..page
    }
}

/// The single file on a reader's disk.
fn on_disk() -> Page {
    Page { address: "file:///home/claim-atlas.html".to_owned(), is_file: true, ..served() }
}

fn site() -> Text {
    Text::new("de", "https://site.example/de.html").with("en", "https://site.example/")
}

/// A panel for a link: a fragment, or a query string with a `?`.
pub(super) fn panel(page: &Page, link: &str, lang: Lang, panel: &str) -> String {
    desk(page, link, lang, |desk| render(desk, panel))
}

/// What the desk makes of such a link.
pub fn desk(page: &Page, link: &str, lang: Lang, make: impl Fn(&Desk) -> String) -> String {
    let (search, fragment) = match link.strip_prefix('?') {
        Some(link) => link.split_once('#').unwrap_or((link, "")),
        None => ("", link),
    };
    let link = link::read(fragment, search, &CORPUS);
    let names = CORPUS.country_codes();
    let index =
        Index::new(Arc::clone(&CORPUS), &names).restricted_to(link.fixed.unwrap_or_default());
    make(&Desk { index: &index, countries: &names, lang, query: &link.query, page })
}

/// The elements of a kind in a panel, as they read.
pub(super) fn lines(panel: &str, element: &str) -> Vec<String> {
    let (begin, end) = (format!("<{element}>"), format!("</{element}>"));
    let texts = panel.split(&begin).skip(1).filter_map(|piece| piece.split(&end).next());
    let untagged = texts.map(|text| {
        let rest = text.split('<').enumerate();
        let parts =
            rest.filter_map(
                |(at, part)| if at == 0 { Some(part) } else { Some(part.split_once('>')?.1) },
            );
        parts.collect()
    });
    untagged.collect()
}

/// What can be copied from a panel, a line each, with its name.
fn copies(panel: &str) -> String {
    let mut lines = Vec::new();
    for piece in panel.split("<label for=").skip(1) {
        let name = piece.split_once('>').and_then(|(_, rest)| rest.split('<').next());
        let field = piece.split_once("<textarea").and_then(|(_, rest)| rest.split_once('>'));
        let text = field.and_then(|(_, rest)| rest.split("</textarea>").next());
        let text = text.unwrap_or_default().replace("&quot;", "\"").replace("&lt;", "<");
        let text = text.replace("&gt;", ">").replace("&amp;", "&").replace('\u{a0}', " ");
        lines.push(format!("{}: {text}", name.unwrap_or_default()));
    }
    lines.join("\n")
}

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn offers(page: &Page, link: &str, lang: Lang, name: &str, said: Expect) {
    said.assert_eq(&copies(&panel(page, link, lang, name)));
}

#[test]
fn what_is_seen_is_shared() {
    offers(
        &served(),
        "country=EGY&q=wheat",
        Lang::En,
        "share",
        expect![[r#"
            Link: https://host.example/atlas/#country=EGY&q=wheat&lang=en
            Sentence with its source: Claim Atlas (Country: EGY; Search: wheat): 1 document speaks of 1 transfer: 1 is said to be planned or under negotiation. It goes back to no origin. Not both sides confirm it. A report is a claim, not an event. That nothing is reported does not mean that nothing happened.
            Markdown: [Claim Atlas (Country: EGY; Search: wheat): 1 document speaks of 1 transfer: 1 is said to be planned or under negotiation. It goes back to no origin. Not both sides confirm it. A report is a claim, not an event. That nothing is reported does not mean that nothing happened.](https://host.example/atlas/#country=EGY&q=wheat&lang=en)
            Without a script (iframe): <iframe src="https://host.example/atlas/#country=EGY&amp;q=wheat&amp;lang=en" title="Who is said to arm whom?" width="100%" height="640" style="border: 0" loading="lazy" allow="clipboard-write; web-share"></iframe>"#]],
    );
    // The page for German readers has an address of its own.
    offers(
        &served(),
        "view=documents",
        Lang::De,
        "share",
        expect![[r#"
            Link: https://host.example/atlas/de.html#view=documents&lang=de
            Satz mit Quelle: Claim Atlas: 5 Dokumente sprechen von 16 Transfers von 8 Gebern: 3 sollen geliefert worden sein, 4 vereinbart, 3 geplant oder in Verhandlung, 2 sowohl vorgesehen als auch abgelehnt oder abgesagt, 1 nur erbeten, bei 3 fehlt der Stand. 10 gehen auf einen einzigen Ursprung zurück, 3 auf mehrere, 3 auf keinen. 2 werden bestritten, 5 sind widersprüchlich; keinen bestätigen beide Seiten. Ein Bericht ist eine Behauptung, kein Ereignis. Dass nichts berichtet wird, heißt nicht, dass nichts geschah.
            Markdown: [Claim Atlas: 5 Dokumente sprechen von 16 Transfers von 8 Gebern: 3 sollen geliefert worden sein, 4 vereinbart, 3 geplant oder in Verhandlung, 2 sowohl vorgesehen als auch abgelehnt oder abgesagt, 1 nur erbeten, bei 3 fehlt der Stand. 10 gehen auf einen einzigen Ursprung zurück, 3 auf mehrere, 3 auf keinen. 2 werden bestritten, 5 sind widersprüchlich; keinen bestätigen beide Seiten. Ein Bericht ist eine Behauptung, kein Ereignis. Dass nichts berichtet wird, heißt nicht, dass nichts geschah.](https://host.example/atlas/de.html#view=documents&lang=de)
            Ohne Skript (iframe): <iframe src="https://host.example/atlas/de.html#view=documents&amp;lang=de" title="Wer soll wem Waffen geben?" width="100%" height="640" style="border: 0" loading="lazy" allow="clipboard-write; web-share"></iframe>"#]],
    );
}

#[test]
fn a_transfer_and_a_claim_are_shared_by_themselves() {
    offers(
        &served(),
        "country=EGY",
        Lang::En,
        "share-transfer-rus-egy-wheat",
        expect![[r#"
            Link: https://host.example/atlas/#transfer=rus-egy-wheat&lang=en
            Sentence with its source: A payment in return from RUS to EGY is reportedly planned (“wheat deliveries”), according to Merkur, no source given. Behind it: no origin, 1 document.
            Markdown: [A payment in return from RUS to EGY is reportedly planned (“wheat deliveries”), according to Merkur, no source given. Behind it: no origin, 1 document.](https://host.example/atlas/#transfer=rus-egy-wheat&lang=en)
            Without a script (iframe): <iframe src="https://host.example/atlas/#transfer=rus-egy-wheat&amp;lang=en" title="Who is said to arm whom?" width="100%" height="640" style="border: 0" loading="lazy" allow="clipboard-write; web-share"></iframe>"#]],
    );
    offers(
        &served(),
        "country=EGY",
        Lang::De,
        "share-claim-0e12-27",
        expect![[r#"
            Link: https://host.example/atlas/de.html#claim=0e12-27&lang=de
            Satz mit Quelle: Dass eine Rückgabe von PAK an RUS erbeten worden sei, wird bestritten, so Pakistan (Merkur ← Wall Street Journal ← Pakistan; November 2023 (erschlossen)).
            Markdown: [Dass eine Rückgabe von PAK an RUS erbeten worden sei, wird bestritten, so Pakistan (Merkur ← Wall Street Journal ← Pakistan; November 2023 (erschlossen)).](https://host.example/atlas/de.html#claim=0e12-27&lang=de)
            Ohne Skript (iframe): <iframe src="https://host.example/atlas/de.html#claim=0e12-27&amp;lang=de" title="Wer soll wem Waffen geben?" width="100%" height="640" style="border: 0" loading="lazy" allow="clipboard-write; web-share"></iframe>"#]],
    );
    assert_eq!(panel(&served(), "", Lang::En, "share-claim-none"), "");
}

#[test]
fn what_is_fixed_is_shared_with_what_was_seen_in_it() {
    offers(
        &served(),
        "?country=EGY&fixed&plain#kind=payment",
        Lang::En,
        "share",
        expect![[r#"
            Link: https://host.example/atlas/?country=EGY&fixed#kind=payment&lang=en
            Sentence with its source: Claim Atlas (Country: EGY; Kind: Payment in return): 1 document speaks of 2 transfers: 2 are said to be planned or under negotiation. 2 go back to no origin. None is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened.
            Markdown: [Claim Atlas (Country: EGY; Kind: Payment in return): 1 document speaks of 2 transfers: 2 are said to be planned or under negotiation. 2 go back to no origin. None is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened.](https://host.example/atlas/?country=EGY&fixed#kind=payment&lang=en)
            Without a script (iframe): <iframe src="https://host.example/atlas/?country=EGY&amp;fixed#kind=payment&amp;lang=en" title="Who is said to arm whom?" width="100%" height="640" style="border: 0" loading="lazy" allow="clipboard-write; web-share"></iframe>"#]],
    );
}

#[test]
fn a_file_on_a_disk_says_that_its_link_opens_there_alone() {
    let words = words::words(Lang::En);
    assert!(panel(&on_disk(), "", Lang::En, "share").contains(words.no_address));
    let known = Page { site: Some(site()), ..on_disk() };
    assert!(!panel(&known, "", Lang::En, "share").contains(words.no_address));
    assert!(
        copies(&panel(&known, "", Lang::De, "share")).contains("https://site.example/de.html#")
    );
}

#[test]
fn an_embed_follows_updates() {
    offers(
        &served(),
        "country=EGY&transfer=egy-rus-engines",
        Lang::En,
        "embed",
        expect![[r#"
            Without a script (iframe): <iframe src="https://host.example/atlas/?country=EGY&amp;transfer=egy-rus-engines" title="Who is said to arm whom?" width="100%" height="640" style="border: 0" loading="lazy" allow="clipboard-write; web-share"></iframe>
            With a script (follows its height): <script src="https://host.example/atlas/embed.js" async></script>
            <claim-atlas src="https://host.example/atlas/" query="country=EGY&amp;transfer=egy-rus-engines"></claim-atlas>"#]],
    );
    offers(
        &served(),
        "q=a%26b",
        Lang::En,
        "embed?plain&map=off&filters=off&fixed&theme=dark&lang=de",
        expect![[r#"
            Without a script (iframe): <iframe src="https://host.example/atlas/de.html?q=a%26b&amp;lang=de&amp;plain&amp;map=off&amp;filters=off&amp;fixed&amp;theme=dark" title="Wer soll wem Waffen geben?" width="100%" height="640" style="border: 0" loading="lazy" allow="clipboard-write; web-share"></iframe>
            With a script (follows its height): <script src="https://host.example/atlas/embed.js" async></script>
            <claim-atlas src="https://host.example/atlas/de.html" query="q=a%26b&amp;plain&amp;map=off&amp;filters=off&amp;fixed" lang="de" theme="dark"></claim-atlas>"#]],
    );
}

#[test]
fn an_embed_is_frozen() {
    offers(
        &served(),
        "country=EGY",
        Lang::En,
        "embed?frozen",
        expect![[
            r#"Without a script (iframe): <iframe src="claim-atlas-2026-11-24.html?country=EGY" title="Who is said to arm whom?" width="100%" height="640" style="border: 0" loading="lazy" allow="clipboard-write; web-share"></iframe>"#
        ]],
    );
    // A copy has nothing to follow but the site, where that is known.
    offers(
        &on_disk(),
        "",
        Lang::En,
        "embed",
        expect![[
            r#"Without a script (iframe): <iframe src="claim-atlas-2026-11-24.html" title="Who is said to arm whom?" width="100%" height="640" style="border: 0" loading="lazy" allow="clipboard-write; web-share"></iframe>"#
        ]],
    );
    let known = Page { site: Some(site()), ..on_disk() };
    assert!(
        copies(&panel(&known, "", Lang::En, "embed")).contains("https://site.example/embed.js")
    );
}

/// The inputs of a panel: whether each is a switch, whether it is set, and where it leads.
fn inputs(panel: &str) -> Vec<(bool, bool, String)> {
    let input = |piece: &str| {
        let input = piece.split('>').next().unwrap_or_default();
        let to = input.split_once("data-panel-to=\"").expect("where it leads").1;
        let to = to.split('"').next().unwrap_or_default().replace("&amp;", "&");
        (input.contains("\"checkbox\""), input.contains(" checked"), to)
    };
    panel.split("<input ").skip(1).map(input).collect()
}

#[test]
fn every_choice_chooses_what_it_says() {
    for name in ["embed", "embed?plain&map=off&filters=off&fixed&theme=dark&lang=de&frozen"] {
        let inputs = |name: &str| self::inputs(&panel(&served(), "country=EGY", Lang::En, name));
        let before = inputs(name);
        assert_eq!(before.len(), 4 + (1 + Lang::ALL.len()) + 3 + 2);
        for (at, (is_switch, is_set, to)) in before.iter().enumerate() {
            let (_, is_set_then, back) = &inputs(to)[at];
            // A switch turns, and turns back; one of several stays.
            assert_eq!(*is_set_then, !(*is_switch && *is_set), "{to}");
            assert_eq!(back, if *is_switch { name } else { to });
        }
    }
}

#[test]
fn every_document_is_named_with_its_hash() {
    let documents = panel(&served(), "view=documents", Lang::De, LISTED);
    for document in &CORPUS.source().documents {
        assert!(documents.contains(&document.sha256));
    }
}

/// Whatever can be chosen at the desk leads to a link that is understood.
#[test]
fn every_link_of_the_desk_is_understood() {
    let views =
        View::ALL.map(|view| (format!("view={}&distrust=wsj", view.id()), LISTED.to_owned()));
    let origins =
        CORPUS.source().origins.iter().map(|it| (format!("about={}", it.id), LISTED.to_owned()));
    let documents =
        CORPUS.source().documents.iter().map(|it| (format!("about={}", it.id), LISTED.to_owned()));
    let transfers = CORPUS.source().transfers.iter();
    let transfers = transfers.map(|it| (String::new(), format!("evidence-{}", it.id)));
    let mut count = 0;
    for (link, name) in views.into_iter().chain(origins).chain(documents).chain(transfers) {
        let made = panel(&served(), &link, Lang::De, &name);
        for link in made.split("data-to=\"").skip(1).filter_map(|it| it.split('"').next()) {
            let link = link.replace("&amp;", "&");
            let read = link::read(&link, "", &CORPUS);
            assert!(read.unknown.is_empty(), "{link}");
            count += 1;
        }
    }
    assert!(count > 1000, "{count}");
}

#[test]
fn a_report_holds_every_selected_claim_once_and_nothing_to_press() {
    for (link, lang) in
        [("", Lang::De), ("country=EGY&view=context", Lang::En), ("q=none", Lang::De)]
    {
        let panel = panel(&served(), link, lang, "print");
        let report = panel.split_once("<article").expect("a report").1;
        assert!(!report.contains("<button") && !report.contains(" id="), "{report}");
        let query = link::read(link, "", &CORPUS).query;
        let selection = Index::new(Arc::clone(&CORPUS), &CORPUS.country_codes()).select(&query);
        let told = selection.transfers.iter().flat_map(|&it| CORPUS.claims_of(it)).copied();
        let context = selection.context.iter().copied().filter(|_| link.contains("context"));
        for claim in told.chain(context) {
            let statement = CORPUS.claim(claim).statement.get(lang).replace('&', "&amp;");
            assert_eq!(report.matches(&format!(">{statement}<")).count(), 1, "{statement}");
        }
        // Without a word that says so, none is marked as differing.
        assert_eq!(report.contains(" · ≠ "), link.is_empty() || link.contains("EGY"));
    }
}
