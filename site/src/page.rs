//! The pages of a release: trunk's own, with the complete list in it, a policy, and, in the single file, everything
//! else as well.

use crate::build::{Asset, Build};
use crate::data;
use crate::pages::Pages;
use crate::policy::Policy;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use claim_atlas::corpus::Lang;
use claim_atlas::{link, words};
use flate2::{Compression, write::GzEncoder};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, doc_comments, element, rewrite_str};
use std::cell::Cell;
use std::io::Write;

/// Run before anything is drawn.
const FIRST: [&str; 2] = [include_str!("../../src/page.js"), include_str!("../../src/height.js")];

/// Starts the program of the single file, which stands in the page as gzip in base64. Behind the glue, which calls the
/// function that starts it so.
const START_SINGLE: &str = "
const text = atob(document.getElementById('program').textContent);
const packed = new Uint8Array(text.length);
for (let at = 0; at < text.length; at++) packed[at] = text.charCodeAt(at);
const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
const program = WebAssembly.compileStreaming(new Response(unpacked, { headers: { 'Content-Type': 'application/wasm' } }));
await claimAtlasDrawn;
START({ module_or_path: program });
";

/// What of trunk's page is the same in every copy.
const KEPT: &str = "head > meta, head > link, body > svg, body > div";

/// What stands in a page besides the list.
struct Parts<'a> {
    /// The complete list.
    list: &'a str,
    /// At the end of the head.
    head: String,
    /// At the end of the body.
    end: String,
    policy: String,
    /// The single file, for a page that has files beside it.
    single: Option<String>,
}

/// The page of the site in a language, whose files stand beside it.
///
/// # Errors
///
/// When trunk's page is not as expected.
pub fn site(build: &Build, pages: &Pages, lang: Lang) -> Result<String> {
    let list = pages.list(lang)?;
    let Build { program: Asset { href: program, .. }, glue: Asset { href: glue, .. }, .. } = build;
    let start = format!(
        "import start from '{glue}';await claimAtlasDrawn;start({{ module_or_path: '{program}' }})"
    );
    let head = pages.head(lang)
        + &pages.cards(lang)
        + &data::links()
        + &FIRST.map(script).concat()
        + &format!("<link rel=\"stylesheet\" href=\"{}\">", build.sheet.href)
        + &style(&list.rules)
        + &format!("<link rel=\"modulepreload\" href=\"{glue}\" crossorigin>")
        + &format!(
            "<link rel=\"preload\" href=\"{program}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
        );
    let policy =
        Policy { scripts: &[FIRST[0], FIRST[1], &start], styles: &[&list.rules], has_files: true }
            .meta();
    put_together(
        build,
        pages,
        lang,
        &Parts {
            head,
            end: module(&start),
            policy,
            list: &list.markup,
            single: Some(link::single_name(lang)),
        },
    )
}

/// The single file in a language: everything in one page, which opens by double-click and asks nobody for anything.
///
/// # Errors
///
/// When trunk's page is not as expected.
pub fn single(build: &Build, pages: &Pages, licences: &str, lang: Lang) -> Result<String> {
    let list = pages.list(lang)?;
    let styles = [list.rules.as_str(), build.sheet.text()?];
    let glue = build.glue.text()?;
    let start = format!("{glue}{}", START_SINGLE.replace("START", exported(glue)?));
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&build.program.content)?;
    let packed = BASE64_STANDARD.encode(packed.finish()?);
    // Before what runs first, which looks whether somebody has put a corpus in.
    let head = pages.head(lang)
        + "<script data-kept type=\"application/json\" id=\"corpus\"></script>"
        + &FIRST.map(script).concat()
        + &styles.iter().copied().map(style).collect::<String>();
    // Licences go with each copy; in a script, so that a search in the page does not find them.
    let end =
        format!("<script data-kept type=\"text/plain\" id=\"licences\">\n{licences}</script>")
            + &format!("<script data-kept type=\"text/plain\" id=\"program\">{packed}</script>")
            + &module(&start);
    let policy =
        Policy { scripts: &[FIRST[0], FIRST[1], &start], styles: &styles, has_files: false }.meta();
    put_together(build, pages, lang, &Parts { head, end, policy, list: &list.markup, single: None })
}

