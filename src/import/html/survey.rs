//! Separates the text of a page from its navigation and hidden parts.

use super::tag::Tag;
use super::tree::{Content, NodeId, Tree};
use crate::import::bytes;
use crate::messages::formats;

/// The treatment of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// It is shown.
    Shown,
    /// It has no words for a reader.
    Silent,
    /// It is set aside, and a remark reports it.
    Aside(Furniture),
}

/// A part of a page that is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Furniture {
    /// Menus and lists of links.
    Navigation,
    /// A sidebar.
    Sidebar,
    /// The header of the page.
    Head,
    /// The footer of the page.
    Foot,
    /// Hidden parts.
    Hidden,
    /// Form fields and buttons.
    Control,
    /// Anything outside the main part that the page declares.
    Outside,
}

impl Furniture {
    /// Returns its description.
    pub fn words(self) -> &'static str {
        match self {
            Self::Navigation => formats::NAVIGATION,
            Self::Sidebar => formats::SIDEBARS,
            Self::Head => formats::PAGE_HEADER,
            Self::Foot => formats::PAGE_FOOTER,
            Self::Hidden => formats::HIDDEN_PARTS,
            Self::Control => formats::CONTROLS,
            Self::Outside => formats::OUTSIDE_MAIN,
        }
    }
}

/// A header outside the main part with more letters of prose than this belongs to the text.
const PROSE: u32 = 200;

/// What the surroundings of a node tell about it.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    in_link: bool,
    in_prose: bool,
    in_section: bool,
}

/// What the content of a node tells about it; the sizes are in letters.
#[derive(Debug, Clone, Copy, Default)]
struct ContentSizes {
    text: u32,
    linked: u32,
    prose: u32,
    /// Whether it holds blocks that a table cell cannot show.
    structured: bool,
    paragraphs: u32,
    headed: bool,
}

/// The treatment of each element of a page.
#[derive(Debug)]
pub struct Survey {
    fates: Vec<Treatment>,
    structured: Vec<bool>,
    headed: Vec<bool>,
    /// The kinds of parts set aside, each once.
    pub furniture: Vec<Furniture>,
    /// The element whose content is shown.
    pub root: NodeId,
}

impl Survey {
    /// Visits each node twice: from the root down, and back up.
    pub fn of(tree: &Tree) -> Self {
        let count = tree.ids().count();
        let mut around = vec![Around::default(); count];
        for id in tree.ids() {
            around[id.index()] = seen_from_outside(tree, id, around[tree.parent(id).index()]);
        }
        let mut inside = vec![ContentSizes::default(); count];
        let mut survey = Self {
            fates: vec![Treatment::Shown; count],
            structured: vec![false; count],
            headed: vec![false; count],
            furniture: Vec::new(),
            root: NodeId::ROOT,
        };
        for id in tree.ids().rev() {
            let at = id.index();
            match tree.tag(id) {
                None => {
                    let letters = letters(tree.words(id));
                    inside[at].text = letters;
                    let Around { in_link, in_prose, .. } = around[at];
                    inside[at].linked = if in_link { letters } else { 0 };
                    inside[at].prose = if in_prose && !in_link { letters } else { 0 };
                }
                Some(tag) => {
                    let outer = around[tree.parent(id).index()];
                    survey.fates[at] = fate(tree, id, tag, outer, &inside[at]);
                    survey.headed[at] = inside[at].headed;
                    survey.structured[at] = inside[at].structured
                        || (matches!(tag, Tag::Cell { .. }) && inside[at].paragraphs > 1);
                }
            }
            match survey.fates[at] {
                Treatment::Shown if id != NodeId::ROOT => {
                    let own = inside[at];
                    let parent = &mut inside[tree.parent(id).index()];
                    add(parent, own, tree.tag(id), survey.structured[at]);
                }
                Treatment::Aside(furniture) if inside[at].text > 0 => survey.tell(furniture),
                Treatment::Shown | Treatment::Silent | Treatment::Aside(_) => {}
            }
        }
        survey.narrow(tree, &inside);
        survey.furniture.sort_unstable();
        survey
    }

    /// Returns the treatment of an element.
    pub fn fate(&self, id: NodeId) -> Treatment {
        self.fates[id.index()]
    }

    /// Whether an element holds a heading.
    pub fn is_headed(&self, id: NodeId) -> bool {
        self.headed[id.index()]
    }

    /// Whether an element contains blocks that a table cell cannot show as such.
    pub fn is_structured(&self, id: NodeId) -> bool {
        self.structured[id.index()]
    }

    fn tell(&mut self, furniture: Furniture) {
        if !self.furniture.contains(&furniture) {
            self.furniture.push(furniture);
        }
    }

