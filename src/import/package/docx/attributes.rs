//! The attributes of WordprocessingML that many elements share.

use crate::import::package::xml::StartTag;

/// Returns the attribute `val`, which holds the value of most elements.
pub fn value(tag: &StartTag<'_>) -> Option<String> {
    tag.attribute("val")
}

/// Whether an on/off element is on.
pub fn flag(tag: &StartTag<'_>) -> bool {
    !matches!(value(tag).as_deref(), Some("0" | "false" | "off"))
}

/// Returns a character of a symbol font; a square if it is not in Unicode.
pub fn symbol(tag: &StartTag<'_>) -> String {
    let code = tag.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
    let known = code.filter(|code| !(0xE000..0xF900).contains(code)).and_then(char::from_u32);
    known.unwrap_or('▪').to_string()
}