/// The name of the function that a module exports as its default.
fn exported(glue: &str) -> Result<&str> {
    let (before, _) = glue.rsplit_once(" as default").context("the glue has no default export")?;
    let name = before.rsplit([',', '{', ' ']).next().unwrap_or_default();
    ensure!(!name.is_empty(), "the glue's default export has no name");
    Ok(name)
}

fn script(content: &str) -> String {
    format!("<script data-kept>{content}</script>")
}

fn module(content: &str) -> String {
    format!("<script data-kept type=\"module\">{content}</script>")
}

fn style(content: &str) -> String {
    format!("<style data-kept>{content}</style>")
}

/// What becomes of a part of trunk's page.
enum Change<'a> {
    /// It says which language the page is in, how that is written, and where the single file is.
    Root(Lang, Option<&'a str>),
    /// Something follows it.
    After(&'a str),
    /// It holds this text.
    Text(&'a str),
    /// It holds this markup.
    Fill(&'a str),
    /// It ends with this markup.
    Append(&'a str),
    /// It goes.
    Remove,
}

/// Trunk's page with everything in its place. What trunk has put in to load its files goes: the parts bring their own.
fn put_together(build: &Build, pages: &Pages, lang: Lang, parts: &Parts) -> Result<String> {
    let title = pages.title(lang);
    let words = words::words(lang);
    let failure = format!(
        "<p class=\"of-list\">{}</p><p class=\"of-brought\">{}</p><code></code>",
        words.not_started, words.guest.not_started
    );
    // Where something is missing, or a script is there that the policy does not know, nothing is written. The scripts
    // are those that run first, and what trunk starts the program with.
    let changes = [
        ("html", 1, Change::Root(lang, parts.single.as_deref())),
        ("meta[charset]", 1, Change::After(&parts.policy)),
        ("title", 1, Change::Text(&title)),
        ("head", 1, Change::Append(&parts.head)),
        ("#failure", 1, Change::Fill(&failure)),
        ("#atlas", 1, Change::Fill(parts.list)),
        ("body", 1, Change::Append(&parts.end)),
        ("script", FIRST.len() + 1, Change::Remove),
        ("link[rel=stylesheet]", build.sheets, Change::Remove),
        ("link[rel=modulepreload]", 1, Change::Remove),
        ("link[rel=preload]", 1, Change::Remove),
    ];
    let counts = changes.each_ref().map(|_| Cell::new(0));
    // Comments are for those who change the page.
    let mut settings =
        RewriteStrSettings::new().append_document_content_handler(doc_comments!(|comment| {
            comment.remove();
            Ok(())
        }));
    // What a copy of the single file takes over; its title and what is said of the corpus are its own.
    settings = settings.append_element_content_handler(element!(KEPT, |element| {
        element.set_attribute("data-kept", "")?;
        Ok(())
    }));
    for ((selector, _, change), count) in changes.iter().zip(&counts) {
        settings = settings.append_element_content_handler(element!(*selector, |element| {
            count.set(count.get() + 1);
            apply(change, element)
        }));
    }
    let page = rewrite_str(&build.page, settings).context("trunk's page cannot be read")?;
    for ((selector, wanted, _), count) in changes.iter().zip(&counts) {
        let found = count.get();
        ensure!(
            found == *wanted,
            "trunk's page has {found} × `{selector}`, not {wanted} ×: hold index.html and site/src/page.rs together"
        );
    }
    // A mark of the encoding, which counts for more than a host's wrong header.
    Ok(format!("\u{feff}{page}"))
}

fn apply(change: &Change, element: &mut Element) -> HandlerResult {
    match change {
        Change::Root(lang, single) => {
            element.set_attribute("lang", lang.tag())?;
            element.set_attribute("dir", lang.direction())?;
            // For the script that runs first. The language it looks at by itself.
            element.set_attribute("data-languages", &Lang::ALL.map(Lang::tag).join(" "))?;
            let keys: Vec<&str> = link::changing_keys().collect();
            element.set_attribute("data-keys", &keys.join(" "))?;
            // A page of its own language is opened for that language, whatever the reader's browser says.
            if *lang != Lang::REFERENCE {
                element.set_attribute("data-page", lang.tag())?;
            }
            if let Some(single) = single {
                element.set_attribute("data-single", single)?;
            }
        }
        Change::After(markup) => element.after(markup, ContentType::Html),
        Change::Text(text) => element.set_inner_content(text, ContentType::Text),
        Change::Fill(markup) => element.set_inner_content(markup, ContentType::Html),
        Change::Append(markup) => element.append(markup, ContentType::Html),
        Change::Remove => element.remove(),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{exported, single, site};
    use crate::build::{Asset, Build};
    use crate::pages::Pages;
    use crate::pages::tests::with_pages;
    use anyhow::Result;
    use claim_atlas::corpus::Lang;

    /// A page as trunk writes it.
    const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title>\
        <script>first()</script><script>height()</script><link rel=stylesheet href=a.css><link rel=modulepreload href=g.js>\
        <link rel=preload as=fetch href=p.wasm></head><body>\
        <div id=failure></div><div id=atlas></div><script type=module>start()</script></body></html>";

    fn build(page: &str) -> Build {
        let asset =
            |href: &str, content: &str| Asset { href: href.to_owned(), content: content.into() };
        Build {
            page: page.to_owned(),
            program: asset("p-1.wasm", "\0asm"),
            glue: asset("g-1.js", "function a(){}export{b as initSync,a as default};"),
            sheet: asset("s-1.css", "p{}"),
            sheets: 1,
        }
    }

    fn of_both(page: &str, check: impl Fn(Result<String>)) {
        with_pages(None, |pages: &Pages| {
            check(site(&build(page), pages, Lang::De));
            check(single(&build(page), pages, "Licences", Lang::De));
        });
    }

    #[test]
    fn a_page_holds_its_list_and_only_known_scripts() {
        of_both(PAGE, |page| {
            let page = page.expect("a page");
            assert!(
                page.contains(
                    " lang=\"de\" dir=\"ltr\" data-languages=\"ar de en fr pl uk\" data-keys=\"country category "
                )
            );
            assert!(page.contains(" data-page=\"de\""));
            assert!(page.starts_with("\u{feff}<!doctype html>"));
            assert!(!page.contains("first()") && !page.contains("start()"));
            let data =
                page.matches("text/plain").count() + page.matches("application/json\" id").count();
            assert_eq!(page.matches("<script").count() - data, 3);
            assert!(page.contains("claimAtlasDrawn") && page.contains("Ägypten"));
            assert!(page.contains("Unten steht die vollständige Liste"));
        });
    }

    #[test]
    fn the_single_file_names_no_other() {
        with_pages(None, |pages: &Pages| {
            let page = single(&build(PAGE), pages, "Licences", Lang::En).expect("a page");
            assert!(page.contains("id=\"licences\">\nLicences</script>"));
            assert!(!page.contains("data-single"));
            assert!(
                page.contains("a({ module_or_path")
                    && page.contains("<style data-kept>p{}</style>")
            );
            for href in ["p-1.wasm", "g-1.js", "s-1.css", "a.css"] {
                assert!(!page.contains(href), "{href}");
            }
        });
    }

    #[test]
    fn a_page_that_is_not_as_expected_is_refused() {
        let scripts = PAGE.replace("</head>", "<script>unknown()</script></head>");
        of_both(&scripts, |page| {
            let said = page.expect_err("a script that no policy names").to_string();
            assert!(said.starts_with("trunk's page has 4 × `script`, not 3 ×"), "{said}");
        });
        of_both(&PAGE.replace("<div id=failure></div>", ""), |page| {
            let said = page.expect_err("no failure line").to_string();
            assert!(said.starts_with("trunk's page has 0 × `#failure`, not 1 ×"), "{said}");
        });
    }

    #[test]
    fn the_start_is_what_the_glue_exports() {
        let name = |glue| exported(glue).ok();
        assert_eq!(name("export { initSync, __wbg_init as default };"), Some("__wbg_init"));
        assert_eq!(name("export{a as initSync,b as default}"), Some("b"));
        assert_eq!(name("export const a = 1;"), None);
    }
}
