//! Texts of sections: those of the real documents, and what municipalities say of monitoring, advice and results.

use super::blanks::fill;
use super::chance::Chance;
use super::invented::Place;
use super::names::topic;
use super::plan::Plan;
use super::seeds::{Seeds, line};
use super::{LAST_YEAR, MADE, quoted};

/// File name and text of each. `plans` holds the plan of each year.
pub fn sections(
    seeds: &Seeds,
    place: &Place,
    plans: &[(i16, Plan)],
    chance: &mut Chance,
) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for (stem, model, body) in &seeds.sections {
        if chance.percent(60) && texts.iter().all(|(name, _)| name != stem) {
            let turn = chance.below(20);
            let filled = |words: &str| quoted(&fill(words, place, 2024, turn));
            let text = format!(
                "+++\n{MADE}title = {}\nsource = {}\n+++\n{}",
                filled(&line(model, "title")),
                filled(&line(model, "source")),
                fill(body, place, 2024, turn)
            );
            texts.push((stem.clone(), text));
        }
    }
    let own = [
        ("monitoring", monitoring(place, chance)),
        ("rekomendatsii", advice(place, chance)),
        ("itogi", results(place, plans, chance)),
    ];
    for (stem, text) in own {
        if texts.iter().all(|(name, _)| name != stem) {
            texts.push((stem.to_owned(), text));
        }
    }
    texts
}

fn monitoring(place: &Place, chance: &mut Chance) -> String {
    let mut text = format!(
        "+++\n{MADE}source = \"аналитическая справка\"\n+++\nСправка составлена {} по итогам диагностических работ. Работы писали в школах:\n\n",
        place.name_in
    );
    for school in place.schools.iter().skip(1).take(4) {
        text.push_str(&format!(
            "- [{}](/{}/shkoly/{}/) — справились {} % детей\n",
            school.name,
            place.path,
            school.id,
            chance.between(48, 93)
        ));
    }
    text.push_str(&format!(
        "\n| Тема | Доля справившихся, % |\n| --- | --- |\n| {} | {} |\n| {} | {} |\n| {} | {} |\n",
        topic(chance),
        chance.between(40, 95),
        topic(chance),
        chance.between(40, 95),
        topic(chance),
        chance.between(40, 95),
    ));
    text
}

fn advice(place: &Place, chance: &mut Chance) -> String {
    let mut text = format!(
        "+++\n{MADE}source = \"аналитическая справка\"\n+++\nЧто советуют школам {}:\n\n",
        place.name_of
    );
    for _ in 0..chance.between(3, 6) {
        text.push_str(&format!("1. {} {}.\n", chance.of(ADVICE), topic(chance)));
    }
    text
}

/// Sums of the plans as their files state them; two of ten say why there is nothing.
fn results(place: &Place, plans: &[(i16, Plan)], chance: &mut Chance) -> String {
    if chance.percent(20) {
        return format!(
            "+++\n{MADE}empty_reason = \"Итоги подведут после окончания плана\"\nstated_by = \"управление образования\"\nstated_on = {LAST_YEAR}-09-{:02}\n+++\n",
            chance.between(1, 28)
        );
    }
    let mut text = format!("+++\n{MADE}source = \"отчёты школ\"\n+++\n");
    for (year, plan) in plans {
        text.push_str(&format!(
            "[План на {year} год](/{}/plan/{year}/): мероприятий — {}, выполнено — {}.\n\n",
            place.path,
            plan.events.len(),
            plan.done
        ));
    }
    text
}

const ADVICE: &str = "Провести в четверти одно занятие для учителей; Выделить час в неделю на тему; Взять за основу задания по теме; \
    Попросить школу-партнёра показать урок; Включить в план школы тему; Разобрать с родителями тему; Назначить наставника учителям по теме; \
    Повторить диагностическую работу по теме; Составить список трудных заданий по теме";
