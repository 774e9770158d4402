//! News: that a plan is approved, and what became of its events.

use super::chance::Chance;
use super::invented::Place;
use super::names::topic;
use super::plan::Plan;
use super::records::Act;
use super::{LAST_YEAR, MADE, quoted};

/// Reports on events a year.
pub const REPORTS: usize = 3;

/// News that a plan is approved: file name and text.
pub fn approval(place: &Place, year: i16, act: &Act, plan: &Plan) -> (String, String) {
    let path = &place.path;
    let text = format!(
        "+++\n{MADE}date = {}\ntitle = {}\nsummary = {}\ndocuments = [{}]\n+++\n[Приказом от {} № {}](/{path}/dokumenty/{}/) утверждён [план мероприятий](/{path}/plan/{year}/) на {year} год. В плане {} мероприятий.\n\nПервое из них — «{}».\n\nПоследнее — «{}».\n",
        act.date,
        quoted(&format!(
            "Утверждён план мероприятий {} на {year} год",
            place.name_of
        )),
        quoted(&format!(
            "Приказом от {} № {} утверждён план на {year} год: мероприятий — {}.",
            act.date_words,
            act.number,
            plan.events.len()
        )),
        quoted(&act.id),
        act.date_words,
        act.number,
        act.id,
        plan.events.len(),
        plan.events[0],
        plan.events[plan.events.len() - 1],
    );
    (format!("{}-utverzhden-plan", act.date), text)
}

/// What a report is about.
pub struct Subject<'a> {
    /// The plan of the year.
    pub plan: &'a Plan,
    /// Its year.
    pub year: i16,
    /// Number of the report within the year, from 0: each has its own part of the year and of the plan.
    pub turn: usize,
    /// Whether nothing new has been told for long.
    pub late: bool,
    /// Whether there is a picture beside the news, `foto.png`.
    pub picture: bool,
}

/// News about an event: file name and text.
pub fn report(place: &Place, subject: &Subject<'_>, chance: &mut Chance) -> (String, String) {
    let Subject {
        plan, year, turn, ..
    } = *subject;
    let part = plan.events.len() / REPORTS;
    let event = turn * part + chance.below(part) + 1;
    let last = if year == LAST_YEAR { 10 } else { 12 };
    let span = (last - 3) / REPORTS;
    let month = 4 + turn * span + chance.below(span);
    let day = chance.between(1, 28);
    // The latest news of the corpus is fresh: else every municipality would have warnings of silence.
    let (month, day) = match (year == LAST_YEAR && turn + 1 == REPORTS, subject.late) {
        (true, false) => (11, 1 + day / 2),
        _ => (month, day),
    };
    let school = chance.one(&place.schools);
    let words = &plan.events[event - 1];
    let short: Vec<&str> = words.split(' ').take(8).collect();
    let mut text = format!(
        "+++\n{MADE}date = {year}-{month:02}-{day:02}\ntitle = {}\nsummary = {}\nevents = [\"{year}/m{event:02}\"]\nschools = [{}]\n+++\n",
        quoted(&format!(
            "{}: {}",
            school.name,
            short.join(" ").trim_end_matches([',', '.', ';', ':', '('])
        )),
        quoted(&format!("{} {}.", chance.of(SUMMARIES), place.name_in)),
        quoted(&school.id),
    );
    text.push_str(&format!(
        "[Мероприятие {event}](/{}/plan/{year}/m{event:02}/) плана на {year} год прошло {}. В плане оно названо так: «{words}».\n\n",
        place.path, place.name_in
    ));
    text.push_str(&format!(
        "{} [{}](/{}/shkoly/{}/), {}. {} {}, {}.\n\n",
        chance.of(HOSTS),
        school.name,
        place.path,
        school.id,
        school.address,
        chance.of(LEADERS),
        chance.one(&place.people).name.nominative(),
        chance.one(&place.people).post,
    ));
    if subject.picture {
        text.push_str(&format!(
            "![Холмы и небо: рисунок к новости.](/{}/news/foto.png)\n\n",
            place.path
        ));
    }
    text.push_str("Что сделали:\n\n");
    let first = chance.below(ACTIONS.split(';').count());
    let actions: Vec<String> = (0..chance.between(2, 4))
        .map(|number| {
            let action = ACTIONS.split(';').cycle().nth(first + number * 3);
            format!("- {} {}", action.unwrap_or_default().trim(), topic(chance))
        })
        .collect();
    text.push_str(&format!(
        "{}.\n\n{}\n",
        actions.join(";\n"),
        chance.of(NEXT)
    ));
    let stem = format!("{year}-{month:02}-{day:02}-o-meropriyatii-{event}");
    (stem, text)
}

const SUMMARIES: &str = "Учителя школ разобрали трудные места программы вместе с коллегами; Команды школ сверили свои планы с методистами; \
    Школы показали открытые уроки и обсудили их; Родители и учителя говорили о том, как помогать детям дома; Директора школ рассказали о первых результатах; \
    Наставники и молодые учителя подвели итоги четверти; Кураторы побывали на уроках и дали советы; Психологи и классные руководители обсудили учебную мотивацию; \
    Методисты провели занятие для учителей нескольких школ; Участники встречи составили список вопросов к следующему занятию";

const HOSTS: &str = "Участников приняла; Встреча прошла на базе школы; Занятие провели в школе; Гостей встречала; Площадкой стала; Собрались в школе; \
    Открытые уроки показала; За круглым столом собрала коллег";

const LEADERS: &str = "Занятие готовит; Встречу готовит; За подготовку отвечает; Вопросы собирает; Материалы присылает; Записывает желающих";

const ACTIONS: &str = "посмотрели урок и разобрали его по теме; сравнили диагностические работы по теме; составили задания по теме; \
    послушали опыт соседней школы по теме; обсудили трудные случаи по теме; заполнили карту затруднений по теме; \
    договорились о взаимных посещениях уроков по теме; разобрали типичные ошибки детей по теме; записали короткое видео по теме; \
    подготовили памятку для родителей по теме; проверили рабочие программы по теме; выбрали наставников по теме";

const NEXT: &str = "Следующая встреча — через месяц, о дне школы сообщат отдельно.; Материалы встречи разошлют всем школам, которые в ней участвовали.; \
    Вопросы можно задать куратору своей школы.; Записи открытых уроков останутся в методическом кабинете.; \
    Школы попробуют эти приёмы на уроках и расскажут, что получилось.; Итоги обсудят на заседании рабочей группы.; \
    Памятка для родителей появится на сайтах школ.; К следующему занятию каждая школа подготовит один урок.; \
    Кураторы посетят уроки в школах до конца четверти.; Список вопросов передан в региональный институт.";
