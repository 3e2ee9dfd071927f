//! The data beside the page: all that the viewer exports of everything, for programs.

use crate::pages::Pages;
use claim_atlas::atlas::Atlas;
use claim_atlas::corpus::{Lang, Text};
use claim_atlas::export::{Choice, Dialect, File, Format, Taken};
use claim_atlas::link::Page;
use claim_atlas::query::{Index, Query};
use claim_atlas::share::Shown;
use std::sync::Arc;

/// What stands beside the page: its name, its format, and how a page tells programs what it is.
const FILES: [(&str, Format, &str); 2] =
    [("atlas.json", Format::Json, "application/json"), ("atlas.csv", Format::Csv, "text/csv")];

impl Pages<'_> {
    /// The files, as the viewer exports everything in the language of reference, from the site.
    #[must_use]
    pub fn data(&self) -> [File; 2] {
        let lang = Lang::REFERENCE;
        let index = Index::new(Arc::clone(&self.corpus), &self.countries);
        let atlas = Atlas::new(index, self.countries.clone(), lang);
        let site = self.site.map(|_| Text::in_every(|lang| self.address(lang).unwrap_or_default()));
        let (query, page) = (Query::default(), Page { site, ..Page::default() });
        let taken = Taken::new(Shown { atlas: &atlas, query: &query, lang, page: &page });
        FILES.map(|(name, format, _)| {
            let file = taken.file(Choice { format, dialect: Dialect::Programs });
            File { name: name.to_owned(), ..file }
        })
    }
}

/// That they are there, for the head of a page that they stand beside.
pub(crate) fn links() -> String {
    let link = |(name, _, kind)| format!("<link rel=alternate type={kind} href=\"{name}\">");
    FILES.map(link).concat()
}

#[cfg(test)]
mod tests {
    use crate::pages::Pages;
    use crate::pages::tests::with_pages;
    use claim_atlas::corpus::{SeedFile, Source, check_json};
    use claim_atlas::export::File;

    fn data(pages: &Pages) -> [File; 2] {
        pages.data()
    }

    #[test]
    fn the_whole_corpus_stands_beside_the_page() {
        let ([json, csv], links) = (with_pages(None, data), super::links());
        let source = Source::read(claim_atlas::BUNDLED).expect("the asset");
        let rows = source.documents.iter().map(|it| it.claims.len() + it.withdrawn.len());
        let rows: usize = rows.sum();
        let read = check_json(&SeedFile { name: json.name, text: json.text });
        assert_eq!(read, Ok(source));
        assert_eq!(csv.text.matches("\r\n").count(), rows + 1);
        assert!(csv.text.starts_with("Recipient,"));
        assert!(links.contains("type=application/json href=\"atlas.json\""), "{links}");
        assert!(links.contains("type=text/csv href=\"atlas.csv\""), "{links}");
    }

    #[test]
    fn a_row_leads_to_the_site_where_that_is_known() {
        let site = "https://site.example/atlas/";
        let [_, csv] = with_pages(Some(site), data);
        assert!(csv.text.contains("https://site.example/atlas/#lang=en\r\n"));
    }
}
