//! Russian letters that look like Latin ones: they slip into names when the keyboard's layout was not changed.

/// The Latin letter that looks like a Russian one.
pub fn twin(c: char) -> Option<char> {
    const TWINS: &[(char, char)] = &[
        ('а', 'a'),
        ('с', 'c'),
        ('е', 'e'),
        ('ё', 'e'),
        ('о', 'o'),
        ('р', 'p'),
        ('у', 'y'),
        ('х', 'x'),
        ('к', 'k'),
        ('м', 'm'),
        ('т', 't'),
        ('і', 'i'),
        ('ѕ', 's'),
        ('ј', 'j'),
    ];
    let small = c.to_lowercase().next()?;
    TWINS
        .iter()
        .find(|(russian, _)| *russian == small)
        .map(|(_, latin)| *latin)
}
