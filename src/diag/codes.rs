//! The kinds of problems the program knows, each with a stable code. Codes are never reused.

/// A kind of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Stable code as printed: «П101».
    pub id: &'static str,
    /// What it is about, for lists.
    pub about: &'static str,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $about:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code { id: $id, about: $about };)*
        /// Every code, in order.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    /// The file is not UTF-8.
    NOT_UTF8 = "П001", "файл не в кодировке UTF-8";
    /// Markers of an unfinished merge stand in the file.
    MERGE_CONFLICT = "П002", "в файле остались два варианта правки";
    /// An invisible character stands where TOML expects an ordinary one.
    INVISIBLE_CHARACTER = "П003", "невидимый знак вместо пробела";
    /// Typographic quotes are used as delimiters.
    WORD_QUOTES = "П004", "кавычки из Word вместо прямых";
    /// TOML syntax.
    SYNTAX = "П005", "ошибка записи TOML";
    /// The front matter of a Markdown file is missing or not closed.
    FRONT_MATTER = "П006", "нет блока свойств между строками +++";
    /// A file that the portal has no place for.
    MISPLACED_FILE = "П007", "файл лежит не на своём месте";
    /// A file or folder name that cannot become an address.
    BAD_FILE_NAME = "П008", "имя файла не годится для адреса";
    /// A file that should be there is not.
    MISSING_FILE = "П009", "нет обязательного файла";
    /// Russian letters in the name of a field, most of them by chance.
    LOOKALIKE_LETTER = "П010", "русская буква в имени поля";
    /// A text that went through a wrong encoding.
    MOJIBAKE = "П011", "текст испорчен неверной кодировкой";
    /// A table that belongs to no element of a list.
    LOST_TABLE = "П012", "непонятно, к чему относится таблица";
    /// A file in the notation of another program: a web page, JSON, YAML, a table.
    FOREIGN_TEXT = "П013", "файл в записи другой программы";
    /// A file, a list or a picture beyond what the portal takes.
    TOO_LARGE = "П020", "файл, список или картинка больше допустимого";
    /// A control character, or a mark that turns the direction of writing round.
    CONTROL_CHARACTER = "П021", "невидимый управляющий знак";

    /// An unknown key.
    UNKNOWN_KEY = "П101", "неизвестное поле";
    /// A required key is missing.
    MISSING_KEY = "П102", "нет обязательного поля";
    /// A value of another type than expected.
    WRONG_TYPE = "П103", "значение не того вида";
    /// A required text is empty.
    EMPTY_TEXT = "П104", "пустое значение";
    /// A value outside the list of allowed ones.
    UNKNOWN_CHOICE = "П105", "такого значения нет в списке";
    /// An identifier with forbidden characters.
    BAD_ID = "П106", "недопустимый идентификатор";
    /// A date that does not exist or is written otherwise.
    BAD_DATE = "П107", "невозможная дата";
    /// The period of a plan is not understood.
    BAD_PERIOD = "П108", "период плана не понят";
    /// An e-mail address with foreign letters or without its parts.
    BAD_EMAIL = "П109", "адрес электронной почты с ошибкой";
    /// The same key twice.
    DUPLICATE_KEY = "П110", "поле записано дважды";
    /// A template of edit links that cannot work.
    EDIT_ADDRESS = "П130", "адрес для ссылок на правку с ошибкой";
    /// Settings of the editor in the browser that cannot work.
    ADMIN_SETTINGS = "П131", "настройки редактора в браузере с ошибкой";
    /// The public address of the portal is no address.
    PUBLIC_ADDRESS = "П132", "адрес портала с ошибкой";
    /// The same identifier twice.
    DUPLICATE_ID = "П201", "одинаковые идентификаторы";
    /// Two pages with one address.
    DUPLICATE_ADDRESS = "П202", "две страницы с одним адресом";
    /// A reference to something that does not exist.
    UNKNOWN_REFERENCE = "П203", "ссылка на то, чего нет";
    /// An address that was published and that nothing stands at.
    LOST_ADDRESS = "П210", "пропал опубликованный адрес";
    /// Something else stands at an address that was published.
    TAKEN_ADDRESS = "П211", "опубликованный адрес занят другим";
    /// What an editor says of an address makes no sense.
    IDLE_WORD = "П212", "запись об адресе ни к чему не относится";
    /// The lock of addresses is damaged.
    SPOILT_LOCK = "П213", "список адресов испорчен";

    /// A link in a text to a page that does not exist.
    BROKEN_LINK = "П301", "ссылка ведёт в никуда";
    /// A link to a place on a page that does not exist.
    BROKEN_ANCHOR = "П302", "нет такого места на странице";
    /// An image or attached file that does not exist.
    MISSING_IMAGE = "П303", "нет файла картинки или вложения";
    /// HTML inside Markdown.
    RAW_HTML = "П304", "HTML в тексте";
    /// A link of a kind that is not allowed.
    FORBIDDEN_LINK = "П305", "такие ссылки запрещены";
    /// A picture without words for those who cannot see it.
    IMAGE_WITHOUT_TEXT = "П306", "картинка без описания";
    /// A link to the portal itself is written with its public address.
    OWN_ADDRESS = "П307", "полный адрес там, где хватает адреса от корня";
    /// A paragraph that an indent turns into code.
    CODE_BY_INDENT = "П308", "отступ превращает абзац в код";
    /// A heading that is no heading.
    BROKEN_HEADING = "П309", "заголовок не станет заголовком";
    /// Levels of headings that jump, or the level of the page's title.
    HEADING_LEVEL = "П310", "уровень заголовка";
    /// A block of code that does not end.
    UNCLOSED_FENCE = "П311", "блок кода не закрыт";
    /// A table whose rows do not agree.
    BROKEN_TABLE = "П312", "таблица с ошибкой";
    /// A link that stays a text.
    SPLIT_LINK = "П313", "ссылка не станет ссылкой";
    /// A list that stays a text.
    BROKEN_LIST = "П314", "список не станет списком";
    /// A page without a text.
    EMPTY_BODY = "П315", "нет текста страницы";
    /// Signs of bold or italic letters that stay signs.
    STRAY_MARKS = "П316", "знаки выделения останутся знаками";

    /// A drawing that could run something or asks other sites.
    UNSAFE_DRAWING = "П320", "рисунок SVG со скриптом или чужой ссылкой";

    /// The deadline's words are not understood.
    DEADLINE_UNKNOWN = "П401", "срок не понят";
    /// A deadline before the plan was approved.
    DEADLINE_BEFORE_APPROVAL = "П402", "срок раньше утверждения плана";
    /// A deadline outside the plan's period.
    DEADLINE_OUTSIDE_PERIOD = "П403", "срок вне периода плана";
    /// A numeral of a section is repeated.
    REPEATED_NUMERAL = "П404", "номер раздела повторяется";
    /// A № is repeated inside a section.
    REPEATED_NUMBER = "П405", "номер мероприятия повторяется";
    /// A share without a target.
    TARGET_MISSING = "П406", "цель не задана";
    /// One act is cited with two dates.
    TWO_DATES = "П407", "один акт с двумя датами";
    /// The cell is not the printed one: a torn row was put together.
    REJOINED_CELL = "П408", "строка документа разорвана";
    /// Traces of another program in a cell.
    LEFTOVER_MARKUP = "П409", "след вёрстки в ячейке";
    /// The number is written without its full stop, unlike its neighbours.
    NUMBER_STYLE = "П410", "номер записан иначе, чем соседние";
    /// A quotation mark is not closed.
    UNBALANCED_QUOTES = "П411", "кавычки не закрыты";
    /// A word is doubled.
    DOUBLED_WORDS = "П412", "слова повторены";
    /// Status without what it needs.
    STATUS_INCOMPLETE = "П413", "статус без обязательных сведений";
    /// An event has no deadline, responsible or indicator where the plan has such a column.
    EMPTY_CELL = "П414", "ячейка пуста";
    /// A responsible party's words are not understood.
    RESPONSIBLE_UNKNOWN = "П415", "исполнитель не распознан";
    /// The period named in a programme differs from another of its rows.
    PERIOD_CONFLICT = "П416", "периоды не совпадают";
    /// The deadline of a pairing does not occur in the deadline cell of its event.
    PAIRING_ELSEWHERE = "П417", "срока пары нет в ячейке срока";
    /// No news for longer than the portal promises.
    STALE_NEWS = "П418", "давно нет новостей";
    /// A text that was to be read again by a day that has passed.
    REVIEW_PASSED = "П419", "пора перечитать";
    /// Too many deadlines of a plan end in December.
    DECEMBER_PILE = "П420", "сроки сошлись в декабре";
    /// One person answers for most rows of a plan.
    ONE_PERSON = "П421", "один человек почти во всех строках";
    /// Rows of a plan are those of another plan, word for word.
    COPIED_ROWS = "П422", "строки повторяют другой план";
    /// A text seems to name a pupil.
    PUPIL_NAMED = "П423", "похоже на имя ученика";
    /// A mobile telephone number.
    MOBILE_PHONE = "П424", "номер мобильного телефона";
    /// A figure about so few children that they can be recognised.
    SMALL_GROUP = "П425", "сведения о группе меньше 10 детей";
    /// A check is switched off that does not exist.
    UNKNOWN_CHECK = "П426", "выключена несуществующая проверка";
    /// A check is switched off that finds nothing there.
    IDLE_SILENCE = "П427", "выключенная проверка ничего не скрывает";
    /// News of a day that has not come yet.
    FUTURE_NEWS = "П428", "новость из будущего";
    /// A word of the search vocabulary stands in two groups.
    REPEATED_WORDS = "П501", "слово поиска в двух группах";
    /// A group of the search vocabulary that can change nothing.
    IDLE_GROUP = "П502", "группа слов поиска ничего не меняет";
    /// Something else than one word among the forms of a word.
    NOT_ONE_WORD = "П503", "среди форм слова не одно слово";
    /// A sentence of our own that is too long.
    LONG_SENTENCE = "П601", "простой язык: длинное предложение";
    /// A turn of officialese in our own words.
    OFFICIALESE = "П602", "простой язык: канцелярский оборот";
    /// Words that hurt, in our own words.
    HURTFUL_WORDS = "П603", "простой язык: обидные слова";
    /// An abbreviation in a line that is to be plain.
    PLAIN_ABBREVIATION = "П604", "простой язык: сокращение в пересказе";
    /// The theme has no words in the language that the portal chose.
    UNKNOWN_LANGUAGE = "П701", "у темы нет такого языка";
    /// Phrases of the theme that the language has no words for.
    UNTRANSLATED = "П702", "фразы без перевода";
    /// A character that the typefaces of the theme do not have.
    NO_GLYPH = "П703", "знака нет в шрифте портала";
    /// A table of statuses that is no table, or one that breaks off.
    STATUS_TABLE = "П801", "таблица статусов не прочтена";
    /// A column of a table of statuses that is missing, doubled or misspelled.
    STATUS_COLUMN = "П802", "столбец таблицы статусов не понят";
    /// A row of a table of statuses that belongs to no measure.
    STATUS_ROW = "П803", "строка таблицы не относится ни к одному мероприятию";
    /// A measure that stands in a table of statuses twice.
    STATUS_TWICE = "П804", "мероприятие стоит в таблице дважды";
    /// A word that is no status.
    STATUS_WORD = "П805", "статус в таблице не понят";
    /// A cell of a date that is no date.
    STATUS_DATE = "П806", "дата в таблице не понята";
    /// A row that would leave a status without what it needs.
    STATUS_LACKS = "П807", "в строке таблицы не хватает сведений";
    /// Cells changed that a table of statuses does not change.
    STATUS_READ_ONLY = "П808", "изменены ячейки, которые отсюда не меняются";
    /// A plan that cannot be changed, since its file has errors.
    STATUS_REFUSED = "П809", "план нельзя изменить";
    /// A cell that a spreadsheet filled with the sign of an error.
    STATUS_SPOILED = "П810", "ячейка таблицы испорчена";
}

/// What the portal's rule on personal data forbids. Each stops publishing, but is a judgement about words: the file itself
/// is sound, and the portal may decide otherwise with a reason (`disabled_check`).
pub const PERSONAL: &[Code] = &[PUPIL_NAMED, MOBILE_PHONE, SMALL_GROUP];
