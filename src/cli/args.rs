//! What was typed: commands and their options, with Russian help and Russian words about mistakes.

mod export;
mod ids;
mod import;
mod join;
mod new;
mod status;
mod value;
mod verify;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::build::admin;
use crate::build::part::{Scope, TerritoryPath};
use crate::cli::exit::{ENVIRONMENT, FINE};
pub use export::{ExportCommand, ExportOptions};
pub use ids::{IdsCommand, IdsOptions};
pub use import::ImportOptions;
pub use join::JoinOptions;
pub use new::{NewCommand, NewOptions};
pub use status::StatusOptions;
use value::{TEMPLATE, day};
pub use verify::{SnapshotOptions, VerifyOptions};

#[derive(Parser)]
#[command(
    name = "portal",
    version,
    about = "Портал поддержки школ: собирает сайт из планов, приказов и новостей.",
    override_usage = "portal КОМАНДА [ПАРАМЕТРЫ]",
    subcommand_help_heading = "Команды",
    subcommand_value_name = "КОМАНДА",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    help_template = TEMPLATE,
    next_help_heading = "Параметры",
    after_help = "Справка о команде: portal КОМАНДА --help\nКод выхода: 0 — всё хорошо, 1 — ошибки в содержимом, 2 — ошибка запуска или диска."
)]
struct Line {
    /// Показать эту справку
    #[arg(long, short, action = ArgAction::Help, global = true)]
    help: Option<bool>,
    /// Показать версию
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

/// A command with its options.
#[derive(Subcommand)]
pub enum Command {
    /// Собрать сайт в папку
    #[command(
        about = "Собрать сайт в папку",
        override_usage = "portal build [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры"
    )]
    Build(BuildOptions),
    /// Проверить содержимое, ничего не создавая
    #[command(
        about = "Проверить содержимое, ничего не создавая",
        override_usage = "portal check [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры"
    )]
    Check(CheckOptions),
    /// Объяснить код ошибки или предупреждения
    #[command(
        about = "Объяснить код ошибки или предупреждения, с примером",
        override_usage = "portal explain [КОД …]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры"
    )]
    Explain(ExplainOptions),
    /// Показать сайт на этом компьютере и обновлять его при каждой правке
    #[command(
        about = "Показать сайт на этом компьютере и обновлять его при каждой правке",
        override_usage = "portal serve [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры"
    )]
    Serve(ServeOptions),
    /// Собрать редактор, который работает в браузере
    #[command(
        about = "Собрать редактор, который работает в браузере (Sveltia CMS)",
        override_usage = "portal admin --out ПАПКА [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры"
    )]
    Admin(AdminOptions),
    /// Записать подсказки о полях для VS Code и других программ
    #[command(
        about = "Записать подсказки о полях файлов (JSON Schema) для VS Code и других программ",
        override_usage = "portal schema [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры"
    )]
    Schema(SchemaOptions),
    /// Искать, как ищет страница поиска
    #[command(
        about = "Искать, как ищет страница поиска сайта",
        override_usage = "portal search ЗАПРОС [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры"
    )]
    Search(SearchOptions),
    /// Создать файл по образцу
    #[command(
        about = "Создать файл по образцу: район, план, новость, практику, школу, документ",
        override_usage = "portal new ЧТО …",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        subcommand_help_heading = "Что создать",
        subcommand_value_name = "ЧТО",
        arg_required_else_help = true,
        disable_help_subcommand = true,
        after_help = new::EXAMPLES
    )]
    New(NewOptions),
    /// Выгрузить статусы мероприятий таблицей и принять её обратно
    #[command(
        about = "Выгрузить статусы всех мероприятий таблицей (CSV) и принять её обратно",
        override_usage = "portal status [--out ФАЙЛ] [УСЛОВИЯ]\n               portal status --apply ФАЙЛ [--dry-run] [УСЛОВИЯ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        after_help = status::EXAMPLES
    )]
    Status(StatusOptions),
    /// Перенести план и приказ из Word, Excel или веб-страницы
    #[command(
        about = "Перенести план и приказ из файла Word, Excel или веб-страницы в папку содержимого",
        override_usage = "portal import ФАЙЛ [РАЙОН] [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = import::EXAMPLES
    )]
    Import(ImportOptions),
    /// Отдать план документом Word
    #[command(
        about = "Отдать план документом Word (.docx) — на утверждение или на печать",
        override_usage = "portal export plan РАЙОН ГОД [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        subcommand_help_heading = "Что выгрузить",
        subcommand_value_name = "ЧТО",
        arg_required_else_help = true,
        disable_help_subcommand = true,
        after_help = export::EXAMPLES
    )]
    Export(ExportOptions),
    /// Соединить сайты регионов в общий портал
    #[command(
        about = "Соединить готовые сайты регионов в общий портал, не собирая их заново",
        override_usage = "portal join САЙТ … --out ПАПКА [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        arg_required_else_help = true,
        after_help = join::EXAMPLES
    )]
    Join(JoinOptions),
    /// Сказать, что стало с опубликованными адресами
    #[command(
        about = "Сказать, что стало с опубликованными адресами: переехало, снято",
        override_usage = "portal ids [КОМАНДА] [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        subcommand_help_heading = "Команды",
        subcommand_value_name = "КОМАНДА",
        disable_help_subcommand = true,
        after_help = ids::EXAMPLES
    )]
    Ids(IdsOptions),
    /// Сравнить опубликованный сайт с содержимым
    #[command(
        about = "Сравнить опубликованный сайт с содержимым, из которого он собран",
        override_usage = "portal verify ПАПКА|АДРЕС [ПАРАМЕТРЫ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        after_help = verify::VERIFY_EXAMPLES
    )]
    Verify(VerifyOptions),
    /// Сохранить готовый сайт архивом с датой
    #[command(
        about = "Сохранить готовый сайт архивом с датой (ZIP) и отпечатками всех файлов",
        override_usage = "portal snapshot [--site ПАПКА] [--out ФАЙЛ]",
        help_template = TEMPLATE,
        next_help_heading = "Параметры",
        after_help = verify::SNAPSHOT_EXAMPLES
    )]
    Snapshot(SnapshotOptions),
}

