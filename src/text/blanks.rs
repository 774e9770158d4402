//! Addresses with blanks: `https://example.ru/edit/{path}`.

/// The names in braces, in the order of the text. A brace that is not closed is no blank.
pub fn blanks(template: &str) -> Vec<&str> {
    pieces(template)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Blank(name) => Some(name),
            Piece::Words(_) => None,
        })
        .collect()
}

/// The template with its blanks filled; a blank without a value becomes nothing.
pub fn filled(template: &str, values: &[(&str, &str)]) -> String {
    pieces(template)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words,
            Piece::Blank(name) => values
                .iter()
                .find(|(known, _)| *known == name)
                .map_or("", |(_, value)| value),
        })
        .collect()
}

enum Piece<'a> {
    Words(&'a str),
    Blank(&'a str),
}

fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        pieces.push(Piece::Words(before));
        pieces.push(Piece::Blank(name));
        rest = behind;
    }
    pieces.push(Piece::Words(rest));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_found_and_filled_once() {
        assert_eq!(blanks("https://a/{path}#L{line}"), ["path", "line"]);
        let values = [("path", "{line}"), ("line", "7")];
        assert_eq!(
            filled("https://a/{path}#L{line}", &values),
            "https://a/{line}#L7"
        );
        assert_eq!(filled("https://a/{net}/{", &values), "https://a//{");
        assert_eq!(blanks("https://a/{"), [""; 0]);
    }
}
