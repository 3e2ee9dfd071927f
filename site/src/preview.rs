//! The picture that other sites show of a link, drawn by the core and made into pixels here.

use crate::pages::Pages;
use anyhow::{Context, Result};
use claim_atlas::atlas::Atlas;
use claim_atlas::corpus::Lang;
use claim_atlas::link::Page;
use claim_atlas::query::{Index, Query};
use claim_atlas::share::Shown;
use claim_atlas::ui::preview_svg;
use resvg::{tiny_skia, usvg};
use std::sync::Arc;

/// The one family that a picture made here is written in: the same on every machine.
const SERIF: &str = "Libertinus Serif";

impl Pages<'_> {
    /// The picture in a language, as PNG.
    ///
    /// # Errors
    ///
    /// When it cannot be drawn.
    pub fn preview(&self, lang: Lang) -> Result<Vec<u8>> {
        let index = Index::new(Arc::clone(&self.corpus), &self.countries);
        let atlas = Atlas::new(index, self.countries.clone(), lang);
        let (query, page) = (Query::default(), Page::default());
        let drawing = preview_svg(&Shown { atlas: &atlas, query: &query, lang, page: &page });
        pixels(&read(&drawing)?)?.encode_png().context("the picture cannot be written")
    }
}

/// Reads a drawing, with fonts of our own in place of the reader's.
fn read(drawing: &str) -> Result<usvg::Tree> {
    let mut options = usvg::Options::default();
    let fonts = Arc::get_mut(&mut options.fontdb).context("the fonts are in use")?;
    for font in typst_assets::fonts() {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_serif_family(SERIF);
    fonts.set_sans_serif_family(SERIF);
    usvg::Tree::from_str(drawing, &options).context("the drawing is no SVG")
}

fn pixels(tree: &usvg::Tree) -> Result<tiny_skia::Pixmap> {
    let size = tree.size().to_int_size();
    let mut pixels =
        tiny_skia::Pixmap::new(size.width(), size.height()).context("no picture of that size")?;
    resvg::render(tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    Ok(pixels)
}

#[cfg(test)]
mod tests;
