//! Holds the texts of a language to those of the reference.

use super::REFERENCE;
use super::plural::{Category, Rule};
use super::read::{COUNT, Entries, Entry, Fact, Locale, Text, join};
use std::collections::BTreeMap;

/// What is wrong with the texts of a language, a line each.
pub fn faults(reference: &Locale, locale: &Locale) -> Vec<String> {
    let mut check = Check { locale, faults: Vec::new() };
    check.entries(&reference.entries, &locale.entries, "");
    check.faults
}

/// The placeholders that a text has in every language.
pub fn wanted(entry: &Entry) -> &[String] {
    match entry {
        Entry::Text(text) => &text.names,
        Entry::Forms(forms) => forms.values().last().map_or(&[], |text| &text.names),
        _ => &[],
    }
}

struct Check<'a> {
    locale: &'a Locale,
    faults: Vec<String>,
}

impl Check<'_> {
    fn fault(&mut self, path: &str, fault: &str) {
        self.faults.push(format!("locales/{}.toml: `{path}` {fault}", self.locale.tag));
    }

    fn entries(&mut self, reference: &Entries, entries: &Entries, path: &str) {
        for (key, model) in reference {
            let path = join(path, key);
            match entries.iter().find(|(other, _)| other == key) {
                Some((_, entry)) => self.entry(model, entry, &path),
                None => self.fault(&path, &missing(model)),
            }
        }
        for (key, _) in entries {
            if !reference.iter().any(|(other, _)| other == key) {
                self.fault(
                    &join(path, key),
                    &format!(
                        "is unknown: locales/{REFERENCE}.toml has no such text there; correct the name or take it out, \
                         or, if it is new, add it to all files"
                    ),
                );
            }
        }
    }

    fn entry(&mut self, model: &Entry, entry: &Entry, path: &str) {
        match (model, entry) {
            (Entry::Text(_), Entry::Text(text)) => self.placeholders(model, text, path, false),
            (Entry::Forms(_), Entry::Forms(forms)) => self.forms(model, forms, path),
            (Entry::Text(text), Entry::Forms(forms)) if text.names.iter().any(|it| it == COUNT) => {
                self.forms(model, forms, path);
            }
            (Entry::Group(reference), Entry::Group(entries)) => {
                self.entries(reference, entries, path);
            }
            (Entry::List(reference), Entry::List(list)) if reference.len() == list.len() => {}
            (Entry::Fact(Fact::Number(_)), Entry::Fact(Fact::Number(_)))
            | (Entry::Fact(Fact::Truth(_)), Entry::Fact(Fact::Truth(_))) => {}
            (Entry::List(reference), Entry::List(list)) => {
                let (are, wanted) = (list.len(), reference.len());
                self.fault(
                    path,
                    &format!(
                        "has {are} texts, and in locales/{REFERENCE}.toml {wanted}: write as many"
                    ),
                );
            }
            _ => {
                let wanted = match model {
                    Entry::Forms(_) => format!(
                        "write one for each of {}",
                        listed(self.locale.rule.categories().iter().map(|it| it.name()))
                    ),
                    model => format!("write {}", model.kind()),
                };
                let (is, other) = (entry.kind(), model.kind());
                self.fault(
                    path,
                    &format!("is {is}, and in locales/{REFERENCE}.toml {other}: {wanted}"),
                );
            }
        }
    }

    /// A text for each form that whole numbers take in the language, and for no other.
    fn forms(&mut self, model: &Entry, forms: &BTreeMap<Category, Text>, path: &str) {
        let (tag, rule) = (&self.locale.tag, &self.locale.rule);
        let used = rule.categories();
        let mut faults = Vec::new();
        let key = path.rsplit('.').next().unwrap_or_default();
        for category in used.iter().filter(|it| !forms.contains_key(it)) {
            let form = category.name();
            faults.push(format!(
                "lacks the form `{form}`, which `{tag}` has for {}: add `{key}.{form} = \"…\"`",
                examples(rule, *category)
            ));
        }
        for category in forms.keys().filter(|it| !used.contains(it)) {
            faults.push(format!(
                "has a form `{}`, which no whole number takes in `{tag}`: take it out; the forms are {}",
                category.name(),
                listed(used.iter().map(|it| it.name()))
            ));
        }
        for fault in faults {
            self.fault(path, &fault);
        }
        for (category, text) in forms {
            let path = join(path, category.name());
            let is_single = self.locale.rule.is_single(*category);
            self.placeholders(model, text, &path, is_single);
        }
    }

    /// The placeholders of the reference, in whatever order. Where a form is of a single number it may do without that.
    fn placeholders(&mut self, model: &Entry, text: &Text, path: &str, is_single: bool) {
        let wanted = wanted(model);
        for name in text.names.iter().filter(|it| !wanted.contains(it)) {
            let known = match wanted {
                [] => String::from("it has none"),
                _ => format!("it has {}", braced(wanted)),
            };
            self.fault(
                path,
                &format!(
                    "has {{{name}}}, which the text of locales/{REFERENCE}.toml has not: take it out, or write its name \
                     as there; {known}"
                ),
            );
        }
        for name in wanted.iter().filter(|it| !text.names.contains(it)) {
            if !(is_single && name == COUNT) {
                self.fault(
                    path,
                    &format!("lacks {{{name}}}: write it where it belongs in “{}”", text.text),
                );
            }
        }
    }
}

/// That a text is missing, and what it is in the reference.
fn missing(model: &Entry) -> String {
    let is = match model {
        Entry::Text(text) => format!("“{}”", text.text),
        Entry::Forms(forms) => {
            format!("“{}”", forms.values().last().map_or("", |text| &text.text))
        }
        other => other.kind().to_owned(),
    };
    format!("is missing: add it; in locales/{REFERENCE}.toml it is {is}")
}

fn examples(rule: &Rule, category: Category) -> String {
    let examples: Vec<String> = rule.examples(category).iter().map(usize::to_string).collect();
    if rule.is_single(category) { examples.concat() } else { examples.join(", ") + ", …" }
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn braced(names: &[String]) -> String {
    names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
}
