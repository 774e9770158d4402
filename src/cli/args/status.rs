//! `portal status` on the command line.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::cli::args::value::day;

/// Shown below the help.
pub const EXAMPLES: &str = "Примеры:\n  portal status --out status.csv --rayon \"Жигаловский район\" --year 2023\n  portal status --apply status.csv --dry-run\n  portal status --apply status.csv\n\nТаблица открывается в Excel. Меняются только статус, его дата, что сделано, новый срок, подтверждения и примечание; ячейки\nс ошибками программа покажет и не запишет ничего, пока они не исправлены.";

/// `portal status`.
#[derive(Args)]
pub struct StatusOptions {
    /// Папка с содержимым (обычно content)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "content",
        hide_default_value = true
    )]
    pub content: PathBuf,
    /// Записать таблицу в файл, а не на экран
    #[arg(long, value_name = "ФАЙЛ")]
    pub out: Option<PathBuf>,
    /// Принять таблицу: внести её статусы в файлы планов
    #[arg(long, value_name = "ФАЙЛ", conflicts_with = "out")]
    pub apply: Option<PathBuf>,
    /// Только показать, что изменится в файлах
    #[arg(long, requires = "apply")]
    pub dry_run: bool,
    /// Только этот район или регион: адрес (38-irkutskaya/zhigalovskiy) или название
    #[arg(long, visible_alias = "municipality", value_name = "РАЙОН")]
    pub rayon: Vec<String>,
    /// Только план с этим именем файла: 2023
    #[arg(long, value_name = "ПЛАН")]
    pub plan: Vec<String>,
    /// Только планы, в которые входит этот год
    #[arg(long, visible_alias = "god", value_name = "ГОД", value_parser = year)]
    pub year: Vec<i16>,
    /// День, на который проверить содержимое: ГГГГ-ММ-ДД; без него — сегодня
    #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
    pub date: Option<Date>,
}

fn year(text: &str) -> Result<i16, String> {
    text.parse()
        .ok()
        .filter(|year| (1990..=2100).contains(year))
        .ok_or_else(|| "год пишут так: 2023".to_owned())
}
