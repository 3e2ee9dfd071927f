//! The check of a reader's own copy: pasted, opened, dropped; it never leaves the page.

use crate::{Visit, follow, follow_as, press_button};
use anyhow::{Context, ensure};
use claim_atlas_tests::{Find, Name, Outcome, Page, Part, Reader, Result};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs;
use xtask::place;

const CHECK: &str = "Check your own copy";
const PASTE: &str = "Paste an article, with all that stands around it";
const DOCUMENT: &str = "1bfa4327f3dac170";

/// A text that nobody wrote and that fits a document's fingerprints: a paragraph for each of those that claims name,
/// of words that are none, chosen so that runs of three have hashes that are kept, and all of them the paragraph's.
///
/// That this can be done shows that to fit says nothing of what a text says; here it stands for an article that the
/// project does not hold.
fn forged() -> Result<Vec<String>> {
    let file = place::root().join(format!("seeds/fingerprints/{DOCUMENT}.json"));
    let kept: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let paragraphs = kept.get("paragraphs").and_then(Value::as_array).context("no paragraphs")?;
    paragraphs.iter().map(forge).collect()
}

fn forge(paragraph: &Value) -> Result<String> {
    let hashes = paragraph.get("hashes").and_then(Value::as_str).context("no hashes")?;
    let number = |key| paragraph.get(key).and_then(Value::as_u64).context("no number");
    let (count, whole) = (usize::try_from(number("words")?)?, u32::try_from(number("whole")?)?);
    let digits = hashes.as_bytes().chunks(4).map(std::str::from_utf8);
    let mut left = Vec::new();
    for digits in digits {
        left.push(u16::from_str_radix(digits?, 16)?);
    }
    // Paragraphs begin apart, so that none is like another.
    let begin = left.first().copied().map(usize::from).context("no hashes")?;
    let mut words = vec![word(begin), word(begin * 7 + 1)];
    // The last two are for the hash of all; as many as are kept are spread over the others.
    let (kept, steps) = (left.len(), count.saturating_sub(4));
    for step in 0..steps {
        let so_far = words.iter().skip(words.len() - 2).fold(BEGIN, |hash, word| add(hash, word));
        let is_free = step * kept / steps == (step + 1) * kept / steps;
        let mut tried = (step * 31..20_000_000).map(word);
        let next = tried.find(|word| is_free || left.contains(&folded(add(so_far, word))));
        let next = next.context("no word fits")?;
        left.retain(|hash| *hash != folded(add(so_far, &next)));
        words.push(next);
    }
    words.extend(last_two(&words, whole).context("no two words fit")?);
    Ok(words.join(" "))
}

/// Two words with which a paragraph has a hash: forwards from its beginning, and backwards from the hash.
fn last_two(words: &[String], whole: u32) -> Option<[String; 2]> {
    const TRIED: usize = 1 << 18;
    let begin = words.iter().fold(0x811c_9dc5, |hash, word| add_32(hash, word));
    let forwards: HashMap<u32, usize> =
        (0..TRIED).map(|at| (add_32(begin, &word(at)), at)).collect();
    (0..TRIED).find_map(|at| {
        let last = word(at);
        let first = forwards.get(&without_32(whole, &last))?;
        Some([word(*first), last])
    })
}

/// The multiplier of the hash of 32 bits, and what undoes it.
const TIMES: u32 = 0x0100_0193;
const UNDOES: u32 = 0x359c_449b;

fn add_32(hash: u32, word: &str) -> u32 {
    let bytes = word.bytes().chain([b' ']);
    bytes.fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(TIMES))
}

fn without_32(hash: u32, word: &str) -> u32 {
    let bytes = [b' '].into_iter().chain(word.bytes().rev());
    bytes.fold(hash, |hash, byte| hash.wrapping_mul(UNDOES) ^ u32::from(byte))
}

/// A word for each number, without vowels, so that nothing in it is an umlaut.
fn word(mut number: usize) -> String {
    const LETTERS: [char; 20] = [
        'b', 'c', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w',
        'x', 'z',
    ];
    let mut word = String::from("x");
    while number > 0 {
        word.extend(LETTERS.get(number % LETTERS.len()));
        number /= LETTERS.len();
    }
    word
}

