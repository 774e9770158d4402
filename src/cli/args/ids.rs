//! `portal ids` on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::cli::args::value::{TEMPLATE, day};

/// Shown below the help.
pub const EXAMPLES: &str = "Примеры:
  portal ids
  portal ids moved 38-irkutskaya/zhigalovskiy/plan/2023/ 38-irkutskaya/zhigalovskiy/plan/2022-2023/
  portal ids removed 38-irkutskaya/zhigalovskiy/novosti/2026-01-10-sobranie/ --reason \"Новость повторяла другую\"

Адреса пишут как в строке браузера, можно целиком. Записи попадают в файл ids.toml папки содержимого.
Без команды — показать, какие опубликованные адреса пропали.";

/// `portal ids`.
#[derive(Args)]
pub struct IdsOptions {
    /// Папка с содержимым (обычно content)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "content",
        hide_default_value = true,
        global = true
    )]
    pub content: PathBuf,
    /// Что сказать
    #[command(subcommand)]
    pub what: Option<IdsCommand>,
}

/// What is said of addresses.
#[derive(Clone, Subcommand)]
pub enum IdsCommand {
    /// Переехало на другой адрес
    #[command(
        about = "Переехало: по старому адресу останется страница со ссылкой на новый",
        override_usage = "portal ids moved СТАРЫЙ_АДРЕС НОВЫЙ_АДРЕС",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true
    )]
    Moved {
        /// Адрес, по которому это было
        #[arg(value_name = "СТАРЫЙ_АДРЕС")]
        from: String,
        /// Адрес, по которому это теперь
        #[arg(value_name = "НОВЫЙ_АДРЕС")]
        to: String,
    },
    /// Снято с публикации
    #[command(
        about = "Снято: по адресу останется страница о том, что здесь было и почему снято",
        override_usage = "portal ids removed АДРЕС … --reason ПРИЧИНА [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true
    )]
    Removed {
        /// Адрес; можно несколько
        #[arg(value_name = "АДРЕС", required = true, num_args = 1..)]
        addresses: Vec<String>,
        /// Почему снято: эти слова увидит читатель
        #[arg(long, value_name = "ПРИЧИНА")]
        reason: String,
        /// Адрес страницы, где смотреть теперь
        #[arg(long, value_name = "АДРЕС")]
        see: Option<String>,
        /// Когда снято: ГГГГ-ММ-ДД; без него — сегодня
        #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
        date: Option<Date>,
    },
    /// По адресу теперь другое, и так задумано
    #[command(
        about = "По адресу теперь другое, и так задумано",
        override_usage = "portal ids reused АДРЕС … --reason ПРИЧИНА",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true
    )]
    Reused {
        /// Адрес; можно несколько
        #[arg(value_name = "АДРЕС", required = true, num_args = 1..)]
        addresses: Vec<String>,
        /// Почему так
        #[arg(long, value_name = "ПРИЧИНА")]
        reason: String,
    },
}
