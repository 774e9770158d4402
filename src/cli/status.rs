//! `portal status`: what became of every measure, as a table for a spreadsheet, and back.

use std::io::Write;
use std::path::Path;

use crate::cli::args::StatusOptions;
use crate::cli::exit::{CONTENT, FINE};
use crate::cli::{harm, input, output, report};
use crate::desk::change::Change;
use crate::desk::place;
use crate::desk::status::{self, Applied, Choice, Export, Updated};
use crate::diag::Diagnostic;
use crate::files::disk::{read_named, write_named};
use crate::files::sources::Sources;
use crate::text::russian::counted;

pub fn run(options: &StatusOptions) -> u8 {
    let sources = match input::content(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let choice = match choice(options, &sources) {
        Ok(choice) => choice,
        Err(why) => return report::stop(&why),
    };
    match &options.apply {
        Some(table) => apply(options, &sources, &choice, table),
        None => export(options, &sources, &choice),
    }
}

fn choice(options: &StatusOptions, sources: &Sources) -> Result<Choice, String> {
    let known = place::known(sources);
    let places: Result<Vec<_>, String> = options
        .rayon
        .iter()
        .map(|asked| place::find(asked, &known))
        .collect();
    Ok(Choice {
        places: places?,
        plans: options.plan.clone(),
        years: options.year.clone(),
    })
}

fn export(options: &StatusOptions, sources: &Sources, choice: &Choice) -> u8 {
    let table = status::export(sources, choice);
    let code = told_broken(&table, sources);
    if table.events == 0 {
        return match code {
            FINE => report::stop("таких мероприятий нет: проверьте район, план и год"),
            code => code,
        };
    }
    let events = counted(table.events, ["мероприятие", "мероприятия", "мероприятий"]);
    let Some(out) = &options.out else {
        // A closed pipe is no reason to complain.
        let _ = std::io::stdout().write_all(&table.bytes);
        return code;
    };
    if holds_edits(out, &table, sources, choice) {
        return report::stop(&format!(
            "файл {} уже есть, и в нём не то, что в планах: примите его статусы (portal status --apply {0}) или укажите другой файл",
            out.display()
        ));
    }
    if let Err(error) = write_named(out, &table.bytes) {
        return report::environment(&error);
    }
    report::say(format!("В таблице {events}: {}", out.display()));
    report::say(format!(
        "Откройте её в Excel, впишите статусы, сохраните и верните: portal status --apply {}",
        out.display()
    ));
    code
}

/// Says which plans are missing from the table, and gives the exit code.
fn told_broken(table: &Export, sources: &Sources) -> u8 {
    if table.broken.is_empty() {
        return FINE;
    }
    eprintln!("Не вошли планы, в файлах которых есть ошибки (что исправить, скажет portal check):");
    for path in &table.broken {
        eprintln!("  {}/{path}", sources.label);
    }
    CONTENT
}

/// Whether a file that is already there is worth keeping: another file, or a table whose statuses the plans do not have.
fn holds_edits(out: &Path, table: &Export, sources: &Sources, choice: &Choice) -> bool {
    let Ok(old) = read_named(out) else {
        return false;
    };
    let told = status::apply(sources, choice, "", &old);
    let sound = !told.problems.iter().any(Diagnostic::is_error) && told.changes.is_empty();
    old != table.bytes && !sound
}

fn apply(options: &StatusOptions, sources: &Sources, choice: &Choice, table: &Path) -> u8 {
    let bytes = match read_named(table) {
        Ok(bytes) => bytes,
        Err(error) => return report::environment(&error),
    };
    let applied = status::apply(sources, choice, &table.display().to_string(), &bytes);
    report::show_problems(&applied.problems, &applied.table);
    if applied.problems.iter().any(Diagnostic::is_error) {
        let (errors, _) = report::count(&applied.problems);
        eprintln!(
            "В таблице {}: ничего не изменено. Исправьте и повторите.",
            counted(errors, ["ошибка", "ошибки", "ошибок"])
        );
        return CONTENT;
    }
    skipped(&applied);
    if applied.changes.is_empty() {
        report::say("Изменений нет: в таблице то же, что в планах.");
        return FINE;
    }
    if let Some(code) = spoiled(options, sources, &applied.changes) {
        return code;
    }
    if options.dry_run {
        for change in &applied.changes {
            report::say(change.diff().trim_end());
        }
        report::say(format!(
            "\nБез --dry-run будет обновлено {}. Ничего не записано.",
            extent(&applied)
        ));
        return FINE;
    }
    if let Err(error) = output::write(&options.content, &applied.changes) {
        return report::environment(&error);
    }
    report::say(format!("Обновлено {}:", extent(&applied)));
    report::say(listed(&applied.updated, &sources.label));
    FINE
}

fn skipped(applied: &Applied) {
    if applied.skipped > 0 {
        let rows = counted(applied.skipped, ["строка", "строки", "строк"]);
        report::say(format!(
            "Пропущено {rows}: их планы не выбраны (--rayon, --plan, --year)."
        ));
    }
}

/// Whether the portal would have errors that it does not have now: then they are shown, and this is the exit code.
fn spoiled(options: &StatusOptions, sources: &Sources, changes: &[Change]) -> Option<u8> {
    if !harm::shown(sources, changes, input::today(options.date)) {
        return None;
    }
    eprintln!(
        "С этой таблицей в содержимом появились бы ошибки (они показаны выше): ничего не изменено."
    );
    Some(CONTENT)
}

/// «3 мероприятия в 2 файлах»
fn extent(applied: &Applied) -> String {
    format!(
        "{} в {}",
        counted(
            applied.updated.len(),
            ["мероприятие", "мероприятия", "мероприятий"]
        ),
        counted(applied.changes.len(), ["файле", "файлах", "файлах"])
    )
}

fn listed(updated: &[Updated], label: &str) -> String {
    let mut lines = Vec::new();
    let mut file = "";
    for one in updated {
        if one.path != file {
            file = &one.path;
            lines.push(format!("  {label}/{file}"));
        }
        lines.push(format!("    {}: {}", one.event, one.words.join("; ")));
    }
    lines.join("\n")
}
