//! Which file names what another one defines. A name that is only exported leads to the file that
//! defines it.

use super::module::{Module, Path};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path as FilePath;

/// The files of the sources, and which of them each one uses.
pub struct Graph {
    modules: BTreeMap<Path, Module>,
    /// The names of the files in `src`.
    files: BTreeMap<Path, String>,
    uses: BTreeMap<Path, BTreeSet<Path>>,
}

/// What a path leads to.
enum Target {
    Module(Path),
    /// An item of this module.
    Item(Path),
}

impl Graph {
    /// Reads the files of a folder, except those of tests.
    pub fn of(root: &FilePath) -> Self {
        let mut graph =
            Self { modules: BTreeMap::new(), files: BTreeMap::new(), uses: BTreeMap::new() };
        graph.read(root, root);
        for (path, module) in &graph.modules {
            let all = module.used.iter().chain(&module.globs);
            let of = |target| match target {
                Target::Item(own) if own != *path => Some(own),
                _ => None,
            };
            let uses = all.filter_map(|used| of(graph.target(path, used, &mut Vec::new())?));
            graph.uses.insert(path.clone(), uses.collect());
        }
        graph
    }

    fn read(&mut self, root: &FilePath, folder: &FilePath) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("UTF-8");
            if matches!(stem, "tests" | "cases" | "fixture" | "main") {
                continue;
            }
            if path.is_dir() {
                self.read(root, &path);
                continue;
            }
            let file = path.strip_prefix(root).expect("in the folder").to_str().expect("UTF-8");
            let mut own: Path =
                file.trim_end_matches(".rs").split(['/', '\\']).map(str::to_owned).collect();
            own.pop_if(|last| matches!(last.as_str(), "mod" | "lib"));
            self.files.insert(own.clone(), file.replace('\\', "/"));
            self.modules.insert(own, Module::of(&fs::read_to_string(&path).expect("a source")));
        }
    }

    /// Returns what a path in a module leads to. `seen` holds the names that were followed so far.
    fn target(&self, from: &Path, path: &Path, seen: &mut Vec<(Path, String)>) -> Option<Target> {
        let mut module = from.clone();
        let mut names = path.iter().peekable();
        match names.peek()?.as_str() {
            "crate" => {
                module.clear();
                names.next();
            }
            "self" => {
                names.next();
            }
            _ => {
                while names.next_if(|name| *name == "super").is_some() {
                    module.pop()?;
                }
            }
        }
        for name in names {
            match self.named(&module, name, seen) {
                Some(Target::Module(inner)) => module = inner,
                Some(item) => return Some(item),
                // The build writes some of the items.
                None => return Some(Target::Item(module)),
            }
        }
        Some(Target::Module(module))
    }

    fn named(&self, module: &Path, name: &str, seen: &mut Vec<(Path, String)>) -> Option<Target> {
        let place = (module.clone(), name.to_owned());
        if seen.contains(&place) {
            return None;
        }
        seen.push(place);
        let own = self.modules.get(module)?;
        let inner: Path = module.iter().cloned().chain([name.to_owned()]).collect();
        if self.modules.contains_key(&inner) {
            return Some(Target::Module(inner));
        }
        if own.items.contains(name) {
            return Some(Target::Item(module.clone()));
        }
        let named = own.names.get(name).into_iter().flatten();
        if let Some(found) = named.into_iter().find_map(|path| self.target(module, path, seen)) {
            return Some(found);
        }
        own.globs.iter().find_map(|glob| match self.target(module, glob, seen)? {
            Target::Module(other) if other != *module => self.named(&other, name, seen),
            _ => None,
        })
    }

    /// Returns each use of a file by another, by their names in `src`.
    pub fn uses(&self) -> impl Iterator<Item = [&str; 2]> {
        self.uses.iter().flat_map(|(from, to)| {
            to.iter().map(|to| [self.files[from].as_str(), self.files[to].as_str()])
        })
    }

    /// Returns the files that use each other, directly or through others.
    pub fn circles(&self) -> BTreeSet<BTreeSet<&str>> {
        let mut circles = BTreeSet::new();
        let reach: BTreeMap<&Path, BTreeSet<&Path>> =
            self.uses.keys().map(|file| (file, self.reach(file))).collect();
        for (file, reached) in &reach {
            if reached.contains(file) {
                let back = reached.iter().filter(|other| reach[*other].contains(file));
                circles.insert(back.map(|other| self.files[*other].as_str()).collect());
            }
        }
        circles
    }

    /// Returns all files that a file uses, directly or through others.
    fn reach(&self, file: &Path) -> BTreeSet<&Path> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&Path> = self.uses[file].iter().collect();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(&self.uses[next]);
            }
        }
        reached
    }
}
