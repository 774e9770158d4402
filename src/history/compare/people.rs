//! People, schools, curators and the working group.

use crate::history::compare::draft::Both;
use crate::history::compare::draft::{Draft, Told};
use crate::history::compare::list::{Arrivals, arrivals, items, matched};
use crate::history::names::Names;
use crate::history::words::property::{Gender, Name, Property, Weight, compared};
use crate::history::words::quote::quoted;
use crate::history::words::sameness::{line, same};
use crate::model::history::{Detail, Subject, What};
use crate::model::place::person::{Curator, Person};
use crate::model::place::school::School;
use crate::model::record::working_group::{Member, WorkingGroup};
use crate::text::russian::counted;

fn owner(names: &Names<'_>) -> (Subject, String) {
    let name = names.territory.map(|path| names.territory(path));
    (Subject::Territory, name.unwrap_or_default())
}

/// People named in the documents.
pub fn people(before: &[Person], after: &[Person], names: Both<'_>) -> Told {
    let found = matched(before, after, |person| &person.id);
    let how = Arrivals {
        added: "человек добавлен",
        removed: "человек убран из списка",
        noun: ["человек", "человека", "человек"],
        owner: owner(names.1),
    };
    let named = |person: &Person| (Subject::Person(person.id.clone()), person.name.clone());
    let mut drafts = arrivals(&found, &how, named);
    for (old, new) in found.kept {
        let own = |person: &Person, names: &Names<'_>| {
            let school = person
                .school
                .as_ref()
                .map(|school| names.school(&school.to));
            vec![
                Property::new(Name("имя", Gender::It), Some(person.name.clone())).what(What::Title),
                Property::new(Name("школа", Gender::She), school),
                Property::new(
                    Name("другие формы имени", Gender::They),
                    Some(person.aliases.join("; ")),
                )
                .weight(Weight::MinorText),
            ]
        };
        let mut details = compared(&own(old, names.0), &own(new, names.1));
        let posts = |person: &Person| -> Vec<String> {
            person.posts.iter().map(|post| post.title.clone()).collect()
        };
        let words = ("добавлена должность", "должность убрана");
        details.extend(items(&posts(old), &posts(new), What::Members, words));
        let (subject, title) = named(new);
        drafts.push(Draft::new(subject, title, details));
    }
    Told {
        drafts,
        ..Told::default()
    }
}

/// Schools with what they are in the plans.
pub fn schools(before: &[School], after: &[School], names: Both<'_>) -> Told {
    let found = matched(before, after, |school| &school.id);
    let how = Arrivals {
        added: "школа добавлена",
        removed: "школа убрана из списка",
        noun: ["школа", "школы", "школ"],
        owner: owner(names.1),
    };
    let named = |school: &School| (Subject::School(school.id.clone()), line(&school.name));
    let mut drafts = arrivals(&found, &how, named);
    for (old, new) in found.kept {
        let mut details = categories(old, new);
        details.extend(compared(&school(old, names.0), &school(new, names.1)));
        let (subject, title) = named(new);
        drafts.push(Draft::new(subject, title, details));
    }
    Told {
        drafts,
        ..Told::default()
    }
}

fn school(school: &School, names: &Names<'_>) -> Vec<Property> {
    let head = school.head.as_ref().map(|head| names.person(&head.to));
    let contacts = Names::all(school.contacts.iter().map(|one| &one.to), |id| {
        names.person(id)
    });
    vec![
        Property::new(Name("название", Gender::It), Some(school.name.clone())).what(What::Title),
        Property::new(Name("руководитель", Gender::He), head).what(What::Members),
        Property::new(Name("контактные лица", Gender::They), contacts).what(What::Members),
        Property::new(Name("адрес", Gender::He), school.address.clone()),
        Property::new(Name("сайт", Gender::He), school.site.clone()),
        Property::new(
            Name("форма учреждения", Gender::She),
            school.legal_form.clone(),
        ),
        Property::new(Name("уровень", Gender::He), school.level.clone()),
        Property::new(
            Name("другие формы названия", Gender::They),
            Some(school.aliases.join("; ")),
        )
        .weight(Weight::MinorText),
    ]
}

/// «Категория на 2023 год изменена: была «ШНОР», стала «зона риска»».
fn categories(before: &School, after: &School) -> Vec<Detail> {
    let found = matched(&before.categories, &after.categories, |one| &one.year);
    let detail = |words: String, old: Option<String>, new: Option<String>| Detail {
        what: What::Category,
        before: old,
        after: new,
        words,
        minor: false,
    };
    let mut details = Vec::new();
    for (old, new) in &found.kept {
        if !same(&old.category, &new.category) {
            let words = format!(
                "категория на {} изменена: было {}, стало {}",
                year(&new.year),
                quoted(&old.category),
                quoted(&new.category)
            );
            details.push(detail(
                words,
                Some(old.category.clone()),
                Some(new.category.clone()),
            ));
        }
    }
    for new in found.added {
        let words = format!(
            "указана категория на {}: {}",
            year(&new.year),
            quoted(&new.category)
        );
        details.push(detail(words, None, Some(new.category.clone())));
    }
    for old in found.removed {
        let words = format!(
            "категория на {} убрана: была {}",
            year(&old.year),
            quoted(&old.category)
        );
        details.push(detail(words, Some(old.category.clone()), None));
    }
    details
}

