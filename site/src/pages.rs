//! What the core has to say in a page: the complete list, and what a link to it shows elsewhere.

use anyhow::{Context, Result};
use claim_atlas::atlas::Atlas;
use claim_atlas::corpus::{ClaimId, Corpus, CountryNames, Lang};
use claim_atlas::evidence::{self, Trust};
use claim_atlas::link::{escaped, iframe, page_name, preview_name, single_name};
use claim_atlas::query::Index;
use claim_atlas::ui::{HEIGHT, WIDTH, prerendered};
use claim_atlas::words;
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str};
use std::cell::RefCell;
use std::sync::Arc;

/// What the pages are made from.
pub struct Pages<'a> {
    /// The corpus.
    pub corpus: Arc<Corpus>,
    /// The countries' names.
    pub countries: CountryNames,
    /// The address of the site, with a slash at its end, where it is known.
    pub site: Option<&'a str>,
}

/// The name of a language's answer to oEmbed.
#[must_use]
pub fn oembed_name(lang: Lang) -> String {
    if lang == Lang::REFERENCE {
        "oembed.json".to_owned()
    } else {
        format!("oembed-{}.json", lang.tag())
    }
}

/// The complete list of a page.
pub struct List {
    /// Its markup.
    pub markup: String,
    /// The style rules of single elements in it.
    pub rules: String,
}

