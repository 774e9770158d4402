//! `portal import`: an order or a plan from Word, Excel or a web page into content files.

use std::io::{IsTerminal, Read};
use std::path::Path;

use crate::cli::args::ImportOptions;
use crate::cli::exit::{CONTENT, ENVIRONMENT, FINE};
use crate::cli::{harm, input, output, report};
use crate::desk::change::Change;
use crate::desk::place::{self, Known, known};
use crate::files::disk::read_beginning;
use crate::files::sources::Sources;
use crate::import::place::{Guess, guess};
use crate::import::read::paper;
use crate::import::understand::draft::Understood;
use crate::import::understand::understand;
use crate::import::write::{self, Settled, TerritoryPath, Wishes, Written, settle};

/// Bytes that are read of a file: readers refuse one of this size by themselves.
const MOST: u64 = (64 << 20) + 1;

pub fn run(options: &ImportOptions) -> u8 {
    match import(options) {
        Ok(code) | Err(code) => code,
    }
}

fn import(options: &ImportOptions) -> Result<u8, u8> {
    let (name, bytes) = file(&options.file)?;
    let paper = paper(&name, &bytes).map_err(|failure| {
        eprintln!("ошибка: {name}: {}", failure.message);
        eprintln!("{}", failure.remedy);
        ENVIRONMENT
    })?;
    drop(bytes);
    let understood = understand(&paper);
    if understood.is_empty() {
        return Err(nothing(&name, &understood));
    }
    let sources = content(options)?;
    let whose = whose(options, &name, &understood, &sources)?;
    let wishes = Wishes {
        place: whose.path.as_ref(),
        file: &name,
        period: options.period.as_deref(),
        title: options.title.as_deref(),
    };
    let mut written = write::write(&understood, &wishes, &sources);
    written.notes.splice(0..0, whose.said);
    let settled = settle(&written.files, &understood, &sources, options.replace);
    write::named_as_kept(&mut written, &settled, &sources);
    let told = write::report(&understood, &written, &sources.label);
    let work = Work {
        options,
        sources: &sources,
        written: &written,
        settled: &settled,
        told: &told,
    };
    if options.dry_run {
        return Ok(work.show(whose.exists));
    }
    Ok(work.write())
}

/// The name and the bytes of the file.
fn file(path: &Path) -> Result<(String, Vec<u8>), u8> {
    if path.as_os_str() != "-" {
        if path.is_dir() {
            let folder = path.display();
            return Err(report::stop(&format!("{folder} — папка: укажите файл")));
        }
        let bytes = read_beginning(path, MOST).map_err(|error| report::environment(&error))?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        return Ok((name.unwrap_or_default(), bytes));
    }
    let input = std::io::stdin();
    if input.is_terminal() {
        eprintln!("Вставьте план и нажмите Ctrl+D (в Windows — Ctrl+Z и Enter).");
    }
    let mut bytes = Vec::new();
    match input.lock().take(MOST).read_to_end(&mut bytes) {
        Ok(_) => Ok(("вставка".to_owned(), bytes)),
        Err(error) => Err(report::stop(&format!(
            "стандартный ввод не прочитан: {error}"
        ))),
    }
}

/// The content; a rehearsal needs none.
fn content(options: &ImportOptions) -> Result<Sources, u8> {
    if options.dry_run && !options.content.is_dir() {
        return Ok(Sources::new(
            options.content.display().to_string(),
            Vec::new(),
        ));
    }
    input::content(&options.content)
}

/// Says that nothing was found, with what was seen.
fn nothing(name: &str, understood: &Understood) -> u8 {
    eprintln!(
        "ошибка: {name}: не найдено ни плана, ни приказа, ни паспорта программы, ни рабочей группы"
    );
    for skipped in understood.skipped.iter().take(5) {
        eprintln!("  {}: {}", skipped.at, skipped.why);
    }
    eprintln!(
        "План узнаётся по шапке таблицы: «Мероприятие», «Срок», «Ответственный», «Показатель». Проверьте, что таблица — таблица, а не рисунок, и что шапка в ней есть."
    );
    ENVIRONMENT
}

