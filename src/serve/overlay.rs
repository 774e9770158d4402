//! The problems of the last build as HTML: over a page, or in place of a site that was never
//! built. It knows problems only as text that was prepared for showing.

use std::fmt::Write;

use super::own::STYLE;
use super::problem::{ShownCode, ShownProblem};
use super::stage::Stage;

/// More than this nobody reads on a page; the terminal shows all of them.
const SHOWN: usize = 30;

/// What is shown for an unknown address when the site has no page of its own for that.
pub(super) const NOT_FOUND: &str = "<!doctype html>\n<html lang=\"ru\"><head><meta charset=\"utf-8\">\
    <meta name=\"viewport\" content=\"width=device-width\"><title>Страницы нет</title></head>\
    <body><main><h1>Такой страницы нет</h1><p>Возможно, она переехала или ещё не собрана. \
    <a href=\"/\">На главную</a></p></main></body></html>\n";

/// The overlay; empty when there is nothing to show, or when the page itself shows the problems.
/// Errors are open, warnings alone wait behind their number.
pub(super) fn over_page(stage: &Stage) -> String {
    if stage.site.is_none() || stage.problems.is_empty() {
        return String::new();
    }
    let problems = &stage.problems;
    let open = if problems.iter().any(|problem| problem.severe) {
        " open"
    } else {
        ""
    };
    let stale = if stage.stale {
        "<p>Показана последняя удачная сборка. Страница обновится сама, когда всё будет исправлено.</p>"
    } else {
        ""
    };
    format!(
        "<section id=\"portal-overlay\" role=\"dialog\" aria-label=\"Замечания к содержанию\" \
         lang=\"ru\" data-problems=\"{:x}\">\
         <button type=\"button\" data-close>Закрыть <kbd>Esc</kbd></button>\
         <details{open}><summary>{}</summary>{stale}{}</details></section>",
        stage.mark_of_problems(),
        numbers(problems),
        list(problems, Explained::OnThisSite),
    )
}

/// The page that is shown while there is no site at all.
pub(super) fn instead_of_site(stage: &Stage) -> String {
    let (title, words) = if stage.problems.is_empty() {
        ("Портал собирается", "Это займёт немного времени.")
    } else {
        (
            "Портал пока не собран",
            "Сначала нужно исправить то, что ниже.",
        )
    };
    blank(title, words, &list(&stage.problems, Explained::Elsewhere))
}

/// What is shown for a page that cannot be made.
pub(super) fn instead_of_page(problem: &ShownProblem) -> String {
    let words = "Другие страницы могут быть в порядке.";
    let problem = list(std::slice::from_ref(problem), Explained::Elsewhere);
    blank("Эта страница не собрана", words, &problem)
}

fn blank(title: &str, words: &str, problems: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"ru\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"{STYLE}\"></head><body id=\"portal-blank\"><main>\
         <h1>{title}</h1><p>{words} Страница обновится сама.</p>{problems}</main></body></html>\n",
    )
}

fn numbers(problems: &[ShownProblem]) -> String {
    let severe = problems.iter().filter(|problem| problem.severe).count();
    match (severe, problems.len() - severe) {
        (severe, 0) => format!("Ошибок: {severe}"),
        (0, mild) => format!("Предупреждений: {mild}"),
        (severe, mild) => format!("Ошибок: {severe}, предупреждений: {mild}"),
    }
}

/// Whether there is a site whose page explains the codes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Explained {
    OnThisSite,
    Elsewhere,
}

fn list(problems: &[ShownProblem], explained: Explained) -> String {
    let mut html = String::new();
    for problem in problems.iter().take(SHOWN) {
        item(&mut html, problem, explained);
    }
    let more = match problems.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("<p>И ещё {more}: все они показаны в терминале.</p>"),
    };
    format!("<ol>{html}</ol>{more}")
}

fn item(html: &mut String, problem: &ShownProblem, explained: Explained) {
    let kind = if problem.severe {
        "Ошибка"
    } else {
        "Предупреждение"
    };
    let class = if problem.severe { "severe" } else { "mild" };
    let mut push = |before: &str, text: &str, after: &str| {
        // Writing to a string cannot fail.
        let _ = write!(html, "{before}{}{after}", escaped(text));
    };
    push("<li class=\"", class, "\">");
    push("<h2><span>", kind, ":</span> ");
    push("", &problem.title, "</h2>");
    if !problem.place.is_empty() {
        push("<p><code>", &problem.place, "</code></p>");
    }
    if !problem.drawing.is_empty() {
        let before = "<pre tabindex=\"0\" role=\"group\" aria-label=\"Отрывок файла\">";
        push(before, &problem.drawing, "</pre>");
    }
    for help in &problem.help {
        push("<p class=\"help\">Что сделать: ", help, "</p>");
    }
    if let Some(ShownCode { id, address }) = &problem.code {
        match explained {
            Explained::OnThisSite => {
                push("<p><a href=\"/", address, "\">");
                push("Подробно о коде ", id, "</a></p>");
            }
            Explained::Elsewhere => push("<p>Подробно: <code>portal explain ", id, "</code></p>"),
        }
    }
    push("", "", "</li>");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
