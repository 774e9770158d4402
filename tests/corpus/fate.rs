//! What became of an event: done and proved, planned, moved, cancelled, or nothing is known.

use super::LAST_YEAR;
use super::chance::Chance;
use super::manner::Manner;
use super::plan::Order;
use super::quoted;

/// The month of the last year up to which it is known what became of events.
const KNOWN_UNTIL: usize = 10;

/// Writes the keys of a status; true when the event is done. It is done in `month` if at all.
pub fn write(order: &Order<'_>, month: usize, chance: &mut Chance, text: &mut String) -> bool {
    let Order { year, manner, .. } = *order;
    let day = chance.between(1, 28);
    let known = year < LAST_YEAR || month <= KNOWN_UNTIL;
    let done = match LAST_YEAR - year {
        0 => 35,
        1 => 55,
        _ => 70,
    };
    match chance.below(100) {
        lot if lot < done && known => {
            text.push_str(&format!(
                "status = \"выполнено\"\nstatus_date = {year}-{month:02}-{day:02}\n"
            ));
            if chance.percent(40) {
                text.push_str(&format!("fact = {}\n", quoted(chance.of(FACTS))));
            }
            if manner == Manner::Neat || chance.percent(20) {
                proof(order, month, chance, text);
            }
            return true;
        }
        95..=96 => text.push_str(&format!(
            "status = \"перенесено\"\nmoved_to = \"декабрь {year} года\"\n"
        )),
        97 => text.push_str("status = \"отменено\"\n"),
        75..=80 => text.push_str("status = \"запланировано\"\n"),
        _ => {}
    }
    false
}

fn proof(order: &Order<'_>, month: usize, chance: &mut Chance, text: &mut String) {
    let year = order.year;
    text.push_str(&format!(
        "[[section.event.proof]]\ntitle = {}\nlink = \"https://example.ru/{}/{year}/{month:02}-{}\"\n",
        quoted(chance.of(PROOFS)),
        order.place.path,
        chance.between(100, 999)
    ));
}

const FACTS: &str = "Проведено, протокол составлен; Участвовали учителя семи школ; Встреча прошла в дистанционном формате; \
    Приказ издан, школы ознакомлены; Справка направлена директорам; Участвовали все школы из списка; Материалы размещены на сайте";

const PROOFS: &str = "Протокол; Справка; Приказ; Отчёт школы; Программа семинара; Лист регистрации; Новость на сайте школы";
