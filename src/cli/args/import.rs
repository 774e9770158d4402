//! `portal import` on the command line.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::cli::args::value::day;

/// Shown below the help.
pub const EXAMPLES: &str = "Примеры:\n  portal import prikaz.docx --dry-run\n  portal import prikaz.docx \"Братский район\"\n  portal import plan.xlsx 38-irkutskaya/bratskiy --period 2026\n  portal import - \"Братский район\" < vstavka.txt\n\nФайлы: .docx, .xlsx, .xls, .ods, .odt, веб-страница, текст с табуляциями или точками с запятой. Слова переносятся без изменений;\nстатусы, люди и школы не придумываются. Места, где программа сомневается, помечены в файлах словом «проверьте», пропущенное перечислено\nв отчёте и в конце файла плана. Если район не указан, он определяется по словам документа. Файлы, которые уже есть, без --replace не меняются.\nС --dry-run файлы печатаются на экран, а отчёт — в поток ошибок; без него отчёт печатается на экран.";

/// `portal import`.
#[derive(Args)]
pub struct ImportOptions {
    /// Файл с приказом или планом; - — из стандартного ввода (вставка)
    #[arg(value_name = "ФАЙЛ")]
    pub file: PathBuf,
    /// Район или регион: адрес или название; без него — по словам документа
    #[arg(value_name = "РАЙОН")]
    pub place: Option<String>,
    /// То же, что РАЙОН
    #[arg(long, value_name = "РАЙОН", conflicts_with = "place")]
    pub to: Option<String>,
    /// Только показать файлы и отчёт, ничего не записывать
    #[arg(long)]
    pub dry_run: bool,
    /// Обновить план, сохранив id, статусы и подтверждения, и перезаписать приказ, паспорт и рабочую группу
    #[arg(long)]
    pub replace: bool,
    /// Период плана, если в документе он не назван: 2026, 2025-2026 (учебный год)
    #[arg(long, visible_alias = "year", value_name = "ГОД", value_parser = period)]
    pub period: Option<String>,
    /// Название плана, если в документе его нет
    #[arg(long, value_name = "НАЗВАНИЕ")]
    pub title: Option<String>,
    /// Папка с содержимым (обычно content)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "content",
        hide_default_value = true
    )]
    pub content: PathBuf,
    /// День, на который проверить содержимое: ГГГГ-ММ-ДД; без него — сегодня
    #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
    pub date: Option<Date>,
}

fn period(text: &str) -> Result<String, String> {
    let text = text.trim().replace('–', "-");
    match crate::desk::new::is_period(&text) {
        true => Ok(text),
        false => Err(
            "период пишут так: 2026, 2025-2026 (учебный год) или 2025-09-01/2027-08-31".to_owned(),
        ),
    }
}
