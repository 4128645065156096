//! EPUB 2 and 3: pages of XHTML in the order of a spine (W3C EPUB 3.3; OPF).
//!
//! Each page is read by [`html`], and all pages make one manuscript. A small package
//! reader suffices: covers, tables of contents and writing are not needed here, and
//! the limits of [`Archive`] apply to everything it reads.

#[cfg(test)]
mod tests;

use super::archive::{Archive, percent_decoded};
use super::beginning::Beginning;
use super::xml::{Xml, XmlEvent};
use crate::document::Direction;
use crate::import::blocks::end_of_elements;
use crate::import::html;
use crate::import::manuscript::{Declared, Manuscript};
use crate::import::refusal::Refusal;
use crate::messages::formats;
use std::collections::{HashMap, HashSet};

/// Formats a remark on a number of pages.
type Remark = fn(usize) -> String;

const CONTAINER: &str = "META-INF/container.xml";
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// The usual methods to make fonts unusable outside their book, which leave the text
/// as it is.
const FONT_OBFUSCATION: [&str; 2] =
    ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

/// The maximum number of items and pages, more than a book has.
const MOST_ITEMS: usize = 100_000;

/// The package document.
#[derive(Debug, Default)]
struct Package {
    declared: Declared,
    /// The entries of the manifest, by identifier.
    manifest: HashMap<String, ManifestEntry>,
    /// Identifiers in reading order, and whether each belongs to the main text.
    spine: Vec<(String, bool)>,
}

/// The pages of the main text, and how many others the spine lists.
struct BookPages<'a> {
    /// The paths of the pages in reading order.
    paths: Vec<&'a str>,
    /// The number of pages outside the main text.
    beside: usize,
    /// The number of pages that are missing.
    missing: usize,
    /// The number of pages without text.
    others: usize,
}

impl Package {
    /// Returns the pages that the spine lists.
    fn pages(&self) -> BookPages<'_> {
        let mut pages = BookPages { paths: Vec::new(), beside: 0, missing: 0, others: 0 };
        let mut listed = HashSet::new();
        for (id, linear) in &self.spine {
            let Some(entry) = self.manifest.get(id) else {
                pages.missing += 1;
                continue;
            };
            // A page that the spine lists twice is shown once.
            if entry.navigation || !listed.insert(entry.path.as_str()) {
                continue;
            }
            match (*linear, entry.page) {
                (false, _) => pages.beside += 1,
                (true, false) => pages.others += 1,
                (true, true) => pages.paths.push(&entry.path),
            }
        }
        pages
    }
}

/// An entry of the manifest.
#[derive(Debug)]
struct ManifestEntry {
    path: String,
    /// Whether it is a page rather than an image or the like.
    page: bool,
    /// Whether it is the navigation page, which the outline replaces.
    navigation: bool,
}

