//! Finding things as a reader does: by what they are and what they are called.

use crate::part::plain;
use crate::window::Window;
use crate::{Part, Result};
use anyhow::{Context, bail};
use fantoccini::elements::Element;
use serde_json::{Value, json};
use std::fmt;

/// What something is called. A plain text means exactly that; space of any kind counts as one space.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Name {
    /// Anything, or nothing.
    Any,
    /// Exactly this.
    Exactly(String),
    /// Something that begins with this.
    Beginning(String),
    /// Something with this in it.
    Containing(String),
}

impl Name {
    /// A name that begins with this.
    #[must_use]
    pub fn beginning(part: &str) -> Self {
        Self::Beginning(plain(part))
    }

    /// A name with this in it.
    #[must_use]
    pub fn containing(part: &str) -> Self {
        Self::Containing(plain(part))
    }

    fn fits(&self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Exactly(whole) => name == whole,
            Self::Beginning(part) => name.starts_with(part.as_str()),
            Self::Containing(part) => name.contains(part),
        }
    }

    /// What must stand in or at an element for it to have such a name.
    fn words(&self) -> Vec<&str> {
        match self {
            Self::Any => Vec::new(),
            Self::Exactly(text) | Self::Beginning(text) | Self::Containing(text) => {
                text.split_whitespace().collect()
            }
        }
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self::Exactly(plain(name))
    }
}

impl From<String> for Name {
    fn from(name: String) -> Self {
        Self::from(name.as_str())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => write!(f, "of any name"),
            Self::Exactly(name) => write!(f, "named `{name}`"),
            Self::Beginning(part) => write!(f, "whose name begins with `{part}`"),
            Self::Containing(part) => write!(f, "with `{part}` in its name"),
        }
    }
}

/// Something to look in: a page, or a part of one.
#[expect(async_fn_in_trait, reason = "the tests are its only callers, and need no Send")]
pub trait Find {
    /// The window, and the element to look in if it is not the whole page.
    #[doc(hidden)]
    fn place(&self) -> Place<'_>;

    /// The one visible thing of a role and name; waits for it.
    ///
    /// # Errors
    ///
    /// When there is none, or more than one; the error lists what there is of that role.
    async fn by_role(&self, role: &str, name: impl Into<Name>) -> Result<Part> {
        let name = name.into();
        let (window, _) = self.place();
        let found = window
            .wait(async || {
                let mut found = matching(self.place(), role, &name).await?;
                Ok((found.len() == 1).then(|| found.pop()).flatten())
            })
            .await?;
        match found {
            Some(part) => Ok(part),
            None => self.only(role, &name).await,
        }
    }

    /// All visible things of a role and name at this moment, in their order on the page.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    async fn all_by_role(&self, role: &str, name: impl Into<Name>) -> Result<Vec<Part>> {
        matching(self.place(), role, &name.into()).await
    }

    /// How many visible things of a role and name there are at this moment.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    async fn count_by_role(&self, role: &str, name: impl Into<Name>) -> Result<usize> {
        Ok(self.all_by_role(role, name).await?.len())
    }

    /// Waits until there are so many visible things of a role and name.
    ///
    /// # Errors
    ///
    /// When there are not within a reader's patience; the error lists what there is of that role.
    async fn until_count(&self, role: &str, name: impl Into<Name>, count: usize) -> Result {
        let name = name.into();
        let (window, _) = self.place();
        let seen = window
            .wait(async || {
                Ok((matching(self.place(), role, &name).await?.len() == count).then_some(()))
            })
            .await?;
        if seen.is_none() {
            bail!(
                "there is not {count} times a {role} {name}; {}",
                listed(self.place(), role).await?
            );
        }
        Ok(())
    }

    /// Waits until there is no visible thing of a role and name.
    ///
    /// # Errors
    ///
    /// When there still is one after a reader's patience.
    async fn absent(&self, role: &str, name: impl Into<Name>) -> Result {
        self.until_count(role, name, 0).await
    }

    /// The last look for [`Find::by_role`], at everything.
    #[doc(hidden)]
    async fn only(&self, role: &str, name: &Name) -> Result<Part> {
        let mut found = Vec::new();
        for part in of_role(self.place(), role, &[]).await? {
            if name.fits(&part.name().await?) {
                found.push(part);
            }
        }
        match (found.pop(), found.len()) {
            (Some(part), 0) => Ok(part),
            (Some(_), others) => bail!("{} {role}s are {name}, not one", others + 1),
            (None, _) => bail!("no {role} is {name}; {}", listed(self.place(), role).await?),
        }
    }
}

/// A window, and the element to look in if it is not the whole page.
pub type Place<'a> = (&'a Window, Option<&'a Element>);

