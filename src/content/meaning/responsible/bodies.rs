//! Bodies and groups by the words that every territory uses: «РУО», «Комитет по образованию», «ШНОР», «РМК», «МОУО».
//! A directory that knows a body by name comes first.

use super::view::View;
use crate::content::meaning::words::Sort;
use crate::model::plan::responsible::Role;

/// Bodies and groups that a directory may not hold.
pub(super) fn body(view: View) -> Option<(Role, usize)> {
    school_bodies(view)
        .or_else(|| regional_bodies(view))
        .or_else(|| methodical_bodies(view))
        .or_else(|| authorities(view))
}

/// «ОО», «ШНОР», «образовательные организации», «школы».
fn school_bodies(view: View) -> Option<(Role, usize)> {
    if view.is(0, &["оо", "оу", "шнор", "шнсу", "шнро", "сош", "ооу"]) {
        return Some((Role::Schools, 1));
    }
    if view.starts(0, &["образовательн", "общеобразовательн"])
        && view.starts(1, &["организац", "учрежден", "школ"])
    {
        return Some((Role::Schools, 2));
    }
    let school = view.is(0, &["школа", "школы", "школ", "школе", "школам", "школами"]);
    school.then_some((Role::Schools, 1))
}

/// Ministries and institutes.
fn regional_bodies(view: View) -> Option<(Role, usize)> {
    const INSTITUTES: [&str; 8] = [
        "цнппм",
        "цопм",
        "ипк",
        "тоипкро",
        "рцоко",
        "цоко",
        "иро",
        "киро",
    ];
    const LEGAL: [&str; 10] = [
        "гау",
        "гаоу",
        "гбу",
        "гбоу",
        "бу",
        "огбу",
        "огбоу",
        "кгбу",
        "кгау",
        "обл",
    ];
    if view.is(0, &["моуо"]) {
        return Some((Role::MunicipalAuthorities, 1));
    }
    if view.starts(0, &["муниципальн"])
        && view.starts(1, &["орган"])
        && view.starts(2, &["управлен"])
    {
        let length = if view.starts(3, &["образован"]) {
            4
        } else {
            3
        };
        return Some((Role::MunicipalAuthorities, length));
    }
    if view.starts(0, &["министерств", "минобр", "минпросвещ"]) {
        return Some((Role::RegionalMinistry, 1));
    }
    if view.starts(0, &["департамент"]) && view.soon(1, 5, &["област", "кра", "республик"])
    {
        return Some((Role::RegionalMinistry, 1));
    }
    if view.is(0, &LEGAL) && view.is(1, &["дпо"]) {
        return Some((Role::RegionalInstitute, 2));
    }
    if view.starts(0, &["институт"]) && view.soon(1, 2, &["развит", "повышен"])
    {
        return Some((Role::RegionalInstitute, 1));
    }
    let word = view.words.get(view.place)?;
    let short = word.is_abbreviation()
        && (word.starts(&INSTITUTES)
            || word.folded.ends_with("иро")
            || word.folded.ends_with("ипкро"));
    short.then_some((Role::RegionalInstitute, 1))
}

/// Methodical offices and associations.
fn methodical_bodies(view: View) -> Option<(Role, usize)> {
    if view.is(0, &["рмо", "гмо", "шмо", "омо"]) {
        return Some((Role::MethodicalAssociation, 1));
    }
    if view.is(0, &["рмк", "гмк", "имц", "ммц", "рмц"]) || view.starts(0, &["методкабинет"])
    {
        return Some((Role::MethodicalOffice, 1));
    }
    let step = usize::from(view.starts(0, &["районн", "городск", "муниципальн", "школьн"]));
    if view.starts(step, &["методическ"]) && view.starts(step + 1, &["объединен"])
    {
        return Some((Role::MethodicalAssociation, step + 2));
    }
    if view.starts(step, &["методическ"]) && view.starts(step + 1, &["кабинет", "служб", "центр"])
    {
        return Some((Role::MethodicalOffice, step + 2));
    }
    let leader = view
        .place
        .checked_sub(1)
        .and_then(|before| view.words.get(before));
    let led = leader.is_some_and(|word| word.starts(&["руководител"]));
    (led && view.is(0, &["мо"])).then_some((Role::MethodicalAssociation, 1))
}

/// Municipal authorities, their departments, the administration.
fn authorities(view: View) -> Option<(Role, usize)> {
    if view.is(0, &["руо", "уо", "гуо", "роо", "горуо"]) {
        return Some((Role::Authority, 1));
    }
    if view.starts(0, &["управлен"]) && view.starts(1, &["образован"]) {
        return Some((Role::Authority, 2));
    }
    // «Комитат по образованию» stands in a source document.
    if view.starts(0, &["комит"]) && view.is(1, &["по"]) && view.starts(2, &["образован"])
    {
        return Some((Role::Authority, 3));
    }
    if view.starts(0, &["отдел"]) && !view.starts(0, &["отделен", "отдельн"]) {
        let whole = view.starts(1, &["образован"]);
        return Some(if whole {
            (Role::Authority, 2)
        } else {
            (Role::Specialist, 1)
        });
    }
    if view.is(0, &["мку", "му", "мкуо"]) {
        return municipal_institution(view);
    }
    view.starts(0, &["администраци"])
        .then_some((Role::Administration, 1))
}

/// «МКУ «Управление образования …»», «МКУ Кемское УО», «МКУ «Методический центр»».
fn municipal_institution(view: View) -> Option<(Role, usize)> {
    let mut letters = (1..6).filter(|step| view.sort(*step, Sort::Letters));
    letters.find_map(|step| {
        if view.is(step, &["уо", "руо"]) || view.starts(step, &["управлен", "комит", "отдел"])
        {
            Some((Role::Authority, step + 1))
        } else if view.starts(step, &["методическ", "информационн"])
            || view.is(step, &["имц", "ммц", "рмк"])
        {
            Some((Role::MethodicalOffice, step + 1))
        } else {
            None
        }
    })
}
