//! Where a file lies. `SQLite`'s locks cannot be trusted on network drives, so the person is told.

use std::fs;
use std::path::Path;

/// Whether a file lies on a network drive, as far as the system tells cheaply: the mount table of
/// Linux. Elsewhere nothing is said.
pub(super) fn on_network_drive(path: &Path) -> bool {
    if on_a_disk(path) {
        return false;
    }
    let Ok(path) = path.canonicalize() else { return false };
    fs::read_to_string("/proc/self/mounts").is_ok_and(|mounts| is_network(&mounts, &path))
}

/// Whether a file lies on a device of this machine: those have a major number, what comes over the
/// network has none. Saves most starts the mount table, which is long where containers run.
#[cfg(target_os = "linux")]
fn on_a_disk(path: &Path) -> bool {
    use std::os::linux::fs::MetadataExt as _;
    const MAJOR: u64 = 0xffff_f000_000f_ff00;
    fs::metadata(path).is_ok_and(|file| file.st_dev() & MAJOR != 0)
}

#[cfg(not(target_os = "linux"))]
const fn on_a_disk(_path: &Path) -> bool {
    false
}

fn is_network(mounts: &str, path: &Path) -> bool {
    const KINDS: [&str; 8] =
        ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "fuse.davfs"];
    mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            let at = words.next()?.replace("\\040", " ");
            path.starts_with(&at).then_some((at.len(), words.next()?))
        })
        .max_by_key(|(depth, _)| *depth)
        .is_some_and(|(_, kind)| KINDS.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_mount_decides() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/the\\040shop nfs4 rw 0 0\n\
                      /dev/sdb1 /mnt/the\\040shop/local ext4 rw 0 0\n";
        for (path, network) in [
            ("/home/lin/shop.redress", false),
            ("/mnt/the shop/shop.redress", true),
            ("/mnt/the shop/local/shop.redress", false),
            ("/mnt/the shopping/shop.redress", false),
        ] {
            assert_eq!(is_network(mounts, Path::new(path)), network, "{path}");
        }
    }
}
