//! `portal join`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::base_url;
use super::value::day;

pub const EXAMPLES: &str = "Примеры:
  portal join sites/38-irkutskaya sites/70-tomskaya --out public --copy
  portal join sites/* --out public --strict --base-url https://example.ru/

Без --copy страницы регионов остаются на своих адресах (например, в хранилищах с именами регионов), а в ПАПКУ
ложится всё остальное: общие страницы, практики, поиск.";

/// `portal join`.
#[derive(Args)]
pub struct JoinOptions {
    /// Папка готового сайта региона или его manifest.json; можно несколько
    #[arg(value_name = "САЙТ", required = true, num_args = 1..)]
    pub sites: Vec<PathBuf>,
    /// Папка для общего портала
    #[arg(long, value_name = "ПАПКА")]
    pub out: PathBuf,
    /// Папка с общими файлами: настройки, словарь, вопросы, страницы (обычно content); папки регионов в ней не читаются
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "content",
        hide_default_value = true
    )]
    pub content: PathBuf,
    /// Папка темы; её файлы заменяют одноимённые файлы встроенной темы
    #[arg(long, value_name = "ПАПКА")]
    pub theme: Option<PathBuf>,
    /// День общих страниц: ГГГГ-ММ-ДД; без него — последний из дней, на которые собраны сайты
    #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
    pub date: Option<Date>,
    /// Адрес корня, по которому портал откроют: https://example.ru/portal/
    #[arg(long, value_name = "АДРЕС", value_parser = base_url)]
    pub base_url: Option<String>,
    /// Положить в ПАПКУ и страницы регионов
    #[arg(long)]
    pub copy: bool,
    /// Ничего не записывать и вернуть код 1, если сайты разошлись: другая программа, изменённый или потерянный файл
    #[arg(long)]
    pub strict: bool,
    /// Не рисовать картинки, которые другие сайты показывают рядом со ссылкой
    #[arg(long)]
    pub no_cards: bool,
}
