//! Passports of data sets as Russian portals of open data read them: the register `list.csv`, and for each table of the
//! whole portal its passport `meta.csv` and its columns `structure-….csv`. Names of properties follow the methodological
//! recommendations of version 3.0 as they are used by public bodies. What only the owner knows – the person in charge,
//! a telephone, the day of the first publication, until when the data hold – is left empty for them to fill in.

use ::csv::{Terminator, WriterBuilder};

use crate::export::DataFile;
use crate::export::data::definition;
use crate::export::metadata::facts::{Facts, KEYWORDS};
use crate::export::table::{Column, ColumnKind};
use crate::model::place::authority::Authority;
use crate::site::data::{Format, Scope, TableName};
use crate::site::metadata::{REGISTER, STRUCTURE, passport, structure};
use crate::text::tame::tamed;

/// The version of the recommendations, by the name they give it.
const STANDARD: &str = "http://opendata.gosmonitor.ru/standard/3.0";

/// The register, and passport and structure of every table of the whole portal.
pub fn files(facts: &Facts<'_>) -> Vec<DataFile> {
    let tables = Scope::Portal.published(facts.portal, Format::Csv);
    let each = tables.iter().flat_map(|table| {
        [
            file(passport(*table), &meta(facts, *table)),
            file(structure(*table), &columns(*table)),
        ]
    });
    let register = file(REGISTER.to_owned(), &register(facts, &tables));
    [register].into_iter().chain(each).collect()
}

type Lines = Vec<Vec<String>>;

fn file(path: String, lines: &Lines) -> DataFile {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for line in lines {
        let cells = line.iter().map(|cell| tamed(cell).into_owned());
        writer
            .write_record(cells.collect::<Vec<_>>())
            .expect("lines are equally long");
    }
    let bytes = writer.into_inner().expect("memory is always flushed");
    DataFile { path, bytes }
}

fn register(facts: &Facts<'_>, tables: &[TableName]) -> Lines {
    let line = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let head = [
        line(["property", "title", "value", "format"]),
        line([
            "standardversion",
            "Версия методических рекомендаций",
            STANDARD,
            "",
        ]),
    ];
    let tables = tables.iter().map(|table| {
        let address = facts.iri(REGISTER, &passport(*table));
        line([
            &identifier(facts, *table),
            definition(*table).title,
            &address,
            "csv",
        ])
    });
    head.into_iter().chain(tables).collect()
}

fn meta(facts: &Facts<'_>, table: TableName) -> Lines {
    let definition = definition(table);
    let settings = &facts.portal.settings;
    let email = settings.email.as_ref().map(|email| email.value.as_str());
    let here = passport(table);
    let [today, columns] = [facts.today, STRUCTURE].map(|day| day.strftime("%Y%m%d").to_string());
    let owner = owner(facts).map_or(settings.title.as_str(), |owner| owner.name.as_str());
    let data = facts.iri(&here, &Scope::Portal.file(table, Format::Csv));
    let structure = facts.iri(&here, &structure(table));
    let lines = [
        ("property", "value"),
        ("standardversion", STANDARD),
        ("identifier", &identifier(facts, table)),
        ("title", definition.title),
        ("description", definition.about),
        ("creator", owner),
        ("created", ""),
        ("modified", &today),
        ("subject", &KEYWORDS.join(", ")),
        ("format", "csv"),
        ("provenance", ""),
        ("valid", ""),
        ("publishername", ""),
        ("publisherphone", ""),
        ("publishermbox", email.unwrap_or_default()),
        (&format!("data-{today}-structure-{columns}"), &data),
        (&format!("structure-{columns}"), &structure),
    ];
    let owned = lines.map(|(property, value)| vec![property.to_owned(), value.to_owned()]);
    owned.to_vec()
}

fn columns(table: TableName) -> Lines {
    let head = [
        "field name",
        "english description",
        "russian description",
        "format",
    ];
    let line = |column: &Column| {
        vec![
            column.name.to_owned(),
            column.name.replace('_', " "),
            format!("{}. {}", column.title, column.meaning),
            kind(column).to_owned(),
        ]
    };
    let columns = definition(table).columns.iter().map(line);
    let head = head.map(str::to_owned).to_vec();
    std::iter::once(head).chain(columns).collect()
}

fn kind(column: &Column) -> &'static str {
    if column.many {
        return "string";
    }
    match column.kind {
        ColumnKind::Id | ColumnKind::Text | ColumnKind::Address | ColumnKind::OneOf(_) => "string",
        ColumnKind::Integer => "integer",
        ColumnKind::Decimal | ColumnKind::Percent => "decimal",
        ColumnKind::Date => "date",
        ColumnKind::Boolean => "boolean",
    }
}

/// The owner's tax number and the name of the set; the name alone while the owner or the number is not known.
fn identifier(facts: &Facts<'_>, table: TableName) -> String {
    let number = owner(facts).and_then(|owner| {
        let mut numbers = owner.registration.iter();
        numbers.find(|(label, _)| *label == "ИНН")
    });
    match number {
        Some((_, number)) => format!("{number}-{}", table.api),
        None => table.api.to_owned(),
    }
}

/// Whose data these are: the authority, where the whole portal names but one.
fn owner<'a>(facts: &Facts<'a>) -> Option<&'a Authority> {
    let mut named = facts
        .portal
        .territories
        .iter()
        .filter_map(|place| place.authority.as_ref());
    let only = named.next()?;
    named.next().is_none().then_some(only)
}
