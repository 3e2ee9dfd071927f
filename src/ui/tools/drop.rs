//! A file that is dropped anywhere on the page: a corpus takes this one's place, a text goes to the document that waits for
//! it, anything else is a copy to be checked.

use super::corpus::waits_for_a_text;
use crate::browser::{self, OwnFile};
use crate::guest::is_meant_as_corpus;
use crate::ui::{Dropped, Panel, State, Tool};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Takes what is dropped, as long as the page is there.
pub fn take_drops(state: State) {
    Effect::new(move |_| {
        StoredValue::new_local(browser::on_drop(move |file| spawn_local(take(state, file))));
    });
}

/// Hands a file to its tool.
async fn take(state: State, file: OwnFile) {
    let is_corpus = is_meant_as_corpus(&file.name(), &browser::beginning(&file).await);
    // By now another corpus may have taken this one's place.
    if state.panel.try_get_untracked().is_none() {
        return;
    }
    let dropped = taken_for(state, is_corpus);
    let tool = if dropped == Dropped::Copy { Tool::Check } else { Tool::Corpus };
    if !is_open(state, &tool) {
        state.unfold(tool, Panel::Menu.opener());
    }
    state.dropped.set(Some((dropped, file)));
}

fn is_open(state: State, tool: &Tool) -> bool {
    state.panel.with_untracked(|it| matches!(it, Some(Panel::Tool(open)) if open == tool))
}

/// What a file is taken for. A text belongs to a document where the reader sees that it waits for one.
fn taken_for(state: State, is_corpus: bool) -> Dropped {
    if is_corpus {
        Dropped::Corpus
    } else if is_open(state, &Tool::Corpus) && waits_for_a_text(state) {
        Dropped::Text
    } else {
        Dropped::Copy
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::ui::fixture::{bundled, drawn};

    #[test]
    fn a_text_is_a_documents_only_where_one_waits_for_it_in_the_open_panel() {
        let mut source = bundled().source().clone();
        source.documents.iter_mut().for_each(|it| it.fingerprints.clear());
        let waiting = Corpus::new(source).expect("its references");
        for (corpus, is_open, is_corpus, expected) in [
            (waiting.clone(), true, false, Dropped::Text),
            (waiting.clone(), false, false, Dropped::Copy),
            (waiting, true, true, Dropped::Corpus),
            (bundled().clone(), true, false, Dropped::Copy),
        ] {
            drawn(corpus, "", move |state| {
                if is_open {
                    state.unfold(Tool::Corpus, Panel::Menu.opener());
                }
                assert_eq!(taken_for(state, is_corpus), expected);
                ().into_any()
            });
        }
    }
}
