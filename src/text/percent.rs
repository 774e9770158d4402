//! Percent signs of addresses.

/// A text as it may stand inside an address: letters and digits of ASCII and `-._~` stay, every other byte is written
/// with a percent sign (RFC 3986, 2.1 and 2.3).
pub fn encoded(text: &str) -> String {
    let mut address = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                address.push(char::from(byte));
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_letters_stay() {
        assert_eq!(encoded("a-1.Z_~"), "a-1.Z_~");
        assert_eq!(encoded("я & b\r\n"), "%D1%8F%20%26%20b%0D%0A");
    }
}
