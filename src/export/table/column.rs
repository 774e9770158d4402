//! A column: its name for programs, its name for people, and what stands in it.

/// A column of a table. Names are English and never change; columns are only ever added, at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Name for programs: English, snake_case, the same in every format.
    pub name: &'static str,
    /// Name for people.
    pub title: &'static str,
    /// One or two sentences: what it means, in which units, and where it comes from – word for word from a document,
    /// read from its words, asked by regulation, or computed.
    pub meaning: &'static str,
    /// What a cell holds.
    pub kind: ColumnKind,
    /// True when no cell is empty.
    pub required: bool,
    /// True when no two cells are equal.
    pub unique: bool,
    /// True when a cell holds several items of its kind.
    pub many: bool,
    /// The table (its English name) and column whose values stand here.
    pub foreign: Option<(&'static str, &'static str)>,
    /// True when it only repeats what other columns, or the table of measures, say: a convenience to those who take one
    /// table alone. Archives hold all tables, and of a country the repetition would be the larger part.
    pub repeats: bool,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// A permanent id: lower-case Latin letters, digits, hyphens, slashes.
    Id,
    /// Words.
    Text,
    /// A whole number.
    Integer,
    /// A number with up to three decimals.
    Decimal,
    /// A share in hundredths: 75 is 75 %.
    Percent,
    /// A day.
    Date,
    /// Yes or no.
    Boolean,
    /// An address from the root of the portal, `/38-irkutskaya/`, or a complete one.
    Address,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

impl ColumnKind {
    /// Code for programs.
    pub fn code(self) -> &'static str {
        match self {
            ColumnKind::Id => "id",
            ColumnKind::Text => "text",
            ColumnKind::Integer => "integer",
            ColumnKind::Decimal => "decimal",
            ColumnKind::Percent => "percent",
            ColumnKind::Date => "date",
            ColumnKind::Boolean => "boolean",
            ColumnKind::Address => "address",
            ColumnKind::OneOf(_) => "one-of",
        }
    }

    /// Words for people; of a cell with one item, or with many.
    pub fn words(self, many: bool) -> String {
        let (one, several) = match self {
            ColumnKind::Id => ("имя", "имена"),
            ColumnKind::Text => ("слова", "слова"),
            ColumnKind::Integer => ("целое число", "целые числа"),
            ColumnKind::Decimal => ("число", "числа"),
            ColumnKind::Percent => ("проценты", "проценты"),
            ColumnKind::Date => ("день", "дни"),
            ColumnKind::Boolean => ("да или нет", "да или нет"),
            ColumnKind::Address => ("адрес", "адреса"),
            ColumnKind::OneOf(_) => ("слово из списка", "слова из списка"),
        };
        match many {
            true => format!("{several} через «; »"),
            false => one.to_owned(),
        }
    }
}

impl Column {
    /// A column that may be empty.
    pub const fn new(
        name: &'static str,
        kind: ColumnKind,
        title: &'static str,
        meaning: &'static str,
    ) -> Column {
        Column {
            name,
            title,
            meaning,
            kind,
            required: false,
            unique: false,
            many: false,
            foreign: None,
            repeats: false,
        }
    }

    /// The same without empty cells.
    pub const fn required(self) -> Column {
        Column {
            required: true,
            ..self
        }
    }

    /// The same as the key of its table: no empty cells, no equal ones.
    pub const fn key(self) -> Column {
        Column {
            required: true,
            unique: true,
            ..self
        }
    }

    /// The same with several items in a cell.
    pub const fn many(self) -> Column {
        Column { many: true, ..self }
    }

    /// The same as a repetition, see [`Column::repeats`].
    pub const fn repeating(self) -> Column {
        Column {
            repeats: true,
            ..self
        }
    }

    /// The same with values that stand in a column of another table.
    pub const fn from(self, table: &'static str, column: &'static str) -> Column {
        Column {
            foreign: Some((table, column)),
            ..self
        }
    }
}