/// Whose papers these are.
struct Whose {
    path: Option<TerritoryPath>,
    /// True when the territory is in the content.
    exists: bool,
    /// How that is known.
    said: Option<String>,
}

fn whose(
    options: &ImportOptions,
    name: &str,
    understood: &Understood,
    sources: &Sources,
) -> Result<Whose, u8> {
    let known = known(sources);
    if let Some(asked) = options.place.as_ref().or(options.to.as_ref()) {
        return asked_for(options, asked, &known);
    }
    let command = |place: &str| {
        format!(
            "portal import {} {place}",
            quoted(&options.file.display().to_string())
        )
    };
    match guess(understood, name, sources) {
        Guess::Clear(one) => Ok(Whose {
            said: Some(format!(
                "территория определена по словам документа: {}; если это не она, укажите сами: {}",
                one.called(),
                command("АДРЕС")
            )),
            path: Some(one.path),
            exists: true,
        }),
        _ if options.dry_run => Ok(Whose {
            path: None,
            exists: false,
            said: Some(format!(
                "чей это план, по словам документа не ясно: укажите район, {}",
                command("РАЙОН")
            )),
        }),
        Guess::Nobody if known.is_empty() => Err(report::stop(
            "в папке содержимого нет ни одного района: создайте его, например portal new municipality 38-irkutskaya/bratskiy --name \"Братский район\"",
        )),
        guess => {
            eprintln!("ошибка: чей это план, по словам документа не ясно; повторите с районом:");
            let several = match guess {
                Guess::Several(several) => several,
                _ => known,
            };
            for one in several.iter().take(10) {
                eprintln!("  {}   # {}", command(&one.path.to_string()), one.name);
            }
            if several.len() > 10 {
                eprintln!("  и ещё {}", several.len() - 10);
            }
            eprintln!(
                "Если района ещё нет, создайте его: portal new municipality РЕГИОН/РАЙОН --name \"Название\""
            );
            Err(ENVIRONMENT)
        }
    }
}

/// The territory that the editor named.
fn asked_for(options: &ImportOptions, asked: &str, known: &[Known]) -> Result<Whose, u8> {
    let why = match place::find(asked, known) {
        Ok(path) => {
            return Ok(Whose {
                path: Some(path),
                exists: true,
                said: None,
            });
        }
        Err(why) => why,
    };
    let Ok(path) = place::address(asked) else {
        return Err(report::stop(&format!(
            "{why}. Создать район: portal new municipality РЕГИОН/РАЙОН --name {}",
            quoted(asked)
        )));
    };
    if options.dry_run {
        return Ok(Whose {
            said: Some(why),
            path: Some(path),
            exists: false,
        });
    }
    let kind = match path.municipality {
        Some(_) => "municipality",
        None => "region",
    };
    Err(report::stop(&format!(
        "{why}. Создать: portal new {kind} {path} --name \"Название\""
    )))
}

fn quoted(word: &str) -> String {
    match word.contains([' ', '"', '\'', '(', ')', '&', ';']) {
        true => format!("\"{}\"", word.replace('"', "\\\"")),
        false => word.to_owned(),
    }
}

/// What there is to do, and what it is done with.
struct Work<'a> {
    options: &'a ImportOptions,
    sources: &'a Sources,
    written: &'a Written,
    settled: &'a Settled,
    told: &'a str,
}