    /// Shows only the part of the page that it declares to be the text, unless that would split
    /// the text.
    fn narrow(&mut self, tree: &Tree, inside: &[ContentSizes]) {
        let mut mains = Vec::new();
        let mut articles = Vec::new();
        let mut headers = Vec::new();
        // Ignore elements that are set aside or inside an article.
        let mut passed = vec![false; inside.len()];
        for id in tree.ids().skip(1) {
            let at = id.index();
            let parent = tree.parent(id).index();
            passed[at] = passed[parent] || self.fates[at] != Treatment::Shown;
            if passed[at] {
                continue;
            }
            match tree.tag(id) {
                Some(Tag::Main) => mains.push(id),
                Some(_) if tree.attribute_has(id, "role", &["main"]) => mains.push(id),
                Some(Tag::Article) => articles.push(id),
                Some(Tag::Header) => headers.push(id),
                _ => {}
            }
            passed[at] = matches!(tree.tag(id), Some(Tag::Main | Tag::Article));
        }
        let whole = &inside[NodeId::ROOT.index()];
        let root = match (mains.as_slice(), articles.as_slice()) {
            ([main], _) => {
                let part = &inside[main.index()];
                let opens = |header: &NodeId| inside[header.index()].prose > PROSE;
                (part.prose > 0 && !headers.iter().any(opens)).then_some(*main)
            }
            ([], [article]) => {
                let part = &inside[article.index()];
                (part.prose > 0 && part.prose == whole.prose).then_some(*article)
            }
            _ => None,
        };
        if let Some(root) = root {
            self.root = root;
            if inside[root.index()].text < whole.text {
                self.tell(Furniture::Outside);
            }
        }
    }
}

/// Counts the characters that are not white space; the size of a page bounds them.
fn letters(words: &str) -> u32 {
    let count = if words.is_ascii() {
        bytes::count(words, |byte| !bytes::is_blank(byte))
    } else {
        words.chars().filter(|c| !c.is_whitespace()).count()
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn add(parent: &mut ContentSizes, child: ContentSizes, tag: Option<Tag>, structured: bool) {
    parent.text += child.text;
    parent.linked += child.linked;
    parent.prose += child.prose;
    parent.headed |= child.headed || matches!(tag, Some(Tag::Heading(_)));
    let block = matches!(
        tag,
        Some(
            Tag::Heading(_)
                | Tag::Table
                | Tag::Ordered
                | Tag::Unordered
                | Tag::Definitions
                | Tag::Quotation
                | Tag::Preformatted
                | Tag::Rule
        )
    );
    parent.structured |= structured || block;
    parent.paragraphs += u32::from(tag == Some(Tag::Paragraph))
        + match tag {
            Some(Tag::Cell { .. }) => 0,
            _ => child.paragraphs,
        };
}

fn seen_from_outside(tree: &Tree, id: NodeId, outer: Around) -> Around {
    let Some(tag) = tree.tag(id) else { return outer };
    let prose = matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading(_)
            | Tag::Item
            | Tag::Detail
            | Tag::Term
            | Tag::Quotation
            | Tag::Preformatted
            | Tag::Cell { .. }
    );
    let section = matches!(
        tag,
        Tag::Article | Tag::Section | Tag::Main | Tag::Quotation | Tag::Cell { .. } | Tag::Item
    );
    Around {
        in_link: outer.in_link || tag == Tag::Link && tree.attribute(id, "href").is_some(),
        in_prose: outer.in_prose || prose,
        in_section: outer.in_section || section,
    }
}

fn fate(tree: &Tree, id: NodeId, tag: Tag, around: Around, inside: &ContentSizes) -> Treatment {
    let role = |names: &[&str]| tree.attribute_has(id, "role", names);
    // The header of a section belongs to the section; that of a page is shown if it contains text.
    let own = |furniture| {
        let prose = inside.prose > inside.linked || inside.text == 0 || inside.headed;
        if around.in_section || prose { Treatment::Shown } else { Treatment::Aside(furniture) }
    };
    match tag {
        Tag::Silent | Tag::Title => Treatment::Silent,
        _ if is_hidden(tree, id) => Treatment::Aside(Furniture::Hidden),
        Tag::Control => Treatment::Aside(Furniture::Control),
        Tag::Navigation => Treatment::Aside(Furniture::Navigation),
        _ if role(&["navigation", "menu", "menubar", "toolbar", "search"]) => {
            Treatment::Aside(Furniture::Navigation)
        }
        _ if is_note(tree, id) => Treatment::Shown,
        Tag::Aside => Treatment::Aside(Furniture::Sidebar),
        _ if role(&["complementary"]) => Treatment::Aside(Furniture::Sidebar),
        Tag::Header => own(Furniture::Head),
        Tag::Footer => own(Furniture::Foot),
        _ if role(&["banner"]) => own(Furniture::Head),
        _ if role(&["contentinfo"]) => own(Furniture::Foot),
        _ => Treatment::Shown,
    }
}

fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    let Content::Element { name, .. } = tree.content(id) else { return false };
    let styled = tree.attribute(id, "style").is_some_and(|style| {
        let style: String = style.to_ascii_lowercase().split_ascii_whitespace().collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    });
    styled
        || tree.attribute(id, "hidden").is_some()
        || tree.attribute(id, "aria-hidden").is_some_and(|v| v.trim().eq_ignore_ascii_case("true"))
        || (&**name == "dialog" && tree.attribute(id, "open").is_none())
}

/// Whether an element is a footnote or an endnote by the marks of publications.
pub fn is_note(tree: &Tree, id: NodeId) -> bool {
    tree.attribute_has(id, "role", &["doc-footnote", "doc-endnote"])
        || tree.attribute_has(id, "epub:type", &["footnote", "endnote", "rearnote", "note"])
}

/// Whether an element is a note reference by the marks of publications.
pub fn is_note_reference(tree: &Tree, id: NodeId) -> bool {
    tree.attribute_has(id, "role", &["doc-noteref"])
        || tree.attribute_has(id, "epub:type", &["noteref"])
        || tree.attribute_has(id, "class", &["noteref", "footnote-ref", "fnref", "footnote-anchor"])
}
