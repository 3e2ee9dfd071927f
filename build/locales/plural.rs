//! Which form of a text a number takes in a language, by the rules of CLDR.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A form, as CLDR names it: of *one*, of *few*, and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Category {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// As files name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The one of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl From<PluralCategory> for Category {
    fn from(category: PluralCategory) -> Self {
        match category {
            PluralCategory::Zero => Self::Zero,
            PluralCategory::One => Self::One,
            PluralCategory::Two => Self::Two,
            PluralCategory::Few => Self::Few,
            PluralCategory::Many => Self::Many,
            PluralCategory::Other => Self::Other,
        }
    }
}

/// Which form a whole number takes: what a few small numbers take, then what whole millions take, then by the rest
/// that a hundred leaves. Nearly all rules of CLDR on whole numbers are like that; one that is not is refused.
#[derive(Debug)]
pub struct Rule {
    small: Vec<(usize, Category)>,
    millions: Option<Category>,
    /// By the number's rest, of as many as there are.
    rests: Vec<Category>,
}

/// The numbers that a rule is held to: those that a page may well show, and some of each size above.
fn samples() -> impl Iterator<Item = usize> {
    let bases = [20_000, 100_000, 999_800, 1_000_000, 2_000_000, 10_000_000, 123_456_700];
    (0..=10_000).chain(bases.into_iter().flat_map(|base| base..base + 200))
}

impl Rule {
    /// The rule of the language with a tag.
    pub fn of(tag: &str) -> Result<Self, String> {
        let locale: Locale = tag
            .parse()
            .ok()
            .filter(|locale: &Locale| locale.to_string() == tag)
            .ok_or_else(|| {
                String::from(
                    "the file's name is no tag of a language: name it as BCP 47 writes it, as in `de.toml` or \
                     `pt-BR.toml`",
                )
            })?;
        let rules = PluralRules::try_new_cardinal(locale.into())
            .map_err(|error| format!("CLDR has no plural rules for `{tag}`: {error}"))?;
        let of = |number: usize| Category::from(rules.category_for(number));
        let rests: Vec<Category> = (100..200).map(of).collect();
        let small = (0..100).zip(&rests).map(|(number, rest)| (number, of(number), *rest));
        let small = small.filter(|(_, is, rest)| is != rest).map(|(number, is, _)| (number, is));
        let millions = Some(of(1_000_000)).filter(|it| Some(it) != rests.first());
        let rule = Self { small: small.collect(), millions, rests: shortest(rests) };
        match samples().find(|&number| rule.category(number) != of(number)) {
            None => Ok(rule),
            Some(number) => Err(format!(
                "CLDR has rules for `{tag}` that build/locales/plural.rs cannot write, as for {number}: teach it"
            )),
        }
    }

    /// The form that a number takes.
    pub fn category(&self, number: usize) -> Category {
        let small = self.small.iter().find(|(it, _)| *it == number).map(|(_, category)| *category);
        let is_millions = number > 0 && number.is_multiple_of(1_000_000);
        small
            .or(self.millions.filter(|_| is_millions))
            .or_else(|| self.rests.get(number % self.rests.len()).copied())
            .expect("there is a form for each rest")
    }

    /// The forms that whole numbers take.
    pub fn categories(&self) -> BTreeSet<Category> {
        let small = self.small.iter().map(|(_, category)| *category);
        small.chain(self.millions).chain(self.rests.iter().copied()).collect()
    }

    /// The first numbers that take a form, for messages.
    pub fn examples(&self, category: Category) -> Vec<usize> {
        samples().filter(|&number| self.category(number) == category).take(4).collect()
    }

    /// Whether a form is taken by a single number, so that a text need not name it.
    pub fn is_single(&self, category: Category) -> bool {
        self.examples(category).len() == 1
    }

    /// The rule as the expression of a Rust function on `count`.
    pub fn rust(&self) -> String {
        let mut arms = String::new();
        let mut small = self.small.clone();
        small.sort_by_key(|(_, category)| *category);
        for of_one in small.chunk_by(|a, b| a.1 == b.1) {
            let numbers: Vec<usize> = of_one.iter().map(|(number, _)| *number).collect();
            arms += &arm(&numbers, of_one.first().map(|it| it.1));
        }
        if let Some(category) = self.millions {
            let _ = write!(arms, "_ if count.is_multiple_of(1_000_000) => Plural::{category:?}, ");
        }
        let rest = self.rest();
        if arms.is_empty() { rest } else { format!("match count {{ {arms}_ => {rest} }}") }
    }

    /// What is left to the rest: the most frequent form is what all others take.
    fn rest(&self) -> String {
        let of = |category| {
            let rests = self.rests.iter().enumerate().filter(move |(_, it)| **it == category);
            rests.map(|(rest, _)| rest).collect::<Vec<_>>()
        };
        let most = Category::ALL.into_iter().max_by_key(|it| of(*it).len()).expect("a form");
        let others = Category::ALL.into_iter().filter(|it| *it != most && !of(*it).is_empty());
        let arms: String = others.map(|it| arm(&of(it), Some(it))).collect();
        if arms.is_empty() {
            return format!("Plural::{most:?}");
        }
        format!("match count % {} {{ {arms}_ => Plural::{most:?} }}", self.rests.len())
    }
}

/// The rests of a hundred, or of ten, or the one form, whichever says as much.
fn shortest(rests: Vec<Category>) -> Vec<Category> {
    let by = |period: usize| {
        let (first, _) = rests.split_at(period);
        rests.chunks(period).all(|it| it == first).then(|| first.to_vec())
    };
    by(1).or_else(|| by(10)).unwrap_or(rests)
}

/// An arm of a `match`: numbers in their order, as ranges where they follow each other.
fn arm(numbers: &[usize], category: Option<Category>) -> String {
    let mut ranges = Vec::new();
    for range in numbers.chunk_by(|a, b| a + 1 == *b) {
        match range {
            [one] => ranges.push(one.to_string()),
            [first, .., last] => ranges.push(format!("{first}..={last}")),
            [] => {}
        }
    }
    let category = category.expect("an arm is of a form");
    format!("{} => Plural::{category:?}, ", ranges.join(" | "))
}
