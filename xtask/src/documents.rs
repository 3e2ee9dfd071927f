//! What the project's documents lead to is there: files, headings, and the paths that they name.

use crate::place;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing of ours.
const OTHERS: [&str; 3] = ["target", "dist", "node_modules"];

/// Folders of ours, as a path begins with them.
const FOLDERS: [&str; 13] = [
    "src", "seeds", "locales", "style", "build", "site", "benches", "tests", "xtask", "docs",
    "examples", ".cargo", ".ci",
];

/// All documents: each Markdown file of the project, by its path from the root.
fn documents() -> Vec<PathBuf> {
    let mut folders = vec![place::root().to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let is_ours = !name.starts_with('.') && !OTHERS.contains(&&*name);
            if path.is_dir() && is_ours {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "md") {
                found.push(path.strip_prefix(place::root()).expect("it is in there").to_owned());
            }
        }
    }
    found.sort();
    found
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(place::root().join(path)).expect("a text")
}

/// The lines of a document outside blocks of code.
fn lines(text: &str) -> Vec<&str> {
    let mut is_code = false;
    let is_told = |line: &&str| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_fence && !is_code
    };
    text.lines().filter(is_told).collect()
}

/// A document's prose, and the pieces of code in it, without blocks of code.
fn parts(text: &str) -> (String, Vec<String>) {
    let (mut prose, mut code) = (String::new(), Vec::new());
    // A sign that is forgotten spoils its own paragraph only.
    for paragraph in lines(text).join("\n").split("\n\n") {
        for (at, part) in paragraph.split('`').enumerate() {
            if at % 2 == 0 {
                prose.push_str(part);
            } else {
                code.push(part.to_owned());
            }
        }
        prose.push_str("\n\n");
    }
    (prose, code)
}

/// What a document's links and pictures lead to within the project.
fn targets(prose: &str) -> Vec<&str> {
    let ways = [("](", ')'), ("src=\"", '"'), ("srcset=\"", '"'), ("href=\"", '"')];
    let mut found = Vec::new();
    for (begin, end) in ways {
        found.extend(prose.split(begin).skip(1).filter_map(|rest| rest.split([end, ' ']).next()));
    }
    found.retain(|it| !it.contains("://") && !it.starts_with("mailto:"));
    found
}

/// What a link to a heading of a document has behind its `#`: letters, digits, `-` and `_`, with hyphens for blanks.
fn anchors(text: &str) -> Vec<String> {
    let headings = lines(text).into_iter().filter(|line| line.starts_with('#'));
    let is_kept = |it: &char| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_');
    let anchor = |heading: &str| {
        let name = heading.trim_start_matches('#').trim().to_lowercase();
        name.chars().filter(is_kept).collect::<String>().replace(' ', "-")
    };
    headings.map(anchor).collect()
}

/// What is wrong with a link of a document, where something is.
fn fault(document: &Path, target: &str) -> Option<String> {
    let (path, anchor) = target.split_once('#').map_or((target, None), |it| (it.0, Some(it.1)));
    let folder = document.parent().expect("a document stands in a folder");
    let file = if path.is_empty() { document.to_owned() } else { folder.join(path) };
    let shown = document.display();
    if !place::root().join(&file).exists() {
        return Some(format!("{shown}: no file is at `{target}`"));
    }
    let is_heading = |anchor: &str| anchors(&text_of(&file)).iter().any(|it| it == anchor);
    anchor
        .filter(|it| !is_heading(it))
        .map(|_| format!("{shown}: no heading is called as `{target}` says"))
}

/// Whether a piece of code is a path of a file or a folder of the project; not one in which something is to be filled in.
fn is_path(code: &str) -> bool {
    let is_sign = |it: char| it.is_ascii_alphanumeric() || matches!(it, '/' | '.' | '-' | '_');
    let is_left_open = code.contains("NAME") || code.contains("/xx.");
    let is_ours = code.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder));
    is_ours && code.chars().all(is_sign) && !is_left_open
}

#[test]
fn every_link_of_a_document_leads_to_a_file_and_to_a_heading() {
    let mut faults = Vec::new();
    for document in documents() {
        let (prose, _) = parts(&text_of(&document));
        faults.extend(targets(&prose).into_iter().filter_map(|it| fault(&document, it)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let mut faults = Vec::new();
    // What has changed may have gone since.
    for document in documents().into_iter().filter(|it| !it.ends_with("CHANGELOG.md")) {
        let (_, code) = parts(&text_of(&document));
        let gone = |it: &&String| is_path(it) && !place::root().join(it).exists();
        faults.extend(code.iter().filter(gone).map(|it| format!("{}: {it}", document.display())));
    }
    assert!(faults.is_empty(), "these are not there:\n{}", faults.join("\n"));
}

#[test]
fn links_are_found_where_they_are_meant() {
    let text = "# One `two`: three!\n\nSee [a `b`](c.md#d) and `[no](link)`, `x\ny`, [e](#f \"g\").\n\
                ```html\n<img src=\"no.png\">\n# no\n```\n<source srcset=\"h.webp\"> [i](https://j.example/)\n";
    let (prose, code) = parts(text);
    assert_eq!(targets(&prose), ["c.md#d", "#f", "h.webp"]);
    assert_eq!(code, ["two", "b", "[no](link)", "x\ny"]);
    assert_eq!(anchors(text), ["one-two-three"]);
}

#[test]
fn a_link_that_leads_nowhere_is_named() {
    let of = |target| fault(Path::new("docs/links.md"), target);
    assert_eq!(of("../README.md#licence"), None);
    assert_eq!(of("#the-search"), None);
    assert_eq!(of("README.md").as_deref(), Some("docs/links.md: no file is at `README.md`"));
    let said = of("../README.md#the-search");
    let expected = "docs/links.md: no heading is called as `../README.md#the-search` says";
    assert_eq!(said.as_deref(), Some(expected));
    assert!(is_path("src/lib.rs") && !is_path("src/export/NAME.rs") && !is_path("and/or"));
}
