//! The roles of school administration as words: posts that every territory has. Endings are
//! tolerant, because cells put the same post in singular and plural, nominative and genitive.

use super::bodies::body;
use super::kind::Kind;
use super::names::Names;
use super::view::View;
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::responsible::Role;

/// The role that begins at `place` and the place after its words.
pub(super) fn role(words: &[Word], place: usize, names: &Names) -> Option<(Kind, usize)> {
    if words.get(place)?.sort != Sort::Letters {
        return None;
    }
    let view = View { words, place };
    head(view, names)
        .or_else(|| office(view))
        .or_else(|| teachers(view))
        .map(|(role, length)| {
            let plural = view.is_plural();
            (Kind::Post { role, plural }, place + length)
        })
        .or_else(|| {
            let (role, length) = body(view)?;
            Some((Kind::Body { id: None, role }, place + length))
        })
}

/// Heads and their deputies, of authorities and of schools.
fn head(view: View, names: &Names) -> Option<(Role, usize)> {
    let deputy = view.starts(0, &["заместител", "зам"]) && !view.starts(0, &["замещ"]);
    let dot = usize::from(deputy && view.sort(1, Sort::Dot));
    let step = usize::from(deputy) + dot;
    let next = step + 1;
    if view.starts(step, &["начальник", "председател"]) {
        return Some((authority_head(view, next, names), next));
    }
    if view.starts(step, &["директор"]) {
        let role = if deputy {
            Role::SchoolTeam
        } else {
            Role::SchoolHead
        };
        return Some((role, next));
    }
    if view.starts(step, &["заведующ"]) {
        let role = if view.soon(next, 2, &["рмк", "методкабинет", "методическ", "имц"])
        {
            Role::MethodicalOffice
        } else {
            authority_head(view, next, names)
        };
        return Some((role, next));
    }
    if view.starts(step, &["руководител"]) {
        return Some((leader(view, next, deputy), next));
    }
    None
}

/// «Начальник управления» leads the authority, «начальник отдела общего образования» works in it. In a territory whose
/// authority is itself a department, «начальник отдела образования» leads it.
fn authority_head(view: View, next: usize, names: &Names) -> Role {
    let department = view.starts(next, &["отдел", "сектор"]);
    let is_authority = view.starts(next + 1, &["образован"])
        || matches!(
            names.at(view.words, view.place + next),
            Some((
                Kind::Body {
                    role: Role::Authority,
                    ..
                },
                _
            ))
        );
    if department && !is_authority {
        Role::Specialist
    } else {
        Role::AuthorityHead
    }
}

/// Whose leader «руководитель» is; without another word, of a school.
fn leader(view: View, next: usize, deputy: bool) -> Role {
    if view.is(next, &["рмо", "гмо", "шмо", "мо", "омо"])
        || (view.soon(next, 3, &["методическ"]) && view.soon(next, 4, &["объединен"]))
        || view.is(next + 1, &["рмо", "гмо", "шмо"])
    {
        Role::MethodicalAssociation
    } else if view.soon(next, 3, &["рабоч"]) && view.soon(next, 4, &["групп"]) {
        Role::WorkingGroup
    } else if view.starts(next, &["управлени", "комит", "руо", "департамент"])
        || view.is(next, &["уо"])
    {
        Role::AuthorityHead
    } else if view.is(next, &["рмк"]) || view.starts(next, &["методкабинет"]) {
        Role::MethodicalOffice
    } else if deputy {
        Role::SchoolTeam
    } else {
        Role::SchoolHead
    }
}

/// Specialists, coordinators, curators, the working group, teams.
fn office(view: View) -> Option<(Role, usize)> {
    let graded = view.starts(0, &["ведущ", "главн", "старш"]);
    let step = usize::from(graded);
    if view.starts(step, &["специалист"]) {
        let support =
            view.soon(step + 1, 3, &["служб"]) && view.soon(step + 1, 4, &["сопровожден"]);
        let role = if support {
            Role::Teachers
        } else {
            Role::Specialist
        };
        return Some((role, step + 1));
    }
    if view.starts(step, &["консультант", "инспектор"]) {
        return Some((Role::Specialist, step + 1));
    }
    guide(view).or_else(|| group(view))
}

/// Coordinators and curators.
fn guide(view: View) -> Option<(Role, usize)> {
    let local = view.starts(0, &["муниципальн", "районн", "городск"]);
    let step = usize::from(local);
    if view.starts(step, &["координатор"]) {
        return Some((Role::Coordinator, step + 1));
    }
    if view.starts(step, &["куратор"]) {
        let role = if view.starts(0, &["муниципальн"]) {
            Role::Coordinator
        } else {
            Role::Curator
        };
        return Some((role, step + 1));
    }
    None
}

/// The working group and its members, methodists, teams.
fn group(view: View) -> Option<(Role, usize)> {
    let member = view.starts(0, &["член", "участник", "состав"]);
    let group = usize::from(member)
        + usize::from(view.starts(usize::from(member), &["муниципальн", "районн"]));
    if view.starts(group, &["рабоч"]) && view.starts(group + 1, &["групп"]) {
        return Some((Role::WorkingGroup, group + 2));
    }
    if view.starts(0, &["методист"]) {
        return Some((Role::MethodicalOffice, 1));
    }
    if view.starts(0, &["управленческ", "административн", "школьн"]) && view.starts(1, &["команд"])
    {
        return Some((Role::SchoolTeam, 2));
    }
    if view.starts(0, &["администраци"])
        && view.soon(
            1,
            1,
            &[
                "школ",
                "оо",
                "оу",
                "общеобраз",
                "образовател",
                "шн",
                "мбоу",
                "маоу",
                "мкоу",
                "моу",
            ],
        )
    {
        return Some((Role::SchoolTeam, 1));
    }
    None
}

/// Teachers and those who support pupils.
fn teachers(view: View) -> Option<(Role, usize)> {
    const KINDS: [&str; 6] = [
        "психолог",
        "логопед",
        "дефектолог",
        "предметник",
        "библиотекар",
        "организатор",
    ];
    let of_teachers = |length| Some((Role::Teachers, length));
    if view.starts(0, &["классн"]) && view.starts(1, &["руководител"]) {
        return of_teachers(2);
    }
    if view.starts(0, &["социальн", "узк"]) && view.starts(1, &["педагог", "специалист"])
    {
        return of_teachers(2);
    }
    if view.starts(0, &["педагогическ"]) && view.starts(1, &["работник", "коллектив", "кадр"])
    {
        return of_teachers(2);
    }
    if view.starts(0, &["служб"]) && view.soon(1, 3, &["сопровожден"]) {
        let length = (1..4).find(|step| view.starts(*step, &["сопровожден"]))?;
        return of_teachers(length + 1);
    }
    if view.starts(0, &["педагог", "учител"]) {
        let dashed = view.sort(1, Sort::Dash) && view.starts(2, &KINDS);
        return of_teachers(if dashed { 3 } else { 1 });
    }
    view.starts(
        0,
        &["психолог", "логопед", "дефектолог", "наставник", "тьютор"],
    )
    .then_some((Role::Teachers, 1))
}
