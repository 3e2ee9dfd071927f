//! One element of a page, as assistive technology sees it.

use crate::find::Place;
use crate::window::Window;
use crate::{Find, Result};
use anyhow::bail;
use fantoccini::elements::Element;

/// One element of a page.
#[derive(Clone, Debug)]
pub struct Part {
    window: Window,
    element: Element,
}

impl Part {
    pub(crate) fn new(window: Window, element: Element) -> Self {
        Self { window, element }
    }

    /// The element itself, for what is not offered here.
    #[must_use]
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// Its computed role.
    ///
    /// # Errors
    ///
    /// When it has left the page.
    pub async fn role(&self) -> Result<String> {
        let role = self.computed("computedrole").await?;
        // The browser's own names of what has no role of its own in the standard.
        let standard = match role.as_str() {
            "DisclosureTriangle" | "DisclosureTriangleGrouped" => "button",
            // Firefox and WebKit name none for it.
            "" if self.element.tag_name().await? == "summary" => "button",
            other => other,
        };
        Ok(standard.to_owned())
    }

    /// Its computed accessible name, with each stretch of space as one plain space.
    ///
    /// # Errors
    ///
    /// When it has left the page.
    pub async fn name(&self) -> Result<String> {
        Ok(plain(&self.computed("computedlabel").await?))
    }

    /// Its visible text, with each stretch of space as one plain space.
    ///
    /// # Errors
    ///
    /// When it has left the page.
    pub async fn text(&self) -> Result<String> {
        Ok(plain(&self.element.text().await?))
    }

    /// One of its attributes.
    ///
    /// # Errors
    ///
    /// When it has left the page.
    pub async fn attribute(&self, name: &str) -> Result<Option<String>> {
        Ok(self.element.attr(name).await?)
    }

    /// Whether it is ticked or chosen.
    ///
    /// # Errors
    ///
    /// When it has left the page.
    pub async fn is_checked(&self) -> Result<bool> {
        Ok(self.element.is_selected().await?)
    }

    /// Clicks it where it can be seen.
    ///
    /// # Errors
    ///
    /// When it has left the page, or another element lies over it.
    pub async fn click(&self) -> Result {
        Ok(self.element.click().await?)
    }

    /// Brings it to the middle of what is in view.
    ///
    /// # Errors
    ///
    /// When it has left the page.
    pub async fn bring_into_view(&self) -> Result {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        let element = serde_json::to_value(&self.element)?;
        self.window.client.execute(script, vec![element]).await?;
        Ok(())
    }

    /// Types a text into it.
    ///
    /// # Errors
    ///
    /// When it takes no text.
    pub async fn write(&self, text: &str) -> Result {
        Ok(self.element.send_keys(text).await?)
    }

    /// Waits until its text contains another.
    ///
    /// # Errors
    ///
    /// When it does not within a reader's patience; the error says what it reads instead.
    pub async fn until_text(&self, part: &str) -> Result {
        let wanted = plain(part);
        let seen = self
            .window
            .wait(async || Ok(self.text().await?.contains(&wanted).then_some(())))
            .await?;
        if seen.is_none() {
            bail!("`{wanted}` is not in `{}`", self.text().await?);
        }
        Ok(())
    }

    /// Waits until its text is another, from the first letter to the last.
    ///
    /// # Errors
    ///
    /// When it is not within a reader's patience; the error says what it reads instead.
    pub async fn until_text_is(&self, text: &str) -> Result {
        let wanted = plain(text);
        let seen =
            self.window.wait(async || Ok((self.text().await? == wanted).then_some(()))).await?;
        if seen.is_none() {
            bail!("it reads `{}`, not `{wanted}`", self.text().await?);
        }
        Ok(())
    }

    /// Waits until one of its attributes has a value, as `aria-expanded` has after a click.
    ///
    /// # Errors
    ///
    /// When it has not within a reader's patience; the error says what it has instead.
    pub async fn until_attribute(&self, name: &str, value: &str) -> Result {
        let seen = self
            .window
            .wait(
                async || Ok((self.attribute(name).await?.as_deref() == Some(value)).then_some(())),
            )
            .await?;
        if seen.is_none() {
            bail!("{name} is {:?}, not `{value}`", self.attribute(name).await?);
        }
        Ok(())
    }

    async fn computed(&self, what: &str) -> Result<String> {
        let path = format!("element/{}/{what}", &*self.element.element_id());
        let answer = self.window.get(path).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }
}

impl Find for Part {
    fn place(&self) -> Place<'_> {
        (&self.window, Some(&self.element))
    }
}

/// A text with each stretch of space, also of the kind that does not break, as one plain space.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
