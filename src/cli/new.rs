//! `portal new`: a new file from a commented template.

use jiff::civil::Date;

use crate::cli::args::{NewCommand, NewOptions};
use crate::cli::exit::FINE;
use crate::cli::{input, output, report};
use crate::desk::new::{Made, Order, make};
use crate::files::sources::Sources;

pub fn run(options: &NewOptions) -> u8 {
    let sources = match input::content(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let made = match make(&sources, &order(&options.what)) {
        Ok(made) => made,
        Err(why) => return report::stop(&why),
    };
    if let Err(error) = output::write(&options.content, &made.changes) {
        return report::environment(&error);
    }
    report::say(told(&made, &sources));
    FINE
}

fn told(made: &Made, sources: &Sources) -> String {
    let mut lines = Vec::new();
    for change in &made.changes {
        let done = match change.before {
            Some(_) => "Дополнен файл",
            None => "Создан файл",
        };
        lines.push(format!("{done} {}/{}", sources.label, change.path));
    }
    lines.extend(made.notes.iter().map(|note| format!("  {note}")));
    lines.push("Дальше:".to_owned());
    lines.push(
        "  1. откройте файл в редакторе текста и впишите значения между кавычками".to_owned(),
    );
    let mut number = 2;
    for next in &made.next {
        lines.push(format!("  {number}. {next}"));
        number += 1;
    }
    lines.push(format!(
        "  {number}. запустите portal check: он назовёт всё, что ещё не заполнено"
    ));
    lines.join("\n")
}

fn order(what: &NewCommand) -> Order {
    match what.clone() {
        NewCommand::Region { address, name } => Order::Region { address, name },
        NewCommand::Municipality {
            address,
            name,
            region_name,
        } => Order::Municipality {
            address,
            name,
            region_name,
        },
        NewCommand::Plan { place, year, from } => Order::Plan { place, year, from },
        NewCommand::News {
            place,
            title,
            date,
            id,
        } => Order::News {
            place,
            title,
            day: day(date),
            id,
        },
        NewCommand::Practice { place, title, id } => Order::Practice { place, title, id },
        NewCommand::School { place, name, id } => Order::School { place, name, id },
        NewCommand::Document {
            place,
            number,
            on,
            title,
            id,
        } => Order::Document {
            place,
            number,
            day: on,
            title,
            id,
        },
    }
}

fn day(given: Option<Date>) -> Date {
    input::today(given)
}
