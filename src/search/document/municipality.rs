//! A region or municipality as a document: it is found by everything its documents say outside of the tables of events.

use crate::model::place::territory::Territory;
use crate::search::document::dates::Dates;
use crate::search::document::dossier::posts;
use crate::search::document::plan;
use crate::search::document::record::{act_texts, add_act_dates, framing};
use crate::search::document::shape::{Document, Field, Kind};
use crate::search::document::surroundings::{Surroundings, all_forms, names};
use crate::search::document::texts::{authority_texts, curator_texts, group_texts, program_texts};
use crate::search::document::words::{line, plain};
use crate::site::PlacePage;

/// The document of the territory itself.
pub fn document(around: &Surroundings<'_>) -> Document {
    let territory = around.territory;
    let mut document = around.document(
        Kind::Municipality,
        PlacePage::Home,
        territory.names.name.as_str(),
    );
    document.note = match around.region {
        Some(region) => region.names.name.clone(),
        None => territory.kind.clone(),
    };
    let authority = territory.authority.as_ref();
    document.text = authority
        .map(|authority| line(&authority.name))
        .unwrap_or_default();
    document.add_all(Field::Name, names(territory).into_iter().skip(1));
    document.add(Field::Extra, territory.kind.as_str());
    document.add_all(
        Field::Extra,
        territory.neighbours.iter().map(String::as_str),
    );
    document.add_all(Field::Extra, organisations(territory));
    document.add_all(Field::Extra, people(territory));
    document.add_all(Field::Extra, curator_texts(around));
    document.add_all(Field::Extra, group_texts(territory));
    for school in &territory.schools {
        document.add(Field::Extra, all_forms(school.forms()));
    }
    document.add_all(Field::Extra, program_texts(territory));
    document.add_all(
        Field::Extra,
        territory.notes.iter().map(|note| plain(&note.text)),
    );
    add_acts_and_plans(&mut document, territory);
    document
}

fn add_acts_and_plans(document: &mut Document, territory: &Territory) {
    let mut dates = Dates::default();
    for act in &territory.documents {
        document.add(Field::Extra, act.short_name());
        document.add(Field::Extra, line(&act.title));
        document.add_all(Field::Extra, framing(act));
        document.add_all(Field::Extra, act_texts(act));
        add_act_dates(act, &mut dates);
    }
    for plan in &territory.plans {
        document.add(Field::Extra, plan.title_line());
        document.add_all(Field::Extra, plan.approval_stamp.as_deref().map(line));
        document.add_all(Field::Extra, plan::texts(plan));
        dates.add_years(plan.period.first, plan.period.last);
    }
    // The act a plan rests on is looked for as the plan's number.
    let approving = territory
        .plans
        .iter()
        .filter_map(|plan| plan.approved_by.as_ref());
    for act in approving.chain(&territory.main_document) {
        if let Some(number) = territory
            .document(&act.to)
            .and_then(|act| act.number.as_ref())
        {
            document.add(Field::Number, number.value.as_str());
        }
    }
    document.dates = dates.tokens();
}

fn organisations(territory: &Territory) -> Vec<String> {
    let named = [&territory.ministry, &territory.institute];
    let mut texts: Vec<String> = named.into_iter().flatten().cloned().collect();
    texts.extend(authority_texts(territory));
    for body in &territory.bodies {
        texts.push(all_forms(body.forms().chain(body.full.as_deref())));
    }
    texts
}

fn people(territory: &Territory) -> impl Iterator<Item = String> {
    territory
        .people
        .iter()
        .map(|person| format!("{}: {}", all_forms(person.forms()), posts(person)))
}
