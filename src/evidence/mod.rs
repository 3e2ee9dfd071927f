//! What stands behind a transfer: origins instead of outlets, and where reports differ.
//!
//! Knows the corpus only. Nothing here is an average or a verdict: every answer is a set of claims
//! or of origins, so that whoever is shown it can be led to them.
//!
//! Reading order: who stands behind a transfer (`origins`, `trust`, `gaps`) and where reports differ
//! (`disagreement`), of one and of many (`summary`). From these comes what each view shows, as plain data without a
//! word of the interface: `comparison` and `chain` of an opened transfer, `disputes`, `chronology` with its `brush`,
//! `ribbons` from documents to roots, and the `subject` of a page on one origin or document. `scale` is the geometry
//! that they share.

mod bands;
mod brush;
mod chain;
mod chronology;
mod citations;
mod comparison;
mod disagreement;
mod disputes;
mod findings;
mod gaps;
mod origins;
mod ribbons;
mod scale;
mod sketch;
mod stages;
mod subject;
mod summary;
mod trust;

#[cfg(test)]
pub(crate) mod fixture;

pub use bands::{Band, BandKind, Bands, bands, dot};
pub use brush::{Bin, BinCount, Brush, Grip, heights};
pub use chain::{Chain, Edge, Hollow, Rest, Shown, ShownOrigin, Target, behind, chain, through};
pub use chronology::{Chronology, Moment, TransferTimes, chronology, interval};
pub use comparison::{Answer, Comparison, Question, Row, Value, Verdict, comparison};
pub use disagreement::{
    Difference, Differences, Printed, contradiction, differences, furthest, leaves_open,
    quantities, statuses, strongest, times,
};
pub use disputes::{
    About, Apart, Card, Group, LeftOpen, Side, Sketched, cards, context_cards, gaps, left_open,
    sketched,
};
pub use findings::{Brief, Finding, Findings};
pub use gaps::{Gap, Gaps, has_gap};
pub use origins::{
    Backing, Part, accountable, backing, by_date, documents, gives_no_source, is_confirmed_by,
    is_unsourced, parts,
};
pub use ribbons::{Ribbon, Ribbons, Role, Root, Tally, ribbons};
pub use scale::{
    Axis, DayTick, End, Extent, Lane, NumberTick, Printing, Scale, Ticks, is_inferred,
};
pub use subject::{
    Disagreements, Disputed, DocumentSubject, Falling, OriginSubject, Paragraph, ParagraphKind,
    Repeated, by_transfer, document_subject, origin_subject,
};
pub use summary::{Reached, Summary, summary};
pub use trust::{Trust, discounted};

#[cfg(test)]
mod tests;
