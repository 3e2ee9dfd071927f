//! Writes the texts as Rust.
//!
//! A text without placeholders is a field; one with some is a method, which fills them in. Both are documented by the
//! text of the reference. In what is compiled a placeholder is the control character of its number, so that one small
//! function fills any text.

use super::check::wanted;
use super::plural::Category;
use super::read::{COUNT, Entries, Entry, Fact, Locale, Text, join};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The texts of all languages, each of which has been held to the reference.
pub fn rust(reference: &Locale, locales: &[Locale]) -> String {
    let categories = locales.iter().flat_map(|it| it.rule.categories()).collect();
    let mut out = Out { locales, categories, types: String::new() };
    let tables: Vec<&Entries> = locales.iter().map(|it| &it.entries).collect();
    let values = out.group("Words", "", &reference.entries, &tables);
    let mut rust = languages(locales) + &plurals(locales, &out.categories) + &out.types;
    for (locale, value) in locales.iter().zip(values) {
        let name = locale.tag.to_uppercase().replace('-', "_");
        let _ = writeln!(rust, "static {name}: Words = {value};");
    }
    rust
}

/// The languages, and the texts of each.
fn languages(locales: &[Locale]) -> String {
    let of_each = |write: &dyn Fn(&Locale) -> String| -> String {
        locales.iter().map(|it| write(it) + ", ").collect()
    };
    let variants = of_each(&|it| format!("#[doc = \"`{}`\"] {}", it.tag, variant(&it.tag)));
    let all = of_each(&|it| format!("Self::{}", variant(&it.tag)));
    let tags = of_each(&|it| format!("Self::{} => {:?}", variant(&it.tag), it.tag));
    let texts = of_each(&|it| {
        format!("Lang::{} => &{}", variant(&it.tag), it.tag.to_uppercase().replace('-', "_"))
    });
    let count = locales.len();
    format!(
        "/// The languages of the viewer, a file of `locales/` each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {{ {variants} }}

impl Lang {{
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; {count}] = [{all}];

    /// As BCP 47 has it: in links and in `<html lang>`.
    #[must_use]
    pub fn tag(self) -> &'static str {{ match self {{ {tags} }} }}
}}

/// The texts of a language.
#[must_use]
pub fn words(lang: Lang) -> &'static Words {{ match lang {{ {texts} }} }}

"
    )
}

/// Which form a number takes, and a text in each.
fn plurals(locales: &[Locale], categories: &BTreeSet<Category>) -> String {
    let of_each = |write: &dyn Fn(Category) -> String| -> String {
        categories.iter().map(|it| write(*it)).collect()
    };
    let variants = of_each(&|it| format!("{it:?}, "));
    let fields = of_each(&|it| format!("{}: &'static str, ", it.name()));
    let arms = of_each(&|it| format!("Plural::{it:?} => self.{}, ", it.name()));
    let mut languages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for locale in locales {
        let language = format!("Lang::{}", variant(&locale.tag));
        languages.entry(locale.rule.rust()).or_default().push(language);
    }
    let mut rules = String::new();
    for (rule, languages) in languages {
        let _ = write!(rules, "{} => {rule}, ", languages.join(" | "));
    }
    format!(
        "enum Plural {{ {variants} }}

struct Forms {{ {fields} }}

impl Forms {{
    fn of(&self, lang: Lang, count: usize) -> &'static str {{ match plural(lang, count) {{ {arms} }} }}
}}

fn plural(lang: Lang, count: usize) -> Plural {{ match lang {{ {rules} }} }}

"
    )
}

/// `PtBr` of `pt-BR`, and `StatusNames` of `status_names`.
fn variant(name: &str) -> String {
    let mut variant = String::new();
    for part in name.split(['-', '_', '.']) {
        let (first, rest) = part.split_at(part.len().min(1));
        variant += &first.to_uppercase();
        variant += &rest.to_lowercase();
    }
    variant
}

