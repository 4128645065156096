//! Asks the linker to pack the program's relocations, which saves 1.5 MB: the tables of languages
//! and messages hold many addresses.

use std::env;
use std::process::Command;

/// The first glibc that loads packed relocations. An older one refuses to start the program.
const PACKED_SINCE: (u32, u32) = (2, 36);

/// Passes the option to the linker if the program is built for this machine, and the C library here
/// is recent enough.
pub fn pack() {
    let target = |name: &str| env::var(name).unwrap_or_default();
    let native = env::var("HOST").is_ok_and(|host| host == target("TARGET"));
    let glibc = target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu";
    if native && glibc && installed_glibc().is_some_and(|version| version >= PACKED_SINCE) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// Returns the version of glibc on this machine, as reported by `getconf`.
fn installed_glibc() -> Option<(u32, u32)> {
    let output = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (major, minor) = text.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.split('.').next()?.parse().ok()?))
}
