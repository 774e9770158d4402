//! Which measure a row is about.

use crate::desk::status::column::Column;
use crate::desk::status::directory::{Directory, Found};
use crate::desk::status::rows::row::Row;
use crate::diag::{Diagnostic, codes};
use crate::text::nearest::nearest;

impl Row<'_> {
    /// The measure that the row is about.
    ///
    /// # Errors
    /// When there is none or several.
    pub fn event<'d>(&self, directory: &'d Directory) -> Result<Found<'d>, Box<Diagnostic>> {
        if self.words(Column::Code).is_empty() {
            return Err(Box::new(
                self.error(codes::STATUS_ROW, Column::Code, "код мероприятия не указан")
                    .help("впишите код из выгрузки (m01) или удалите строку"),
            ));
        }
        let here = self.plans_here(directory)?;
        let then = self.plans_then(directory, here)?;
        self.event_of(directory, &then)
    }

    /// The plans of the territory that the row names.
    fn plans_here(&self, directory: &Directory) -> Result<Vec<usize>, Box<Diagnostic>> {
        let (column, asked) = match self.words(Column::Address) {
            "" => (Column::Territory, self.words(Column::Territory)),
            address => (Column::Address, address),
        };
        if asked.is_empty() {
            return Ok(directory.all());
        }
        directory.of(asked).map_err(|why| {
            Box::new(
                self.error(codes::STATUS_ROW, column, why)
                    .help("возьмите адрес из выгрузки (portal status) или удалите строку"),
            )
        })
    }

    fn plans_then(
        &self,
        directory: &Directory,
        here: Vec<usize>,
    ) -> Result<Vec<usize>, Box<Diagnostic>> {
        let asked = self.words(Column::Plan);
        if asked.is_empty() {
            return Ok(here);
        }
        let id = |plan: &usize| directory.plans[*plan].id.as_str();
        let then: Vec<usize> = here
            .iter()
            .copied()
            .filter(|plan| id(plan) == asked)
            .collect();
        if !then.is_empty() {
            return Ok(then);
        }
        let mut ids: Vec<&str> = here.iter().map(id).collect();
        ids.sort_unstable();
        ids.dedup();
        let help = match nearest(asked, ids.iter().copied()) {
            Some(near) => format!("возможно, вы имели в виду «{near}»"),
            None => format!("есть планы: {}", ids.join(", ")),
        };
        Err(Box::new(
            self.error(
                codes::STATUS_ROW,
                Column::Plan,
                format!("нет плана «{asked}»"),
            )
            .help(help),
        ))
    }

    fn event_of<'d>(
        &self,
        directory: &'d Directory,
        plans: &[usize],
    ) -> Result<Found<'d>, Box<Diagnostic>> {
        let asked = self.words(Column::Code);
        let all = directory.events(plans);
        // A spreadsheet turns the code 01 into the number 1.
        let same_number = |id: &str| {
            let number = |text: &str| text.parse::<u32>().ok();
            number(id).is_some() && number(id) == number(asked)
        };
        let mut found = all.iter().filter(|(_, id)| id == asked || same_number(id));
        match (found.next(), found.next()) {
            (Some((event, _)), None) => Ok(*event),
            (Some(_), Some(_)) => Err(Box::new(
                self.error(
                    codes::STATUS_ROW,
                    Column::Code,
                    format!("мероприятий с кодом «{asked}» несколько"),
                )
                .help(
                    "верните столбцы «Адрес» и «План» из выгрузки (portal status) и заполните их",
                ),
            )),
            (None, _) => {
                let help = match nearest(asked, all.iter().map(|(_, id)| id.as_str())) {
                    Some(near) => format!("возможно, вы имели в виду «{near}»"),
                    None => {
                        "возьмите код из выгрузки (portal status) или удалите строку".to_owned()
                    }
                };
                let message = format!("нет мероприятия с кодом «{asked}»");
                Err(Box::new(
                    self.error(codes::STATUS_ROW, Column::Code, message)
                        .help(help),
                ))
            }
        }
    }
}
