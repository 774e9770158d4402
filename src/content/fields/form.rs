//! A form: the keys of one kind of table, and how each of them is described. What the forms of the portal are, its
//! neighbours say.

/// A key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key as written.
    pub key: &'static str,
    /// What it is called in Russian, in the nominative.
    pub label: &'static str,
    /// What its value may be.
    pub shape: Shape,
    /// True when the table is useless without it.
    pub required: bool,
    /// An example of a value, as written in the file.
    pub example: &'static str,
    /// A sentence or two for the editor: what to write here and where to take it from; may be empty.
    pub hint: &'static str,
    /// The key beside which this one makes no sense.
    pub not_with: Option<&'static str>,
    /// The key that takes the place of this required one: it says why the value is not there.
    pub unless: Option<&'static str>,
}

impl Field {
    /// Adds the sentence for the editor.
    pub(super) const fn hint(self, hint: &'static str) -> Field {
        Field { hint, ..self }
    }

    /// Says which key takes the place of this one.
    pub(super) const fn unless(self, key: &'static str) -> Field {
        Field {
            unless: Some(key),
            ..self
        }
    }

    /// Says beside which other key this one makes no sense.
    pub(super) const fn not_with(self, key: &'static str) -> Field {
        Field {
            not_with: Some(key),
            ..self
        }
    }
}

/// What a value may be.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text that must not be empty.
    Text,
    /// A list of texts.
    Texts,
    /// An identifier: lower-case Latin letters, digits, hyphens.
    Id,
    /// A list of identifiers.
    Ids,
    /// Identifiers of events: `2023/m07`.
    Events,
    /// A date: `2023-04-30`, bare or in quotes.
    Date,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// The period of a plan.
    Period,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A list of territories' addresses: `38-irkutskaya/ziminskoe`.
    Territories,
    /// A table.
    Table(&'static Form),
    /// Repeated tables.
    Tables(&'static Form),
}

/// The keys of one kind of table.
#[derive(Debug)]
pub struct Form {
    /// What the table describes, in Russian, in the nominative: «мероприятие».
    pub name: &'static str,
    /// The same in the genitive: «мероприятия».
    pub name_of: &'static str,
    /// Its keys, in the order editors are advised to write them.
    pub fields: &'static [Field],
}

impl Form {
    /// The field of a key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// A required key.
pub(super) const fn need(
    key: &'static str,
    label: &'static str,
    shape: Shape,
    example: &'static str,
) -> Field {
    Field {
        key,
        label,
        shape,
        required: true,
        example,
        hint: "",
        not_with: None,
        unless: None,
    }
}

/// An optional key.
pub(super) const fn may(
    key: &'static str,
    label: &'static str,
    shape: Shape,
    example: &'static str,
) -> Field {
    Field {
        key,
        label,
        shape,
        required: false,
        example,
        hint: "",
        not_with: None,
        unless: None,
    }
}
