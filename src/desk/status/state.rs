//! What a plan stores about the fate of one measure, as a value that can be compared.

use jiff::civil::Date;

use crate::content::raw::Table;
use crate::content::typed::reader::Reader;

/// Status, facts and proofs of a measure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// One of the words of the field.
    pub status: Option<String>,
    /// Day of the status.
    pub date: Option<Date>,
    /// What was done.
    pub fact: Option<String>,
    /// New time of a moved measure, in words.
    pub moved_to: Option<String>,
    /// Remark of the editor.
    pub remark: Option<String>,
    /// Proofs by place: none stands for one that is taken away or was never there.
    pub proofs: Vec<Option<Proof>>,
}

/// A proof of a measure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// What it is.
    pub title: Option<String>,
    /// Its address.
    pub link: Option<String>,
    /// Its day.
    pub date: Option<Date>,
}

impl State {
    /// Reads it from the table of a measure; line breaks inside texts are those of the model, whatever the file has.
    pub fn of(table: &Table) -> State {
        let reader = Reader::new(table);
        let words =
            |reader: Reader<'_>, key| reader.text(key).map(|text| text.replace("\r\n", "\n"));
        State {
            status: reader.text("status"),
            date: reader.date("status_date"),
            fact: words(reader, "fact"),
            moved_to: words(reader, "moved_to"),
            remark: words(reader, "remark"),
            proofs: reader
                .tables("proof")
                .map(|proof| {
                    Some(Proof {
                        title: words(proof, "title"),
                        link: words(proof, "link"),
                        date: proof.date("date"),
                    })
                })
                .collect(),
        }
    }

    /// The proof at a place, counted from 0.
    pub fn proof(&self, place: usize) -> Option<&Proof> {
        self.proofs.get(place)?.as_ref()
    }

    /// The proof at a place, made when it is not there.
    pub fn proof_mut(&mut self, place: usize) -> &mut Proof {
        if self.proofs.len() <= place {
            self.proofs.resize(place + 1, None);
        }
        self.proofs[place].get_or_insert_default()
    }

    /// A state put in order after cells were set one by one. Proofs of which nothing is left become none; when what is
    /// left are the old proofs in their order, only the columns were others, and nothing changed.
    pub fn settled(mut self, old: &State) -> State {
        for proof in &mut self.proofs {
            if proof.as_ref() == Some(&Proof::default()) {
                *proof = None;
            }
        }
        while self.proofs.last().is_some_and(Option::is_none) {
            self.proofs.pop();
        }
        if self.clone().compact().proofs == old.proofs {
            self.proofs.clone_from(&old.proofs);
        }
        self
    }

    /// The state without the places of proofs that are taken away.
    pub fn compact(mut self) -> State {
        self.proofs.retain(Option::is_some);
        self
    }
}
