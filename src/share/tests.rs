//! What is shared opens what was seen, and what is embedded shows what was chosen.

use super::*;
use crate::corpus::{Corpus, Source, Text};
use crate::guest::{Guest, Whence};
use crate::link::{self, Setting, Theme};
use crate::query::Index;
use expect_test::{Expect, expect};
use std::sync::{Arc, LazyLock};

static CORPUS: LazyLock<Arc<Corpus>> = LazyLock::new(|| {
    let source = Source::read(crate::BUNDLED).expect("the asset");
    Arc::new(Corpus::new(source).expect("its references"))
});

/// A page of the site, which is its own address's.
fn served() -> Page {
    Page { address: "https://host.example/atlas/".to_owned(), ..Page::default() }
}

/// The single file on a reader's disk.
fn on_disk() -> Page {
    Page { address: "file:///home/claim-atlas.html".to_owned(), is_file: true, ..served() }
}

fn site() -> Text {
    Text::new("de", "https://site.example/de.html").with("en", "https://site.example/")
}

/// What is made of what a link shows: a fragment, or a query string with a `?`.
fn of<T>(page: &Page, link: &str, lang: Lang, make: impl FnOnce(&Shown) -> T) -> T {
    let (search, fragment) = match link.strip_prefix('?') {
        Some(link) => link.split_once('#').unwrap_or((link, "")),
        None => ("", link),
    };
    let link = link::read(fragment, search, &CORPUS);
    let countries = CORPUS.country_codes();
    let index =
        Index::new(Arc::clone(&CORPUS), &countries).restricted_to(link.fixed.unwrap_or_default());
    let atlas = Atlas::new(index, countries, lang);
    make(&Shown { atlas: &atlas, query: &link.query, lang, page })
}

/// Without the edition's day, which is that of the build.
fn dateless(text: &str) -> String {
    let days = Lang::ALL.iter().filter_map(|lang| words::edition_day(*lang, &CORPUS));
    days.fold(text.to_owned(), |text, day| text.replace(&day, "DAY")).replace('\u{a0}', " ")
}

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn refers(page: &Page, link: &str, lang: Lang, to: fn(&Shown) -> Option<Reference>, said: Expect) {
    let it = of(page, link, lang, to).expect("something to share");
    let lines = [
        format!("Link: {}", it.link),
        format!("Sentence: {}", it.sentence),
        format!("Markdown: {}", it.markdown),
        format!("Frame: {}", it.frame.unwrap_or_default()),
    ];
    said.assert_eq(&dateless(&lines.join("\n")));
}

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn embeds(page: &Page, link: &str, embed: Embed, said: Expect) {
    let code = of(page, link, Lang::En, |shown| embed.code(shown));
    let unframed = code.unframed.map(|it| format!("\nUnframed: {it}")).unwrap_or_default();
    let element = code.element.map(|it| format!("\nElement: {it}")).unwrap_or_default();
    let file = code.file.map(|(at, name)| format!("\nFile: {at} as {name}")).unwrap_or_default();
    let all = format!("Query: {}\nFrame: {}{element}{unframed}{file}", code.query, code.frame);
    said.assert_eq(&dateless(&all).replace(&kept(), "(its edition)"));
}

/// The name that something of the whole corpus is kept by.
fn kept() -> String {
    let edition = CORPUS.source().edition.as_ref().expect("the build names it");
    format!("claim-atlas-{}-{}", edition.date, &edition.sha256[..8])
}

#[test]
fn what_is_kept_is_named_by_its_edition() {
    let name = |link| of(&served(), link, Lang::En, |shown| file_name(&shown.edition()));
    assert_eq!(name("view=documents&lang=de"), kept());
    assert_eq!(name("country=EGY"), kept() + "-part");
    assert_eq!(name("?country=EGY&fixed"), kept() + "-part");
    // What a page meant to leave out is not known, only that it did.
    assert_eq!(name("?time=xyz&fixed"), kept() + "-part");
}