/// The visible parts of a role and name.
async fn matching(place: Place<'_>, role: &str, name: &Name) -> Result<Vec<Part>> {
    let mut found = Vec::new();
    for part in of_role(place, role, &name.words()).await? {
        if *name == Name::Any || name.fits(&part.name().await?) {
            found.push(part);
        }
    }
    Ok(found)
}

/// The visible parts of a role in or at which all these words stand.
async fn of_role((window, root): Place<'_>, role: &str, words: &[&str]) -> Result<Vec<Part>> {
    // Each question to the driver takes milliseconds, so the page itself throws out most of what cannot be meant.
    const CANDIDATES: &str = r"
        const [root, selector, words] = arguments;
        const shown = (e) => (e.closest('select') ?? e).checkVisibility({ visibilityProperty: true });
        const texts = (e) => (e.getAttribute('aria-labelledby') ?? '').split(/\s+/)
            .map((id) => e.getRootNode().getElementById(id)?.textContent);
        const said = (e) => [
            e.textContent, e.title, e.value, e.placeholder, e.alt, e.getAttribute('aria-label'),
            ...texts(e), ...[...(e.labels ?? [])].map((label) => label.textContent),
            ...[...e.querySelectorAll('[aria-label], [alt], [title]')].flatMap((inner) =>
                [inner.getAttribute('aria-label'), inner.getAttribute('alt'), inner.getAttribute('title')]),
        ].join(' ').toLowerCase();
        const meant = (e) => words.length === 0 || words.every((word) => said(e).includes(word.toLowerCase()));
        const all = (place) => [...place.querySelectorAll(selector)].concat(
            ...[...place.querySelectorAll('*')].filter((e) => e.shadowRoot).map((e) => all(e.shadowRoot)));
        return all(root ?? document).filter((e) => shown(e) && meant(e));";
    let root = root.map_or(Ok(Value::Null), serde_json::to_value)?;
    let answer =
        window.client.execute(CANDIDATES, vec![root, json!(selector(role)), json!(words)]).await?;
    let elements = answer.as_array().context("the page did not answer with a list")?;
    let mut found = Vec::new();
    for element in elements {
        let part = element_of(window, element)?;
        if part.role().await? == role {
            found.push(part);
        }
    }
    Ok(found)
}

/// The element that an answer refers to.
pub fn element_of(window: &Window, reference: &Value) -> Result<Part> {
    let id =
        reference.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
    let id = id.context("the page did not answer with an element")?;
    let element = Element::from_element_id(window.client.clone(), id.to_owned().into());
    Ok(Part::new(window.clone(), element))
}

/// What there is of a role, for a message.
async fn listed(place: Place<'_>, role: &str) -> Result<String> {
    let mut names = Vec::new();
    for part in of_role(place, role, &[]).await? {
        names.push(format!("`{}`", part.name().await?));
    }
    if names.is_empty() {
        return Ok("there is nothing of that role".to_owned());
    }
    Ok(format!("of that role there are: {}", names.join(", ")))
}

/// Where in a page to look for a role: the elements that can have it without a question to the driver.
fn selector(role: &str) -> &'static str {
    match role {
        "alert" => "[role=alert]",
        "article" => "article, [role=article]",
        "banner" => "header, [role=banner]",
        "button" => {
            "button, summary, input[type=button], input[type=submit], input[type=reset], [role=button]"
        }
        "checkbox" => "input[type=checkbox], [role=checkbox]",
        "combobox" => "select, input, [role=combobox]",
        "complementary" => "aside, [role=complementary]",
        "contentinfo" => "footer, [role=contentinfo]",
        "dialog" => "dialog, [role=dialog]",
        "form" => "form, [role=form]",
        "group" => "details, fieldset, optgroup, [role=group]",
        "heading" => "h1, h2, h3, h4, h5, h6, [role=heading]",
        "img" | "image" => "img, svg, [role=img], [role=image]",
        "link" => "a[href], area[href], [role=link]",
        "list" => "ul, ol, menu, [role=list]",
        "listitem" => "li, [role=listitem]",
        "main" => "main, [role=main]",
        "navigation" => "nav, [role=navigation]",
        "option" => "option, [role=option]",
        "radio" => "input[type=radio], [role=radio]",
        "region" => "section, [role=region]",
        "search" => "search, [role=search]",
        "searchbox" => "input, [role=searchbox]",
        "slider" => "input[type=range], [role=slider]",
        "status" => "output, [role=status]",
        "tab" => "[role=tab]",
        "table" => "table, [role=table]",
        "textbox" => "input, textarea, [contenteditable], [role=textbox]",
        _ => "*",
    }
}