/// Where content and theme lie, and which day it is.
#[derive(Debug, Clone, Args)]
pub struct Input {
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
    /// День, на который собрать сайт: ГГГГ-ММ-ДД; без него — сегодня по московскому времени
    #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
    pub date: Option<Date>,
}

/// `portal build`.
#[derive(Debug, Clone, Args)]
pub struct BuildOptions {
    #[command(flatten)]
    pub input: Input,
    /// Папка для сайта (обычно public)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "public",
        hide_default_value = true
    )]
    pub out: PathBuf,
    /// Адрес, по которому сайт откроют: https://example.ru/portal/
    #[arg(long, value_name = "АДРЕС", value_parser = base_url)]
    pub base_url: Option<String>,
    /// Не рисовать картинки, которые другие сайты показывают рядом со ссылкой
    #[arg(long)]
    pub no_cards: bool,
    /// Не читать историю правок из git: без неё на страницах «Что изменилось» пусто
    #[arg(long)]
    pub no_history: bool,
    /// Состояние содержимого, из которого собирают, для квитанции: хеш коммита; без него — из git, а с --no-history — никакого
    #[arg(long, value_name = "ХЕШ", value_parser = commit)]
    pub commit: Option<String>,
    /// Охват сайта: municipality — муниципалитет, region — регион, hub — страна; без него — как в portal.toml или по содержимому
    #[arg(long, value_name = "ОХВАТ", value_parser = scope)]
    pub scope: Option<Scope>,
    /// Собрать только этот регион или район из содержимого всей страны, по тем же адресам; можно несколько раз
    #[arg(long, value_name = "РЕГИОН[/РАЙОН]", value_parser = territory)]
    pub only: Vec<TerritoryPath>,
    /// Не делать части сайта, через запятую: search, data, calendars, feeds, cards, history. Только для замеров и проб: ссылки на эти части останутся
    #[arg(
        long,
        value_name = "ЧАСТИ",
        value_enum,
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub without: Vec<LeftOut>,
    /// Не дописывать новые адреса в ids.lock: если их там нет, сайт не собирается. Для сборок, которые не могут сохранить файл
    #[arg(long)]
    pub locked: bool,
    /// Пробная сборка: ids.lock читается, но новые адреса в него не пишутся
    #[arg(long, conflicts_with = "locked")]
    pub no_lock: bool,
    /// Показать, сколько времени занял каждый этап
    #[arg(long)]
    pub timings: bool,
    /// Папка, где помнится прошлая сборка (обычно .portal-memo рядом с папкой сайта)
    #[arg(long, value_name = "ПАПКА")]
    pub memo: Option<PathBuf>,
    /// Собрать всё заново и ничего не запоминать
    #[arg(long, conflicts_with = "memo")]
    pub no_memo: bool,
    /// Менять файлы на месте, а не папку целиком: когда папку сайта держит открытой другая программа (контейнер, сервер)
    #[arg(long)]
    pub in_place: bool,
    #[command(flatten)]
    pub with_admin: WithAdmin,
}

