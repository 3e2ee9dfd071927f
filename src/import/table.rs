//! A table as people have it: text before the header, cells parted by commas, semicolons or tabs, quotation marks that
//! nobody closes.

use super::NoTable;
use super::work::{Half, Work};
use crate::corpus::{LONGEST_TEXT, MOST_LISTED};
use csv::{ReaderBuilder, StringRecord};

/// What may part cells.
const BETWEEN: [u8; 3] = *b",;\t";

/// The header is among so many lines.
const LINES_BEFORE: usize = 200;

/// A line before the header that is longer is no title.
const LONGEST_LINE: usize = 500;

/// After so many quotation marks that are never closed the rest of a table is read as having none around its cells.
const MOST_UNCLOSED: usize = 100;

/// So many bytes are read again for quotation marks that are not closed: each reads up to the end of the table.
const MOST_READ_AGAIN: usize = 50_000_000;

/// No table that people have has more columns.
const MOST_COLUMNS: usize = 1000;

/// Nor a longer header.
const LONGEST_HEADER: usize = 100_000;

/// A table, from its header on.
pub struct Table {
    /// What stands before the header: its lines that are not blank, without quotation marks around them.
    pub before: Vec<String>,
    /// The columns' names; those of a register may be blank.
    pub columns: Vec<String>,
    /// The rows that are not blank.
    pub rows: Vec<Row>,
    /// How many lines of the text are not blank.
    pub paragraphs: usize,
}

/// A row of a table.
pub struct Row {
    /// The line of the file that it begins on, from 1.
    pub line: usize,
    /// Which of the lines that are not blank that is, from 1.
    pub paragraph: usize,
    /// What stands in it: as many cells as there are columns, or else a row that does not fit them.
    pub cells: Vec<String>,
}

/// Where in a text a table was found.
pub struct Found {
    /// The byte that it begins at.
    begins: usize,
    /// What parts its cells.
    between: u8,
    /// The lines before it.
    before: Vec<String>,
}

impl Found {
    /// Where the table in a text begins, with a row that is a header; nothing where none is.
    pub fn new(text: &str, is_header: impl Fn(&[String]) -> bool) -> Option<Self> {
        let mut begins = 0;
        let mut before = Vec::new();
        for line in text.split_inclusive('\n').take(LINES_BEFORE) {
            for between in BETWEEN.into_iter().filter(|_| line.len() <= LONGEST_HEADER) {
                let columns = cells_of(line, between, true);
                if columns.len() <= MOST_COLUMNS && is_header(&columns) {
                    return Some(Self { begins, between, before });
                }
            }
            begins += line.len();
            let line = line.trim().trim_matches('"').trim();
            if !line.is_empty() && line.len() <= LONGEST_LINE {
                before.push(line.to_owned());
            }
        }
        None
    }
}

impl Table {
    /// The table that was found in a text.
    pub async fn read<P: AsyncFnMut(usize) -> bool>(
        text: &str,
        Found { begins, between, before }: Found,
        work: &mut Work<P>,
    ) -> Result<Self, NoTable> {
        let mut rows = Vec::new();
        let mut place = Place { line: 1, paragraph: 0, at: 0 };
        let mut columns = Vec::new();
        for (at, cells) in records(text, begins, between, work).await? {
            place.go_to(text, at);
            if columns.is_empty() {
                columns = cells.into_iter().map(|it| it.trim().to_owned()).collect();
            } else if cells.iter().any(|it| !it.trim().is_empty()) {
                let cells = joined(cells, columns.len(), char::from(between));
                rows.push(Row { line: place.line, paragraph: place.paragraph + 1, cells });
            }
        }
        place.go_to(text, text.len());
        Ok(Self { before, columns, rows, paragraphs: place.paragraph })
    }
}

impl Row {
    /// Whether more stands in it than in a claim of a corpus.
    pub fn is_too_long(&self) -> bool {
        let length: usize = self.cells.iter().map(|it| it.chars().count()).sum();
        // A register's claim repeats what its cells say, with some words between them.
        let parts = |cell: &String| cell.matches([';', '<', '←']).count();
        length > LONGEST_TEXT / 2 || self.cells.iter().any(|it| parts(it) >= MOST_LISTED)
    }
}

/// How far a text was gone through.
struct Place {
    /// The line, from 1.
    line: usize,
    /// How many lines before it are not blank.
    paragraph: usize,
    /// The line's beginning.
    at: usize,
}

impl Place {
    /// Goes on to the line that holds a byte.
    fn go_to(&mut self, text: &str, byte: usize) {
        while let Some(rest) = text.get(self.at..).filter(|it| !it.is_empty()) {
            let line = rest.split_inclusive('\n').next().unwrap_or(rest);
            if byte < self.at + line.len() {
                return;
            }
            self.paragraph += usize::from(!line.trim().is_empty());
            self.line += 1;
            self.at += line.len();
        }
    }
}

