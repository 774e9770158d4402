//! Files about the place itself: its names, authority, people, schools, working group and curators.

use super::invented::Place;
use super::records::{Act, authority};
use super::{MADE, YEARS, quoted};

/// Text of `region.toml`.
pub fn region(place: &Place, act: &Act) -> String {
    format!(
        "{}ministry = {}\ninstitute = \"ИРО\"\ndocument = {}\n\n[authority]\nname = {}\nhead = {}\n\n[[body]]\nid = \"iro\"\nname = \"ИРО\"\nkind = \"региональный институт\"\n",
        names(place),
        quoted(&authority(place)),
        quoted(&act.id),
        quoted(&authority(place)),
        quoted(&place.people[0].id),
    )
}

/// Text of `municipality.toml`.
pub fn municipality(place: &Place, number: usize, act: &Act) -> String {
    let neighbours: Vec<String> = place
        .neighbours
        .iter()
        .map(|name| quoted(&format!("{name} район")))
        .collect();
    format!(
        "{}official_name = {}\nneighbours = [{}]\ncoordinator = {}\ndocument = {}\n\n[authority]\nname = {}\nshort = \"управление образования\"\naliases = [\"управления образования\", \"УО\", \"РУО\", \"Комитет по образованию\"]\nhead = {}\n\n[authority.contact]\naddress = {}\npostcode = \"{}\"\nphones = [\"8(000) {:03}-{:02}-{:02}\"]\nemail = \"{}@example.ru\"\n\n[[body]]\nid = \"rmo\"\nname = \"РМО\"\naliases = [\"районные методические объединения\", \"районных методических объединений\"]\nkind = \"методическое объединение\"\n\n[[body]]\nid = \"oo\"\nname = \"ОО\"\naliases = [\"образовательных организаций\", \"общеобразовательных организаций\"]\nkind = \"школы вообще\"\n\n[[body]]\nid = \"iro\"\nname = \"ИРО\"\nkind = \"региональный институт\"\n",
        names(place),
        quoted(&format!("муниципальное образование «{}»", place.name)),
        neighbours.join(", "),
        quoted(&place.people[1].id),
        quoted(&act.id),
        quoted(&authority(place)),
        quoted(&place.people[0].id),
        quoted(&format!(
            "ул. Школьная, {}, г. {}",
            number % 90 + 1,
            place.stem
        )),
        100_000 + number,
        number / 10 % 1000,
        number % 100,
        number * 7 % 100,
        place.id,
    )
}

fn names(place: &Place) -> String {
    format!(
        "{MADE}name = {}\nname_of = {}\nname_in = {}\nkind = {}\n",
        quoted(&place.name),
        quoted(&place.name_of),
        quoted(&place.name_in),
        quoted(place.kind)
    )
}

/// Text of `people.toml`.
pub fn people(place: &Place) -> String {
    let mut text = MADE.to_owned();
    for person in &place.people {
        let name = &person.name;
        text.push_str(&format!(
            "\n[[person]]\nid = {}\nname = {}\naliases = [{}, {}]\n",
            quoted(&person.id),
            quoted(&name.nominative()),
            quoted(&name.accusative()),
            quoted(&name.initials_first())
        ));
        if let Some(school) = person.school {
            text.push_str(&format!("school = {}\n", quoted(&place.schools[school].id)));
        }
        text.push_str(&format!(
            "\n[[person.post]]\ntitle = {}\nsource = \"план на 2024 год\"\n",
            quoted(&person.post)
        ));
    }
    text
}

/// Text of `schools.toml`.
pub fn schools(place: &Place) -> String {
    let mut text = MADE.to_owned();
    for (number, school) in place.schools.iter().enumerate() {
        text.push_str(&format!(
            "\n[[school]]\nid = {}\nname = {}\nlegal_form = {}\nlevel = {}\naddress = {}\nsource = \"план на 2024 год\"\n",
            quoted(&school.id), quoted(&school.name), quoted(school.form), quoted(school.level), quoted(&school.address)
        ));
        if let Some(head) = place
            .people
            .iter()
            .find(|person| person.school == Some(number))
        {
            text.push_str(&format!("head = {}\n", quoted(&head.id)));
        }
        for year in YEARS {
            text.push_str(&format!(
                "\n[[school.category]]\nyear = \"{year}\"\ncategory = {}\nsource = \"план на {year} год\"\n",
                quoted(school.category)
            ));
        }
    }
    text
}

/// Text of `working-group.toml`.
pub fn working_group(place: &Place, act: &Act) -> String {
    let mut text = format!(
        "{MADE}title = {}\napproved_by = {}\n",
        quoted(&format!(
            "Состав муниципальной рабочей группы {}",
            place.name_of
        )),
        quoted(&act.id)
    );
    for (number, person) in place.people.iter().take(8).enumerate() {
        let role = match number {
            0 => "руководитель",
            1 => "заместитель руководителя",
            _ => "член группы",
        };
        text.push_str(&format!(
            "\n[[member]]\nnumber = \"{}.\"\nname = {}\npost = {}\nperson = {}\nrole = {}\n",
            number + 1,
            quoted(&person.name.nominative()),
            quoted(&person.post),
            quoted(&person.id),
            quoted(role)
        ));
    }
    text
}

/// Text of `curators.toml`: each of three people has some of the schools.
pub fn curators(place: &Place) -> String {
    let mut text = MADE.to_owned();
    let people = place.people.iter().skip(place.people.len() / 2);
    for (curator, schools) in people.zip(place.schools[1..].chunks(3)) {
        let schools: Vec<String> = schools.iter().map(|school| quoted(&school.id)).collect();
        text.push_str(&format!(
            "\n[[curator]]\nperson = {}\nschools = [{}]\nperiod = \"{} год\"\nsource = \"план на {} год\"\n",
            quoted(&curator.id),
            schools.join(", "),
            YEARS[2],
            YEARS[2],
        ));
    }
    text
}

/// Text of a collection of practices.
pub fn collection(place: &Place, practices: &[String]) -> String {
    let practices: Vec<String> = practices.iter().map(|id| quoted(id)).collect();
    format!(
        "{MADE}title = {}\nintro = {}\nyear = \"{}\"\npractices = [{}]\n",
        quoted(&format!("Практики {}", place.name_of)),
        quoted(&format!(
            "Что делают школы {}: карточки составлены по планам трёх лет.",
            place.name_of
        )),
        YEARS[2],
        practices.join(", ")
    )
}
