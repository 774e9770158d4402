//! `portal export`: a plan back as a Word document.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use crate::cli::args::{ExportCommand, ExportOptions};
use crate::cli::exit::{ENVIRONMENT, FINE};
use crate::cli::{input, report};
use crate::desk::word::{self, Exported};
use crate::files::disk::{read_named, write_named};
use crate::text::russian::counted;

pub fn run(options: &ExportOptions) -> u8 {
    let sources = match input::content(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let ExportCommand::Plan {
        place,
        year,
        docx,
        replace,
    } = &options.what;
    let exported = match word::export(&sources, place, year) {
        Ok(exported) => exported,
        Err(why) => return report::stop(&why),
    };
    for heading in &exported.added {
        eprintln!(
            "В плане нет столбца «{heading}», но у мероприятий он заполнен: столбец добавлен, чтобы слова не пропали."
        );
    }
    match docx {
        Some(file) if file == Path::new("-") => stream(&exported),
        Some(folder) if folder.is_dir() => write(&folder.join(&exported.name), &exported, *replace),
        Some(file) => write(file, &exported, *replace),
        None => write(&PathBuf::from(&exported.name), &exported, *replace),
    }
}

fn stream(exported: &Exported) -> u8 {
    let mut out = std::io::stdout();
    if out.is_terminal() {
        return report::stop(
            "документ Word не показывают на экране: направьте его в файл (> план.docx) или укажите --docx ФАЙЛ",
        );
    }
    match out.write_all(&exported.bytes).and_then(|()| out.flush()) {
        Ok(()) => FINE,
        Err(error) => report::stop(&format!("документ не записан: {error}")),
    }
}

fn write(file: &Path, exported: &Exported, replace: bool) -> u8 {
    let shown = file.display();
    let extension = file
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    if extension.as_deref() != Some("docx") {
        return report::stop(&format!(
            "«{shown}»: имя документа Word кончается на .docx; укажите, например, --docx {}",
            file.with_extension("docx").display()
        ));
    }
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return report::stop(&format!(
            "нет папки {}: создайте её или укажите файл в другой папке",
            folder.display()
        ));
    }
    if !replace && file.exists() {
        if read_named(file).is_ok_and(|old| old == exported.bytes) {
            report::say(format!("{}: файл {shown} уже такой", exported.called));
            return FINE;
        }
        eprintln!(
            "ошибка: файл {shown} уже есть; укажите другое имя (--docx ФАЙЛ) или разрешите заменить его: --replace"
        );
        return ENVIRONMENT;
    }
    if let Err(error) = write_named(file, &exported.bytes) {
        return report::environment(&error);
    }
    let events = counted(
        exported.events,
        ["мероприятие", "мероприятия", "мероприятий"],
    );
    report::say(format!("{}: {events} в файле {shown}", exported.called));
    FINE
}
