//! Accepts or rejects all tracked changes of a DOCX, as a word processor does.

use regex::Regex;

/// What is done with all changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Accept,
    Reject,
}

impl Decision {
    /// The elements whose content goes.
    fn lost(self) -> [&'static str; 2] {
        match self {
            Self::Accept => ["w:del", "w:moveFrom"],
            Self::Reject => ["w:ins", "w:moveTo"],
        }
    }

    /// The elements whose content stays.
    fn kept(self) -> [&'static str; 2] {
        match self {
            Self::Accept => Self::Reject.lost(),
            Self::Reject => Self::Accept.lost(),
        }
    }
}

#[derive(Debug, Clone)]
enum Node {
    Text(String),
    Element { name: String, attributes: String, inside: Vec<Node> },
}

impl Node {
    fn name(&self) -> &str {
        match self {
            Self::Text(_) => "",
            Self::Element { name, .. } => name,
        }
    }

    fn inside(&self) -> &[Node] {
        match self {
            Self::Text(_) => &[],
            Self::Element { inside, .. } => inside,
        }
    }

    /// The first element on a path of names.
    fn find(&self, path: &[&str]) -> Option<&Node> {
        let [first, rest @ ..] = path else { return Some(self) };
        self.inside().iter().filter(|node| node.name() == *first).find_map(|node| node.find(rest))
    }

    fn has_words(&self) -> bool {
        self.name() == "w:r" || self.inside().iter().any(Node::has_words)
    }

    fn written(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(text),
            Self::Element { name, attributes, inside } => {
                *out += &format!("<{name}{attributes}>");
                inside.iter().for_each(|node| node.written(out));
                *out += &format!("</{name}>");
            }
        }
    }
}

/// Resolves all changes of the main part.
pub fn resolved(main: &str, decision: Decision) -> String {
    let mut out = String::new();
    let nodes = parsed(main);
    nodes.iter().flat_map(|node| resolve(node, decision)).for_each(|node| node.written(&mut out));
    out.replace("w:delText", "w:t")
}

fn parsed(xml: &str) -> Vec<Node> {
    let tags = Regex::new(r"<(/?)([\w:]+)((?:\s[^>]*?)?)(/?)>").expect("a pattern");
    let mut open = vec![(String::new(), String::new(), Vec::new())];
    let begin = xml.find("<w:document").expect("a document");
    let mut at = begin;
    for tag in tags.captures_iter(xml).filter(|tag| tag.get(0).expect("all").start() >= begin) {
        let whole = tag.get(0).expect("all");
        let top = open.last_mut().expect("open");
        top.2.push(Node::Text(xml[at..whole.start()].to_owned()));
        at = whole.end();
        if tag[1].is_empty() {
            open.push((tag[2].to_owned(), tag[3].to_owned(), Vec::new()));
        }
        if !tag[1].is_empty() || !tag[4].is_empty() {
            let (name, attributes, inside) = open.pop().expect("open");
            assert_eq!(name, tag[2], "each end has its start");
            let top = open.last_mut().expect("open");
            top.2.push(Node::Element { name, attributes, inside });
        }
    }
    open.pop().expect("the document").2
}

fn resolve(node: &Node, decision: Decision) -> Vec<Node> {
    let Node::Element { name, attributes, inside } = node else { return vec![node.clone()] };
    let lost = |path: &[&str]| {
        decision.lost().iter().any(|name| node.find(&[path, &[*name]].concat()).is_some())
    };
    let is_move = name.starts_with("w:moveFromRange") || name.starts_with("w:moveToRange");
    if is_move || decision.lost().contains(&name.as_str()) {
        return Vec::new();
    }
    let own: Vec<Node> = match node.find(&[&format!("{name}Change")]) {
        Some(change) if decision == Decision::Reject => {
            let before = change.find(&[name]).expect("the properties before");
            // The mark at the end of a paragraph is no property of its text.
            let mark = inside.iter().filter(|node| name == "w:pPr" && node.name() == "w:rPr");
            before.inside().iter().chain(mark).cloned().collect()
        }
        _ => inside.iter().filter(|node| !node.name().ends_with("PrChange")).cloned().collect(),
    };
    let own: Vec<Node> = own.iter().flat_map(|node| resolve(node, decision)).collect();
    if decision.kept().contains(&name.as_str()) {
        return own;
    }
    let whole = Node::Element { name: name.clone(), attributes: attributes.clone(), inside: own };
    match name.as_str() {
        "w:tr" if lost(&["w:trPr"]) => Vec::new(),
        "w:p" if lost(&["w:pPr", "w:rPr"]) => {
            assert!(!whole.has_words(), "words of a paragraph that goes stay: {whole:?}");
            Vec::new()
        }
        "w:tbl" if whole.find(&["w:tr"]).is_none() => Vec::new(),
        _ => vec![whole],
    }
}