#[test]
fn what_is_seen_is_shared() {
    refers(
        &served(),
        "country=EGY&q=wheat",
        Lang::En,
        |it| Some(Reference::of_view(it)),
        expect![[r#"
            Link: https://host.example/atlas/#country=EGY&q=wheat&lang=en
            Sentence: Claim Atlas (Country: EGY; Search: wheat): 1 document speaks of 1 transfer: 1 is said to be planned or under negotiation. It goes back to no origin. Not both sides confirm it. A report is a claim, not an event. That nothing is reported does not mean that nothing happened.
            Markdown: [Claim Atlas (Country: EGY; Search: wheat): 1 document speaks of 1 transfer: 1 is said to be planned or under negotiation. It goes back to no origin. Not both sides confirm it. A report is a claim, not an event. That nothing is reported does not mean that nothing happened.](https://host.example/atlas/#country=EGY&q=wheat&lang=en)
            Frame: <div><iframe src="https://host.example/atlas/#country=EGY&amp;q=wheat&amp;lang=en" title="Who is said to arm whom? (Country: EGY; Search: wheat)" width="100%" height="640" frameborder="0" loading="lazy" allow="clipboard-write"></iframe></div>
            <p>Claim Atlas (Country: EGY; Search: wheat): 1 document speaks of 1 transfer: 1 is said to be planned or under negotiation. It goes back to no origin. Not both sides confirm it. A report is a claim, not an event. That nothing is reported does not mean that nothing happened. As of DAY. <a href="https://host.example/atlas/#country=EGY&amp;q=wheat&amp;lang=en">https://host.example/atlas/#country=EGY&amp;&#8203;q=wheat&amp;&#8203;lang=en</a></p>"#]],
    );
    // The page for German readers has an address of its own.
    refers(
        &served(),
        "view=documents",
        Lang::De,
        |it| Some(Reference::of_view(it)),
        expect![[r#"
            Link: https://host.example/atlas/de.html#view=documents&lang=de
            Sentence: Claim Atlas: 5 Dokumente sprechen von 16 Transfers von 8 Gebern: 3 sollen geliefert worden sein, 4 vereinbart, 3 geplant oder in Verhandlung, 2 sowohl vorgesehen als auch abgelehnt oder abgesagt, 1 nur erbeten, bei 3 fehlt der Stand. 10 gehen jeweils auf einen einzigen Ursprung zurück, 3 auf mehrere, 3 auf keinen. 2 werden bestritten, 5 sind widersprüchlich; keinen bestätigen beide Seiten. Ein Bericht ist eine Behauptung, kein Ereignis. Dass nichts berichtet wird, heißt nicht, dass nichts geschah.
            Markdown: [Claim Atlas: 5 Dokumente sprechen von 16 Transfers von 8 Gebern: 3 sollen geliefert worden sein, 4 vereinbart, 3 geplant oder in Verhandlung, 2 sowohl vorgesehen als auch abgelehnt oder abgesagt, 1 nur erbeten, bei 3 fehlt der Stand. 10 gehen jeweils auf einen einzigen Ursprung zurück, 3 auf mehrere, 3 auf keinen. 2 werden bestritten, 5 sind widersprüchlich; keinen bestätigen beide Seiten. Ein Bericht ist eine Behauptung, kein Ereignis. Dass nichts berichtet wird, heißt nicht, dass nichts geschah.](https://host.example/atlas/de.html#view=documents&lang=de)
            Frame: <div><iframe src="https://host.example/atlas/de.html#view=documents&amp;lang=de" title="Wer soll wem Waffen geben?" width="100%" height="640" frameborder="0" loading="lazy" allow="clipboard-write"></iframe></div>
            <p>Claim Atlas: 5 Dokumente sprechen von 16 Transfers von 8 Gebern: 3 sollen geliefert worden sein, 4 vereinbart, 3 geplant oder in Verhandlung, 2 sowohl vorgesehen als auch abgelehnt oder abgesagt, 1 nur erbeten, bei 3 fehlt der Stand. 10 gehen jeweils auf einen einzigen Ursprung zurück, 3 auf mehrere, 3 auf keinen. 2 werden bestritten, 5 sind widersprüchlich; keinen bestätigen beide Seiten. Ein Bericht ist eine Behauptung, kein Ereignis. Dass nichts berichtet wird, heißt nicht, dass nichts geschah. Stand: DAY. <a href="https://host.example/atlas/de.html#view=documents&amp;lang=de">https://host.example/atlas/de.html#view=documents&amp;&#8203;lang=de</a></p>"#]],
    );
}

#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn cites(page: &Page, link: &str, lang: Lang, said: Expect) {
    let Citation { text, csl } = of(page, link, lang, Citation::of_view);
    let edition = CORPUS.source().edition.as_ref().expect("the build names it");
    let [year, month, day] = [0, 1, 2].map(|at| {
        let part = edition.date.split('-').nth(at).expect("a day has three parts");
        part.trim_start_matches('0').to_owned()
    });
    let parts = format!("[\n          {year},\n          {month},\n          {day}\n        ]");
    let text = format!("{text}\n{csl}").replace(&parts, "(its day)").replace(&kept(), "(its name)");
    let text = text.replace(&edition.date, "(its date)").replace(&edition.sha256, "(its hash)");
    said.assert_eq(&text.replace('\u{a0}', " "));
}

#[test]
fn what_is_seen_is_cited() {
    cites(
        &served(),
        "country=EGY&status=agreed&view=disputed",
        Lang::En,
        expect![[r#"
        Claim Atlas: Who is said to arm whom? (Country: EGY; Status: agreed). Edition of (its date), SHA-256 (its hash). https://host.example/atlas/#country=EGY&status=agreed&view=disputed&lang=en
        [
          {
            "URL": "https://host.example/atlas/#country=EGY&status=agreed&view=disputed&lang=en",
            "author": [
              {
                "literal": "Claim Atlas"
              }
            ],
            "id": "(its name)-part",
            "issued": {
              "date-parts": [
                (its day)
              ]
            },
            "language": "en",
            "note": "SHA-256: (its hash); Selection: country=EGY&status=agreed",
            "title": "Who is said to arm whom? (Country: EGY; Status: agreed)",
            "type": "dataset",
            "version": "(its date)"
          }
        ]"#]],
    );
    cites(
        &served(),
        "",
        Lang::De,
        expect![[r#"
        Claim Atlas: Wer soll wem Waffen geben? Stand (its date), SHA-256 (its hash). https://host.example/atlas/de.html#lang=de
        [
          {
            "URL": "https://host.example/atlas/de.html#lang=de",
            "author": [
              {
                "literal": "Claim Atlas"
              }
            ],
            "id": "(its name)",
            "issued": {
              "date-parts": [
                (its day)
              ]
            },
            "language": "de",
            "note": "SHA-256: (its hash)",
            "title": "Wer soll wem Waffen geben?",
            "type": "dataset",
            "version": "(its date)"
          }
        ]"#]],
    );
}

#[test]
fn what_others_cannot_open_has_no_address() {
    cites(
        &on_disk(),
        "?country=EGY&fixed#kind=payment",
        Lang::De,
        expect![[r#"
        Claim Atlas: Wer soll wem Waffen geben? (Land: EGY; Art: Gegenleistung). Stand (its date), SHA-256 (its hash).
        [
          {
            "author": [
              {
                "literal": "Claim Atlas"
              }
            ],
            "id": "(its name)-part",
            "issued": {
              "date-parts": [
                (its day)
              ]
            },
            "language": "de",
            "note": "SHA-256: (its hash); Auswahl: country=EGY kind=payment",
            "title": "Wer soll wem Waffen geben? (Land: EGY; Art: Gegenleistung)",
            "type": "dataset",
            "version": "(its date)"
          }
        ]"#]],
    );
}

#[test]
fn a_transfer_and_a_claim_are_shared_by_themselves() {
    refers(
        &served(),
        "country=EGY",
        Lang::En,
        |shown| Reference::of_transfer(shown, "rus-egy-wheat"),
        expect![[r#"
            Link: https://host.example/atlas/#transfer=rus-egy-wheat&lang=en
            Sentence: A payment in return from RUS to EGY is reportedly planned, according to Merkur, no source given (“wheat deliveries”). Behind it: no origin, 1 document.
            Markdown: [A payment in return from RUS to EGY is reportedly planned, according to Merkur, no source given (“wheat deliveries”). Behind it: no origin, 1 document.](https://host.example/atlas/#transfer=rus-egy-wheat&lang=en)
            Frame: <div><iframe src="https://host.example/atlas/#transfer=rus-egy-wheat&amp;lang=en" title="A payment in return from RUS to EGY is reportedly planned, according to Merkur, no source given (“wheat deliveries”). Behind it: no origin, 1 document." width="100%" height="640" frameborder="0" loading="lazy" allow="clipboard-write"></iframe></div>
            <p>A payment in return from RUS to EGY is reportedly planned, according to Merkur, no source given (“wheat deliveries”). Behind it: no origin, 1 document. As of DAY. <a href="https://host.example/atlas/#transfer=rus-egy-wheat&amp;lang=en">https://host.example/atlas/#transfer=rus-egy-wheat&amp;&#8203;lang=en</a></p>"#]],
    );
    refers(
        &served(),
        "country=EGY",
        Lang::De,
        |shown| Reference::of_claim(shown, "0e12-27"),
        expect![[r#"
            Link: https://host.example/atlas/de.html#claim=0e12-27&lang=de
            Sentence: Dass eine Rückgabe von PAK an RUS erbeten worden sei, wird bestritten, so Merkur, dort zitiert: Wall Street Journal, dort zitiert: Pakistan (November 2023 (erschlossen)).
            Markdown: [Dass eine Rückgabe von PAK an RUS erbeten worden sei, wird bestritten, so Merkur, dort zitiert: Wall Street Journal, dort zitiert: Pakistan (November 2023 (erschlossen)).](https://host.example/atlas/de.html#claim=0e12-27&lang=de)
            Frame: <div><iframe src="https://host.example/atlas/de.html#claim=0e12-27&amp;lang=de" title="Dass eine Rückgabe von PAK an RUS erbeten worden sei, wird bestritten, so Merkur, dort zitiert: Wall Street Journal, dort zitiert: Pakistan (November 2023 (erschlossen))." width="100%" height="640" frameborder="0" loading="lazy" allow="clipboard-write"></iframe></div>
            <p>Dass eine Rückgabe von PAK an RUS erbeten worden sei, wird bestritten, so Merkur, dort zitiert: Wall Street Journal, dort zitiert: Pakistan (November 2023 (erschlossen)). Stand: DAY. <a href="https://host.example/atlas/de.html#claim=0e12-27&amp;lang=de">https://host.example/atlas/de.html#claim=0e12-27&amp;&#8203;lang=de</a></p>"#]],
    );
    assert_eq!(of(&served(), "", Lang::En, |shown| Reference::of_claim(shown, "none")), None);
    assert_eq!(of(&served(), "", Lang::En, |shown| Reference::of_transfer(shown, "none")), None);
}

#[test]
fn what_is_fixed_is_shared_with_what_was_seen_in_it() {
    refers(
        &served(),
        "?country=EGY&fixed&plain#kind=payment",
        Lang::En,
        |it| Some(Reference::of_view(it)),
        expect![[r#"
            Link: https://host.example/atlas/?fixed&country=EGY#kind=payment&lang=en
            Sentence: Claim Atlas (Country: EGY; Kind: payment in return): 1 document speaks of 2 transfers: 2 are said to be planned or under negotiation. 2 go back to no origin. None is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened.
            Markdown: [Claim Atlas (Country: EGY; Kind: payment in return): 1 document speaks of 2 transfers: 2 are said to be planned or under negotiation. 2 go back to no origin. None is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened.](https://host.example/atlas/?fixed&country=EGY#kind=payment&lang=en)
            Frame: <div><iframe src="https://host.example/atlas/?fixed&amp;country=EGY#kind=payment&amp;lang=en" title="Who is said to arm whom? (Country: EGY; Kind: payment in return)" width="100%" height="640" frameborder="0" loading="lazy" allow="clipboard-write"></iframe></div>
            <p>Claim Atlas (Country: EGY; Kind: payment in return): 1 document speaks of 2 transfers: 2 are said to be planned or under negotiation. 2 go back to no origin. None is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened. As of DAY. <a href="https://host.example/atlas/?fixed&amp;country=EGY#kind=payment&amp;lang=en">https://host.example/atlas/?fixed&amp;country=EGY#kind=payment&amp;&#8203;lang=en</a></p>"#]],
    );
}

#[test]
fn a_file_on_a_disk_leads_nowhere_for_others_and_to_the_site_where_there_is_one() {
    assert!(!on_disk().is_public(Lang::En));
    assert_eq!(of(&on_disk(), "", Lang::En, |it| Reference::of_view(it).frame), None);
    let known = Page { site: Some(site()), ..on_disk() };
    assert!(known.is_public(Lang::En));
    let link = of(&known, "", Lang::De, |it| Reference::of_view(it).link);
    assert!(link.starts_with("https://site.example/de.html#"), "{link}");
}

#[test]
fn a_frame_leads_to_a_page_on_which_nothing_is_fixed() {
    let out = |page: &Page, link: &str| {
        of(page, link, Lang::En, |it| it.out_of_frame().unwrap_or_default())
    };
    let framed = Page { is_framed: true, ..served() };
    let home = "https://host.example/atlas/";
    assert_eq!(out(&framed, "?fixed&country=EGY"), format!("{home}#country=EGY&lang=en"));
    assert_eq!(out(&framed, "view=disputed"), format!("{home}#view=disputed&lang=en"));
    assert_eq!(out(&served(), ""), "");
    assert_eq!(out(&Page { is_framed: true, ..on_disk() }, ""), "");
}

/// What is made of the corpus as if it came from elsewhere, called “Ours”.
fn of_guest<T>(page: &Page, whence: Whence, make: impl FnOnce(&Shown) -> T) -> T {
    let mut source = CORPUS.source().clone();
    let guest = Guest { whence, sha256: Some("0123456789abcdef".repeat(4)) };
    source.title = Some(Text::in_every(|_| "Ours".to_owned()));
    let corpus = Arc::new(Corpus::new(source).expect("the bundled one"));
    let countries = corpus.country_codes();
    let index = Index::new(corpus, &countries);
    let atlas = Atlas::new(index, countries, Lang::En).of(Some(guest));
    make(&Shown { atlas: &atlas, query: &Query::default(), lang: Lang::En, page })
}

#[test]
fn a_corpus_at_an_address_goes_along_in_links_and_embeds_and_is_named() {
    let whence = || Whence::Address("https://news.example/ours.json".to_owned());
    let asked = "?corpus=https%3A//news.example/ours.json";
    let reference = of_guest(&served(), whence(), Reference::of_view);
    assert_eq!(reference.link, format!("https://host.example/atlas/{asked}#lang=en"));
    assert!(reference.sentence.ends_with(" (From the corpus “Ours”.)"), "{}", reference.sentence);
    let chosen = Setting { fixed: true, ..Setting::default() };
    let chosen = Embed { setting: chosen, is_frozen: true, ..Embed::default() };
    let code = of_guest(&served(), whence(), |it| chosen.code(it));
    // Nothing is fixed in it, and no file of the site's own corpus goes with it.
    assert_eq!((code.query.as_str(), code.file), (asked.trim_start_matches('?'), None));
    let frame = format!("<div><iframe src=\"https://host.example/atlas/{asked}\" ");
    assert!(code.frame.starts_with(&frame), "{}", code.frame);
    let element = code.element.unwrap_or_default();
    assert!(element.contains("query=\"corpus=https%3A//news.example/ours.json\""), "{element}");
    assert!(!code.unframed.unwrap_or_default().contains("<img"));
    let citation = of_guest(&served(), whence(), Citation::of_view);
    assert!(citation.text.contains("“Ours”") && citation.text.contains("0123456789abcdef"));
    assert!(citation.csl.contains(asked), "{}", citation.csl);
}

#[test]
fn a_link_to_a_readers_own_corpus_says_for_which_it_was_made() {
    let whence = || Whence::File("ours.json".to_owned());
    let reference = of_guest(&served(), whence(), Reference::of_view);
    assert_eq!(reference.link, "https://host.example/atlas/#lang=en&of=01234567");
    assert_eq!(reference.frame, None);
    let read = |link: &str| link::read(link, "", &CORPUS).of;
    assert_eq!(read("country=EGY&of=01234567").as_deref(), Some("01234567"));
    assert_eq!(read("country=EGY"), None);
}

#[test]
fn an_embed_follows_updates() {
    embeds(
        &served(),
        "country=EGY&transfer=egy-rus-engines",
        Embed::default(),
        expect![[r#"
            Query: country=EGY&transfer=egy-rus-engines
            Frame: <div><iframe src="https://host.example/atlas/?country=EGY&amp;transfer=egy-rus-engines" title="Who is said to arm whom? (Country: EGY)" width="100%" height="640" frameborder="0" loading="lazy" allow="clipboard-write"></iframe></div>
            <p>Claim Atlas (Country: EGY): 2 documents speak of 4 transfers from 1 supplier: 1 is said to have been agreed, 2 planned or under negotiation, 1 both intended and refused or cancelled. 2 each go back to a single origin, 2 to none. 2 are contradicted; none is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened. As of DAY. <a href="https://host.example/atlas/#country=EGY&amp;transfer=egy-rus-engines&amp;lang=en">https://host.example/atlas/#country=EGY&amp;&#8203;transfer=egy-rus-engines&amp;&#8203;lang=en</a></p>
            Element: <script src="https://host.example/atlas/embed.js" async></script>
            <claim-atlas src="https://host.example/atlas/" query="country=EGY&amp;transfer=egy-rus-engines" title="Who is said to arm whom? (Country: EGY)">
            Claim Atlas (Country: EGY): 2 documents speak of 4 transfers from 1 supplier: 1 is said to have been agreed, 2 planned or under negotiation, 1 both intended and refused or cancelled. 2 each go back to a single origin, 2 to none. 2 are contradicted; none is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened. As of DAY. <a href="https://host.example/atlas/#country=EGY&amp;transfer=egy-rus-engines&amp;lang=en">https://host.example/atlas/#country=EGY&amp;&#8203;transfer=egy-rus-engines&amp;&#8203;lang=en</a>
            </claim-atlas>
            Unframed: <p>Claim Atlas (Country: EGY): 2 documents speak of 4 transfers from 1 supplier: 1 is said to have been agreed, 2 planned or under negotiation, 1 both intended and refused or cancelled. 2 each go back to a single origin, 2 to none. 2 are contradicted; none is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened. As of DAY. <a href="https://host.example/atlas/#country=EGY&amp;transfer=egy-rus-engines&amp;lang=en">https://host.example/atlas/#country=EGY&amp;&#8203;transfer=egy-rus-engines&amp;&#8203;lang=en</a></p>"#]],
    );
    embeds(
        &served(),
        "q=a%26b",
        Embed {
            setting: Setting {
                plain: true,
                no_map: true,
                no_filters: true,
                fixed: true,
                theme: Theme::Dark,
            },
            lang: Some(Lang::De),
            is_frozen: false,
        },
        expect![[r#"
            Query: plain&map=off&filters=off&fixed&theme=dark&q=a%26%E2%81%A0b&lang=de
            Frame: <div><iframe src="https://host.example/atlas/de.html?plain&amp;map=off&amp;filters=off&amp;fixed&amp;theme=dark&amp;q=a%26%E2%81%A0b&amp;lang=de" title="Wer soll wem Waffen geben? (Suche: a&amp;b)" width="100%" height="640" frameborder="0" loading="lazy" allow="clipboard-write"></iframe></div>
            <p>Claim Atlas (Suche: a&amp;b): 5 Dokumente sprechen von 16 Transfers von 8 Gebern: 3 sollen geliefert worden sein, 4 vereinbart, 3 geplant oder in Verhandlung, 2 sowohl vorgesehen als auch abgelehnt oder abgesagt, 1 nur erbeten, bei 3 fehlt der Stand. 10 gehen jeweils auf einen einzigen Ursprung zurück, 3 auf mehrere, 3 auf keinen. 2 werden bestritten, 5 sind widersprüchlich; keinen bestätigen beide Seiten. Ein Bericht ist eine Behauptung, kein Ereignis. Dass nichts berichtet wird, heißt nicht, dass nichts geschah. Stand: DAY. <a href="https://host.example/atlas/de.html#q=a%26%E2%81%A0b&amp;lang=de">https://host.example/atlas/de.html#q=a%26%E2%81%A0b&amp;&#8203;lang=de</a></p>
            Element: <script src="https://host.example/atlas/embed.js" async></script>
            <claim-atlas src="https://host.example/atlas/de.html" query="plain&amp;map=off&amp;filters=off&amp;fixed&amp;q=a%26%E2%81%A0b" lang="de" theme="dark" title="Wer soll wem Waffen geben? (Suche: a&amp;b)">
            Claim Atlas (Suche: a&amp;b): 5 Dokumente sprechen von 16 Transfers von 8 Gebern: 3 sollen geliefert worden sein, 4 vereinbart, 3 geplant oder in Verhandlung, 2 sowohl vorgesehen als auch abgelehnt oder abgesagt, 1 nur erbeten, bei 3 fehlt der Stand. 10 gehen jeweils auf einen einzigen Ursprung zurück, 3 auf mehrere, 3 auf keinen. 2 werden bestritten, 5 sind widersprüchlich; keinen bestätigen beide Seiten. Ein Bericht ist eine Behauptung, kein Ereignis. Dass nichts berichtet wird, heißt nicht, dass nichts geschah. Stand: DAY. <a href="https://host.example/atlas/de.html#q=a%26%E2%81%A0b&amp;lang=de">https://host.example/atlas/de.html#q=a%26%E2%81%A0b&amp;&#8203;lang=de</a>
            </claim-atlas>
            Unframed: <p>Claim Atlas (Suche: a&amp;b): 5 Dokumente sprechen von 16 Transfers von 8 Gebern: 3 sollen geliefert worden sein, 4 vereinbart, 3 geplant oder in Verhandlung, 2 sowohl vorgesehen als auch abgelehnt oder abgesagt, 1 nur erbeten, bei 3 fehlt der Stand. 10 gehen jeweils auf einen einzigen Ursprung zurück, 3 auf mehrere, 3 auf keinen. 2 werden bestritten, 5 sind widersprüchlich; keinen bestätigen beide Seiten. Ein Bericht ist eine Behauptung, kein Ereignis. Dass nichts berichtet wird, heißt nicht, dass nichts geschah. Stand: DAY. <a href="https://host.example/atlas/de.html#q=a%26%E2%81%A0b&amp;lang=de">https://host.example/atlas/de.html#q=a%26%E2%81%A0b&amp;&#8203;lang=de</a></p>"#]],
    );
}

#[test]
fn what_shows_no_frame_has_the_picture_of_the_whole_corpus_only_with_the_whole_corpus() {
    let unframed = |link: &str| {
        let code = of(&served(), link, Lang::En, |shown| Embed::default().code(shown));
        code.unframed.unwrap_or_default()
    };
    let picture = "<a href=\"https://host.example/atlas/#lang=en\">\
        <img src=\"https://host.example/atlas/preview.png\"";
    assert!(unframed("").contains(picture), "{}", unframed(""));
    assert!(unframed("country=EGY").starts_with("<p>Claim Atlas (Country: EGY): "));
}

#[test]
fn what_is_copied_as_it_reads_in_an_article_leads_where_its_link_does() {
    let link = "country=EGY~RUS&q=%22helicopter+engines%22&view=disputed";
    let code = of(&served(), link, Lang::En, |shown| Embed::default().code(shown)).frame;
    let (_, text) = code.rsplit_once("\">").expect("a link");
    let text = text.replace("&amp;", "&").replace("&#8203;", "\u{200b}");
    let copied = text.strip_suffix("</a></p>").expect("its end");
    let (_, fragment) = copied.split_once('#').expect("a fragment");
    assert!(
        fragment.contains("=EGY~\u{200b}RUS&\u{200b}q=%22helicopter%20\u{200b}engines"),
        "{fragment}"
    );
    // Browsers write it in their own way.
    for copied in [fragment.to_owned(), fragment.replace('\u{200b}', "%E2%80%8B")] {
        let read = link::read(&copied, "", &CORPUS);
        assert_eq!(Query { lang: None, ..read.query }, link::read(link, "", &CORPUS).query);
        assert!(read.unknown.is_empty(), "{:?}", read.unknown);
    }
}

#[test]
fn an_embed_is_frozen() {
    embeds(
        &served(),
        "country=EGY",
        Embed { is_frozen: true, ..Embed::default() },
        expect![[r#"
            Query: country=EGY
            Frame: <div><iframe src="(its edition).html?country=EGY" title="Who is said to arm whom? (Country: EGY)" width="100%" height="640" frameborder="0" loading="lazy" allow="clipboard-write"></iframe></div>
            <p>Claim Atlas (Country: EGY): 2 documents speak of 4 transfers from 1 supplier: 1 is said to have been agreed, 2 planned or under negotiation, 1 both intended and refused or cancelled. 2 each go back to a single origin, 2 to none. 2 are contradicted; none is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened. As of DAY. <a href="(its edition).html#country=EGY&amp;lang=en">(its edition).html#country=EGY&amp;&#8203;lang=en</a></p>
            File: claim-atlas.html as (its edition).html"#]],
    );
    // A copy has nothing to follow but the site, where that is known.
    embeds(
        &on_disk(),
        "",
        Embed::default(),
        expect![[r#"
            Query: 
            Frame: <div><iframe src="(its edition).html" title="Who is said to arm whom?" width="100%" height="640" frameborder="0" loading="lazy" allow="clipboard-write"></iframe></div>
            <p>Claim Atlas: 5 documents speak of 16 transfers from 8 suppliers: 3 are said to have been delivered, 4 agreed, 3 planned or under negotiation, 2 both intended and refused or cancelled, 1 only asked for, for 3 no status is given. 10 each go back to a single origin, 3 to several, 3 to none. 2 are denied, 5 are contradicted; none is confirmed by both sides. A report is a claim, not an event. That nothing is reported does not mean that nothing happened. As of DAY. <a href="(its edition).html#lang=en">(its edition).html#lang=en</a></p>"#]],
    );
    let known = Page { site: Some(site()), ..on_disk() };
    let element = of(&known, "", Lang::En, |it| Embed::default().code(it).element);
    assert!(element.is_some_and(|it| it.contains("https://site.example/embed.js")));
}

#[test]
fn a_mark_is_read_in_the_query_string_and_that_of_others_is_left_alone() {
    let of = |fragment, search| link::read(fragment, search, &CORPUS).of;
    assert_eq!(of("", "of=01234567").as_deref(), Some("01234567"));
    assert_eq!(of("", "country=EGY&of=ours.json").as_deref(), Some("ours.json"));
    assert_eq!(of("", "page=2&of=10"), None);
    assert_eq!(link::foreign_parameters("page=2&of=10", true), "page=2&of=10");
    assert_eq!(link::foreign_parameters("page=2&of=01234567", true), "page=2");
    assert_eq!(link::read("", "page=2&of=10", &CORPUS).unknown, []);
}

#[test]
fn an_address_that_a_reader_comes_back_to_is_told_from_one_of_this_corpus() {
    let whence = Whence::File("ours.json".to_owned());
    let file = Guest { whence, sha256: Some("0123456789abcdef".repeat(4)) };
    let is_left_over = |fragment, search, guest| {
        link::is_left_over(&link::read(fragment, search, &CORPUS), search, guest, false)
    };
    assert!(is_left_over("country=EGY", "", Some(&file)));
    assert!(is_left_over("country=EGY", "corpus=a.json", None));
    assert!(!is_left_over("country=EGY&of=01234567", "", Some(&file)));
    // What waits for another corpus goes on to do so.
    assert!(!is_left_over("country=EGY&of=89abcdef", "", Some(&file)));
    assert!(!is_left_over("country=EGY", "", None));
}

#[test]
fn a_corpus_without_a_title_is_called_by_where_it_comes_from_and_never_as_the_site() {
    let file = Guest { whence: Whence::File("ours.json".to_owned()), sha256: None };
    let page = Guest { whence: Whence::Page, sha256: None };
    let called = |guest| words::corpus_title(Lang::En, guest, &CORPUS);
    assert_eq!(called(Some(&file)), Some("ours.json"));
    assert_eq!(called(Some(&page)), Some("a corpus without a title"));
    assert_eq!(called(None), None);
    // Nor has it the hash that it says of itself.
    assert!(!words::edition(Lang::En, Some(&page), &CORPUS).contains("SHA-256"));
}