/// A part of the site that a build may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LeftOut {
    /// The search index.
    Search,
    /// Open data.
    Data,
    /// Calendars.
    Calendars,
    /// Feeds.
    Feeds,
    /// Pictures for other sites.
    Cards,
    /// What changed in the content.
    History,
}

impl LeftOut {
    /// Its word on the command line and in the manifest of a site.
    pub fn name(self) -> &'static str {
        match self {
            LeftOut::Search => "search",
            LeftOut::Data => "data",
            LeftOut::Calendars => "calendars",
            LeftOut::Feeds => "feeds",
            LeftOut::Cards => "cards",
            LeftOut::History => "history",
        }
    }
}

/// `portal check`.
#[derive(Args)]
pub struct CheckOptions {
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
    /// День, на который проверить (устаревшие новости и страницы): ГГГГ-ММ-ДД; без него — сегодня
    #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
    pub date: Option<Date>,
    /// Вид отчёта: text — для людей, github — пометки на строках, json — для программ
    #[arg(long, value_name = "ВИД", value_enum, default_value_t = Format::Text, hide_default_value = true, hide_possible_values = true)]
    pub format: Format,
    /// Считать предупреждения ошибками: код выхода 1
    #[arg(long)]
    pub strict: bool,
    /// Исправить то, что можно исправить без вопросов: кодировку, кавычки из Word, невидимые знаки, вид дат
    #[arg(long)]
    pub fix: bool,
    /// Вместе с --fix: только показать исправления, файлы не менять
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
}

/// `portal explain`.
#[derive(Args)]
pub struct ExplainOptions {
    /// Код из сообщения: П102; можно несколько, можно P102 или 102; без кода — список всех
    #[arg(value_name = "КОД", num_args = 0..)]
    pub codes: Vec<String>,
}

/// How problems are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// Annotations of GitHub Actions.
    Github,
    /// For programs.
    Json,
}

/// `portal serve`.
#[derive(Args)]
pub struct ServeOptions {
    #[command(flatten)]
    pub input: Input,
    /// Порт; без него — 8080 или следующий свободный
    #[arg(long, value_name = "ПОРТ")]
    pub port: Option<u16>,
    /// Открыть сайт в браузере
    #[arg(long)]
    pub open: bool,
    /// Не читать историю правок из git: без неё на страницах «Что изменилось» пусто
    #[arg(long)]
    pub no_history: bool,
    #[command(flatten)]
    pub with_admin: WithAdmin,
    /// Редактор только для этого региона или района; можно несколько раз
    #[arg(long, value_name = "РЕГИОН[/РАЙОН]", value_parser = territory, requires = "admin")]
    pub only: Vec<TerritoryPath>,
}

/// `portal admin`.
#[derive(Args)]
pub struct AdminOptions {
    /// Папка с содержимым (обычно content)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "content",
        hide_default_value = true
    )]
    pub content: PathBuf,
    /// Папка для редактора; на сайте она должна называться admin
    #[arg(long, value_name = "ПАПКА")]
    pub out: PathBuf,
    /// Папка, куда поставлен пакет @sveltia/cms (обычно .cms)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = ".cms",
        hide_default_value = true
    )]
    pub cms: PathBuf,
    /// Только этот регион или район: 38-irkutskaya или 38-irkutskaya/zhigalovskiy; можно несколько раз
    #[arg(long, value_name = "РЕГИОН[/РАЙОН]", value_parser = territory)]
    pub only: Vec<TerritoryPath>,
}

