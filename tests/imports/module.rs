//! One source file: what it defines, and which paths its code names, without its tests.

use std::collections::{BTreeMap, BTreeSet};

/// What a file defines and names.
#[derive(Debug, Default)]
pub struct Module {
    /// The names of the items at the top of the file.
    pub items: BTreeSet<String>,
    /// The paths that it imports or exports, by the name that they have here.
    pub names: BTreeMap<String, Vec<Path>>,
    /// The modules whose names it imports all.
    pub globs: Vec<Path>,
    /// All paths that its code names.
    pub used: BTreeSet<Path>,
}

/// A path as it is written, without `::`.
pub type Path = Vec<String>;

/// Words before the name of an item.
const ITEMS: [&str; 8] = ["fn", "struct", "enum", "trait", "const", "static", "type", "union"];

impl Module {
    /// Reads the text of a file.
    pub fn of(text: &str) -> Self {
        let code = without_tests(&plain(text));
        let tokens = tokens(&code);
        let mut module = Self::default();
        let (mut at, mut depth) = (0, 0_usize);
        while let Some(token) = tokens.get(at).copied() {
            match token {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                // `impl Trait + use<'a>` imports nothing.
                "use" if tokens.get(at + 1) != Some(&"<") => {
                    let end = at + position(&tokens[at..], ";");
                    module.import(&tokens[at + 1..end], &[]);
                    at = end;
                }
                word if ITEMS.contains(&word) && depth == 0 => {
                    module.items.extend(tokens.get(at + 1).map(ToString::to_string));
                }
                word if is_name(word) && tokens.get(at + 1) == Some(&"::") => {
                    let mut path = vec![word.to_owned()];
                    while tokens.get(at + 1) == Some(&"::")
                        && let Some(next) = tokens.get(at + 2).filter(|next| is_name(next))
                    {
                        path.push((*next).to_owned());
                        at += 2;
                    }
                    module.used.insert(path);
                }
                _ => {}
            }
            at += 1;
        }
        module
    }

    /// Adds the paths of the tree of a `use`, behind those around it.
    fn import(&mut self, tree: &[&str], around: &[String]) {
        let mut path = around.to_vec();
        let mut at = 0;
        while let Some(token) = tree.get(at).copied() {
            match token {
                "{" => {
                    let inside = &tree[at + 1..tree.len() - 1];
                    return branches(inside).for_each(|own| self.import(own, &path));
                }
                "*" => return self.globs.push(path),
                "self" if !path.is_empty() => {}
                "::" | "as" => {}
                _ if at > 0 && tree[at - 1] == "as" => {}
                name => path.push(name.to_owned()),
            }
            at += 1;
        }
        let Some(last) = tree.last().filter(|last| **last != "self") else {
            return self.add(path.last().cloned().unwrap_or_default(), path);
        };
        self.add((*last).to_owned(), path);
    }

    fn add(&mut self, name: String, path: Path) {
        self.used.insert(path.clone());
        self.names.entry(name).or_default().push(path);
    }
}

/// Splits the branches of a tree at the commas between them.
fn branches<'t, 'a>(tree: &'t [&'a str]) -> impl Iterator<Item = &'t [&'a str]> {
    let mut depth = 0_usize;
    let own = tree.split(move |token| {
        match *token {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        *token == "," && depth == 0
    });
    own.filter(|branch| !branch.is_empty())
}

fn position(tokens: &[&str], token: &str) -> usize {
    tokens.iter().position(|own| *own == token).unwrap_or(tokens.len())
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Splits code in names, `::` and other signs.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let len = if is_name(rest) || first.is_ascii_digit() {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            tokens.push(&rest[..len]);
        }
        rest = &rest[len..];
    }
    tokens
}

/// Returns code without comments, and without what is in its literals.
fn plain(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(len) = raw(rest).filter(|_| !code.ends_with(is_part)) {
            len
        } else if first == '"' {
            literal(rest, '"')
        } else if first == '\'' {
            character(rest)
        } else {
            0
        };
        if skipped == 0 {
            code.push(first);
        }
        rest = &rest[skipped.max(first.len_utf8())..];
    }
    code
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Returns the length of a raw string at the start of a text.
fn raw(text: &str) -> Option<usize> {
    let signs = text.strip_prefix('b').unwrap_or(text).strip_prefix('r')?;
    let hashes = signs.bytes().take_while(|byte| *byte == b'#').count();
    let body = signs[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let len = body.find(&end).map_or(body.len(), |at| at + end.len());
    Some(text.len() - body.len() + len)
}

/// Returns the length of a literal at the start of a text, with its marks.
fn literal(text: &str, mark: char) -> usize {
    let mut escaped = false;
    let is_end = |c: char| {
        let ends = c == mark && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    };
    text[1..].find(is_end).map_or(text.len(), |at| at + 2)
}

/// Returns the length of a character literal; 1 if it is the sign of a lifetime.
fn character(text: &str) -> usize {
    let mut inside = text.char_indices().skip(1);
    match (inside.next(), inside.next()) {
        (Some((_, '\\')), _) => literal(text, '\''),
        (Some(_), Some((end, '\''))) => end + 1,
        _ => 1,
    }
}

/// Returns code without the items that only tests have.
fn without_tests(code: &str) -> String {
    const TEST: &str = "#[cfg(test)]";
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find(TEST) {
        kept.push_str(&rest[..at]);
        rest = behind_item(&rest[at + TEST.len()..]);
    }
    kept + rest
}

/// Returns the code after an item, which ends with its block or with a semicolon.
fn behind_item(code: &str) -> &str {
    let mut depth = 0_usize;
    let is_end = |c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, '}' | ';')
    };
    code.find(is_end).map_or("", |at| &code[at + 1..])
}