/// Reads an EPUB.
///
/// # Errors
/// The book is damaged, encrypted, or has no page.
pub fn manuscript(archive: &mut Archive<'_>) -> Result<Manuscript<'static>, Refusal> {
    let package = open(archive)?;
    Ok(read(archive, package, u64::MAX)?.manuscript)
}

/// Reads the pages of an EPUB in the order of its spine, until they have `most` bytes; `None` if all
/// of them have at most `least` bytes, or are read as a whole.
///
/// # Errors
/// The book is damaged, encrypted, or has no page.
pub fn beginning(
    archive: &mut Archive<'_>,
    most: u64,
    least: u64,
) -> Result<Option<Beginning>, Refusal> {
    let package = open(archive)?;
    let of = package.pages().paths.iter().map(|path| archive.size(path)).sum();
    if of <= least.max(most) {
        return Ok(None);
    }
    let BookText { manuscript, bytes, whole } = read(archive, package, most)?;
    // The directory may state sizes that are too large.
    Ok((!whole).then_some(Beginning { manuscript, bytes, of }))
}

/// Reads the package document of an EPUB.
fn open(archive: &mut Archive<'_>) -> Result<Package, Refusal> {
    if is_encrypted(archive)? {
        return Err(Refusal::Encrypted);
    }
    let container = archive.required(CONTAINER)?;
    let Some(path) = package_path(&container)? else {
        return Err(Refusal::Missing { part: formats::PACKAGE_DOCUMENT.to_owned() });
    };
    let text = archive.required(&path)?;
    package(&path, &text)
}

/// The text of a book, or its beginning.
struct BookText {
    manuscript: Manuscript<'static>,
    /// The inflated bytes that were read.
    bytes: u64,
    /// Whether that is all of it.
    whole: bool,
}

/// Reads the pages of a book until they have `most` bytes.
fn read(archive: &mut Archive<'_>, package: Package, most: u64) -> Result<BookText, Refusal> {
    let BookPages { paths, beside, mut missing, others } = package.pages();
    let mut out = Manuscript { declared: package.declared.clone(), ..Manuscript::default() };
    let mut text = String::new();
    let (mut bytes, mut whole) = (0, true);
    for path in paths {
        if bytes >= most {
            whole = false;
            break;
        }
        let Some(page) = archive.beginning(path, most - bytes)? else {
            missing += 1;
            continue;
        };
        let end = match page.whole {
            true => page.text.len(),
            false => end_of_elements(page.text.as_bytes()).unwrap_or(0),
        };
        bytes += end as u64;
        let read = html::manuscript(&page.text[..end]);
        append(&mut out, &mut text, BookPage { path, archive, read });
        if !page.whole {
            whole = false;
            break;
        }
    }
    if out.elements.is_empty() {
        return Err(Refusal::Missing { part: formats::PAGE_OF_TEXT.to_owned() });
    }
    let remarks: [(usize, Remark); 3] = [
        (beside, formats::pages_outside),
        (missing, formats::pages_missing),
        (others, formats::pages_not_text),
    ];
    for (count, remark) in remarks {
        if count > 0 {
            out.remarks.push(remark(count));
        }
    }
    out.text = text.into();
    Ok(BookText { manuscript: out, bytes, whole })
}

/// A page of a book.
struct BookPage<'a> {
    /// Its path in the manifest.
    path: &'a str,
    archive: &'a Archive<'a>,
    read: Manuscript<'static>,
}

/// Appends a page to the text. Its anchors, and links to them, are named by its path
/// and their own name.
fn append(out: &mut Manuscript<'static>, whole: &mut String, page: BookPage<'_>) {
    let own = page.archive.name_of(page.path).unwrap_or(page.path).to_owned();
    let BookPage { path, archive, read: page } = page;
    if !whole.is_empty() {
        whole.push('\n');
    }
    let base = whole.len();
    whole.push_str(&page.text);
    let first = out.elements.len();
    out.elements.extend(page.elements);
    for (i, element) in out.elements[first..].iter_mut().enumerate() {
        if i == 0 && first > 0 {
            element.blank_before = element.blank_before.max(1);
        }
        for (range, _) in &mut element.lines {
            *range = range.start + base..range.end + base;
        }
    }
    let shift = |range: std::ops::Range<usize>| range.start + base..range.end + base;
    out.styles.extend(page.styles.into_iter().map(|(range, kind)| (shift(range), kind)));
    let links = page.links.into_iter();
    out.links.extend(links.map(|(range, to)| (shift(range), target(archive, path, &to))));
    out.anchors.push((base, own.clone()));
    let anchors = page.anchors.into_iter();
    out.anchors.extend(anchors.map(|(at, name)| (at + base, format!("{own}#{name}"))));
    for remark in page.remarks {
        if !out.remarks.contains(&remark) {
            out.remarks.push(remark);
        }
    }
    out.declared.language = out.declared.language.take().or(page.declared.language);
    out.declared.direction = out.declared.direction.or(page.declared.direction);
}

