//! The Universal Declaration of Human Rights in many languages, as pages: a folder of them is a bed whose
//! right answers are known, since all have the same thirty articles.

use bulletin::document::{BlockId, BlockKind, Document, Origin};
use std::path::Path;

/// One translation.
pub struct Translation {
    /// The name of its file, without the ending.
    pub name: String,
    /// The text between the tags of each paragraph, by the part that contains it: the preamble, then
    /// each article. Headings are apart.
    pub parts: Vec<DeclarationPart>,
    /// Its page as a document.
    pub document: Document,
}

/// The preamble or an article.
#[derive(Clone)]
pub struct DeclarationPart {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// Number of articles.
const ARTICLES: usize = 30;

/// Reads all pages of a folder, in the order of their names.
pub fn read_all(folder: &Path) -> Vec<Translation> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|one| one.expect("an entry").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "html"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let page = std::fs::read_to_string(path).expect("UTF-8");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        Translation { name, parts: parts_of(&page), document: document(&page) }
    };
    paths.iter().map(read).collect()
}

/// A page as a document.
pub fn document(page: &str) -> Document {
    bulletin::source::read(page.as_bytes(), Origin::StandardInput).expect("a page")
}

impl Translation {
    /// Whether the document has the articles 1 to 30.
    pub fn has_all_articles(&self) -> bool {
        (1..=ARTICLES).all(|number| self.document.section_at(&number.to_string()).is_some())
    }

    /// Whether each part has as many paragraphs as that of another translation.
    pub fn has_as_many_paragraphs_as(&self, other: &Self) -> bool {
        self.parts.len() == other.parts.len()
            && self
                .parts
                .iter()
                .zip(&other.parts)
                .all(|(a, b)| a.paragraphs.len() == b.paragraphs.len())
    }

    /// A page of other paragraphs in the language of this translation. Each is a paragraph without a number.
    pub fn page_of(&self, parts: &[DeclarationPart]) -> String {
        let language = self.document.metadata().language.as_deref().unwrap_or("und");
        let mut page = format!(
            "<html lang=\"{language}\"><body><h1>{}</h1>\n",
            self.document.metadata().title
        );
        for (at, part) in parts.iter().enumerate() {
            let tag = if at == 0 { "header" } else { "article" };
            page += &format!("<{tag}><h2>{}</h2>\n", part.heading);
            for paragraph in &part.paragraphs {
                page += &format!("<p>{paragraph}</p>\n");
            }
            page += &format!("</{tag}>\n");
        }
        page + "</body></html>\n"
    }

    /// Whether its script puts no blanks between words.
    pub fn is_unspaced(&self) -> bool {
        let words = self.parts.iter().flat_map(|part| &part.paragraphs);
        let (letters, blanks) = words
            .flat_map(|one| one.chars())
            .fold((0, 0), |(all, blank), c| (all + 1, blank + usize::from(c == ' ')));
        blanks * 50 < letters
    }
}

/// The parts of a page, read by its tags alone.
fn parts_of(page: &str) -> Vec<DeclarationPart> {
    let inside = |from: &str, tag: &str| -> Option<String> {
        let start = from.find(&format!("<{tag}>"))? + tag.len() + 2;
        let end = from[start..].find(&format!("</{tag}>"))?;
        Some(from[start..start + end].split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let mut parts = Vec::new();
    for piece in page.split("<article").flat_map(|piece| piece.split("<header")).skip(1) {
        let piece = piece.split("</article>").next().and_then(|p| p.split("</header>").next());
        let piece = piece.unwrap_or_default();
        let paragraphs = piece.split("<p>").skip(1).filter_map(|rest| rest.split("</p>").next());
        parts.push(DeclarationPart {
            heading: ["h1", "h2", "h3"]
                .iter()
                .find_map(|tag| inside(piece, tag))
                .unwrap_or_default(),
            paragraphs: paragraphs
                .map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect(),
        });
    }
    parts
}

/// For each block of a document, the paragraph that it is, as an index into all; `None` for headings
/// and for what is no paragraph.
pub fn paragraphs_of_blocks(document: &Document, parts: &[DeclarationPart]) -> Vec<Option<usize>> {
    /// How many paragraphs may have become none.
    const LOOK_AHEAD: usize = 12;
    let bare = |words: &str| -> String { words.chars().filter(|c| c.is_alphanumeric()).collect() };
    let entities =
        |words: &str| words.replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<");
    let all: Vec<String> = parts
        .iter()
        .flat_map(|part| &part.paragraphs)
        .map(|words| bare(&entities(words)))
        .collect();
    let mut next = 0;
    let of = |block: BlockId| {
        let words = bare(document.body(block));
        if words.is_empty() || document.block(block).kind == BlockKind::Heading {
            return None;
        }
        let known = (next..all.len().min(next + LOOK_AHEAD)).find(|at| {
            all[*at] == words || (all[*at].ends_with(&words) && words.len() + 12 > all[*at].len())
        });
        if let Some(at) = known {
            next = at + 1;
        }
        known
    };
    document.block_ids().map(of).collect()
}

/// A translation in which neighbours were merged and paragraphs dropped: its parts, and for each of its
/// paragraphs the paragraphs of the original that it has.
pub fn damaged(
    parts: &[DeclarationPart],
    seed: u64,
    joint: &str,
) -> (Vec<DeclarationPart>, Vec<Vec<usize>>) {
    const MERGED: f64 = 0.15;
    const DROPPED: f64 = 0.05;
    let mut random = fastrand::Rng::with_seed(seed);
    let mut truth: Vec<Vec<usize>> = Vec::new();
    let mut first = 0;
    let parts = parts
        .iter()
        .map(|part| {
            let mut paragraphs: Vec<String> = Vec::new();
            let is_damaged = part.paragraphs.len() > 1;
            for (at, words) in part.paragraphs.iter().enumerate() {
                if is_damaged && random.f64() < DROPPED {
                    continue;
                }
                match paragraphs.last_mut() {
                    Some(last) if is_damaged && random.f64() < MERGED => {
                        *last += &format!("{joint}{words}");
                        truth.last_mut().expect("a paragraph").push(first + at);
                    }
                    _ => {
                        paragraphs.push(words.clone());
                        truth.push(vec![first + at]);
                    }
                }
            }
            first += part.paragraphs.len();
            DeclarationPart { heading: part.heading.clone(), paragraphs }
        })
        .collect();
    (parts, truth)
}

/// A seed of a name, the same on every machine.
pub fn seed_of(name: &str) -> u64 {
    name.bytes().fold(14_695_981_039_346_656_037, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(1_099_511_628_211)
    })
}
