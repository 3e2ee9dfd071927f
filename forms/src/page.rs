//! The page of the site: what trunk has built, with the plain page in it, what a link to it shows
//! elsewhere, and a policy that allows its own files only.

use crate::slim::slim;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use claim_atlas::corpus::{Lang, Text};
use claim_atlas::desk::picture::{HEIGHT, WIDTH};
use claim_atlas::desk::{iframe, page_name};
use claim_atlas::evidence::{self, Standing};
use claim_atlas::markup::{Folds, Opened, Selection, Shown, plain};
use claim_atlas::query::{Index, Query};
use claim_atlas::{place, words};
use sha2::{Digest, Sha256};

/// What the pages are made from.
pub struct Atlas<'a> {
    /// The corpus, ready to be selected from.
    pub index: &'a Index,
    /// The countries' names, a text for each in the corpus's order.
    pub countries: &'a [Text],
    /// The address of the site, with a slash at its end, where it is known.
    pub site: Option<&'a str>,
}

/// The name of a language's preview picture.
#[must_use]
pub fn preview_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "preview.png",
        Lang::De => "preview-de.png",
    }
}

/// The name of a language's answer to oEmbed.
#[must_use]
pub fn oembed_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "oembed.json",
        Lang::De => "oembed-de.json",
    }
}

impl Atlas<'_> {
    /// The page in a language, from the one that trunk has built; without a policy yet, since that
    /// names everything that is in it.
    ///
    /// # Errors
    ///
    /// When trunk's page is not as expected.
    pub fn fill(&self, built: &str, lang: Lang) -> Result<String> {
        let tag = lang.tag();
        // A page of its own language is opened for that language, whatever the reader's browser says.
        let own = if lang == Lang::En { String::new() } else { format!(" data-page={tag}") };
        let page = replaced(built, " lang=en><meta ", &format!(" lang={tag}{own}><meta "))?;
        let page = replaced(&page, "<title>Claim Atlas</title>", &self.head(lang))?;
        let root = "<div class=atlas id=atlas>";
        replaced(&page, root, &format!("{root}{}", self.plain(lang)))
    }

    /// The same with what other sites show of a link to it; a file is linked from nowhere.
    ///
    /// # Errors
    ///
    /// When the page has no place for it.
    pub fn announced(&self, filled: &str, lang: Lang) -> Result<String> {
        replaced(filled, "</head>", &format!("{}</head>", self.cards(lang)))
    }

    fn plain(&self, lang: Lang) -> String {
        let (query, folds) = (Query::default(), Folds::default());
        let selection = Selection::new(self.index, &query);
        slim(&plain(&Shown {
            index: self.index,
            countries: self.countries,
            lang,
            query: &query,
            pointed: None,
            folds: &folds,
            opened: &Opened::default(),
            listed: &Opened::default(),
            copied: None,
            unread: &[],
            selection: &selection,
        }))
    }

    /// Title and description, the map's layout, and where the site stands.
    fn head(&self, lang: Lang) -> String {
        let words = words::words(lang);
        // The map's layout is the corpus's, so it stands in no style sheet; later the program brings it.
        let map = place::rules(self.index.corpus());
        let mut head =
            format!("<title>{} – {}</title><style>{map}</style>", words.title, words.site);
        head += &meta("name", "description", &self.description(lang));
        let Some(site) = self.site else { return head };
        head += &link("canonical", "", &address(site, lang));
        for other in Lang::ALL {
            head +=
                &link("alternate", &format!(" hreflang={}", other.tag()), &address(site, other));
        }
        head
    }

    fn description(&self, lang: Lang) -> String {
        let all: Vec<usize> = (0..self.index.corpus().source().transfers.len()).collect();
        let figures = evidence::summary(Standing::all(self.index.corpus()), &all);
        format!("{} {}", words::summary(lang, &figures), words::words(lang).caveat)
    }

    /// Open Graph, and where oEmbed is answered.
    fn cards(&self, lang: Lang) -> String {
        let words = words::words(lang);
        let description = self.description(lang);
        let mut cards = [
            meta("property", "og:type", "website"),
            meta("property", "og:site_name", words.site),
            meta("property", "og:title", words.title),
            meta("property", "og:description", &description),
            meta("property", "og:locale", if lang == Lang::De { "de_DE" } else { "en_GB" }),
            meta("name", "twitter:card", "summary_large_image"),
        ]
        .concat();
        let Some(site) = self.site else { return cards };
        cards += &meta("property", "og:url", &address(site, lang));
        cards += &meta("property", "og:image", &format!("{site}{}", preview_name(lang)));
        cards += &meta("property", "og:image:width", &WIDTH.to_string());
        cards += &meta("property", "og:image:height", &HEIGHT.to_string());
        cards += &meta("property", "og:image:alt", &description);
        let answer = format!("{site}{}", oembed_name(lang));
        cards + &link("alternate", " type=application/json+oembed", &answer)
    }

    /// The answer to oEmbed: how to show the page in another.
    #[must_use]
    pub fn oembed(&self, lang: Lang) -> Option<String> {
        let site = self.site?;
        let words = words::words(lang);
        let (width, height) = (800, 640);
        let html = iframe(&address(site, lang), words.title);
        let answer = serde_json::json!({
            "version": "1.0",
            "type": "rich",
            "title": words.title,
            "provider_name": words.site,
            "provider_url": site,
            "width": width,
            "height": height,
            "html": html,
            "thumbnail_url": format!("{site}{}", preview_name(lang)),
            "thumbnail_width": WIDTH,
            "thumbnail_height": HEIGHT,
        });
        Some(answer.to_string())
    }
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    let content = content.replace('&', "&amp;").replace('"', "&quot;");
    format!("<meta {kind}={name} content=\"{content}\">")
}

