//! Text in which no character means anything to XML or HTML, inside elements and attributes.

/// Escapes a text for XML and HTML.
pub fn in_xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
