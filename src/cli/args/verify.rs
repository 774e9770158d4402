//! `portal verify` and `portal snapshot`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::value::day;
use super::{WithAdmin, base_url};

pub const VERIFY_EXAMPLES: &str = "Примеры:
  portal verify https://example.ru/portal/
  portal verify public --receipt
  git checkout 1a2b3c && portal verify https://example.ru/portal/

Команда собирает содержимое заново — на тот же день и для того же адреса, какие названы в manifest.json сайта, — и
сравнивает все файлы. Код выхода: 0 — сайт совпал, 1 — отличается, 2 — сравнить не удалось.";

pub const SNAPSHOT_EXAMPLES: &str = "Примеры:
  portal snapshot
  portal snapshot --site public --out portal-2026-11-22.zip

Один и тот же сайт даёт один и тот же архив, до последнего байта. Проверить файлы распакованного архива: sha256sum --check
SHA256SUMS";

/// `portal verify`.
#[derive(Args)]
pub struct VerifyOptions {
    /// Папка готового сайта или его адрес
    #[arg(value_name = "САЙТ")]
    pub site: String,
    /// Не собирать заново: сравнить файлы с квитанцией самого сайта (manifest.json и manifest-files.txt)
    #[arg(long)]
    pub receipt: bool,
    /// Папка с содержимым (обычно content)
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
    /// День, на который собран сайт: ГГГГ-ММ-ДД; без него — день из manifest.json сайта
    #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
    pub date: Option<Date>,
    /// Адрес, для которого собран сайт; без него — адрес из manifest.json сайта
    #[arg(long, value_name = "АДРЕС", value_parser = base_url)]
    pub base_url: Option<String>,
    #[command(flatten)]
    pub with_admin: WithAdmin,
}

/// `portal snapshot`.
#[derive(Args)]
pub struct SnapshotOptions {
    /// Папка готового сайта (обычно public)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "public",
        hide_default_value = true
    )]
    pub site: PathBuf,
    /// Файл архива; без него — portal-ГГГГ-ММ-ДД.zip по дню сайта
    #[arg(long, value_name = "ФАЙЛ")]
    pub out: Option<PathBuf>,
    /// Заменить архив, если он уже есть
    #[arg(long)]
    pub replace: bool,
}
