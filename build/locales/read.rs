//! A file of texts, read.

use super::LocaleFile;
use super::plural::{Category, Rule};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The texts of a language.
pub struct Locale {
    /// Its BCP 47 tag.
    pub tag: String,
    /// Which form a number takes.
    pub rule: Rule,
    /// The texts, in the order of the file.
    pub entries: Entries,
}

/// Texts by their keys, in the order of the file.
pub type Entries = Vec<(String, Entry)>;

/// What a key stands for.
pub enum Entry {
    /// A text.
    Text(Text),
    /// A text for each form of a count.
    Forms(BTreeMap<Category, Text>),
    /// Texts without placeholders, as many in each language.
    List(Vec<String>),
    /// A number, or whether something is so.
    Fact(Fact),
    /// A table of more texts.
    Group(Entries),
}

impl Entry {
    /// What it is called in a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Forms(_) => "a text for each form",
            Self::List(_) => "a list of texts",
            Self::Fact(fact) => fact.kind(),
            Self::Group(_) => "a table of texts",
        }
    }
}

/// What is known of a language besides its texts.
#[derive(Clone, Copy)]
pub enum Fact {
    Number(usize),
    Truth(bool),
}

impl Fact {
    fn kind(self) -> &'static str {
        match self {
            Self::Number(_) => "a number",
            Self::Truth(_) => "`true` or `false`",
        }
    }
}

/// A text with what is to be filled in.
pub struct Text {
    /// As the file has it.
    pub text: String,
    /// Its placeholders, each once, in the order in which they are first named.
    pub names: Vec<String>,
}

/// The placeholder that is a number, and chooses the form where there are several.
pub const COUNT: &str = "count";

/// Reads a file.
pub fn read(file: &LocaleFile) -> Result<Locale, Vec<String>> {
    let name = format!("locales/{}", file.name);
    let tag = file.name.trim_end_matches(".toml").to_owned();
    let rule = Rule::of(&tag).map_err(|fault| vec![format!("{name}: {fault}")])?;
    let table: Table = file.text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(1, |it| 1 + file.text.get(..it.start).map_or(0, lines));
        vec![format!("{name}:{line}: this is no TOML: {}", error.message().replace('\n', " "))]
    })?;
    let mut faults = Vec::new();
    let entries = entries(&table, "", &mut faults);
    if faults.is_empty() {
        Ok(Locale { tag, rule, entries })
    } else {
        Err(faults.into_iter().map(|fault| format!("{name}: {fault}")).collect())
    }
}

fn lines(before: &str) -> usize {
    before.matches('\n').count()
}

fn entries(table: &Table, path: &str, faults: &mut Vec<String>) -> Entries {
    let mut entries = Entries::new();
    for (key, value) in table {
        let path = join(path, key);
        if !is_name(key) {
            faults.push(format!(
                "`{path}` is no name: write it in lower case, with `_` between words; words of Rust such as `type` \
                 cannot be used"
            ));
        }
        match entry(value, &path, faults) {
            Ok(entry) => entries.push((key.clone(), entry)),
            Err(fault) => faults.push(format!("`{path}` {fault}")),
        }
    }
    entries
}

fn entry(value: &Value, path: &str, faults: &mut Vec<String>) -> Result<Entry, String> {
    match value {
        Value::String(string) => text(string).map(Entry::Text),
        Value::Integer(number) => usize::try_from(*number)
            .map(|it| Entry::Fact(Fact::Number(it)))
            .map_err(|_| String::from("is below zero: write a whole number from 0 on")),
        Value::Boolean(truth) => Ok(Entry::Fact(Fact::Truth(*truth))),
        Value::Array(array) => list(array).map(Entry::List),
        Value::Table(table) if table.keys().any(|key| Category::named(key).is_some()) => {
            forms(table).map(Entry::Forms)
        }
        Value::Table(table) => Ok(Entry::Group(entries(table, path, faults))),
        _ => Err(String::from("is no text: put it in quotation marks")),
    }
}

fn list(array: &[Value]) -> Result<Vec<String>, String> {
    let mut list = Vec::new();
    for value in array {
        let read = value.as_str().map(text).transpose()?;
        match read {
            Some(text) if text.names.is_empty() => list.push(text.text),
            _ => {
                return Err(String::from("is a list: it may hold only texts without placeholders"));
            }
        }
    }
    Ok(list)
}

fn forms(table: &Table) -> Result<BTreeMap<Category, Text>, String> {
    let mut forms = BTreeMap::new();
    for (key, value) in table {
        let Some(category) = Category::named(key) else {
            return Err(format!(
                "has a form for a number, and beside it `{key}`, which is none: those are {}",
                Category::ALL.map(|it| format!("`{}`", it.name())).join(", ")
            ));
        };
        let string = value.as_str().ok_or(format!("has no text for `{key}`: write one"))?;
        forms.insert(category, text(string).map_err(|fault| format!("({key}) {fault}"))?);
    }
    Ok(forms)
}

fn text(text: &str) -> Result<Text, String> {
    if text.is_empty() {
        return Err(String::from("is empty: write its text"));
    }
    if text.chars().any(|letter| letter < ' ') {
        return Err(String::from("holds a control character or a line break: take it out"));
    }
    if !text.matches('*').count().is_multiple_of(2) {
        return Err(String::from(
            "has a `*` without its fellow: emphasis stands between two, as in `*none* is left`",
        ));
    }
    let mut names: Vec<String> = Vec::new();
    let mut parts = text.split('{');
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once('}').unwrap_or_default();
        if !is_name(name) {
            return Err(format!(
                "has a `{{` that begins no placeholder: write `{{name}}`, in lower case, not `{{{part}`"
            ));
        }
        if !names.iter().any(|it| it == name) {
            names.push(name.to_owned());
        }
        rest += after;
    }
    if rest.contains('}') {
        return Err(String::from("has a `}` that ends no placeholder: take it out"));
    }
    Ok(Text { text: text.to_owned(), names })
}

/// The path of a key in a table.
pub fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// The words of Rust that could be taken for a key.
const RESERVED: [&str; 43] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "pub", "ref", "return", "self",
    "static", "struct", "super", "trait", "true", "try", "type", "use", "while",
];

/// Whether something can be the name of a field.
fn is_name(name: &str) -> bool {
    let is_letter = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_';
    name.starts_with(|it: char| it.is_ascii_lowercase())
        && name.chars().all(is_letter)
        && !RESERVED.contains(&name)
}
