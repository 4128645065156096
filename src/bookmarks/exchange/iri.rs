//! IRIs of bookmarks and of their documents.

use crate::bookmarks::{Bookmark, DocumentIdentity};

const BOOKMARK: &str = "urn:bulletin:bookmark:";
const TITLE: &str = "urn:bulletin:document:";
const CONTENT: &str = "urn:sha256:";
const FILE: &str = "file://";

/// The IRI of a bookmark, stable as long as its id.
pub fn of_bookmark(bookmark: &Bookmark) -> String {
    format!("{BOOKMARK}{}", encoded(&bookmark.id, ""))
}

/// Returns the id of the bookmark that an IRI names.
pub fn bookmark_id(iri: &str) -> Option<String> {
    Some(decoded(iri.strip_prefix(BOOKMARK)?)).filter(|id| !id.is_empty())
}

/// The IRI of a document: the path of its file, or else its content. A relative
/// path means another file in another folder, so it identifies nothing.
pub fn of_document(document: &DocumentIdentity) -> String {
    let source = &document.source;
    if source.starts_with('/') {
        format!("{FILE}{}", encoded(source, "/"))
    } else if let Some(drive) = source.get(..3).filter(|drive| is_drive(drive)) {
        let path = source[drive.len()..].replace('\\', "/");
        format!("{FILE}/{}/{}", &drive[..2], encoded(&path, "/"))
    } else if document.content.is_empty() {
        format!("{TITLE}{}", encoded(&document.title, ""))
    } else {
        format!("{CONTENT}{}", encoded(&document.content, ""))
    }
}

/// Returns what an IRI says about the identity of a document.
pub fn document(iri: &str) -> DocumentIdentity {
    let mut identity = DocumentIdentity::default();
    if let Some(content) = iri.strip_prefix(CONTENT) {
        identity.content = decoded(content);
    } else if let Some(title) = iri.strip_prefix(TITLE) {
        identity.title = decoded(title);
    } else if let Some(path) = iri.strip_prefix(FILE) {
        let path = decoded(path);
        let windows = path.strip_prefix('/').filter(|path| path.get(..3).is_some_and(is_drive));
        identity.source = windows.map_or(path.clone(), str::to_owned);
    } else {
        iri.clone_into(&mut identity.source);
    }
    identity
}

/// Whether it is `C:\` or `C:/`.
fn is_drive(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, b':', b'\\' | b'/'] if letter.is_ascii_alphabetic())
}

/// Percent-encodes text for an IRI; keeps unreserved characters and those in `besides`.
fn encoded(text: &str, besides: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "-._~".contains(c) || besides.contains(c) {
            out.push(c);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Decodes a percent-encoded text; replaces invalid UTF-8.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |at: usize| after.get(at).and_then(|b| char::from(*b).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            bytes.extend(u8::try_from(high * 16 + low));
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_named_by_its_file_else_by_its_content() {
        for (source, content, iri) in [
            ("/home/a b/ü.txt", "c0", "file:///home/a%20b/%C3%BC.txt"),
            ("C:\\texts\\a b.txt", "c0", "file:///C:/texts/a%20b.txt"),
            ("texts/a.txt", "c0", "urn:sha256:c0"),
            ("built-in", "c0", "urn:sha256:c0"),
            ("-", "", "urn:bulletin:document:Harbour%20Letter"),
        ] {
            let identity = DocumentIdentity {
                content: content.to_owned(),
                title: "Harbour Letter".to_owned(),
                source: source.to_owned(),
            };
            assert_eq!(of_document(&identity), iri);
        }
        assert_eq!(document("file:///home/a%20b/%C3%BC.txt").source, "/home/a b/ü.txt");
        assert_eq!(document("file:///C:/a.txt").source, "C:/a.txt");
        assert_eq!(document("urn:sha256:c0").content, "c0");
        assert_eq!(document("https://example.org/100%").source, "https://example.org/100%");
    }

    #[test]
    fn an_id_is_read_out_of_its_iri() {
        let bookmark = Bookmark { id: "a1 é".to_owned(), ..Bookmark::default() };
        assert_eq!(of_bookmark(&bookmark), "urn:bulletin:bookmark:a1%20%C3%A9");
        assert_eq!(bookmark_id(&of_bookmark(&bookmark)).as_deref(), Some("a1 é"));
        assert_eq!(bookmark_id("urn:isbn:3"), None);
    }
}
