//! Known but unsupported formats of word processors.

use super::refusal::Refusal;
use crate::messages::formats;
use memchr::memmem;

/// The signature of a compound file ([MS-CFB] 2.2).
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Returns the reason why such a file is not read; `None` for any other file.
pub fn refusal(bytes: &[u8]) -> Option<Refusal> {
    let old = |what| Some(Refusal::OldFormat { what });
    match bytes {
        _ if bytes.starts_with(b"{\\rtf") => old(formats::RICH_TEXT),
        _ if bytes.starts_with(b"\xFFWPC") => old(formats::A_WORDPERFECT_DOCUMENT),
        _ if bytes.starts_with(b"\xDB\xA5") => old(formats::A_WORD_DOCUMENT_BEFORE_1997),
        _ if bytes.starts_with(COMPOUND) => {
            let holds = |name: &str| {
                let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
                memmem::find(bytes, &wide).is_some()
            };
            // A DOCX with a password is wrapped in such a file.
            match () {
                () if holds("EncryptedPackage") => Some(Refusal::Encrypted),
                () if holds("WordDocument") => old(formats::A_WORD_DOCUMENT_BEFORE_2007),
                () => old(formats::AN_OFFICE_DOCUMENT_BEFORE_2007),
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_formats_are_distinguished() {
        let compound = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let read = refusal(&[COMPOUND, &[0; 504], &wide].concat());
            read.map(|refusal| refusal.to_string()).unwrap_or_default()
        };
        assert!(compound("WordDocument").starts_with("is a Word document from before 2007 (DOC)"));
        assert!(compound("WordDocument").contains("--convert-to docx"));
        assert!(compound("Workbook").contains("an Office document"));
        assert_eq!(compound("EncryptedPackage"), Refusal::Encrypted.to_string());
        assert!(matches!(refusal(b"{\\rtf1 lamp}"), Some(Refusal::OldFormat { .. })));
        assert_eq!(refusal(b"{lamp}"), None);
    }
}
