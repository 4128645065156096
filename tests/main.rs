//! All tests that use the library and the program from outside, as one program: so there is one
//! to link. `cargo test --test all NAME` runs those of one module.

mod allocations;
mod anchoring;
mod beside;
mod both_sides;
#[cfg(unix)]
mod bounds;
mod cases;
mod commands;
mod comparing;
#[cfg(unix)]
mod copying;
mod corpus;
mod cursor;
mod documentation;
mod exchange;
mod hostile;
mod imports;
mod languages;
mod library;
mod messages;
mod properties;
mod reader;
mod roundtrip;
mod screens;
mod sessions;
mod settings;
mod shell;
mod side_by_side;
#[cfg(unix)]
mod terminal;

/// Without this test, a file not declared here would silently go untested.
#[test]
fn every_file_of_tests_is_a_module() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let declared: Vec<&str> =
        include_str!("main.rs").lines().filter_map(|line| line.strip_prefix("mod ")).collect();
    for entry in std::fs::read_dir(folder).expect("the tests").flatten() {
        let path = entry.path();
        let is_tested =
            path.extension().is_some_and(|end| end == "rs") || path.join("mod.rs").is_file();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("UTF-8");
        if is_tested && name != "main" {
            assert!(
                declared.contains(&format!("{name};").as_str()),
                "main.rs has no `mod {name};`"
            );
        }
    }
}
