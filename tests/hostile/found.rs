//! Inputs that broke a check once; each stands for a kind.

use super::checks;

#[test]
fn files_of_bookmarks() {
    for input in [
        // A carriage return alone, before a line end of Windows.
        &b"\n\r\r\n"[..],
        // A string with other line ends than the file.
        b"a = \"\"\"x\r\ny\"\"\"\n[b]\n",
        b"a = '''x\ny'''\r\n[b]\r\n",
    ] {
        checks::bookmarks(input);
    }
}
