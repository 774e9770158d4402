//! Characters that nobody sees and that change what others see.

/// Whether no text of the portal may have a character: control characters but for line breaks and tabs, marks that turn
/// the direction of writing round, and codes that Unicode says are no characters.
pub fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' | '\u{85}' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{FFFE}' | '\u{FFFF}' | '\u{FDD0}'..='\u{FDEF}' => true,
        other => other.is_control(),
    }
}
