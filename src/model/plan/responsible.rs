//! Who answers for a measure: the cell «Исполнители» word for word, and the parties read from it.

use crate::model::shared::Shared;

/// A responsible cell, kept once for all events that say the same.
pub type Responsible = Shared<ResponsibleCell>;

/// A responsible cell with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponsibleCell {
    /// The cell word for word.
    pub verbatim: String,
    /// The parties in the order of the text.
    pub parties: Vec<Party>,
}

/// One party: a role, a body, a person and schools, as far as the words name them.
/// «Руководители МБОУ СОШ №1, МБОУ Кемская СОШ №2» is one party: one role applied to each school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The words of the cell this party was read from.
    pub words: String,
    /// The normalised role.
    pub role: Role,
    /// Id of the body in this territory ([`Directory`] entry), when the words name one.
    pub body: Option<String>,
    /// Ids of people of this territory.
    pub people: Vec<String>,
    /// Ids of schools of this territory.
    pub schools: Vec<String>,
}

/// Roles of responsible parties, normalised over the five documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Муниципальный орган управления образованием (Комитет по образованию, РУО, МКУ …).
    Authority,
    /// Начальник управления, заместитель начальника.
    AuthorityHead,
    /// Отдел, специалист управления.
    Specialist,
    /// Муниципальный координатор (он же «муниципальный куратор»).
    Coordinator,
    /// Куратор школы.
    Curator,
    /// Рабочая группа и её члены.
    WorkingGroup,
    /// Методический кабинет (РМК).
    MethodicalOffice,
    /// Руководители методических объединений (РМО, ГМО).
    MethodicalAssociation,
    /// Управленческая (административная) команда школы.
    SchoolTeam,
    /// Руководитель школы: директор, руководители ОО.
    SchoolHead,
    /// Школа, названная по имени.
    NamedSchool,
    /// Школы вообще: ОО, ШНОР, ШНСУ.
    Schools,
    /// Педагоги, классные руководители, психологи, службы сопровождения.
    Teachers,
    /// Региональное министерство.
    RegionalMinistry,
    /// Региональный институт развития образования, центр.
    RegionalInstitute,
    /// Муниципальные органы управления образованием вообще (МОУО) — в региональных планах.
    MunicipalAuthorities,
    /// Администрация района.
    Administration,
    /// Слова есть, роль не распознана: показываем как в документе.
    Other,
}

impl Role {
    /// All roles.
    pub const ALL: &'static [Role] = &[
        Role::Authority,
        Role::AuthorityHead,
        Role::Specialist,
        Role::Coordinator,
        Role::Curator,
        Role::WorkingGroup,
        Role::MethodicalOffice,
        Role::MethodicalAssociation,
        Role::SchoolTeam,
        Role::SchoolHead,
        Role::NamedSchool,
        Role::Schools,
        Role::Teachers,
        Role::RegionalMinistry,
        Role::RegionalInstitute,
        Role::MunicipalAuthorities,
        Role::Administration,
        Role::Other,
    ];

    /// The role in Russian, singular where it makes sense, for lists and filters.
    pub fn words(self) -> &'static str {
        match self {
            Role::Authority => "орган управления образованием",
            Role::AuthorityHead => "руководство органа управления",
            Role::Specialist => "специалисты управления",
            Role::Coordinator => "муниципальный координатор",
            Role::Curator => "кураторы",
            Role::WorkingGroup => "рабочая группа",
            Role::MethodicalOffice => "методический кабинет",
            Role::MethodicalAssociation => "руководители методических объединений",
            Role::SchoolTeam => "управленческая команда школы",
            Role::SchoolHead => "руководители школ",
            Role::NamedSchool => "школы, названные по имени",
            Role::Schools => "школы",
            Role::Teachers => "педагоги и специалисты школ",
            Role::RegionalMinistry => "региональное министерство",
            Role::RegionalInstitute => "региональный институт",
            Role::MunicipalAuthorities => "муниципальные органы управления образованием",
            Role::Administration => "администрация",
            Role::Other => "другие исполнители",
        }
    }

    /// Latin code for open data and `data-` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Role::Authority => "authority",
            Role::AuthorityHead => "authority-head",
            Role::Specialist => "specialist",
            Role::Coordinator => "coordinator",
            Role::Curator => "curator",
            Role::WorkingGroup => "working-group",
            Role::MethodicalOffice => "methodical-office",
            Role::MethodicalAssociation => "methodical-association",
            Role::SchoolTeam => "school-team",
            Role::SchoolHead => "school-head",
            Role::NamedSchool => "named-school",
            Role::Schools => "schools",
            Role::Teachers => "teachers",
            Role::RegionalMinistry => "regional-ministry",
            Role::RegionalInstitute => "regional-institute",
            Role::MunicipalAuthorities => "municipal-authorities",
            Role::Administration => "administration",
            Role::Other => "other",
        }
    }
}

/// The names a territory knows: what the reader of responsible cells looks words up in.
/// Each entry is one literal form and the id it means; the longest form that fits wins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    /// (form, body id, role of that body).
    pub bodies: Vec<(String, String, Role)>,
    /// (form, school id).
    pub schools: Vec<(String, String)>,
    /// (form, person id).
    pub people: Vec<(String, String)>,
}