/// Whether the site has the editor.
#[derive(Debug, Clone, Args)]
pub struct WithAdmin {
    /// Добавить на сайт редактор /admin/: папка, куда поставлен пакет @sveltia/cms (обычно .cms)
    #[arg(long, value_name = "ПАПКА")]
    pub admin: Option<PathBuf>,
}

/// `portal schema`.
#[derive(Args)]
pub struct SchemaOptions {
    /// Папка для подсказок (обычно content/.schema)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "content/.schema",
        hide_default_value = true
    )]
    pub out: PathBuf,
}

/// `portal search`.
#[derive(Args)]
pub struct SearchOptions {
    /// Что искать; без слов — всё, что подходит под условия
    #[arg(value_name = "ЗАПРОС", num_args = 0..)]
    pub words: Vec<String>,
    /// Папка с содержимым (обычно content)
    #[arg(
        long,
        value_name = "ПАПКА",
        default_value = "content",
        hide_default_value = true
    )]
    pub content: PathBuf,
    /// День, от которого считать «в этом месяце»: ГГГГ-ММ-ДД; без него — сегодня
    #[arg(long, value_name = "ДЕНЬ", value_parser = day)]
    pub date: Option<Date>,
    /// Сколько ответов показать
    #[arg(
        long,
        value_name = "ЧИСЛО",
        default_value_t = 10,
        hide_default_value = true
    )]
    pub limit: usize,
    /// Вид ответа: text — для людей, json — для программ
    #[arg(long, value_name = "ВИД", value_enum, default_value_t = AnswerFormat::Text, hide_default_value = true, hide_possible_values = true)]
    pub format: AnswerFormat,
    /// Показать, из чего сложилась оценка каждого ответа
    #[arg(long)]
    pub explain: bool,
    /// Искать слова точно как набраны: без исправлений и смены раскладки
    #[arg(long)]
    pub literal: bool,
    #[command(flatten)]
    pub choices: Choices,
}

