//! From the words of a responsible cell to parties. The cell is cut into atoms (a role, a body, a person, a school,
//! a separator, another word), and the atoms are gathered into parties from left to right. Cells separate parties by
//! commas, by semicolons or by nothing but a space, so what an atom is decides whether it begins a new party.

mod atoms;
mod bodies;
mod kind;
mod names;
mod patterns;
#[cfg(test)]
mod tests;
mod view;
mod vocabulary;

use self::atoms::{Atom, atoms};
use self::kind::Kind;
use super::words::{Word, known_length, words};
use crate::model::plan::responsible::{Party, Responsible, ResponsibleCell, Role};

pub use self::names::Names;

/// Reads a responsible cell with the names a territory knows. No word is lost: what is not understood stays in the
/// words of its party, whose role is then [`Role::Other`] unless the rest of the party names one.
///
/// Decisions: a body after «куратор ШНОР» is a party of its own («Куратор ШНОР РУО»); schools joined by commas are one
/// party, a semicolon begins another; a person without a role is a party with [`Role::Other`].
pub fn responsible(cell: &str, names: &Names<'_>) -> Responsible {
    let words = words(known_length(cell).unwrap_or_default());
    let mut gathering = Gathering::default();
    let atoms = atoms(&words, names);
    for (index, atom) in atoms.iter().enumerate() {
        let next = atoms.get(index + 1).map(|atom| &atom.kind);
        gathering.take(&words, atom, next);
    }
    let drafts = gathering.drafts.into_iter();
    let mut parties: Vec<Party> = drafts
        .filter_map(|draft| draft.party(cell, &words))
        .collect();
    parties.shrink_to_fit();
    Responsible::from(ResponsibleCell {
        verbatim: cell.to_owned(),
        parties,
    })
}

/// What separated an atom from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Space,
    /// «,», «и», «/».
    Comma,
    /// «;» or the beginning of the cell.
    End,
}

/// A party that is still growing.
#[derive(Debug, Clone)]
struct Draft {
    start: usize,
    end: usize,
    role: Option<Role>,
    /// The role came from a word for people, not from the name of a body.
    is_post: bool,
    /// The role's word is in the plural: «Руководители» may have a list of schools or of people.
    is_plural: bool,
    body: Option<String>,
    /// A body or a group of schools was named, known to the directory or not.
    has_body: bool,
    /// The group of schools was named: «куратор ШНОР».
    has_schools_word: bool,
    people: Vec<String>,
    has_people: bool,
    schools: Vec<String>,
    has_schools: bool,
    last: Kind,
}

impl Draft {
    fn new(atom: &Atom) -> Self {
        Draft {
            start: atom.start,
            end: atom.start,
            role: None,
            is_post: false,
            is_plural: false,
            body: None,
            has_body: false,
            has_schools_word: false,
            people: Vec::new(),
            has_people: false,
            schools: Vec::new(),
            has_schools: false,
            last: Kind::Other,
        }
    }

    /// Only words that mean nothing to us so far.
    fn is_blank(&self) -> bool {
        self.role.is_none() && !self.has_people && !self.has_schools
    }

    fn add(&mut self, atom: &Atom) {
        self.end = atom.end;
        match &atom.kind {
            Kind::Person(id) => {
                self.people.extend(id.clone());
                self.has_people = true;
            }
            Kind::School(id) => {
                self.schools.extend(id.clone());
                self.has_schools = true;
            }
            Kind::Body { id, role } => {
                self.role = self.role.or(Some(*role));
                self.has_schools_word |= *role == Role::Schools;
                self.body = self.body.take().or_else(|| id.clone());
                self.has_body = true;
            }
            Kind::Post { role, plural } if self.role.is_none() => {
                self.role = Some(*role);
                self.is_post = true;
                self.is_plural = *plural;
            }
            _ => {}
        }
        if atom.kind != Kind::Close {
            self.last = atom.kind.clone();
        }
    }

    fn party(self, cell: &str, words: &[Word]) -> Option<Party> {
        let first = words.get(self.start)?.start;
        let last = words.get(self.end.checked_sub(1)?)?.end;
        let role = match self.role {
            Some(role) => role,
            None if self.has_schools => Role::NamedSchool,
            None => Role::Other,
        };
        Some(Party {
            words: cell.get(first..last)?.to_owned(),
            role,
            body: self.body,
            people: self.people,
            schools: self.schools,
        })
    }
}

/// The parties so far and where the reader stands.
struct Gathering {
    drafts: Vec<Draft>,
    gap: Gap,
    brackets: usize,
}

impl Default for Gathering {
    fn default() -> Self {
        Gathering {
            drafts: Vec::new(),
            gap: Gap::End,
            brackets: 0,
        }
    }
}

