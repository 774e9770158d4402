//! What a command says: results on standard output, problems on standard error.

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::path::Path;

use crate::cli::exit::ENVIRONMENT;
use crate::diag::{Diagnostic, show};
use crate::files::disk::DiskError;
use crate::files::site_writer::{LeftOver, SiteWriter, Way};
use crate::files::sources::Sources;
use crate::text::russian::counted;

/// Says a line on standard output. A reader who has closed the pipe (`portal build | head -1`) is no reason to fail.
pub fn say(line: impl Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Says why a command cannot go on, and gives the exit code.
pub fn stop(why: &str) -> u8 {
    eprintln!("ошибка: {why}");
    ENVIRONMENT
}

/// Says what is wrong with the environment, and gives the exit code.
pub fn environment(error: &DiskError) -> u8 {
    eprintln!("ошибка: {error}");
    ENVIRONMENT
}

/// Says why a site was not published and that the last one stands, and gives the exit code.
pub fn unpublished(out: &Path, error: &DiskError) -> u8 {
    let code = environment(error);
    match error {
        DiskError::HalfWay { .. } => {}
        _ if out.join("index.html").is_file() => {
            eprintln!(
                "Старый сайт цел: в папке {} ничего не изменилось.",
                out.display()
            );
        }
        _ => eprintln!("В папке {} ничего не записано.", out.display()),
    }
    code
}

/// Says what is out of the ordinary about how a site will be published.
pub fn way(out: &Path, writer: &SiteWriter) {
    let out = out.display();
    match writer.left_over() {
        None => {}
        Some(LeftOver::Removed) => {
            eprintln!(
                "Прошлая сборка была прервана, сайт от этого не пострадал: её остатки убраны."
            );
        }
        Some(LeftOver::PutBack) => {
            eprintln!(
                "Прошлая сборка была прервана: старый сайт возвращён на место, в папку {out}."
            );
        }
        Some(LeftOver::GoneOn) => {
            eprintln!(
                "Прошлая сборка была прервана: начатая ею замена файлов в папке {out} закончена."
            );
        }
    }
    let why = match writer.way() {
        Way::Swap | Way::Asked => return,
        Way::Mounted => "она подключена отдельным диском (mount)",
        Way::NoRoomBeside => "рядом с ней ничего нельзя создать",
        Way::Inhabited => "команда запущена из неё",
    };
    eprintln!(
        "Папку {out} нельзя заменить целиком — {why}: файлы будут заменены по одному, когда новый сайт будет готов. \
         Если это прервать, повторите команду: она закончит."
    );
}

/// Shows problems on standard error, warnings first: the end of a long list is what stays on the screen.
pub fn show_problems(diagnostics: &[Diagnostic], sources: &Sources) {
    if diagnostics.is_empty() {
        return;
    }
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let (errors, warnings): (Vec<_>, Vec<_>) =
        diagnostics.iter().cloned().partition(Diagnostic::is_error);
    for group in [warnings, errors] {
        eprint!("{}", show::text(&group, sources, color));
    }
}

/// Says how many warnings the settings keep silent, so that nobody forgets them.
pub fn say_silenced(count: usize) {
    if count > 0 {
        let words = counted(
            count,
            ["предупреждение", "предупреждения", "предупреждений"],
        );
        eprintln!("Не показано по решению портала (disabled_check в portal.toml): {words}");
    }
}

/// Errors and warnings counted.
pub fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .count();
    (errors, diagnostics.len() - errors)
}