fn year(written: &str) -> String {
    match written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit()) {
        true => format!("{written} год"),
        false => format!("{} учебный год", written.replace('-', "–")),
    }
}

/// Curators of schools.
pub fn curators(before: &[Curator], after: &[Curator], names: Both<'_>) -> Told {
    let found = matched(before, after, |curator| &curator.person.to);
    let schools = |curator: &Curator, names: &Names<'_>| {
        Names::all(curator.schools.iter().map(|one| &one.to), |id| {
            names.school(id)
        })
    };
    let said = |curator: &Curator, names: &Names<'_>| {
        let person = names.person(&curator.person.to);
        match schools(curator, names) {
            Some(schools) => format!("{person} ({schools})"),
            None => person,
        }
    };
    let mut details = Vec::new();
    for new in &found.added {
        let shown = said(new, names.1);
        details.push(Detail {
            what: What::Members,
            before: None,
            words: format!("добавлен куратор: {shown}"),
            after: Some(shown),
            minor: false,
        });
    }
    for old in &found.removed {
        let shown = said(old, names.0);
        details.push(Detail {
            what: What::Members,
            words: format!("куратор убран: {shown}"),
            before: Some(shown),
            after: None,
            minor: false,
        });
    }
    for (old, new) in &found.kept {
        let person = names.1.person(&new.person.to);
        let own = |curator: &Curator, names: &Names<'_>| {
            vec![
                Property::new(
                    Name("школы куратора", Gender::They),
                    schools(curator, names),
                )
                .of(&person)
                .what(What::Members),
                Property::new(
                    Name("срок работы куратора", Gender::He),
                    curator.period.clone(),
                )
                .of(&person),
            ]
        };
        details.extend(compared(&own(old, names.0), &own(new, names.1)));
    }
    Told::one(Draft::new(Subject::Curators, "Кураторы", details))
}

/// The working group's first publication.
pub fn group_opened(group: &WorkingGroup) -> String {
    let members = counted(group.members.len(), ["участник", "участника", "участников"]);
    format!("состав рабочей группы опубликован: {members}")
}

/// Who came into the working group, left it, or has another post in it.
pub fn group(before: &WorkingGroup, after: &WorkingGroup, names: Both<'_>) -> Told {
    let key = |member: &Member| match &member.person {
        Some(person) => person.to.to_string(),
        None => line(&member.name).trim_matches([',', ' ']).to_lowercase(),
    };
    let shown = |member: &Member| {
        let name = line(&member.name);
        format!(
            "{}, {}",
            name.trim_end_matches([',', ';', ' ']),
            line(&member.post)
        )
    };
    let found = matched(&before.members, &after.members, key);
    let mut details = Vec::new();
    for new in &found.added {
        details.push(Detail {
            what: What::Members,
            before: None,
            after: Some(shown(new)),
            words: format!(
                "в рабочую группу добавлен участник: {}",
                quoted(&shown(new))
            ),
            minor: false,
        });
    }
    for old in &found.removed {
        details.push(Detail {
            what: What::Members,
            before: Some(shown(old)),
            after: None,
            words: format!("из рабочей группы убран участник: {}", quoted(&shown(old))),
            minor: false,
        });
    }
    for (old, new) in &found.kept {
        let of = format!(
            "участника {}",
            line(&new.name).trim_end_matches([',', ';', ' '])
        );
        let own = |member: &Member| {
            vec![
                Property::new(Name("имя", Gender::It), Some(member.name.clone())).of(&of),
                Property::new(Name("должность", Gender::She), Some(member.post.clone())).of(&of),
                Property::new(Name("роль", Gender::She), Some(member.role.clone())).of(&of),
            ]
        };
        let told = compared(&own(old), &own(new));
        details.extend(told.into_iter().map(|detail| Detail {
            what: What::Members,
            ..detail
        }));
    }
    let own = |group: &WorkingGroup, names: &Names<'_>| {
        let act = group
            .approved_by
            .as_ref()
            .map(|act| names.document(&act.to));
        vec![
            Property::new(
                Name("название группы", Gender::It),
                Some(group.title.clone()),
            )
            .what(What::Title),
            Property::new(Name("утверждающий документ", Gender::He), act),
        ]
    };
    details.extend(compared(&own(before, names.0), &own(after, names.1)));
    Told::one(Draft::new(Subject::WorkingGroup, "Рабочая группа", details))
}