impl Pages<'_> {
    /// The page's title in a language: what it is called, and the site.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        [&self.called(lang), words::words(lang).site].join(" – ")
    }

    /// What the page is called: a corpus that has a title comes first.
    fn called(&self, lang: Lang) -> String {
        let own = words::corpus_title(lang, None, &self.corpus);
        let parts = [own, Some(words::words(lang).title)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
    }

    /// The page, as the program first draws it, with every claim. What leads somewhere is a link, which the program
    /// reads when it starts; what needs the program cannot be pressed.
    ///
    /// # Errors
    ///
    /// When what the components draw is no markup.
    pub fn list(&self, lang: Lang) -> Result<List> {
        let index = Index::new(Arc::clone(&self.corpus), &self.countries);
        let atlas = Atlas::new(index, self.countries.clone(), lang).prerendered();
        let list = prerendered(Arc::new(atlas));
        let rules = RefCell::new(String::new());
        let disabled = element!("button, input", |control| {
            control.set_attribute("disabled", "")?;
            Ok(())
        });
        // The policy of the page allows no style on an element, so a sheet has it.
        let styled = element!("[style]", |element| {
            let id = element.get_attribute("id").unwrap_or_default();
            let style = element.get_attribute("style").unwrap_or_default();
            element.remove_attribute("style");
            rules.borrow_mut().extend(["#", &id, "{", &style, "}"]);
            Ok(())
        });
        // What would tell a program that takes the page over which node is which: none does.
        let markers = doc_comments!(|comment| {
            comment.remove();
            Ok(())
        });
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(disabled)
            .append_element_content_handler(styled)
            .append_document_content_handler(markers);
        let markup = rewrite_str(&list, settings).context("the list is no markup")?;
        Ok(List { markup, rules: rules.into_inner() })
    }

    /// What it is about, and where the site stands.
    pub(crate) fn head(&self, lang: Lang) -> String {
        let mut head = meta("name", "description", &self.description(lang));
        let Some(site) = self.site else { return head };
        head += &link("canonical", "", &address(site, lang));
        for other in Lang::ALL {
            head +=
                &link("alternate", &format!(" hreflang={}", other.tag()), &address(site, other));
        }
        head
    }

    fn description(&self, lang: Lang) -> String {
        let all: Vec<_> = self.corpus.transfer_ids().collect();
        let is_context = |it: &ClaimId| self.corpus.transfer_of(*it).is_none();
        let context: Vec<_> = self.corpus.claim_ids().filter(is_context).collect();
        let findings = evidence::Findings::new(Trust::all(&self.corpus));
        let figures = evidence::summary(&self.corpus, &findings, &all, &context);
        let (scope, agreement) = (words::scope(lang, &figures), words::agreement(lang, &figures));
        [&scope, &agreement, words::words(lang).caveat].join(" ")
    }

    /// The address of a language's page on the site, where that is known.
    pub(crate) fn address(&self, lang: Lang) -> Option<String> {
        self.site.map(|site| address(site, lang))
    }

    /// What other sites show of a link to it: Open Graph, and where oEmbed is answered. A file is linked from nowhere.
    pub(crate) fn cards(&self, lang: Lang) -> String {
        let words = words::words(lang);
        let description = self.description(lang);
        let mut cards = [
            meta("property", "og:type", "website"),
            meta("property", "og:site_name", words.site),
            meta("property", "og:title", &self.called(lang)),
            meta("property", "og:description", &description),
            meta("property", "og:locale", words.locale.open_graph),
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

    /// The answer to oEmbed: how to show the page in another. `WordPress` puts the frame into a sandbox that has no origin,
    /// where the site's files are refused, so the single file stands in it; and until that has told its height, the
    /// quotation in front of it.
    #[must_use]
    pub fn oembed(&self, lang: Lang) -> Option<String> {
        let site = self.site?;
        let words = words::words(lang);
        let (width, height) = (800, 640);
        let (address, called) = (address(site, lang), self.called(lang));
        let html = format!(
            "<blockquote><a href=\"{address}\">{}</a> {}</blockquote>{}",
            escaped(&called),
            escaped(&self.description(lang)),
            iframe(&format!("{site}{}", single_name(lang)), &called)
        );
        let answer = serde_json::json!({
            "version": "1.0",
            "type": "rich",
            "title": called,
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
    if lang == Lang::REFERENCE { site.to_owned() } else { format!("{site}{}", page_name(lang)) }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::Pages;
    use anyhow::Result;
    use claim_atlas::BUNDLED;
    use claim_atlas::corpus::{Corpus, CountryNames, Lang, Source, Text};
    use std::sync::Arc;

    pub(crate) fn with_pages<T>(site: Option<&str>, make: impl FnOnce(&Pages) -> T) -> T {
        let source = Source::read(BUNDLED).expect("the asset");
        let corpus = Arc::new(Corpus::new(source).expect("its references"));
        let code = |id: &str| Text::in_every(|_| id.to_owned());
        let countries: CountryNames =
            corpus.source().countries.iter().map(|it| code(&it.id)).collect();
        make(&Pages { corpus, countries, site })
    }

    #[test]
    fn a_link_shows_what_it_promises() -> Result<()> {
        let site = "https://site.example/atlas/";
        let page = with_pages(Some(site), |pages| pages.head(Lang::De) + &pages.cards(Lang::De));
        for part in [
            "og:image content=\"https://site.example/atlas/preview-de.png\"",
            "rel=canonical href=\"https://site.example/atlas/de.html\"",
            "hreflang=en href=\"https://site.example/atlas/\"",
            "json+oembed href=\"https://site.example/atlas/oembed-de.json\"",
            // The sentence is made from the data.
            "og:description content=\"5\u{a0}Dokumente sprechen von ",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        let answer = with_pages(Some(site), |pages| pages.oembed(Lang::En)).expect("an answer");
        let answer: serde_json::Value = serde_json::from_str(&answer)?;
        assert_eq!(answer["type"], "rich");
        assert_eq!(answer["thumbnail_url"], "https://site.example/atlas/preview.png");
        let html = answer["html"].as_str().unwrap_or_default();
        assert!(html.starts_with("<blockquote><a href=\"https://site.example/atlas/\">"), "{html}");
        let frame = "</blockquote><iframe src=\"https://site.example/atlas/claim-atlas.html\" ";
        assert!(html.contains(frame), "{html}");
        // Without an address nothing is promised that is not there.
        let page = with_pages(None, |pages| pages.head(Lang::En) + &pages.cards(Lang::En));
        assert!(!page.contains("og:image") && !page.contains("canonical"));
        Ok(())
    }

    #[test]
    fn a_corpus_with_a_title_is_named_wherever_a_page_is() -> Result<()> {
        let title = "Ours & <theirs>";
        let mut source = Source::read(BUNDLED)?;
        source.title = Some(Text::in_every(|_| title.to_owned()));
        let corpus = Arc::new(Corpus::new(source).map_err(anyhow::Error::msg)?);
        let code = |id: &str| Text::in_every(|_| id.to_owned());
        let countries = corpus.source().countries.iter().map(|it| code(&it.id)).collect();
        let pages = Pages { corpus, countries, site: Some("https://site.example/") };
        assert!(pages.title(Lang::En).starts_with("Ours & <theirs> – "));
        let cards = pages.cards(Lang::En);
        assert!(cards.contains("og:title content=\"Ours &amp; <theirs> – "), "{cards}");
        let answer: serde_json::Value =
            serde_json::from_str(&pages.oembed(Lang::En).unwrap_or_default())?;
        assert!(answer["title"].as_str().is_some_and(|it| it.starts_with(title)), "{answer}");
        let html = answer["html"].as_str().unwrap_or_default();
        assert!(html.contains("Ours &amp; &lt;theirs&gt; – "), "{html}");
        assert!(pages.list(Lang::En)?.markup.contains("Ours &amp; &lt;theirs&gt;"));
        let [json, csv] = pages.data();
        assert!(json.text.contains(title) && csv.text.contains(title));
        Ok(())
    }

    #[test]
    fn what_leads_somewhere_is_a_link_and_the_rest_is_disabled() -> Result<()> {
        let list = with_pages(None, |pages| pages.list(Lang::En))?.markup;
        assert!(list.contains("href=\"#country=EGY\""), "{list}");
        // Without the program they lead into the list.
        for id in ["country=EGY", "transfer=egy-rus-engines"] {
            assert_eq!(list.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
        }
        for control in list.split("<button").skip(1).chain(list.split("<input").skip(1)) {
            let tag = control.split('>').next().unwrap_or_default();
            assert!(tag.contains(" disabled"), "{tag}");
        }
        Ok(())
    }

    #[test]
    fn the_picture_has_the_size_that_is_asked_for() -> Result<()> {
        let picture = with_pages(None, |pages| pages.preview(Lang::En))?;
        // The header of a PNG: width and height in four bytes each.
        let side =
            |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((side(16), side(20)), (1200, 630));
        Ok(())
    }
}