/// What the answers of `portal search` are chosen by; the names are those of the page's address.
#[derive(Args)]
pub struct Choices {
    /// Регион: код или название
    #[arg(long, value_name = "РЕГИОН")]
    pub region: Vec<String>,
    /// Район: адрес (38-irkutskaya/zhigalovskiy) или название
    #[arg(long, visible_alias = "municipality", value_name = "РАЙОН")]
    pub rayon: Vec<String>,
    /// Год
    #[arg(long, visible_alias = "year", value_name = "ГОД")]
    pub god: Vec<String>,
    /// Месяц: номер или название
    #[arg(long, visible_alias = "month", value_name = "МЕСЯЦ")]
    pub mesyats: Vec<String>,
    /// Раздел плана
    #[arg(long, visible_alias = "section", value_name = "РАЗДЕЛ")]
    pub razdel: Vec<String>,
    /// Состояние мероприятия
    #[arg(long, value_name = "СОСТОЯНИЕ")]
    pub status: Vec<String>,
    /// Кто отвечает: роль
    #[arg(long, visible_alias = "role", value_name = "РОЛЬ")]
    pub kto: Vec<String>,
    /// Школа
    #[arg(long, visible_alias = "school", value_name = "ШКОЛА")]
    pub shkola: Vec<String>,
    /// Вид: event, plan, school, question …
    #[arg(long, visible_alias = "kind", value_name = "ВИД")]
    pub vid: Vec<String>,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

fn territory(text: &str) -> Result<TerritoryPath, String> {
    admin::territory(text)
        .ok_or_else(|| "пишут так: 38-irkutskaya или 38-irkutskaya/zhigalovskiy".to_owned())
}

fn scope(text: &str) -> Result<Scope, String> {
    Scope::parse(text).ok_or_else(|| "охват — одно из слов: municipality, region, hub".to_owned())
}

fn commit(text: &str) -> Result<String, String> {
    let plain = (7..=64).contains(&text.len()) && text.chars().all(|c| c.is_ascii_hexdigit());
    match plain {
        true => Ok(text.to_ascii_lowercase()),
        false => Err(
            "хеш коммита — от 7 до 64 цифр и букв a–f: его печатает git rev-parse HEAD".to_owned(),
        ),
    }
}

fn base_url(text: &str) -> Result<String, String> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let plain = |host: &str| {
        !host.is_empty() && !host.starts_with('/') && !host.contains(['?', '#', ' ', '"', '<', '>'])
    };
    if !host.is_some_and(plain) {
        return Err("адрес пишут целиком: https://example.ru/portal/".to_owned());
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

/// Why no command is run: help was asked for, or something was typed wrongly.
pub struct Stop(clap::Error);

/// Reads the arguments.
///
/// # Errors
/// When help or the version is asked for, or the arguments are wrong.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, Stop> {
    Line::try_parse_from(arguments)
        .map(|line| line.command)
        .map_err(Stop)
}

impl Stop {
    /// Says why, and gives the exit code.
    pub fn print(&self) -> u8 {
        match self.0.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                // A closed pipe is no reason to complain.
                let _ = self.0.print();
                FINE
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                let _ = self.0.print();
                ENVIRONMENT
            }
            _ => {
                eprintln!("ошибка: {}", self.words());
                match self.usage() {
                    Some(usage) => eprintln!("Как запускать: {usage}"),
                    None => eprintln!("Справка: portal --help"),
                }
                ENVIRONMENT
            }
        }
    }

    /// How the command is started, when something it cannot do without is missing.
    fn usage(&self) -> Option<String> {
        let missing = self.0.kind() == ErrorKind::MissingRequiredArgument;
        match self.0.get(ContextKind::Usage).filter(|_| missing)? {
            ContextValue::StyledStr(usage) => {
                let usage = usage.to_string();
                Some(usage.trim_start_matches("Usage: ").trim().to_owned())
            }
            _ => None,
        }
    }

    fn words(&self) -> String {
        let error = &self.0;
        let said = |kind: ContextKind| match error.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(texts)) => texts.join(", "),
            _ => String::new(),
        };
        let argument = said(ContextKind::InvalidArg);
        let value = said(ContextKind::InvalidValue);
        let meant = [
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedValue,
        ]
        .into_iter()
        .map(said)
        .find(|text| !text.is_empty());
        let what = match error.kind() {
            ErrorKind::InvalidSubcommand => {
                format!("нет команды «{}»", said(ContextKind::InvalidSubcommand))
            }
            ErrorKind::MissingSubcommand => "не указана команда".to_owned(),
            ErrorKind::UnknownArgument => format!("нет параметра «{argument}»"),
            ErrorKind::InvalidValue if value.is_empty() => {
                format!("у параметра {argument} нет значения")
            }
            ErrorKind::InvalidValue => {
                format!(
                    "у параметра {argument} не может быть значения «{value}»; можно: {}",
                    said(ContextKind::ValidValue)
                )
            }
            ErrorKind::ValueValidation => {
                let why = std::error::Error::source(error)
                    .map_or_else(|| "значение не понято".to_owned(), numbers_in_russian);
                format!("параметр {argument}, значение «{value}»: {why}")
            }
            ErrorKind::ArgumentConflict => match said(ContextKind::PriorArg) {
                other if other.is_empty() || other == argument => {
                    format!("параметр {argument} указан дважды")
                }
                other => format!("параметры {argument} и {other} вместе не указывают"),
            },
            ErrorKind::MissingRequiredArgument => format!("не указан параметр {argument}"),
            _ => "командная строка не понята".to_owned(),
        };
        match meant {
            Some(meant) => format!("{what}; возможно, вы имели в виду «{meant}»"),
            None => what,
        }
    }
}

/// The parser of whole numbers speaks English; the only such option is the port.
fn numbers_in_russian(error: &(dyn std::error::Error + 'static)) -> String {
    let text = error.to_string();
    if text.is_ascii() {
        "нужно целое число от 0 до 65535".to_owned()
    } else {
        text
    }
}