fn link(relation: &str, more: &str, to: &str) -> String {
    format!("<link rel={relation}{more} href=\"{to}\">")
}

/// The address of a language's page on the site.
fn address(site: &str, lang: Lang) -> String {
    match page_name(lang) {
        "index.html" => site.to_owned(),
        name => format!("{site}{name}"),
    }
}

/// A page with the policy that allows what it brings along, by its hash, and besides what `sources`
/// names for scripts, styles, connections and frames.
///
/// # Errors
///
/// When the page has no place for it.
pub fn with_policy(page: &str, sources: &Sources) -> Result<String> {
    let hashes = |element: &str| {
        let mut hashes = String::new();
        for content in contents_of(page, element) {
            push_hash(&mut hashes, content);
        }
        hashes
    };
    let Sources { own, frames, later } = sources;
    let mut scripts = hashes("script");
    if let Some(script) = later {
        push_hash(&mut scripts, script);
    }
    let policy = format!(
        "default-src 'none'; script-src{own}{} 'wasm-unsafe-eval'; style-src{own}{}; \
         {}img-src data:; frame-src {frames}; base-uri 'none'; form-action 'none'",
        scripts,
        hashes("style"),
        if own.is_empty() { String::new() } else { format!("connect-src{own}; ") },
    );
    let charset = "<meta charset=utf-8>";
    let meta = format!("{charset}<meta http-equiv=Content-Security-Policy content=\"{policy}\">");
    replaced(page, charset, &meta)
}

fn push_hash(hashes: &mut String, content: &str) {
    hashes.push_str(" 'sha256-");
    hashes.push_str(&BASE64_STANDARD.encode(Sha256::digest(content)));
    hashes.push('\'');
}

/// What a page may load beside what it brings along.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// Where its scripts, styles and data lie, with a space before it; empty where it has none.
    pub own: &'static str,
    /// What it may show in frames.
    pub frames: &'static str,
    /// The script that it adds to itself, where it does.
    pub later: Option<&'a str>,
}

/// The contents of every element of a kind that says so itself, as scripts and styles do.
fn contents_of<'a>(page: &'a str, element: &str) -> impl Iterator<Item = &'a str> {
    let (begin, end) = (format!("<{element}"), format!("</{element}>"));
    let pieces: Vec<&str> = page.split(begin.as_str()).skip(1).collect();
    pieces.into_iter().filter_map(move |piece| {
        let (tag, rest) = piece.split_once('>')?;
        let content = rest.split_once(end.as_str())?.0;
        // A data block is not run.
        let is_run = !tag.contains("text/plain") && !tag.contains(" src=");
        is_run.then_some(content)
    })
}

/// A text with one part replaced, which must stand there once.
///
/// # Errors
///
/// When it does not.
pub fn replaced(text: &str, part: &str, by: &str) -> Result<String> {
    match text.matches(part).count() {
        1 => Ok(text.replacen(part, by, 1)),
        0 => bail!("trunk's page has no {part}"),
        count => bail!("trunk's page has {part} {count} times"),
    }
}

