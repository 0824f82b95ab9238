//! Fingerprints of bytes.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// SHA-256 as 64 hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The first ten digits of [`sha256`]: enough to tell versions of one file apart in its name.
pub(crate) fn short(bytes: &[u8]) -> String {
    sha256(bytes)[..10].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_text_has_the_known_fingerprint() {
        // FIPS 180-4, the digest of no bytes.
        assert!(sha256(b"").starts_with("e3b0c44298fc1c149afbf4c8996fb924"));
    }
}