impl Work<'_> {
    /// Prints the files; says on standard error what would come of them.
    fn show(&self, exists: bool) -> u8 {
        for file in &self.written.files {
            let changed = self
                .settled
                .changes
                .iter()
                .find(|change| change.path == file.path);
            let text = changed.map_or(file.text.as_str().into(), |change| {
                String::from_utf8_lossy(&change.after)
            });
            if !self.settled.present.contains(&file.path) {
                report::say(format!("--- {}/{}\n{text}", self.sources.label, file.path));
            }
        }
        eprintln!("{}", self.told.trim_end());
        self.say_present(|line| eprintln!("{line}"));
        self.say_renewed(|line| eprintln!("{line}"));
        eprintln!();
        if self.lacks() {
            return ENVIRONMENT;
        }
        if self.settled.hinders() {
            self.hindered();
            return FINE;
        }
        if exists
            && harm::shown(
                self.sources,
                &self.settled.changes,
                input::today(self.options.date),
            )
        {
            eprintln!("С этими файлами в содержимом появились бы ошибки (они показаны выше).");
            return CONTENT;
        }
        eprintln!("Ничего не записано: это проба (--dry-run).");
        FINE
    }

    fn write(&self) -> u8 {
        if self.lacks() {
            return ENVIRONMENT;
        }
        if self.settled.hinders() {
            self.hindered();
            return ENVIRONMENT;
        }
        let changes = &self.settled.changes;
        if harm::shown(self.sources, changes, input::today(self.options.date)) {
            eprintln!(
                "С этими файлами в содержимом появились бы ошибки (они показаны выше): ничего не записано."
            );
            return CONTENT;
        }
        if let Err(error) = output::write(&self.options.content, changes) {
            return report::environment(&error);
        }
        report::say(self.told.trim_end());
        self.say_present(report::say);
        self.say_renewed(report::say);
        self.say_written(changes);
        FINE
    }

    /// Says what the paper does not tell and the files cannot do without.
    fn lacks(&self) -> bool {
        for lack in &self.written.lacks {
            eprintln!("ошибка: {lack}");
        }
        if !self.written.lacks.is_empty() {
            eprintln!("Ничего не записано.");
        }
        !self.written.lacks.is_empty()
    }

    /// Says which files stand in the way.
    fn hindered(&self) {
        let label = &self.sources.label;
        for path in &self.settled.plans {
            eprintln!("ошибка: план {label}/{path} уже есть");
        }
        for path in &self.settled.refused {
            eprintln!("ошибка: файл {label}/{path} уже есть, и в нём не то же самое");
        }
        for why in &self.settled.broken {
            eprintln!("ошибка: {why}");
        }
        if !self.settled.plans.is_empty() {
            eprintln!(
                "Обновить готовый план по исправленному документу, сохранив id, статусы и подтверждения: --replace."
            );
        }
        if !self.settled.refused.is_empty() {
            eprintln!("Перезаписать приказ, паспорт или рабочую группу: --replace.");
        }
        eprintln!("Ничего не записано.");
    }

    fn say_present(&self, say: impl Fn(String)) {
        for path in &self.settled.present {
            say(format!("Уже есть: {}/{path}", self.sources.label));
        }
    }

    fn say_renewed(&self, say: impl Fn(String)) {
        for (path, lines) in &self.settled.renewed {
            say(format!("\nПлан {}/{path} обновлён:", self.sources.label));
            for line in lines {
                say(format!("  {line}"));
            }
        }
    }

    fn say_written(&self, changes: &[Change]) {
        let label = &self.sources.label;
        if changes.is_empty() {
            return report::say("\nВсё это на портале уже есть: ничего не записано.");
        }
        report::say("");
        for change in changes {
            let renewed = self
                .settled
                .renewed
                .iter()
                .any(|(path, _)| *path == change.path);
            match change.before {
                Some(_) if renewed => report::say(format!("Обновлён файл {label}/{}", change.path)),
                Some(_) => report::say(format!("Перезаписан файл {}", change.diff().trim_end())),
                None => report::say(format!("Создан файл {label}/{}", change.path)),
            }
        }
        report::say(
            "Дальше:\n  1. откройте созданные файлы и посмотрите места со словом «проверьте»\n  2. запустите portal check: он назовёт, что ещё стоит поправить",
        );
    }
}
