//! Kinds of proofs and their words.

/// What a proof is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// Приказ, распоряжение, постановление.
    Order,
    /// Протокол.
    Minutes,
    /// Справка, отчёт, анализ.
    Report,
    /// Новость.
    News,
    /// Практика.
    Practice,
    /// Файл, о котором больше ничего не известно.
    File,
    /// Ссылка, о которой больше ничего не известно.
    Link,
    /// Только название.
    Named,
}

impl EvidenceKind {
    /// All, in the order of lists.
    pub const ALL: &'static [EvidenceKind] = &[
        EvidenceKind::Order,
        EvidenceKind::Minutes,
        EvidenceKind::Report,
        EvidenceKind::News,
        EvidenceKind::Practice,
        EvidenceKind::File,
        EvidenceKind::Link,
        EvidenceKind::Named,
    ];

    /// Words for people.
    pub fn words(self) -> &'static str {
        match self {
            EvidenceKind::Order => "приказ",
            EvidenceKind::Minutes => "протокол",
            EvidenceKind::Report => "справка или отчёт",
            EvidenceKind::News => "новость",
            EvidenceKind::Practice => "практика",
            EvidenceKind::File => "файл",
            EvidenceKind::Link => "ссылка",
            EvidenceKind::Named => "только название",
        }
    }

    /// Latin code for open data.
    pub const fn code(self) -> &'static str {
        match self {
            EvidenceKind::Order => "order",
            EvidenceKind::Minutes => "minutes",
            EvidenceKind::Report => "report",
            EvidenceKind::News => "news",
            EvidenceKind::Practice => "practice",
            EvidenceKind::File => "file",
            EvidenceKind::Link => "link",
            EvidenceKind::Named => "named",
        }
    }
}
