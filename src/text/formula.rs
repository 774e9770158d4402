//! Formulas in the cells of plans: `$\frac{3}{4}$`, the way in which converters of documents write them. Only what such
//! cells hold is understood: fractions, roots, powers and indices; anything else stays the text that it is.

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// A formula.
    Formula {
        /// As it is written, dollar signs included.
        source: &'a str,
        /// What it is made of.
        parts: Vec<Part>,
    },
}

/// A part of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Letters, digits and signs.
    Letters(String),
    /// `\frac{…}{…}`: what stands above and below the bar.
    Fraction(Vec<Part>, Vec<Part>),
    /// `\sqrt[…]{…}`: degree (empty for two) and what stands under the root.
    Root(Vec<Part>, Vec<Part>),
    /// `x^{…}`: base and power.
    Raised(Vec<Part>, Vec<Part>),
    /// `x_{…}`: base and index.
    Lowered(Vec<Part>, Vec<Part>),
}

/// The longest formula, in letters with its dollar signs: names of content controls of Word hold 64.
pub const LONGEST: usize = 60;

/// How deep fractions may stand in fractions.
const DEEPEST: usize = 6;

/// A text cut into words and formulas. The pieces put together are the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(next) = text[at..].find(['$', '\\']).map(|next| at + next) {
        match formula(&text[next..]) {
            Some((source, parts)) => {
                if from < next {
                    pieces.push(Piece::Text(&text[from..next]));
                }
                at = next + source.len();
                from = at;
                pieces.push(Piece::Formula { source, parts });
            }
            None => at = next + 1,
        }
    }
    if from < text.len() {
        pieces.push(Piece::Text(&text[from..]));
    }
    pieces
}

/// The parts of a text that is one formula and nothing else.
pub fn whole(text: &str) -> Option<Vec<Part>> {
    let (source, parts) = formula(text)?;
    (source.len() == text.len()).then_some(parts)
}

/// The formula a text begins with: between dollar signs, or a bare fraction.
fn formula(text: &str) -> Option<(&str, Vec<Part>)> {
    let (source, inside) = match text.strip_prefix('$') {
        Some(rest) => {
            let inside = &rest[..rest.find('$')?];
            (&text[..inside.len() + 2], inside)
        }
        None => {
            let source = bare(text)?;
            (source, source)
        }
    };
    if source.chars().count() > LONGEST || source.contains(char::is_control) {
        return None;
    }
    let mut letters = Letters {
        rest: inside,
        depth: 0,
    };
    let parts = letters.until(None)?;
    let built = parts.iter().any(|part| !matches!(part, Part::Letters(_)));
    built.then_some((source, parts))
}

/// `\frac{3}{4}` at the beginning of a text.
fn bare(text: &str) -> Option<&str> {
    let above = text.strip_prefix("\\frac{")?;
    let (top, below) = above.split_once("}{")?;
    let end = below.find('}')?;
    let simple = |part: &str| !part.contains(['{', '}', '\\', '$']);
    (simple(top) && simple(&below[..end])).then(|| &text[..text.len() - below.len() + end + 1])
}

struct Letters<'a> {
    rest: &'a str,
    depth: usize,
}

impl Letters<'_> {
    /// The parts up to a closing sign, or up to the end.
    fn until(&mut self, end: Option<char>) -> Option<Vec<Part>> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut parts = Vec::new();
        while let Some(letter) = self.take() {
            if Some(letter) == end {
                self.depth -= 1;
                return Some(parts);
            }
            match letter {
                '\\' => parts.push(self.command()?),
                '^' => raise(&mut parts, self.argument()?, Part::Raised)?,
                '_' => raise(&mut parts, self.argument()?, Part::Lowered)?,
                '{' | '}' => return None,
                other => match parts.last_mut() {
                    Some(Part::Letters(letters)) => letters.push(other),
                    _ => parts.push(Part::Letters(other.to_string())),
                },
            }
        }
        self.depth -= 1;
        end.is_none().then_some(parts)
    }

    fn take(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let letter = letters.next()?;
        self.rest = letters.as_str();
        Some(letter)
    }

    fn command(&mut self) -> Option<Part> {
        let length = self
            .rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(self.rest.len());
        let (name, after) = self.rest.split_at(length);
        self.rest = after;
        match name {
            "frac" => Some(Part::Fraction(self.group()?, self.group()?)),
            "sqrt" => {
                let degree = match self.rest.strip_prefix('[') {
                    Some(rest) => {
                        self.rest = rest;
                        self.until(Some(']'))?
                    }
                    None => Vec::new(),
                };
                Some(Part::Root(degree, self.group()?))
            }
            _ => None,
        }
    }

    /// What stands in braces; it is never empty.
    fn group(&mut self) -> Option<Vec<Part>> {
        self.rest = self.rest.strip_prefix('{')?;
        self.until(Some('}')).filter(|parts| !parts.is_empty())
    }

    fn argument(&mut self) -> Option<Vec<Part>> {
        if self.rest.starts_with('{') {
            return self.group();
        }
        let letter = self.take().filter(|c| c.is_alphanumeric())?;
        Some(vec![Part::Letters(letter.to_string())])
    }
}

/// Raises or lowers beside the last letter or part.
fn raise(
    parts: &mut Vec<Part>,
    argument: Vec<Part>,
    make: fn(Vec<Part>, Vec<Part>) -> Part,
) -> Option<()> {
    let base = match parts.last_mut()? {
        Part::Letters(letters) => {
            let base = letters.pop().filter(|c| !c.is_whitespace())?;
            if letters.is_empty() {
                parts.pop();
            }
            Part::Letters(base.to_string())
        }
        _ => parts.pop()?,
    };
    parts.push(make(vec![base], argument));
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<Part> {
        vec![Part::Letters(text.to_owned())]
    }

    #[test]
    fn a_fraction_between_words() {
        let text = r"не менее $\frac{3}{4}$ педагогов";
        assert_eq!(
            pieces(text),
            [
                Piece::Text("не менее "),
                Piece::Formula {
                    source: r"$\frac{3}{4}$",
                    parts: vec![Part::Fraction(letters("3"), letters("4"))],
                },
                Piece::Text(" педагогов"),
            ]
        );
        assert!(whole(r"\frac{3}{4}").is_some() && whole(r"\frac{3}{4} x").is_none());
        assert_eq!(
            whole(r"$x^2$"),
            Some(vec![Part::Raised(letters("x"), letters("2"))])
        );
    }

    #[test]
    fn what_is_no_formula_stays_text() {
        for text in [
            "5$ и 7$",
            r"\frac{3",
            r"\frac{}{}",
            r"$\alpha$",
            r"C:\temp\$",
            "$$",
            "$x$",
            "$^2$",
            "$a {b} c$",
        ] {
            assert_eq!(pieces(text), [Piece::Text(text)], "{text}");
        }
        assert_eq!(pieces(""), []);
    }

    #[test]
    fn pieces_put_together_are_the_text() {
        let text = "a$\\sqrt[3]{8}$b\\frac{1}{2}$\\frac{\\frac{1}{2}}{x_1}$ \\frac{1}{ $";
        let whole: String = pieces(text)
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => *text,
                Piece::Formula { source, .. } => source,
            })
            .collect();
        assert_eq!(whole, text);
        assert_eq!(pieces(text).len(), 6);
    }
}
