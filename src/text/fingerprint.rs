//! The fingerprint of a file: its length and SHA-256. Whoever has kept a copy can tell by it whether the published file
//! is still the same.

use sha2::{Digest, Sha256};

/// Length and SHA-256 of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// How many bytes the file has.
    pub bytes: usize,
    /// SHA-256 as 64 hexadecimal digits, lower case, as `sha256sum` prints it.
    pub sha256: String,
}

impl Fingerprint {
    /// Reads a file.
    pub fn of(bytes: &[u8]) -> Fingerprint {
        let digest = Sha256::digest(bytes);
        Fingerprint {
            bytes: bytes.len(),
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }
}

impl Default for Fingerprint {
    /// The fingerprint of an empty file.
    fn default() -> Self {
        Fingerprint::of(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_sha256sum_prints() {
        let known = Fingerprint::of("abc".as_bytes());
        assert_eq!(known.bytes, 3);
        assert_eq!(
            known.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert!(
            Fingerprint::default()
                .sha256
                .starts_with("e3b0c44298fc1c14")
        );
    }
}
