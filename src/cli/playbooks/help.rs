//! `redress playbook help`: a page for every construct of the playbook language.

mod lists;

use crate::cli::args::HelpArgs;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::{print, table};
use crate::i18n::fill;
use crate::playbook::{Manual, Page};

pub(super) fn help(session: &Session, args: &HelpArgs) -> Result<(), Failure> {
    let manual = Manual::load().map_err(|broken| Failure::Said(broken.to_string()))?;
    let texts = &session.strings.author_tools.say;
    let Some(construct) = &args.construct else {
        let rows: Vec<[String; 2]> = manual
            .pages()
            .iter()
            .map(|page| [page.name.clone(), page.title.get(session.lang).to_owned()])
            .collect();
        return print::text(&format!("{}\n{}", table::lines(&rows, [16, 60]), texts.pages));
    };
    match manual.page(construct) {
        Ok(page) => print::text(&sheet(page, session)),
        Err(nearest) => {
            let mut told = fill(texts.no_page, &[("name", construct)]);
            if let Some(nearest) = nearest {
                let meant = &session.strings.refusal.did_you_mean;
                let meant = fill(meant, &[("name", &nearest)]);
                told = format!("{told}\n{}", meant.trim_start());
            }
            Err(Failure::Said(told))
        }
    }
}

fn sheet(page: &Page, session: &Session) -> String {
    let lang = session.lang;
    let example: String = page
        .example
        .lines()
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") })
        .collect();
    let (name, title) = (&page.name, page.title.get(lang));
    let (text, words) = (page.text(), &session.strings.author_tools.say.example);
    let list = lists::list(name, session).map(|list| format!("\n\n{}", list.trim_end()));
    let list = list.unwrap_or_default();
    format!("{name}  {title}\n\n{}{list}\n\n{words}\n\n{example}", text.get(lang))
}