/// Returns the target of a page's link in terms of the whole book.
fn target(archive: &Archive<'_>, path: &str, link: &str) -> String {
    let own = |path: String| archive.name_of(&path).map_or(path.clone(), ToOwned::to_owned);
    if let Some(name) = link.strip_prefix('#') {
        return format!("#{}#{name}", own(path.to_owned()));
    }
    let scheme = link.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    if scheme || link.starts_with("//") {
        return link.to_owned();
    }
    let whole = resolve(path, &link.replace('#', "%23"));
    if archive.has(&whole) {
        return format!("#{}", own(whole));
    }
    let (page, fragment) = link.split_once('#').map_or((link, None), |(p, f)| (p, Some(f)));
    let page = own(resolve(path, page));
    fragment.map_or(format!("#{page}"), |fragment| format!("#{page}#{fragment}"))
}

/// Resolves `link` in the entry at `from` to the path of an entry.
fn resolve(from: &str, link: &str) -> String {
    let path = percent_decoded(link).replace('\\', "/");
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = match path.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Whether anything other than fonts is encrypted.
fn is_encrypted(archive: &mut Archive<'_>) -> Result<bool, Refusal> {
    let Some(text) = archive.text(ENCRYPTION)? else {
        return Ok(archive.has("META-INF/rights.xml"));
    };
    let mut xml = Xml::new(ENCRYPTION, &text);
    let mut inside = 0;
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "EncryptedData" => inside += 1,
                "EncryptionMethod" if inside > 0 => {
                    let method = tag.attribute("Algorithm").unwrap_or_default();
                    if !FONT_OBFUSCATION.contains(&method.as_str()) {
                        return Ok(true);
                    }
                }
                _ => {}
            },
            XmlEvent::End(name) if name == "EncryptedData" => inside -= 1,
            _ => {}
        }
    }
    Ok(false)
}

/// Returns the path of the package document.
fn package_path(container: &str) -> Result<Option<String>, Refusal> {
    let mut xml = Xml::new(CONTAINER, container);
    while let Some(node) = xml.next()? {
        let XmlEvent::Start(tag) = node else { continue };
        if tag.name() == "rootfile"
            && let Some(path) = tag.attribute("full-path")
        {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

fn package(path: &str, text: &str) -> Result<Package, Refusal> {
    let mut out = Package::default();
    let mut xml = Xml::new(path, text);
    while let Some(node) = xml.next()? {
        let XmlEvent::Start(tag) = node else { continue };
        if out.manifest.len().max(out.spine.len()) > MOST_ITEMS {
            return Err(Refusal::Immoderate {
                what: formats::pages_too_many(path),
                limit: MOST_ITEMS.to_string(),
            });
        }
        match tag.name() {
            "title" if out.declared.title.is_none() => {
                out.declared.title = Some(xml.words()?).filter(|words| !words.is_empty());
            }
            "language" if out.declared.language.is_none() => {
                out.declared.language = Some(xml.words()?).filter(|words| !words.is_empty());
            }
            "item" => {
                let href = tag.attribute("href").unwrap_or_default();
                let media = tag.attribute("media-type").unwrap_or_default();
                let page = matches!(
                    media.as_str(),
                    "application/xhtml+xml" | "text/html" | "text/x-oeb1-document"
                );
                let properties = tag.attribute("properties").unwrap_or_default();
                let navigation = properties.split_whitespace().any(|word| word == "nav");
                // A fragment here is part of the name: `page#1.xhtml`.
                let entry = ManifestEntry {
                    path: resolve(path, &href.replace('#', "%23")),
                    page,
                    navigation,
                };
                out.manifest.insert(tag.attribute("id").unwrap_or_default(), entry);
            }
            "spine" => {
                let direction = tag.attribute("page-progression-direction");
                if direction.as_deref() == Some("rtl") {
                    out.declared.direction = Some(Direction::RightToLeft);
                }
            }
            "itemref" => {
                let linear = tag.attribute("linear").as_deref() != Some("no");
                out.spine.push((tag.attribute("idref").unwrap_or_default(), linear));
            }
            _ => {}
        }
    }
    Ok(out)
}