/// The rows from a place on, each with the byte that it begins at.
async fn records<P: AsyncFnMut(usize) -> bool>(
    text: &str,
    begins: usize,
    between: u8,
    work: &mut Work<P>,
) -> Result<Vec<(usize, Vec<String>)>, NoTable> {
    let mut records = Vec::new();
    let (mut begins, mut unclosed, mut read_again, mut columns) = (begins, 0, 0, 0);
    'unclosed: loop {
        let rest = text.get(begins..).unwrap_or_default();
        let is_quoting = unclosed < MOST_UNCLOSED && read_again < MOST_READ_AGAIN;
        let mut reader = reader(rest, between, is_quoting);
        let mut record = StringRecord::new();
        while reader.read_record(&mut record).unwrap_or(false) {
            let at = record.position().map_or(0, csv::Position::byte);
            let mut at = begins + usize::try_from(at).unwrap_or_default();
            let line = text.get(at..).unwrap_or_default();
            at += line.len() - line.trim_start_matches('\n').len();
            columns = columns.max(if records.is_empty() { record.len() } else { 0 });
            if has_swallowed(&record, columns, char::from(between)) {
                let line = text.get(at..).unwrap_or_default();
                let line = line.split_inclusive('\n').next().unwrap_or_default();
                records.push((at, cells_of(line, between, false)));
                begins = at + line.len();
                unclosed += 1;
                read_again += record.as_slice().len();
                continue 'unclosed;
            }
            records.push((at, cells(&record)));
            work.after(records.len(), Half::First, at, text.len()).await?;
        }
        return Ok(records);
    }
}

fn reader(text: &str, between: u8, is_quoting: bool) -> csv::Reader<&[u8]> {
    let mut reader = ReaderBuilder::new();
    reader.delimiter(between).quoting(is_quoting).has_headers(false).flexible(true);
    reader.from_reader(text.as_bytes())
}

/// The cells of a line by itself.
fn cells_of(line: &str, between: u8, is_quoting: bool) -> Vec<String> {
    let mut record = StringRecord::new();
    let is_there = reader(line, between, is_quoting).read_record(&mut record).unwrap_or(false);
    if is_there { cells(&record) } else { Vec::new() }
}

/// The cells of a row; of one that has more than any table has columns enough to see that.
fn cells(record: &StringRecord) -> Vec<String> {
    record.iter().take(MOST_COLUMNS + 1).map(str::to_owned).collect()
}

/// Whether a cell holds rows of the table, since its quotation mark is closed in none of them.
fn has_swallowed(record: &StringRecord, columns: usize, between: char) -> bool {
    let is_row = |line: &str| columns > 2 && line.matches(between).count() + 1 >= columns;
    record.iter().any(|cell| cell.contains('\n') && cell.lines().skip(1).any(is_row))
}

/// Cells as many as columns, where a cell that was cut at its own signs, as in `2012; 2013`, accounts for the rest: what
/// was cut off begins with a space. Nothing is put together where that is not certain.
fn joined(cells: Vec<String>, columns: usize, between: char) -> Vec<String> {
    let is_cut_off = |it: &String| it.starts_with(' ') && !it.trim().is_empty();
    let excess = cells.len().saturating_sub(columns);
    if excess == 0 || cells.iter().skip(1).filter(|it| is_cut_off(it)).count() != excess {
        return cells;
    }
    let mut whole: Vec<String> = Vec::new();
    for cell in cells {
        match whole.last_mut().filter(|_| is_cut_off(&cell)) {
            Some(before) => {
                before.push(between);
                before.push_str(&cell);
            }
            None => whole.push(cell),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::super::work::at_once;
    use super::*;

    fn table(text: &str) -> Table {
        let is_header = |it: &[String]| it.len() > 2 && it.iter().any(|it| it.trim() == "b");
        let found = Found::new(text, is_header).expect("a table");
        at_once(Table::read(text, found, &mut Work::new(async |_| true))).expect("nobody stops it")
    }

    fn rows(text: &str) -> Vec<(usize, usize, Vec<String>)> {
        table(text).rows.into_iter().map(|it| (it.line, it.paragraph, it.cells)).collect()
    }

    fn row(line: usize, paragraph: usize, cells: [&str; 3]) -> (usize, usize, Vec<String>) {
        (line, paragraph, cells.map(str::to_owned).to_vec())
    }

    #[test]
    fn the_header_is_found_whatever_stands_before_it_and_between_cells() {
        for between in [",", ";", "\t"] {
            let text =
                "A \"title, cut\n\"\"\n\na,b,c\n1,\"two\n2\",3\n\n4,5,6\n".replace(',', between);
            let table = table(&text);
            assert_eq!(table.before, [format!("A \"title{between} cut")]);
            assert_eq!((table.columns.join("|"), table.paragraphs), ("a|b|c".to_owned(), 6));
            let expected = [row(5, 4, ["1", "two\n2", "3"]), row(8, 6, ["4", "5", "6"])];
            assert_eq!(rows(&text), expected);
        }
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_takes_no_other_row_along() {
        let expected = [row(2, 2, ["1", "2", "\"x"]), row(3, 3, ["4", "5", "6"])];
        assert_eq!(rows("a,b,c\n1,2,\"x\n4,5,6\n"), expected);
        assert_eq!(rows("a,b,c\n1,2,\""), [row(2, 2, ["1", "2", ""])]);
    }

    #[test]
    fn no_header_has_more_columns_than_a_table_of_people() {
        let is_there = |columns: usize| {
            Found::new(&["a,b", &",".repeat(columns - 2), "\n"].concat(), |it| it.len() > 1)
                .is_some()
        };
        assert!(is_there(MOST_COLUMNS) && !is_there(MOST_COLUMNS + 1));
    }

    #[test]
    fn a_cell_that_was_cut_at_its_own_signs_is_whole_again_where_that_is_certain() {
        assert_eq!(rows("a;b;c\n1;2012; 2013;3\n"), [row(2, 2, ["1", "2012; 2013", "3"])]);
        assert_eq!(rows("a;b;c\n1; ;3\n"), [row(2, 2, ["1", " ", "3"])]);
        assert_eq!(rows("a;b;c\n1; 2; 3;4\n")[0].2.len(), 4);
    }
}