/// The hash of fingerprints, which is permanent.
const BEGIN: u64 = 0xcbf2_9ce4_8422_2325;

fn add(hash: u64, word: &str) -> u64 {
    let bytes = word.bytes().chain([b' ']);
    bytes.fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn folded(hash: u64) -> u16 {
    let half = hash ^ (hash >> 32);
    u16::try_from((half ^ (half >> 16)) & 0xffff).unwrap_or_default()
}

async fn open_check() -> Result<(Visit, Part)> {
    let visit = follow("").await?;
    press_button(&visit.page, CHECK).await?;
    let field = visit.page.by_role("textbox", PASTE).await?;
    Ok((visit, field))
}

/// Puts a text into the field that has the focus, as pasting does.
async fn paste(page: &Page, field: &Part, text: &str) -> Result {
    field.click().await?;
    page.value("void document.activeElement.select()").await?;
    let pasted = format!("document.execCommand('insertText', false, {})", json!(text));
    ensure!(page.value(&pasted).await? == true, "nothing could be pasted");
    Ok(())
}

/// Waits until the panel reads a text.
async fn until_said(page: &Page, text: &str) -> Result {
    page.by_role("region", CHECK).await?.until_text(text).await
}

#[tokio::test]
async fn a_copy_is_recognised_and_led_to_its_claims() -> Outcome {
    let (visit, field) = open_check().await?;
    let page = &visit.page;
    let text = forged()?;
    paste(page, &field, &format!("Menu\nSearch\n\n{}\n\nImprint\n", text.join("\n\n"))).await?;
    until_said(page, "8 of 8 paragraphs with claims found, 0 altered, 0 read badly, 0 not found.")
        .await?;

    let mut altered = text.clone();
    let words: Vec<&str> = text[3].split(' ').collect();
    altered[3] = words.join(" ").replacen(words[9], "Lanterns & <sails>", 1);
    altered.remove(5);
    paste(page, &field, &altered.join("\n")).await?;
    until_said(page, "6 of 8 paragraphs with claims found, 1 altered, 0 read badly, 1 not found.")
        .await?;
    // What is pasted stays in the field.
    page.until(&format!("document.activeElement.value === {}", json!(altered.join("\n")))).await?;
    let said = page.by_role("region", CHECK).await?;
    said.until_text("Other than in the corpus’s text, or right beside that.").await?;
    said.until_text("Lanterns & <sails>").await?;
    press_button(page, Name::beginning("Show it")).await?;
    page.until("document.activeElement.classList.contains('passage')").await?;
    page.until(
        "document.activeElement.querySelector('mark').innerText.includes('Lanterns & <sails')",
    )
    .await?;

    // Nothing of it stands in the address or is stored, and a claim beside it leads to the claim.
    assert_eq!(page.fragment().await?, "");
    page.until("localStorage.length === 0").await?;
    page.value("void document.querySelector('.passage a.paragraph').click()").await?;
    page.until("location.hash.startsWith('#claim=1bfa-')").await?;
    page.until("document.activeElement.id.startsWith('claim=1bfa-')").await?;
    until_said(page, "6 of 8 paragraphs").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn another_text_is_not_recognised_and_can_be_discarded() -> Outcome {
    let (visit, field) = open_check().await?;
    let page = &visit.page;
    paste(page, &field, "Two words").await?;
    until_said(page, "Too little text").await?;
    paste(page, &field, &"Foreign words, and enough of them. ".repeat(9)).await?;
    until_said(page, "None of the documents was recognised in this text.").await?;
    until_said(page, "Whether what it says is true is not said by that.").await?;
    // The panel closes and opens again, and what was brought is still there.
    page.press("Escape").await?;
    press_button(page, CHECK).await?;
    until_said(page, "None of the documents was recognised").await?;
    press_button(page, "Discard").await?;
    page.absent("button", "Discard").await?;
    page.until("document.activeElement.id === 'check-text' && document.activeElement.value === ''")
        .await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_saved_page_is_opened_and_nothing_of_it_runs_or_loads() -> Outcome {
    let (visit, _) = open_check().await?;
    let page = &visit.page;
    let folder = tempfile::tempdir()?;
    let open = async |name: &str, bytes: &[u8]| -> Result {
        let path = folder.path().join(name);
        fs::write(&path, bytes)?;
        page.by_selector("#check-file").await?.write(&path.display().to_string()).await
    };
    let paragraphs = forged()?;
    let paragraphs = paragraphs
        .iter()
        .map(|it| format!("<div><p>{}</b>\n</p></div>", it.replacen(' ', "&shy;&#32;<b>", 1)));
    let article = format!(
        "<!doctype html><title>Article</title><script>parent.evil = top.evil = 1</script>\
         <img src='http://other.invalid/a.png'><nav><a>Men\u{e4}</a></nav>{}<noscript>Off</noscript>",
        paragraphs.collect::<String>()
    );
    // As pages were encoded long ago.
    let bytes: Vec<u8> =
        article.chars().map(|it| u8::try_from(u32::from(it)).unwrap_or(b'?')).collect();
    open("article.html", &bytes).await?;
    until_said(page, "8 of 8 paragraphs with claims found, 0 altered, 0 read badly, 0 not found.")
        .await?;
    until_said(page, "article.html").await?;
    let shown = page.by_role("region", CHECK).await?.text().await?;
    assert!(shown.contains("Menä") && !shown.contains("evil") && !shown.contains("Off"), "{shown}");
    open("article.pdf", b"%PDF-1.7").await?;
    until_said(page, "A PDF is not read.").await?;
    page.until("!window.evil").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_file_is_dropped_anywhere_on_the_page() -> Outcome {
    let (visit, _) = open_check().await?;
    let page = &visit.page;
    let text = forged()?.join("\n");
    let drag = |kind: &str, text: &str| {
        format!(
            "(() => {{ const dataTransfer = new DataTransfer();
               dataTransfer.items.add(new File([{}], 'a.txt'));
               const event = new DragEvent('{kind}', {{ dataTransfer, bubbles: true, cancelable: true }});
               return !document.querySelector('.header').dispatchEvent(event) }})()",
            json!(text)
        )
    };
    page.until(&drag("dragover", "")).await?;
    page.until(&drag("drop", &text)).await?;
    until_said(page, "8 of 8 paragraphs with claims found").await?;
    // The tool opens for it, too.
    page.press("Escape").await?;
    page.until(&drag("drop", "Two words")).await?;
    until_said(page, "Too little text").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn the_article_itself_is_found_where_the_texts_are() -> Outcome {
    let folder = place::root().join("../shared/seeds");
    let Ok(files) = fs::read_dir(folder) else { return Ok(()) };
    let mut all = String::new();
    for file in files {
        // Whoever collected them has set a date before some titles.
        for line in fs::read_to_string(file?.path())?.lines() {
            let title = line.trim().strip_prefix("date ").and_then(|it| it.split_once(' '));
            all = all + title.map_or(line, |(_, title)| title) + "\n";
        }
    }
    let (visit, field) = open_check().await?;
    let page = &visit.page;
    paste(page, &field, &all).await?;
    page.until("[...document.querySelectorAll('#check-said cite')].length === 5").await?;
    page.until(
        "!/[1-9]\\d* (altered|read badly|not found)/.test(document.querySelector('#check-said').innerText)",
    )
    .await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn on_a_phone_text_and_claims_fit() -> Outcome {
    let reader = Reader { width: 320, height: 700, ..Reader::default() };
    let visit = follow_as(&reader, "").await?;
    let page = &visit.page;
    press_button(page, CHECK).await?;
    let field = page.by_role("textbox", PASTE).await?;
    let long = format!("{}. {}", "x".repeat(200), forged()?.join("\n"));
    paste(page, &field, &long).await?;
    until_said(page, "8 of 8 paragraphs").await?;
    page.until("document.querySelectorAll('.passage a.paragraph').length > 0").await?;
    assert_eq!(page.overflow().await?, 0);
    Ok(())
}

/// Forms in which pages keep an article: in a shadow root, in a field, in a frame, for readers without scripts; with
/// words that nobody sees within its paragraphs, and elements that the page has made up.
#[tokio::test]
async fn an_article_is_read_wherever_a_page_keeps_it() -> Outcome {
    let (visit, _) = open_check().await?;
    let page = &visit.page;
    let folder = tempfile::tempdir()?;
    let paragraphs = forged()?;
    let in_elements = |with: &str, times| {
        let all = paragraphs.iter().map(|it| format!("<p>{}</p>", it.replacen(' ', with, times)));
        all.collect::<String>()
    };
    let plain = in_elements(" ", 0);
    let escaped = plain.replace('<', "&lt;");
    let seen = in_elements(
        "<span class='visually-hidden'> (opens a window)</span><i hidden>Ad</i><b aria-hidden=true>#</b>          <x-word></x-word>",
        2,
    );
    for (name, body) in [
        ("shadow", format!("<x-news><template shadowrootmode=open>{plain}</template></x-news>")),
        ("field", format!("<textarea>{}</textarea>", paragraphs.join(".\n\n"))),
        ("noscript", format!("<noscript>{plain}</noscript>")),
        ("frame", format!("<iframe srcdoc=\"{escaped}\"></iframe>")),
        ("hidden", seen),
        ("own", plain.replace("<p>", "<x-p>").replace("</p>", "</x-p>")),
        ("notes", in_elements("<sup><a href='#n'>[1]</a></sup> ", 1)),
        ("letters", plain.replacen("<p>x", "<p><span class=cap>x</span>", 3)),
    ] {
        let path = folder.path().join(format!("{name}.html"));
        fs::write(&path, format!("<!doctype html><title>T</title><main>{body}</main>"))?;
        page.by_selector("#check-file").await?.write(&path.display().to_string()).await?;
        until_said(page, &format!("{name}.html")).await?;
        until_said(page, "8 of 8 paragraphs with claims found").await.context(name)?;
    }
    // The browser knows more encodings than the program.
    let path = folder.path().join("declared.html");
    fs::write(&path, b"<meta charset=koi8-r><p>\xed\xc5\xce\xc0 and thirteen more words, as one two three four five six seven eight nine ten</p>")?;
    page.by_selector("#check-file").await?.write(&path.display().to_string()).await?;
    until_said(page, "None of the documents was recognised").await?;
    let path = folder.path().join("mail.eml");
    fs::write(&path, "From: a\r\nContent-Transfer-Encoding: base64\r\n\r\nRGFz")?;
    page.by_selector("#check-file").await?.write(&path.display().to_string()).await?;
    until_said(page, "The source of a mail or a web archive (MHTML) is not read.").await?;
    // The same file is read again once it is mended.
    fs::write(&path, "One two three four five six seven eight nine ten eleven twelve thirteen.")?;
    page.by_selector("#check-file").await?.write(&path.display().to_string()).await?;
    until_said(page, "mail.eml, 13 words").await?;
    page.assert_quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_copy_that_is_garbled_throughout_is_read_badly() -> Outcome {
    let (visit, field) = open_check().await?;
    let page = &visit.page;
    let garbled = |text: &String| {
        let words = text.split(' ').enumerate();
        let words = words.map(|(at, it)| if at % 7 == 3 { "zq" } else { it });
        words.collect::<Vec<_>>().join(" ")
    };
    let text: Vec<String> = forged()?.iter().map(garbled).collect();
    paste(page, &field, &text.join("\n\n")).await?;
    until_said(page, "0 of 8 paragraphs with claims found, 0 altered").await?;
    until_said(page, "Read badly means:").await?;
    until_said(page, "Whether words were changed as well cannot be told.").await?;
    page.until("document.querySelectorAll('.passage.read-badly mark.read-badly').length > 3")
        .await?;
    // What others say to its claims stands beside, as with any other.
    page.until("document.querySelectorAll('.passage.read-badly a.paragraph').length > 3").await?;
    page.assert_quiet().await?;
    Ok(())
}