struct Out<'a> {
    locales: &'a [Locale],
    categories: BTreeSet<Category>,
    /// What has been written of types.
    types: String,
}

/// What is being written of one table of texts.
#[derive(Default)]
struct Parts {
    fields: String,
    methods: String,
    /// The fields of the value in each language.
    values: Vec<String>,
    /// Whether a method counts, for which the table has to know its language.
    counts: bool,
}

impl Parts {
    fn set<'a>(&mut self, key: &str, values: impl Iterator<Item = &'a String>) {
        for (of_language, value) in self.values.iter_mut().zip(values) {
            let _ = write!(of_language, "{key}: {value}, ");
        }
    }
}

impl Out<'_> {
    /// Writes the type of a table, and gives its value in each language.
    fn group(
        &mut self,
        name: &str,
        path: &str,
        reference: &Entries,
        tables: &[&Entries],
    ) -> Vec<String> {
        let mut parts =
            Parts { values: vec![String::new(); self.locales.len()], ..Parts::default() };
        for (key, model) in reference {
            let of_key = |table: &&'_ Entries| table.iter().position(|it| it.0 == *key);
            let found = tables
                .iter()
                .map(|table| of_key(table).and_then(|at| table.get(at)).map(|(_, entry)| entry));
            let found: Vec<&Entry> =
                found.map(|it| it.expect("the check has found it in each language")).collect();
            self.entry(key, &join(path, key), model, &found, &mut parts);
        }
        let (fields, methods) = (&parts.fields, &parts.methods);
        let (lang, doc) = match path {
            "" => ("lang: Lang, ", String::from("The texts of a language.")),
            path if parts.counts => ("lang: Lang, ", format!("The texts of `[{path}]`.")),
            path => ("", format!("The texts of `[{path}]`.")),
        };
        let _ = write!(self.types, "/// {doc}\npub struct {name} {{ {lang}\n{fields} }}\n\n");
        if !methods.is_empty() {
            let _ = write!(self.types, "impl {name} {{\n{methods} }}\n\n");
        }
        let values = self.locales.iter().zip(&parts.values);
        let values = values.map(|(locale, value)| match lang {
            "" => format!("{name} {{ {value} }}"),
            _ => format!("{name} {{ lang: Lang::{}, {value} }}", variant(&locale.tag)),
        });
        values.collect()
    }

    fn entry(&mut self, key: &str, path: &str, model: &Entry, found: &[&Entry], parts: &mut Parts) {
        let (kind, values): (String, Vec<String>) = match model {
            Entry::Text(_) | Entry::Forms(_) => return self.text(key, model, found, parts),
            Entry::Group(reference) => {
                let tables: Vec<&Entries> = found.iter().filter_map(|it| table(it)).collect();
                let name = variant(path);
                let values = self.group(&name, path, reference, &tables);
                (name, values)
            }
            Entry::List(list) => {
                let values = found.iter().map(|entry| match entry {
                    Entry::List(list) => format!("{list:?}"),
                    _ => unreachable!("the check has found the same in each language"),
                });
                (format!("[&'static str; {}]", list.len()), values.collect())
            }
            Entry::Fact(fact) => {
                let values = found.iter().map(|entry| match entry {
                    Entry::Fact(fact) => known(*fact).1,
                    _ => unreachable!("the check has found the same in each language"),
                });
                (known(*fact).0.to_owned(), values.collect())
            }
        };
        let doc = match model {
            Entry::List(list) => docs(list.iter().map(String::as_str)),
            Entry::Fact(fact) => docs([known(*fact).1.as_str()].into_iter()),
            _ => format!("    /// The texts of `[{path}]`.\n"),
        };
        let _ = writeln!(parts.fields, "{doc}    pub {key}: {kind},");
        parts.set(key, values.iter());
    }

    /// A text: a field, and where something is to be filled in or chosen, a method on it.
    fn text(&self, key: &str, model: &Entry, found: &[&Entry], parts: &mut Parts) {
        let names = wanted(model);
        let has_forms = found.iter().any(|it| matches!(it, Entry::Forms(_)));
        let counts = has_forms || names.iter().any(|it| it == COUNT);
        let doc = match model {
            Entry::Forms(forms) => docs(forms.values().map(|it| it.text.as_str())),
            Entry::Text(text) => docs([text.text.as_str()].into_iter()),
            _ => unreachable!("a text is one, or has forms"),
        };
        let values: Vec<String> = found
            .iter()
            .map(|entry| match entry {
                Entry::Text(text) if has_forms => self.forms(|_| Some(text), names),
                Entry::Text(text) => literal(text, names),
                Entry::Forms(forms) => self.forms(|it| form(forms, it), names),
                _ => unreachable!("the check has found a text in each language"),
            })
            .collect();
        parts.set(key, values.iter());
        parts.counts |= counts;
        if !counts && names.is_empty() {
            let _ = writeln!(parts.fields, "{doc}    pub {key}: &'static str,");
            return;
        }
        let kind = if has_forms { "Forms" } else { "&'static str" };
        let _ = writeln!(parts.fields, "    {key}: {kind},");
        parts.methods += &method(key, &doc, names, has_forms);
    }

    /// A text for each form that some language has.
    fn forms<'t>(&self, of: impl Fn(Category) -> Option<&'t Text>, names: &[String]) -> String {
        let mut value = String::from("Forms { ");
        for category in &self.categories {
            let text = of(*category).expect("the check has found a form");
            let _ = write!(value, "{}: {}, ", category.name(), literal(text, names));
        }
        value + "}"
    }
}

