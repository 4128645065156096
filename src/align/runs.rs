//! Runs of clauses that were only renumbered, each reported in one line.

use super::alignment::Alignment;
use super::row::{Course, How, Row};

/// A row, or several that were renumbered by the same shift.
pub enum Told<'a> {
    /// A row.
    Row(&'a Row),
    /// The first and the last of several that are beside each other, and their number with those
    /// inside them.
    Run(&'a Row, &'a Row, usize),
}

impl<'a> Told<'a> {
    /// The row, or the first of several.
    pub fn first(&self) -> &'a Row {
        match self {
            Told::Row(row) | Told::Run(row, ..) => row,
        }
    }
}

impl Alignment<'_> {
    /// Gathers rows that were only renumbered, by the same shift, into runs.
    pub fn runs<'a>(&self, rows: &[&'a Row]) -> Vec<Told<'a>> {
        runs(self, rows)
    }
}

fn runs<'a>(alignment: &Alignment, rows: &[&'a Row]) -> Vec<Told<'a>> {
    let mut runs: Vec<Told> = Vec::new();
    for row in rows {
        let last = match runs.last() {
            Some(Told::Row(only)) => Some((*only, *only, 1)),
            Some(Told::Run(first, last, count)) => Some((*first, *last, *count)),
            None => None,
        };
        let joined = last.and_then(|(first, last, count)| {
            Some(Told::Run(first, continued(alignment, last, row)?, count + 1))
        });
        match joined {
            Some(run) => {
                runs.pop();
                runs.push(run);
            }
            None => runs.push(Told::Row(row)),
        }
    }
    runs
}

/// Returns the last row of a run that continues with another row: that row if it is beside the last,
/// the last if it is inside the last; `None` if the run ends before it.
fn continued<'a>(alignment: &Alignment, last: &'a Row, row: &'a Row) -> Option<&'a Row> {
    let only_renumbered = |row: &Row| row.how == How::Same;
    if !only_renumbered(last) || !only_renumbered(row) {
        return None;
    }
    if last.course != row.course || row.course == Course::Stayed {
        return None;
    }
    let ((was, is), (next_was, next_is)) = (single(alignment, last)?, single(alignment, row)?);
    if let (Some(old), Some(new)) = (below(was, next_was), below(is, next_is)) {
        return (old == new).then_some(last);
    }
    (is_next(was, next_was)? && is_next(is, next_is)?).then_some(row)
}

/// The addresses of a row of one section on each side.
fn single<'a>(alignment: &Alignment<'a>, row: &Row) -> Option<(&'a str, &'a str)> {
    let ([old], [new]) = (row.old.as_slice(), row.new.as_slice()) else { return None };
    let (was, is) = (alignment.old(), alignment.new_document());
    Some((was.section_address(*old), is.section_address(*new)))
}

/// What an address adds to that of a section around it.
fn below<'a>(outer: &str, inner: &'a str) -> Option<&'a str> {
    let rest = inner.strip_prefix(outer)?;
    rest.starts_with(|c: char| !c.is_alphanumeric()).then_some(rest)
}

/// Whether an address is that of the next number beside another; `None` if one does not end in a number.
fn is_next(address: &str, next: &str) -> Option<bool> {
    let ((beside, number), (other, follows)) = (numbered(address)?, numbered(next)?);
    Some(beside == other && number + 1 == follows)
}

/// An address without its last number, and that number.
fn numbered(address: &str) -> Option<(&str, u64)> {
    let digits = address.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (rest, number) = address.split_at(address.len() - digits);
    Some((rest, number.parse().ok()?))
}
