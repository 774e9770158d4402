//! The ledger: what was promised, what is reported of it, and each proof with its day, address and fingerprint.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::events::{STANDING, STATUS};
use crate::export::tables::place::{EVENT, MUNICIPALITY, Place, REGION, TERRITORY, codes};
use crate::model::ledger::{Entry, Evidence, EvidenceKind};
use crate::site::ledger;

codes!(KINDS, EvidenceKind, code);

/// What it is.
pub static PROMISES: Definition = Definition {
    name: "obeshchaniya",
    api: "promises",
    title: "Обещания и подтверждения",
    about: "Что обещано, что об этом сообщили и чем подтверждают: одна строка на подтверждение; мероприятие без подтверждений занимает одну строку.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Имя мероприятия и номер подтверждения. Вычислено.",
        )
        .key()
        .repeating(),
        TERRITORY.repeating(),
        REGION.repeating(),
        MUNICIPALITY.repeating(),
        EVENT,
        Column::new(
            "title",
            ColumnKind::Text,
            "Обещано",
            "Мероприятие. Слова документа.",
        )
        .required()
        .repeating(),
        Column::new(
            "deadline",
            ColumnKind::Text,
            "Срок",
            "Ячейка срока. Слова документа.",
        )
        .repeating(),
        Column::new(
            "due",
            ColumnKind::Date,
            "Последний день срока",
            "День, после которого срок прошёл. Прочитано программой.",
        ),
        Column::new(
            "days_overdue",
            ColumnKind::Integer,
            "Дней после срока",
            "Сколько дней назад прошёл срок, если о мероприятии ничего не сообщили. Вычислено на день данных.",
        ),
        STATUS.repeating(),
        Column::new(
            "status_date",
            ColumnKind::Date,
            "Дата статуса",
            "День, к которому относится статус. Внесено редактором.",
        )
        .repeating(),
        STANDING.repeating(),
        Column::new(
            "fact",
            ColumnKind::Text,
            "Что сделано",
            "Что произошло на самом деле. Внесено редактором.",
        )
        .repeating(),
        Column::new(
            "proof",
            ColumnKind::Text,
            "Подтверждение",
            "Как названо подтверждение. Внесено редактором.",
        ),
        Column::new(
            "proof_kind",
            ColumnKind::OneOf(&KINDS),
            "Вид подтверждения",
            "order — приказ, minutes — протокол, report — справка или отчёт, news — новость, practice — практика, file — файл, link — ссылка, named — только название. По ссылке и названию.",
        ),
        Column::new(
            "proof_date",
            ColumnKind::Date,
            "Дата подтверждения",
            "День документа или новости. Внесено редактором или взято у документа портала.",
        ),
        Column::new(
            "proof_link",
            ColumnKind::Text,
            "Адрес подтверждения",
            "Ссылка, как она записана: адрес целиком или страница портала от корня.",
        ),
        Column::new(
            "bytes",
            ColumnKind::Integer,
            "Размер файла",
            "Сколько байтов в файле, если его публикует портал.",
        ),
        Column::new(
            "sha256",
            ColumnKind::Text,
            "Отпечаток файла",
            "SHA-256 файла, если его публикует портал: по нему видно, тот ли это файл.",
        ),
    ],
};

/// The promises of a territory in the order of its plans.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    ledger(place.portal, place.site, place.territory, place.today)
        .iter()
        .flat_map(|entry| of_entry(place, entry))
        .collect()
}

fn of_entry<'a>(place: &Place<'a>, entry: &Entry<'a>) -> Vec<Row<'a>> {
    let proofs: Vec<Option<&Evidence<'a>>> = match entry.evidence.as_slice() {
        [] => vec![None],
        proofs => proofs.iter().map(Some).collect(),
    };
    let event = place.event_id(entry.plan, &entry.event.id);
    let row = |(index, proof)| row(place, entry, &event, index, proof);
    proofs.into_iter().enumerate().map(row).collect()
}

fn row<'a>(
    place: &Place<'a>,
    entry: &Entry<'a>,
    event: &str,
    index: usize,
    proof: Option<&Evidence<'a>>,
) -> Row<'a> {
    let [region, municipality] = place.names();
    let status = &entry.event.status;
    let deadline = entry.event.deadline.as_ref();
    let mut row = vec![
        Value::text(format!("{event}/proof-{}", index + 1)),
        place.own_id(),
        region,
        municipality,
        Value::text(event.to_owned()),
        Value::text(entry.event.title.value.as_str()),
        Value::maybe(deadline.map(|cell| cell.value.verbatim.as_str())),
        entry.due.map_or(Value::Nothing, Value::Date),
        entry
            .days_overdue
            .map_or(Value::Nothing, |days| Value::Integer(days.into())),
        Value::text(status.word.word()),
        status.date.map_or(Value::Nothing, Value::Date),
        Value::text(entry.standing.code()),
        Value::maybe(status.fact.as_deref()),
    ];
    row.extend(proof.map_or_else(|| std::array::from_fn(|_| Value::Nothing), of_proof));
    row
}

fn of_proof<'a>(proof: &Evidence<'a>) -> [Value<'a>; 6] {
    let print = proof.file.map(|file| &file.fingerprint);
    let bytes = print.and_then(|print| i64::try_from(print.bytes).ok());
    [
        Value::text(proof.proof.title.as_str()),
        Value::text(proof.kind.code()),
        proof.date.map_or(Value::Nothing, Value::Date),
        Value::maybe(proof.proof.link.as_deref()),
        bytes.map_or(Value::Nothing, Value::Integer),
        Value::maybe(print.map(|print| print.sha256.as_str())),
    ]
}
