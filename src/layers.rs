//! Who may know whom: a part of the program knows only parts above it, so that each can be read, tested and
//! changed without those below.
//!
//! Read from the source, since the compiler lets any module use any other. Tests may know every part.

use std::{fs, path::Path};

/// A part of the program: a folder or a file of `src/`.
struct Part {
    name: &'static str,
    /// The parts that it may know: all of them stand above it.
    knows: &'static [&'static str],
}

const fn part(name: &'static str, knows: &'static [&'static str]) -> Part {
    Part { name, knows }
}

/// The parts, in reading order.
const PARTS: [Part; 19] = [
    part("locale", &[]),
    part("corpus", &["locale"]),
    part("guest", &["corpus"]),
    part("fingerprint", &["corpus"]),
    part("changes", &["corpus"]),
    part("evidence", &["corpus"]),
    part("terms", &["locale", "corpus"]),
    part("query", &["locale", "corpus", "evidence", "terms"]),
    part("link", &["corpus", "guest", "query"]),
    part("map", &["corpus", "evidence"]),
    part("atlas", &["corpus", "guest", "query", "map"]),
    part("overview", &["corpus", "evidence", "query", "map"]),
    part("words", &["locale", "corpus", "guest", "evidence", "terms", "query", "link", "map"]),
    part("share", &["corpus", "guest", "evidence", "query", "link", "atlas", "words"]),
    part("export", &["corpus", "evidence", "query", "link", "words", "share"]),
    part("import", &["locale", "corpus", "fingerprint", "export"]),
    part("browser", &["locale", "corpus", "guest", "fingerprint", "link", "export"]),
    part(
        "ui",
        &[
            "corpus",
            "guest",
            "fingerprint",
            "changes",
            "evidence",
            "query",
            "link",
            "map",
            "atlas",
            "overview",
            "words",
            "share",
            "export",
            "import",
            "browser",
        ],
    ),
    part("main", &["corpus", "guest", "query", "link", "atlas", "browser", "ui"]),
];

/// The source of a part without its tests and comments, file by file, each with its path.
fn sources(name: &str) -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut waiting = vec![src.join(name), src.join(format!("{name}.rs"))];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        let is_test = path.file_stem().is_some_and(|it| it == "tests" || it == "fixture");
        if path.is_dir() && !is_test {
            let entries = fs::read_dir(&path).expect("a folder");
            waiting.extend(entries.map(|it| it.expect("an entry").path()));
        } else if path.is_file() && !is_test && path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).expect("a text");
            let code = text.split("\nmod tests {").next().expect("a part at least");
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            let shown = path.strip_prefix(&src).expect("it is in there").display().to_string();
            found.push((shown, lines.collect::<Vec<_>>().join("\n")));
        }
    }
    found
}

/// The modules that some code names of the crate: `crate::words`, `crate::{evidence, words as texts}`.
fn named(code: &str, root: &str) -> Vec<String> {
    let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let first = |path: &str| path.trim().chars().take_while(|it| is_name(*it)).collect::<String>();
    let mut names = Vec::new();
    for (at, _) in code.match_indices(root) {
        let rest = &code[at + root.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(first(rest));
            continue;
        };
        let (mut depth, mut from) = (0, 0);
        for (at, letter) in group.char_indices() {
            if depth == 0 && (letter == ',' || letter == '}') {
                names.push(first(&group[from..at]));
                from = at + 1;
            }
            match letter {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    names
}

/// The parts that a part knows, each with the file that names it.
fn known(name: &str) -> Vec<(&'static str, String)> {
    let mut known = Vec::new();
    for (file, code) in sources(name) {
        let mut names = named(&code, "crate::");
        if name == "main" {
            names.extend(named(&code, "claim_atlas::"));
        }
        // What is above the top of a part is the crate.
        if file.ends_with("/mod.rs") && file.matches('/').count() == 1 {
            names.extend(named(&code, "super::"));
        }
        let parts =
            PARTS.iter().filter(|part| part.name != name && names.iter().any(|it| it == part.name));
        known.extend(parts.map(|part| (part.name, file.clone())));
    }
    known
}

#[test]
fn no_part_knows_one_that_it_may_not_know() {
    for Part { name, knows } in &PARTS {
        let known = known(name);
        for (other, file) in &known {
            assert!(
                knows.contains(other),
                "src/{file} names `{other}`, which `{name}` may not know: move what it needs to a part above \
                 both, or hand it in; only if `{name}` is to know all of `{other}` add that to the table in \
                 src/layers.rs, and to ARCHITECTURE.md"
            );
        }
        for other in *knows {
            assert!(
                known.iter().any(|it| it.0 == *other),
                "`{name}` does not know `{other}` any more: take it out of the table in src/layers.rs"
            );
        }
    }
}

#[test]
fn no_circle_is_in_the_table() {
    for (at, Part { name, knows }) in PARTS.iter().enumerate() {
        let is_above = |other: &str| PARTS[..at].iter().any(|it| it.name == other);
        for other in *knows {
            assert!(
                is_above(other),
                "`{other}` does not stand above `{name}` in src/layers.rs, so they could know each other: move \
                 what both need to a part above them"
            );
        }
    }
}

#[test]
fn every_module_is_a_part() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).expect("the source") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let is_module = path.is_dir() || path.extension().is_some_and(|it| it == "rs");
        assert!(
            !is_module
                || matches!(&*name, "lib" | "layers")
                || PARTS.iter().any(|it| it.name == name),
            "`{name}` is in no row of the table in src/layers.rs: add it at its place in the reading order, with \
             what it may know, and to ARCHITECTURE.md"
        );
    }
}

#[test]
fn names_are_read_from_every_form_of_a_path() {
    let code = "use crate::words;\nuse crate::{link, evidence::{self, Trust}, query as q};\ncrate::map::board(a);";
    assert_eq!(named(code, "crate::"), ["words", "link", "evidence", "query", "map"]);
}