/// Cuts the part of a text that begins with one mark and ends with another out of it.
///
/// # Errors
///
/// When there is no such part.
pub fn cut(text: &str, begin: &str, end: &str) -> Result<(String, String)> {
    let (before, rest) = text.split_once(begin).with_context(|| format!("there is no {begin}"))?;
    let (part, after) = rest.split_once(end).with_context(|| format!("{begin} does not end"))?;
    ensure!(!after.contains(begin), "there is more than one {begin}");
    Ok((format!("{before}{after}"), format!("{begin}{part}{end}")))
}

#[cfg(test)]
mod tests {
    use super::{Atlas, Sources, with_policy};
    use anyhow::Result;
    use claim_atlas::BUNDLED;
    use claim_atlas::corpus::{Corpus, Lang, Source, Text};
    use claim_atlas::query::Index;

    /// A page as trunk writes it.
    const BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8><meta name=a><title>Claim Atlas</title>\
        <script>a()</script></head><body><div class=atlas id=atlas></div></body></html>";

    fn with_atlas<T>(site: Option<&str>, make: impl FnOnce(&Atlas) -> T) -> T {
        let source = Source::read(BUNDLED).expect("the asset");
        let corpus: &'static Corpus =
            Box::leak(Box::new(Corpus::new(source).expect("its references")));
        let code = |id: &str| Text { de: id.to_owned(), en: id.to_owned() };
        let countries: Vec<Text> =
            corpus.source().countries.iter().map(|it| code(&it.id)).collect();
        let index = Index::new(corpus, &countries);
        make(&Atlas { index: &index, countries: &countries, site })
    }

    #[test]
    fn a_link_shows_what_it_promises() -> Result<()> {
        let site = "https://site.example/atlas/";
        let page = with_atlas(Some(site), |atlas| {
            atlas.announced(&atlas.fill(BUILT, Lang::De)?, Lang::De)
        })?;
        for part in [
            "<html lang=de data-page=de>",
            "<title>Wer soll wem Waffen geben? – Claim Atlas</title>",
            "og:image content=\"https://site.example/atlas/preview-de.png\"",
            "rel=canonical href=\"https://site.example/atlas/de.html\"",
            "hreflang=en href=\"https://site.example/atlas/\"",
            "json+oembed href=\"https://site.example/atlas/oembed-de.json\"",
            // The sentence is made from the data.
            "og:description content=\"In 5\u{a0}Dokumenten",
        ] {
            assert!(page.contains(part), "{part} is not in {}", &page[..2000]);
        }
        let answer = with_atlas(Some(site), |atlas| atlas.oembed(Lang::En)).expect("an answer");
        let answer: serde_json::Value = serde_json::from_str(&answer)?;
        assert_eq!(answer["type"], "rich");
        assert_eq!(answer["thumbnail_url"], "https://site.example/atlas/preview.png");
        // Without an address nothing is promised that is not there.
        let page =
            with_atlas(None, |atlas| atlas.announced(&atlas.fill(BUILT, Lang::En)?, Lang::En))?;
        assert!(!page.contains("og:image") && !page.contains("canonical"));
        Ok(())
    }

    #[test]
    fn a_policy_names_what_is_in_the_page() -> Result<()> {
        let page = with_policy(BUILT, &Sources { own: "", frames: "'none'", later: Some("b()") })?;
        // SHA-256 of `a()`, in base64.
        let hash = "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='";
        assert!(
            page.contains("default-src 'none'") && page.contains("'wasm-unsafe-eval'"),
            "{page}"
        );
        // SHA-256 of `b()`, which is not in the page yet.
        assert!(page.contains("'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc='"), "{page}");
        assert!(page.contains(hash) && !page.contains("connect-src"), "{page}");
        assert!(with_policy("<html>", &Sources { own: "", frames: "", later: None }).is_err());
        Ok(())
    }

    #[test]
    fn the_picture_has_the_size_that_is_asked_for() -> Result<()> {
        let picture = with_atlas(None, |atlas| atlas.preview(Lang::En))?;
        // The header of a PNG: width and height in four bytes each.
        let side =
            |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((side(16), side(20)), (1200, 630));
        Ok(())
    }
}
