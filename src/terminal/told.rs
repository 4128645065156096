//! Whether the system tells of every change in a folder: not of those that another machine makes
//! on a network file system, nor of those that a file system in user space may learn of.

use std::path::Path;

/// The file systems, by the numbers of statfs(2), that others may write to.
#[cfg(target_os = "linux")]
const SHARED: [u32; 14] = [
    0x6969,      // NFS
    0x517B,      // SMB
    0xFE53_4D42, // SMB 2
    0xFF53_4D42, // CIFS
    0x0102_1997, // 9P
    0x6573_5546, // FUSE
    0x00C3_6400, // Ceph
    0x5346_414F, // AFS
    0x6B41_4653, // kAFS
    0x7375_7245, // Coda
    0x0116_1970, // GFS 2
    0x7461_636F, // OCFS 2
    0x0BD0_0BD0, // Lustre
    0x786F_4256, // shared folders of VirtualBox
];

/// Whether nothing in a folder changes unheard.
#[cfg(target_os = "linux")]
pub fn is_told_of_all(folder: &Path) -> bool {
    // Numbers are of 32 bits, in whatever type a platform has them.
    let kind = |found: rustix::fs::StatFs| found.f_type as u32;
    rustix::fs::statfs(folder).is_ok_and(|found| !SHARED.contains(&kind(found)))
}

/// Whether nothing in a folder changes unheard: nobody knows.
#[cfg(not(target_os = "linux"))]
pub fn is_told_of_all(_: &Path) -> bool {
    false
}
