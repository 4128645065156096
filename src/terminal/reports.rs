//! Whether the system reports every change in a folder. It reports neither changes by other
//! machines on a network file system, nor all changes on a file system in user space.

use std::path::Path;

/// The file systems that others may write to, by their statfs(2) numbers.
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

/// Whether the system reports every change in a folder.
#[cfg(target_os = "linux")]
pub fn reports_all(folder: &Path) -> bool {
    // The numbers have 32 bits, whatever the type on a platform.
    let kind = |found: rustix::fs::StatFs| found.f_type as u32;
    rustix::fs::statfs(folder).is_ok_and(|found| !SHARED.contains(&kind(found)))
}

/// Whether the system reports every change in a folder: unknown here.
#[cfg(not(target_os = "linux"))]
pub fn reports_all(_: &Path) -> bool {
    false
}
