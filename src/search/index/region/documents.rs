//! How many documents of a region hold a word, themselves or by a phrase.

use crate::search::index::region::table::ByText;

/// Some documents of a region, a bit each.
pub struct Documents(Vec<u64>);

impl Documents {
    /// Those that hold any of some texts.
    pub fn of(texts: impl Iterator<Item = u32>, by_text: &ByText) -> Documents {
        let mut documents = Documents(vec![0; by_text.documents().div_ceil(64)]);
        documents.add(texts, by_text);
        documents
    }

    /// Adds those that hold any of some texts; gives how many are new.
    fn add(&mut self, texts: impl Iterator<Item = u32>, by_text: &ByText) -> u32 {
        let mut new = 0;
        for document in texts.flat_map(|text| by_text.of(text)) {
            let (part, bit) = (*document as usize / 64, 1_u64 << (document % 64));
            new += u32::from(self.0[part] & bit == 0);
            self.0[part] |= bit;
        }
        new
    }

    /// Adds others.
    fn join(&mut self, others: &Documents) {
        for (part, other) in self.0.iter_mut().zip(&others.0) {
            *part |= other;
        }
    }

    fn count(&self) -> u32 {
        self.0.iter().map(|part| part.count_ones()).sum()
    }
}

/// Counts the documents of one word after another.
pub struct Counter<'t> {
    by_text: &'t ByText,
    /// Those of the word being counted.
    documents: Documents,
}

impl<'t> Counter<'t> {
    /// Of a region with such documents.
    pub fn new(by_text: &'t ByText) -> Counter<'t> {
        Counter {
            by_text,
            documents: Documents::of(std::iter::empty(), by_text),
        }
    }

    /// How many documents hold any of some texts or are among those of some phrases.
    pub fn count<'d>(
        &mut self,
        texts: impl Iterator<Item = u32>,
        mut phrases: impl Iterator<Item = &'d Documents>,
    ) -> u32 {
        self.documents.0.fill(0);
        let own = self.documents.add(texts, self.by_text);
        let Some(first) = phrases.next() else {
            return own;
        };
        self.documents.join(first);
        phrases.for_each(|phrase| self.documents.join(phrase));
        self.documents.count()
    }
}