impl Gathering {
    /// Adds an atom to the open party or begins a new one with it.
    fn take(&mut self, words: &[Word], atom: &Atom, next: Option<&Kind>) {
        let inside = self.brackets > 0;
        match atom.kind {
            Kind::Open => self.brackets += 1,
            Kind::Close => self.brackets = self.brackets.saturating_sub(1),
            // Inside brackets everything belongs to the party before them.
            _ if inside => {}
            Kind::Semicolon => return self.gap = Gap::End,
            Kind::Comma => return self.gap = self.gap.max(Gap::Comma),
            Kind::And if self.separates(next) => return self.gap = self.gap.max(Gap::Comma),
            _ => {}
        }
        let in_brackets = inside || matches!(atom.kind, Kind::Open | Kind::Close);
        let joins = self
            .drafts
            .last()
            .is_some_and(|draft| in_brackets || joins(words, draft, atom, self.gap, next));
        if !joins {
            self.drafts.push(Draft::new(atom));
        }
        if let Some(draft) = self.drafts.last_mut() {
            draft.add(atom);
        }
        self.gap = Gap::Space;
    }

    /// «директор и педагоги» are two, «образования и науки» is one, and so is «руководители ШНОР и ШНСУ».
    fn separates(&self, next: Option<&Kind>) -> bool {
        let schools = |kind: &Kind| {
            matches!(
                kind,
                Kind::Body {
                    role: Role::Schools,
                    ..
                }
            )
        };
        let both = self
            .drafts
            .last()
            .is_some_and(|draft| draft.is_post && schools(&draft.last));
        let named = !matches!(next, Some(Kind::Other) | None);
        named && !(both && next.is_some_and(schools))
    }
}

impl Gap {
    fn max(self, other: Gap) -> Gap {
        if self == Gap::End { self } else { other }
    }
}

/// True when the atom belongs to the open party.
fn joins(words: &[Word], draft: &Draft, atom: &Atom, gap: Gap, next: Option<&Kind>) -> bool {
    if gap == Gap::End {
        return false;
    }
    let comma = gap == Gap::Comma;
    match &atom.kind {
        Kind::Person(_) if comma => draft.is_plural && matches!(draft.last, Kind::Person(_)),
        Kind::Person(_) => true,
        Kind::School(_) => {
            let list =
                draft.is_plural || draft.role.is_none() || draft.role == Some(Role::SchoolTeam);
            let after_school = matches!(draft.last, Kind::School(_));
            if comma {
                list && after_school
            } else {
                !draft.has_schools && !draft.has_people || (draft.is_plural && after_school)
            }
        }
        // «Комитет по образованию администрации района»: the genitive says whose committee it is.
        Kind::Body {
            role: Role::Administration,
            ..
        } if !comma && words[atom.start].is(&["администрации"]) => true,
        Kind::Body { role, .. } => !comma && body_joins(draft, *role),
        Kind::Post { role, plural } => {
            let bare_person = draft.role.is_none() && draft.has_people && !draft.has_schools;
            if bare_person && !plural && !matches!(next, Some(Kind::Person(_))) {
                return true;
            }
            !comma && (draft.is_blank() || qualifies(words, draft, atom, *role))
        }
        // «учителя математики, физики»: the list goes on inside the party.
        Kind::Other if comma => {
            let listed = matches!(
                draft.role,
                Some(Role::Teachers | Role::MethodicalAssociation)
            );
            draft.last == Kind::Other && (listed || draft.role.is_none()) && !draft.has_people
        }
        _ => true,
    }
}

/// A body after a post says whose post it is; after another body it is a party of its own.
fn body_joins(draft: &Draft, role: Role) -> bool {
    if draft.is_blank() || matches!(draft.last, Kind::Post { .. }) {
        return true;
    }
    if draft.has_people || draft.has_schools {
        return false;
    }
    if !draft.is_post {
        // «Методкабинет МКУ «УО»»: the office is the authority's. And one institute may be named by several words
        // that the directory does not hold together.
        let office = draft.role == Some(Role::MethodicalOffice) && role == Role::Authority;
        let same = draft.role == Some(role) && role != Role::Schools;
        return draft.body.is_none() && (office || same);
    }
    match (draft.role, role) {
        (
            Some(Role::AuthorityHead | Role::WorkingGroup | Role::MethodicalOffice),
            Role::Schools,
        ) => false,
        (Some(Role::Curator | Role::SchoolHead | Role::SchoolTeam), _)
            if draft.has_schools_word =>
        {
            role == Role::Schools
        }
        _ => !draft.has_body || role == Role::Administration,
    }
}

/// A role that only says more of the one before it: «РМО педагогов-психологов», «специалисты служб сопровождения».
fn qualifies(words: &[Word], draft: &Draft, atom: &Atom, role: Role) -> bool {
    const OBLIQUE: [&str; 7] = ["ей", "ов", "ого", "ой", "их", "ых", "ам"];
    let Some(first) = words.get(atom.start) else {
        return false;
    };
    let oblique = OBLIQUE.iter().any(|ending| first.folded.ends_with(ending));
    let same = draft.role == Some(role) && !first.is_capitalised();
    !draft.has_people && !draft.has_schools && !first.is_capitalised() && (oblique || same)
}
