//! Draws the pictures of the README: `cargo run --example pictures` writes
//! them to `assets/pictures`.

mod animation;
mod drawing;
mod scene;

use animation::{Frame, animation};
use bulletin::document::{Document, Origin};
use bulletin::settings::Theme;
use bulletin::source;
use drawing::Window;
use scene::Scene;
use std::path::Path;

const CODE: &[u8] = include_bytes!("../../tests/fixtures/lamp-code.txt");
const CHARTER: &[u8] = include_bytes!("../../tests/fixtures/lamp-charter.txt");

/// Columns and rows of a picture that shows one thing.
const SMALL: (u16, u16) = (80, 18);

/// Columns and rows of the session.
const LARGE: (u16, u16) = (100, 28);

/// The keys of the first minute, and for how many tenths of a second each step shows the screen.
const SESSION: [(&str, u32); 17] = [
    ("", 25),
    ("1", 8),
    ("1", 20),
    ("⏎", 25),
    ("/", 8),
    ("e", 3),
    ("n", 3),
    ("e", 3),
    ("r", 3),
    ("g", 3),
    ("y", 15),
    ("⏎", 15),
    ("n", 12),
    ("m", 25),
    ("⎋B", 30),
    ("H", 25),
    ("⎋⏎", 40),
];

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures");
    std::fs::create_dir_all(&folder)?;
    for (name, picture) in pictures() {
        std::fs::write(folder.join(name), picture)?;
    }
    Ok(())
}

/// Returns each picture with its file name.
pub fn pictures() -> Vec<(&'static str, String)> {
    let bulletin = || source::built_in().expect("the bulletin");
    let read = |text| source::read(text, Origin::StandardInput).expect("a text");
    vec![
        ("first-minute.svg", session(bulletin())),
        ("jump.svg", one(bulletin(), "11", "The prompt for a clause number, with a preview")),
        ("reference.svg", one(read(CODE), "x⏎", "A reference and the clause that it refers to")),
        ("search.svg", one(bulletin(), "/energy⏎&", "The clauses that match a search")),
        ("bookmarks.svg", one(bulletin(), "11⏎m17⏎m21⏎mB", "The list of bookmarks")),
        ("check.svg", one(read(CHARTER), ":check⏎", "What the check reports")),
    ]
}

fn theme() -> Theme {
    Theme::named("dark").expect("a theme")
}

fn one(document: Document, keys: &str, label: &str) -> String {
    let mut scene = Scene::new(document, theme(), SMALL);
    scene.press(keys);
    let screen = scene.screen();
    Window::of(&screen, theme()).picture(&screen, label)
}

fn session(document: Document) -> String {
    let mut scene = Scene::new(document, theme(), LARGE);
    let frames: Vec<Frame> = SESSION
        .iter()
        .map(|(keys, tenths)| {
            scene.press(keys);
            Frame { screen: scene.screen(), tenths: *tenths }
        })
        .collect();
    let window = Window::of(&frames[0].screen, theme());
    animation(&window, &frames, "A first minute with the program")
}