/// A fact's type, and its literal.
fn known(fact: Fact) -> (&'static str, String) {
    match fact {
        Fact::Number(number) => ("usize", number.to_string()),
        Fact::Truth(truth) => ("bool", truth.to_string()),
    }
}

fn table(entry: &Entry) -> Option<&Entries> {
    match entry {
        Entry::Group(entries) => Some(entries),
        _ => None,
    }
}

/// The text of a form; of one that the language has not, which no number takes, any.
fn form(forms: &BTreeMap<Category, Text>, category: Category) -> Option<&Text> {
    forms.get(&category).or_else(|| forms.values().last())
}

/// The method of a text.
fn method(key: &str, doc: &str, names: &[String], has_forms: bool) -> String {
    let counts = has_forms || names.iter().any(|it| it == COUNT);
    let arguments = names.iter().filter(|it| *it != COUNT).map(|it| format!(", {it}: &str"));
    let arguments: String =
        counts.then(|| format!(", {COUNT}: usize")).into_iter().chain(arguments).collect();
    let text = if has_forms {
        format!("self.{key}.of(self.lang, {COUNT})")
    } else {
        format!("self.{key}")
    };
    let values: Vec<String> = names
        .iter()
        .map(|it| if it == COUNT { format!("&number(self.lang, {COUNT})") } else { it.clone() })
        .collect();
    let (kind, body) = match &values[..] {
        [] => ("&'static str", text),
        values => ("String", format!("filled({text}, &[{}])", values.join(", "))),
    };
    format!("{doc}    #[must_use]\n    pub fn {key}(&self{arguments}) -> {kind} {{ {body} }}\n")
}

/// A text as a literal, each placeholder as the control character of its number.
fn literal(text: &Text, names: &[String]) -> String {
    let mut literal = text.text.clone();
    for (name, number) in names.iter().zip('\0'..) {
        literal = literal.replace(&format!("{{{name}}}"), &number.to_string());
    }
    format!("{literal:?}")
}

/// Texts as documentation.
fn docs<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let texts: Vec<String> = texts.map(|text| format!("`{}`", text.trim())).collect();
    format!("    #[doc = {:?}]\n", texts.join(" / "))
}
