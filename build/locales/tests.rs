//! What the files of texts may not be, what is said of it, and what is made of what they may.

use super::plural::Rule;
use super::{LocaleFile, rust};
use expect_test::{Expect, expect};

const ENGLISH: &str = r#"
filter = "Filter"
cited = "{outlet}, {date}"
more = "{count} more"
list = ["one", "two"]
[counted]
claims.one = "{count} claim"
claims.other = "{count} claims"
"#;

/// The last of it.
const CLAIMS: &str = "claims.one = \"{count} claim\"\nclaims.other = \"{count} claims\"";

fn file(tag: &str, text: &str) -> LocaleFile {
    LocaleFile { name: format!("{tag}.toml"), text: text.to_owned() }
}

/// What is said of a file beside the English one.
#[expect(clippy::needless_pass_by_value, reason = "`expect!` makes a value")]
fn faults(tag: &str, text: &str, said: Expect) {
    let faults = rust(&[file("en", ENGLISH), file(tag, text)]).err().unwrap_or_default();
    said.assert_eq(&faults.join("\n"));
}

/// The English file, with something else in the place of a part of it.
fn but(from: &str, to: &str) -> String {
    assert!(ENGLISH.contains(from));
    ENGLISH.replace(from, to)
}

#[test]
fn keys_are_the_same_in_all_files() {
    faults("de", ENGLISH, expect![""]);
    faults(
        "de",
        &but("filter = \"Filter\"\n", ""),
        expect!["locales/de.toml: `filter` is missing: add it; in locales/en.toml it is “Filter”"],
    );
    faults(
        "de",
        &but("filter = \"Filter\"\n", "[more]\n"),
        expect![[r#"
        locales/de.toml: `filter` is missing: add it; in locales/en.toml it is “Filter”
        locales/de.toml: `cited` is missing: add it; in locales/en.toml it is “{outlet}, {date}”
        locales/de.toml: `more` is a table of texts, and in locales/en.toml a text: write a text
        locales/de.toml: `list` is missing: add it; in locales/en.toml it is a list of texts"#]],
    );
    faults(
        "de",
        &but("filter =", "filtre ="),
        expect![[r#"
        locales/de.toml: `filter` is missing: add it; in locales/en.toml it is “Filter”
        locales/de.toml: `filtre` is unknown: locales/en.toml has no such text there; correct the name or take it out, or, if it is new, add it to all files"#]],
    );
    faults(
        "de",
        &but("\"one\", \"two\"", "\"eins\""),
        expect!["locales/de.toml: `list` has 1 texts, and in locales/en.toml 2: write as many"],
    );
    faults(
        "de",
        &but("\"Filter\"", "[\"Filter\"]"),
        expect![[r#"
            locales/de.toml: `filter` is a list of texts, and in locales/en.toml a text: write a text"#]],
    );
    let german = &but(CLAIMS, "claims = \"{count}\"");
    faults(
        "de",
        german,
        expect![[r#"
            locales/de.toml: `counted.claims` is a text, and in locales/en.toml a text for each form: write one for each of `one`, `other`"#]],
    );
}

#[test]
fn placeholders_are_the_same_in_all_files() {
    faults("de", &but("{outlet}, {date}", "{date}: {outlet}"), expect![""]);
    faults(
        "de",
        &but("{outlet}, {date}", "{outlet}, {datum}"),
        expect![[r#"
        locales/de.toml: `cited` has {datum}, which the text of locales/en.toml has not: take it out, or write its name as there; it has {outlet}, {date}
        locales/de.toml: `cited` lacks {date}: write it where it belongs in “{outlet}, {datum}”"#]],
    );
    faults(
        "de",
        &but("\"Filter\"", "\"Filter {x}\""),
        expect![[r#"
            locales/de.toml: `filter` has {x}, which the text of locales/en.toml has not: take it out, or write its name as there; it has none"#]],
    );
    faults(
        "de",
        &but("{outlet}", "{outlet"),
        expect![[r#"
            locales/de.toml: `cited` has a `{` that begins no placeholder: write `{name}`, in lower case, not `{outlet, `"#]],
    );
    faults(
        "de",
        &but("{outlet}", "outlet}"),
        expect!["locales/de.toml: `cited` has a `}` that ends no placeholder: take it out"],
    );
    faults(
        "de",
        &but("\"Filter\"", "\"*Filter\""),
        expect![[r#"
            locales/de.toml: `filter` has a `*` without its fellow: emphasis stands between two, as in `*none* is left`"#]],
    );
    faults(
        "de",
        &but("\"Filter\"", "\"\""),
        expect!["locales/de.toml: `filter` is empty: write its text"],
    );
    faults(
        "de",
        &but("filter", "type"),
        expect![[r#"
            locales/de.toml: `type` is no name: write it in lower case, with `_` between words; words of Rust such as `type` cannot be used"#]],
    );
    faults(
        "de",
        &but("\"Filter\"", "Filter"),
        expect!["locales/de.toml:2: this is no TOML: invalid boolean, expected `false`"],
    );
}

#[test]
fn plurals_have_the_forms_of_their_language() {
    faults(
        "pl",
        ENGLISH,
        expect![[r#"
            locales/pl.toml: `counted.claims` lacks the form `few`, which `pl` has for 2, 3, 4, 22, …: add `claims.few = "…"`
            locales/pl.toml: `counted.claims` lacks the form `many`, which `pl` has for 0, 5, 6, 7, …: add `claims.many = "…"`
            locales/pl.toml: `counted.claims` has a form `other`, which no whole number takes in `pl`: take it out; the forms are `one`, `few`, `many`"#]],
    );
    let forms = |forms: &str| but(CLAIMS, &format!("claims = {{ {forms} }}"));
    let polish =
        r#"one = "{count} wypowiedź", few = "{count} wypowiedzi", many = "{count} wypowiedzi""#;
    faults("pl", &forms(polish), expect![""]);
    let one = r#"one = "{count} Aussage", other = "Aussagen", few = "{count} Aussagen""#;
    faults(
        "de",
        &forms(one),
        expect![[r#"
        locales/de.toml: `counted.claims` has a form `few`, which no whole number takes in `de`: take it out; the forms are `one`, `other`
        locales/de.toml: `counted.claims.other` lacks {count}: write it where it belongs in “Aussagen”"#]],
    );
    // A form of one number may do without it.
    faults("de", &forms(r#"one = "eine Aussage", other = "{count} Aussagen""#), expect![""]);
    faults(
        "uk",
        &forms(r#"one = "твердження", few = "{count} твердження", many = "{count} тверджень""#),
        expect![[r#"
            locales/uk.toml: `counted.claims.one` lacks {count}: write it where it belongs in “твердження”"#]],
    );
    // What counts without forms in English may have some elsewhere.
    faults(
        "de",
        &but("\"{count} more\"", "{ one = \"noch {count}\", other = \"noch {count}\" }"),
        expect![""],
    );
    faults(
        "de",
        &forms(r#"one = "{count}", others = "{count}""#),
        expect![[r#"
            locales/de.toml: `counted.claims` has a form for a number, and beside it `others`, which is none: those are `zero`, `one`, `two`, `few`, `many`, `other`"#]],
    );
}

#[test]
fn files_are_named_by_their_language() {
    faults(
        "german",
        ENGLISH,
        expect![[r#"
            locales/german.toml: the file's name is no tag of a language: name it as BCP 47 writes it, as in `de.toml` or `pt-BR.toml`"#]],
    );
    faults(
        "DE",
        ENGLISH,
        expect![[r#"
            locales/DE.toml: the file's name is no tag of a language: name it as BCP 47 writes it, as in `de.toml` or `pt-BR.toml`"#]],
    );
    let only = rust(&[file("de", ENGLISH)]).err().unwrap_or_default();
    expect!["locales/en.toml is missing: the other files are held to it, so put it back"]
        .assert_eq(&only.join("\n"));
}

#[test]
fn rules_are_cldrs() {
    let said = |tag: &str, counts: &[usize]| {
        let rule = Rule::of(tag).expect("a rule");
        let forms: Vec<&str> = counts.iter().map(|it| rule.category(*it).name()).collect();
        format!("{}\n{}", forms.join(" "), rule.rust())
    };
    expect![[r#"
        other one other other other
        match count { 1 => Plural::One, _ => Plural::Other }"#]]
    .assert_eq(&said("en", &[0, 1, 2, 21, 1_000_000]));
    expect![[r#"
        many one few many many many few many few
        match count { 1 => Plural::One, _ => match count % 100 { 2..=4 | 22..=24 | 32..=34 | 42..=44 | 52..=54 | 62..=64 | 72..=74 | 82..=84 | 92..=94 => Plural::Few, _ => Plural::Many } }"#]].assert_eq(&said("pl", &[0, 1, 2, 5, 12, 21, 22, 112, 122]));
    expect![[r#"
        many one few many many many one few many one
        match count % 100 { 1 | 21 | 31 | 41 | 51 | 61 | 71 | 81 | 91 => Plural::One, 2..=4 | 22..=24 | 32..=34 | 42..=44 | 52..=54 | 62..=64 | 72..=74 | 82..=84 | 92..=94 => Plural::Few, _ => Plural::Many }"#]].assert_eq(&said("uk", &[0, 1, 2, 5, 11, 12, 21, 22, 111, 121]));
    expect![[r#"
        zero one two few few many many other other few many
        match count { 0 => Plural::Zero, 1 => Plural::One, 2 => Plural::Two, _ => match count % 100 { 3..=10 => Plural::Few, 0..=2 => Plural::Other, _ => Plural::Many } }"#]].assert_eq(&said("ar", &[0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111]));
    expect![[r#"
        one one other other other many many other
        match count { 0..=1 => Plural::One, _ if count.is_multiple_of(1_000_000) => Plural::Many, _ => Plural::Other }"#]].assert_eq(&said("fr", &[0, 1, 2, 21, 999_999, 1_000_000, 2_000_000, 2_000_001]));
    expect![[r#"
        other other other
        Plural::Other"#]]
    .assert_eq(&said("ja", &[0, 1, 2]));
}

#[test]
fn every_language_that_can_be_added_has_a_form_for_each_number() {
    for tag in [
        "de", "en", "pl", "uk", "ar", "fr", "es", "pt-BR", "ru", "cs", "lt", "lv", "sl", "ga",
        "he", "zh", "tr",
    ] {
        let rule = Rule::of(tag).expect("a rule");
        for count in 0..=1_000 {
            assert!(rule.categories().contains(&rule.category(count)), "{count} in {tag}");
        }
    }
}

#[test]
fn what_is_written() {
    let polish = r#"
filter = "Filtr"
cited = "{date}: {outlet}"
more = "jeszcze {count}"
list = ["raz", "dwa"]
[counted]
claims.one = "{count} wypowiedź"
claims.few = "{count} wypowiedzi"
claims.many = "{count} wypowiedzi"
"#;
    let written = rust(&[file("pl", polish), file("en", ENGLISH)]).expect("no fault");
    expect![[r#"
        /// The languages of the viewer, a file of `locales/` each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Lang { #[doc = "`en`"] En, #[doc = "`pl`"] Pl,  }

        impl Lang {
            /// All languages, in the order in which they are offered.
            pub const ALL: [Self; 2] = [Self::En, Self::Pl, ];

            /// As BCP 47 has it: in links and in `<html lang>`.
            #[must_use]
            pub fn tag(self) -> &'static str { match self { Self::En => "en", Self::Pl => "pl",  } }
        }

        /// The texts of a language.
        #[must_use]
        pub fn words(lang: Lang) -> &'static Words { match lang { Lang::En => &EN, Lang::Pl => &PL,  } }

        enum Plural { One, Few, Many, Other,  }

        struct Forms { one: &'static str, few: &'static str, many: &'static str, other: &'static str,  }

        impl Forms {
            fn of(&self, lang: Lang, count: usize) -> &'static str { match plural(lang, count) { Plural::One => self.one, Plural::Few => self.few, Plural::Many => self.many, Plural::Other => self.other,  } }
        }

        fn plural(lang: Lang, count: usize) -> Plural { match lang { Lang::En => match count { 1 => Plural::One, _ => Plural::Other }, Lang::Pl => match count { 1 => Plural::One, _ => match count % 100 { 2..=4 | 22..=24 | 32..=34 | 42..=44 | 52..=54 | 62..=64 | 72..=74 | 82..=84 | 92..=94 => Plural::Few, _ => Plural::Many } },  } }

        /// The texts of `[counted]`.
        pub struct Counted { lang: Lang, 
            claims: Forms,
         }

        impl Counted {
            #[doc = "`{count} claim` / `{count} claims`"]
            #[must_use]
            pub fn claims(&self, count: usize) -> String { filled(self.claims.of(self.lang, count), &[&number(self.lang, count)]) }
         }

        /// The texts of a language.
        pub struct Words { lang: Lang, 
            #[doc = "`Filter`"]
            pub filter: &'static str,
            cited: &'static str,
            more: &'static str,
            #[doc = "`one` / `two`"]
            pub list: [&'static str; 2],
            /// The texts of `[counted]`.
            pub counted: Counted,
         }

        impl Words {
            #[doc = "`{outlet}, {date}`"]
            #[must_use]
            pub fn cited(&self, outlet: &str, date: &str) -> String { filled(self.cited, &[outlet, date]) }
            #[doc = "`{count} more`"]
            #[must_use]
            pub fn more(&self, count: usize) -> String { filled(self.more, &[&number(self.lang, count)]) }
         }

        static EN: Words = Words { lang: Lang::En, filter: "Filter", cited: "\0, \u{1}", more: "\0 more", list: ["one", "two"], counted: Counted { lang: Lang::En, claims: Forms { one: "\0 claim", few: "\0 claims", many: "\0 claims", other: "\0 claims", },  },  };
        static PL: Words = Words { lang: Lang::Pl, filter: "Filtr", cited: "\u{1}: \0", more: "jeszcze \0", list: ["raz", "dwa"], counted: Counted { lang: Lang::Pl, claims: Forms { one: "\0 wypowiedź", few: "\0 wypowiedzi", many: "\0 wypowiedzi", other: "\0 wypowiedzi", },  },  };
    "#]].assert_eq(&written);
}
