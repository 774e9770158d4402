//! `portal new` on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::cli::args::value::{TEMPLATE, day};

/// Shown below the help.
pub const EXAMPLES: &str = "Примеры:\n  portal new municipality 38-irkutskaya/bratskiy --name \"Братский район\"\n  portal new plan \"Братский район\" 2026\n  portal new news \"Братский район\" \"Прошло собрание\"\n\nНичего не перезаписывается. Что дальше: откройте созданный файл, впишите значения между кавычками, запустите portal check.\nСправка о каждом: portal new ЧТО --help";

/// `portal new`.
#[derive(Args)]
pub struct NewOptions {
    /// Папка с содержимым (обычно content)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "content",
        hide_default_value = true,
        global = true
    )]
    pub content: PathBuf,
    /// Что создать
    #[command(subcommand)]
    pub what: NewCommand,
}

/// What is to be made.
#[derive(Clone, Subcommand)]
pub enum NewCommand {
    /// Регион
    #[command(
        about = "Регион: папка и region.toml",
        override_usage = "portal new region АДРЕС [--name НАЗВАНИЕ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = "Пример:\n  portal new region 38-irkutskaya --name \"Иркутская область\""
    )]
    Region {
        /// Адрес: номер субъекта и короткое имя латинскими буквами
        #[arg(value_name = "АДРЕС")]
        address: String,
        /// Название
        #[arg(long, value_name = "НАЗВАНИЕ")]
        name: Option<String>,
    },
    /// Район, округ или город
    #[command(
        about = "Муниципалитет: папка и municipality.toml (и region.toml, если регион новый)",
        override_usage = "portal new municipality АДРЕС [--name НАЗВАНИЕ] [--region-name НАЗВАНИЕ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = "Пример:\n  portal new municipality 38-irkutskaya/bratskiy --name \"Братский район\""
    )]
    Municipality {
        /// Адрес: регион и район через косую черту, латинскими буквами
        #[arg(value_name = "АДРЕС")]
        address: String,
        /// Название
        #[arg(long, value_name = "НАЗВАНИЕ")]
        name: Option<String>,
        /// Название региона, если его ещё нет
        #[arg(long, value_name = "НАЗВАНИЕ")]
        region_name: Option<String>,
    },
    /// План на год
    #[command(
        about = "План на год — пустой или по образцу прошлогоднего",
        override_usage = "portal new plan РАЙОН ГОД [--from ГОД]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = "Примеры:\n  portal new plan \"Жигаловский район\" 2026\n  portal new plan 38-irkutskaya/zhigalovskiy 2022-2023\n  portal new plan 38-irkutskaya/zhigalovskiy 2024 --from 2023\n\n--from берёт из прошлого плана разделы и слова мероприятий для сверки с новым приказом; статусы, подтверждения, примечания и сроки\nс годом не переносятся, и пока не заполнены пропуски, сайт с таким планом не соберётся."
    )]
    Plan {
        /// Район или регион: адрес или название
        #[arg(value_name = "РАЙОН")]
        place: String,
        /// Год (2026) или учебный год (2025-2026)
        #[arg(value_name = "ГОД")]
        year: String,
        /// Прошлый план того же района, с которого начать
        #[arg(long, value_name = "ГОД")]
        from: Option<String>,
    },
    /// Новость
    #[command(
        about = "Новость",
        override_usage = "portal new news РАЙОН ЗАГОЛОВОК [--date ДЕНЬ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = "Пример:\n  portal new news \"Жигаловский район\" \"Прошло собрание\" --date 2026-11-22"
    )]
    News {
        /// Район или регион: адрес или название
        #[arg(value_name = "РАЙОН")]
        place: String,
        /// Заголовок
        #[arg(value_name = "ЗАГОЛОВОК")]
        title: String,
        /// День новости: ГГГГ-ММ-ДД; без него — сегодня
        #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
        date: Option<Date>,
        /// Адрес новости после даты, если из заголовка он не получается
        #[arg(long, value_name = "ИМЯ")]
        id: Option<String>,
    },
    /// Практика
    #[command(
        about = "Практика — карточка того, что помогло",
        override_usage = "portal new practice РАЙОН НАЗВАНИЕ",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = "Пример:\n  portal new practice \"Жигаловский район\" \"Наставничество в школах\""
    )]
    Practice {
        /// Район или регион: адрес или название
        #[arg(value_name = "РАЙОН")]
        place: String,
        /// Название
        #[arg(value_name = "НАЗВАНИЕ")]
        title: String,
        /// Адрес практики, если из названия он не получается
        #[arg(long, value_name = "ИМЯ")]
        id: Option<String>,
    },
    /// Школа
    #[command(
        about = "Школа — запись в schools.toml",
        override_usage = "portal new school РАЙОН НАЗВАНИЕ",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = "Пример:\n  portal new school \"Жигаловский район\" \"МБОУ СОШ №1\""
    )]
    School {
        /// Район или регион: адрес или название
        #[arg(value_name = "РАЙОН")]
        place: String,
        /// Название
        #[arg(value_name = "НАЗВАНИЕ")]
        name: String,
        /// Адрес школы, если из названия он не получается
        #[arg(long, value_name = "ИМЯ")]
        id: Option<String>,
    },
    /// Документ
    #[command(
        about = "Документ — приказ, распоряжение, письмо",
        override_usage = "portal new document РАЙОН --number НОМЕР [--on ДЕНЬ] [--title НАЗВАНИЕ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = "Пример:\n  portal new document \"Жигаловский район\" --number \"114-од\" --on 2026-03-30"
    )]
    Document {
        /// Район или регион: адрес или название
        #[arg(value_name = "РАЙОН")]
        place: String,
        /// Номер, как напечатан
        #[arg(long, value_name = "НОМЕР")]
        number: Option<String>,
        /// День документа: ГГГГ-ММ-ДД
        #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
        on: Option<Date>,
        /// Название, как напечатано
        #[arg(long, value_name = "НАЗВАНИЕ")]
        title: Option<String>,
        /// Адрес документа, если из номера он не получается
        #[arg(long, value_name = "ИМЯ")]
        id: Option<String>,
    },
}
