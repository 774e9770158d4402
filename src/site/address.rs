//! Addresses on the site. They are kept from the root of the portal without a leading slash, and written into pages
//! relative to the page, so that one build works at a domain root, under `/portal/` and from a folder.

/// An address from the root of the portal: `38-irkutskaya/zhigalovskiy/`, empty for the home page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

/// An address is looked up by its text.
impl std::borrow::Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Address {
    /// Wraps an address; it must not begin with a slash.
    pub fn new(path: impl Into<String>) -> Address {
        Address(path.into())
    }

    /// The address without a leading slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address without a leading slash, as a text of its own.
    pub fn into_text(self) -> String {
        self.0
    }

    /// The file of the output folder that answers at this address.
    pub fn file(&self) -> String {
        match self.0.as_str() {
            "" => "index.html".to_owned(),
            path if path.ends_with('/') => format!("{path}index.html"),
            path => path.to_owned(),
        }
    }

    /// The shortest way from this page to another file or page of the site.
    pub fn to(&self, target: &str) -> String {
        let here = self.0.as_str();
        let common = here.bytes().zip(target.bytes());
        let common = common.take_while(|(a, b)| a == b).count();
        // Folders are shared as far as a slash ends them in both.
        let same = &here.as_bytes()[..common];
        let shared = same.iter().rposition(|byte| *byte == b'/');
        let shared = shared.map_or(0, |slash| slash + 1);
        let up = here.as_bytes()[shared..].iter();
        let mut way = "../".repeat(up.filter(|byte| **byte == b'/').count());
        way.push_str(&target[shared..]);
        if way.is_empty() { "./".to_owned() } else { way }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_between_pages_is_relative() {
        let way = |from: &str, to: &str| Address::new(from).to(to);
        assert_eq!(way("", ""), "./");
        assert_eq!(way("", "slovar/"), "slovar/");
        assert_eq!(way("slovar/", ""), "../");
        assert_eq!(way("slovar/", "slovar/"), "./");
        assert_eq!(way("a/b/plan/2023/", "a/b/plan/2023/m07/"), "m07/");
        assert_eq!(way("a/b/plan/2023/m07/", "a/b/plan/2023/"), "../");
        assert_eq!(way("a/b/", "a/c/shkoly/"), "../c/shkoly/");
        assert_eq!(way("a/b/", "assets/style.css"), "../../assets/style.css");
        assert_eq!(way("404.html", "slovar/"), "slovar/");
        assert_eq!(way("404.html", ""), "./");
    }

    #[test]
    fn every_address_has_its_file() {
        assert_eq!(Address::new("").file(), "index.html");
        assert_eq!(Address::new("a/").file(), "a/index.html");
        assert_eq!(Address::new("404.html").file(), "404.html");
    }
}
