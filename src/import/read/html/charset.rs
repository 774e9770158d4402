//! The encoding that a web page says it is in.

use encoding_rs::Encoding;

/// How far the declaration is looked for.
const HEAD: usize = 4096;

/// What `<meta charset>` or `<meta http-equiv>` says; none when nothing.
pub fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let mut rest = head.as_str();
    while let Some(at) = rest.find("<meta") {
        rest = &rest[at + 5..];
        let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
        let Some((_, value)) = tag.split_once("charset") else {
            continue;
        };
        let value = value.trim_start().trim_start_matches('=').trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        let end = value
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')))
            .unwrap_or(value.len());
        if let Some(encoding) = Encoding::for_label(&value.as_bytes()[..end]) {
            return Some(encoding);
        }
    }
    None
}
