//! Runs of clauses that were only renumbered, each told in one line.

use crate::align::{Alignment, Course, Extent, How, Row};

/// A row, or several that were renumbered by the same shift.
pub enum Told<'a> {
    /// A row.
    Row(&'a Row),
    /// The first and the last of several that are beside each other, and their number with those
    /// inside them.
    Run(&'a Row, &'a Row, usize),
}

/// Gathers rows that were only renumbered, by the same shift, into runs.
pub fn runs<'a>(alignment: &Alignment, rows: &[&'a Row]) -> Vec<Told<'a>> {
    let mut runs: Vec<Told> = Vec::new();
    for row in rows {
        let joined = match runs.last() {
            Some(Told::Row(first)) => {
                continued(alignment, first, first, row).map(|last| (*first, last, 2))
            }
            Some(Told::Run(first, last, count)) => {
                continued(alignment, first, last, row).map(|last| (*first, last, count + 1))
            }
            None => None,
        };
        match joined {
            Some((first, last, count)) => {
                runs.pop();
                runs.push(Told::Run(first, last, count));
            }
            None => runs.push(Told::Row(row)),
        }
    }
    runs
}

/// The last row of a run that goes on with another row: that row if it is beside the last, the last
/// if it is inside the last; `None` if the run ends before it.
fn continued<'a>(
    alignment: &Alignment,
    first: &'a Row,
    last: &'a Row,
    row: &'a Row,
) -> Option<&'a Row> {
    let moved = |row: &Row| row.how == How::Same && row.extent == Extent::None;
    let (way, other) = (places(alignment, last)?, places(alignment, row)?);
    if !moved(first) || !moved(row) || first.course != row.course || row.course == Course::Stayed {
        return None;
    }
    let inside = |outer: &str, inner: &str| -> Option<String> {
        let rest = inner.strip_prefix(outer)?;
        let is_below = rest.starts_with(|c: char| !c.is_alphanumeric());
        is_below.then(|| rest.to_owned())
    };
    if let (Some(old), Some(new)) = (inside(&way.0, &other.0), inside(&way.1, &other.1)) {
        return (old == new).then_some(last);
    }
    let (was, is) = (numbered(&way.0)?, numbered(&way.1)?);
    let (next_was, next_is) = (numbered(&other.0)?, numbered(&other.1)?);
    let beside = was.0 == next_was.0 && is.0 == next_is.0;
    let follows = was.1 + 1 == next_was.1 && is.1 + 1 == next_is.1;
    (beside && follows).then_some(row)
}

fn places(alignment: &Alignment, row: &Row) -> Option<(String, String)> {
    let ([old], [new]) = (row.old.as_slice(), row.new.as_slice()) else { return None };
    let old = alignment.old().section_address(*old).to_owned();
    Some((old, alignment.new_document().section_address(*new).to_owned()))
}

/// An address without its last number, and that number.
fn numbered(address: &str) -> Option<(&str, u64)> {
    let digits = address.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (rest, number) = address.split_at(address.len() - digits);
    Some((rest, number.parse().ok()?))
}
