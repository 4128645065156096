//! Inputs that once broke a check, one for each kind.

use super::checks;

#[test]
fn files_of_bookmarks() {
    for input in [
        // A lone carriage return before a Windows line ending.
        &b"\n\r\r\n"[..],
        // A string whose line endings differ from the file's.
        b"a = \"\"\"x\r\ny\"\"\"\n[b]\n",
        b"a = '''x\ny'''\r\n[b]\r\n",
    ] {
        checks::bookmarks(input);
    }
}

#[test]
fn documents() {
    for input in [
        // A heading whose name reads as a range before a number inside it.
        "3<h1>§ 1 Sea</h1><p>a</p><h2>§ 2</h2><ol><li>x</ol><h1>1. Lamps</h1><ol><li>one</ol>",
        "3<h1>§ 1 Sea</h1><p>a</p><h2>§ 2</h2><ol><li>x</ol><h1>4-9</h1><ol><li>one</ol>",
    ] {
        checks::document(input.as_bytes());
    }
}
