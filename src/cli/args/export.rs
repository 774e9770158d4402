//! `portal export` on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::args::value::TEMPLATE;

/// Shown below the help.
pub const EXAMPLES: &str = "Примеры:\n  portal export plan \"Жигаловский район\" 2023\n  portal export plan 38-irkutskaya/zhigalovskiy 2023 --docx план.docx\n\nСправка: portal export plan --help";

const PLAN_EXAMPLES: &str = "Примеры:\n  portal export plan \"Жигаловский район\" 2023\n  portal export plan 70-tomskaya/pervomayskiy 2022-2023 --docx план.docx\n  portal export plan 04-altay 2023 --docx - > план.docx\n\nВ документе то, что утверждают: гриф, название, текст перед таблицей и таблица слово в слово. Статусы, пересказ простыми словами и\nпримечания портала в него не входят. Документ можно править в Word и вернуть в портал: он прочитается тем же планом.";

/// `portal export`.
#[derive(Args)]
pub struct ExportOptions {
    /// Папка с содержимым (обычно content)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "content",
        hide_default_value = true,
        global = true
    )]
    pub content: PathBuf,
    /// Что выгрузить
    #[command(subcommand)]
    pub what: ExportCommand,
}

/// What is to be given out.
#[derive(Clone, Subcommand)]
pub enum ExportCommand {
    /// План документом Word
    #[command(
        about = "План документом Word (.docx) — на утверждение или на печать",
        override_usage = "portal export plan РАЙОН ГОД [--docx ФАЙЛ] [--replace]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = PLAN_EXAMPLES
    )]
    Plan {
        /// Район или регион: адрес или название
        #[arg(value_name = "РАЙОН")]
        place: String,
        /// Год плана (2023) или его имя (2022-2023)
        #[arg(value_name = "ГОД")]
        year: String,
        /// Файл или папка для документа; «-» — на стандартный вывод; без параметра — plan-РАЙОН-ГОД.docx в этой папке
        #[arg(long, value_name = "ФАЙЛ")]
        docx: Option<PathBuf>,
        /// Заменить файл, если он уже есть
        #[arg(long)]
        replace: bool,
    },
}
