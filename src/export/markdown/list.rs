//! List items, indented below the items around them.

/// The open lists, outermost first.
#[derive(Debug, Default)]
pub struct MarkdownLists {
    open: Vec<MarkdownList>,
}

#[derive(Debug)]
struct MarkdownList {
    /// Column of the words of its items.
    inner: usize,
    /// The number of its last item; `None` for bullets.
    last: Option<u32>,
}

/// The start of an item.
pub struct ListStart {
    /// The text before its words, in its first line.
    pub marker: String,
    /// Indentation of its other lines, in columns.
    pub inner: usize,
    /// Length of the part of its body that the marker replaces, in bytes.
    pub taken: usize,
}

impl MarkdownLists {
    /// Ends all lists.
    pub fn end(&mut self) {
        self.open.clear();
    }

    /// Starts the next item, inside `nesting` lists.
    pub fn item(&mut self, body: &str, nesting: u8) -> ListStart {
        let nesting = usize::from(nesting).min(self.open.len());
        let sibling = self.open.len() > nesting;
        self.open.truncate(nesting + 1);
        let outer = nesting.checked_sub(1).map_or(0, |at| self.open[at].inner);
        let Some((marker, number, taken)) = marker(body) else {
            // Words with another kind of sign or number are kept as they are.
            self.open.truncate(nesting);
            let blanks = " ".repeat(outer);
            return ListStart { marker: blanks, inner: outer, taken: 0 };
        };
        let last = self.open.get(nesting).filter(|_| sibling).map(|list| list.last);
        // Markdown would renumber a list with gaps.
        let apart = match (last, number) {
            (Some(Some(last)), Some(number)) => last.checked_add(1) != Some(number),
            (Some(before), now) => before.is_some() != now.is_some(),
            (None, _) => false,
        };
        let blanks = " ".repeat(outer);
        let comment = if apart { format!("{blanks}<!-- -->\n\n") } else { String::new() };
        let inner = outer + marker.len() + 1;
        self.open.truncate(nesting);
        self.open.push(MarkdownList { inner, last: number });
        ListStart { marker: format!("{comment}{blanks}{marker} "), inner, taken }
    }
}

/// Returns the Markdown marker for the sign or number at the start of an item,
/// the number, and the length of both in bytes with the blank after them.
fn marker(body: &str) -> Option<(String, Option<u32>, usize)> {
    let (sign, rest) = body.split_once(' ')?;
    if rest.trim().is_empty() {
        return None;
    }
    if sign == "•" {
        return Some(("-".to_owned(), None, sign.len() + 1));
    }
    let digits = sign.strip_suffix(['.', ')'])?;
    let plain = (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let number =
        digits.parse().ok().filter(|_| plain && !(digits.len() > 1 && digits.starts_with('0')))?;
    Some((sign.to_owned(), Some(number), sign.len() + 1))
}
