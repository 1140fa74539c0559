//! The reply a case used stood among the first three offered, at every step: read off the cases the
//! shipped playbooks carry with them.

use redress::desk::Policy;
use redress::desk::simulate::{Ground, Player};
use redress::domain::{Lang, Stamp};
use redress::guide::{Moment, suggest};
use redress::playbook::{Deed, Library};

/// How far down a reply may stand.
const FIRST: usize = 3;

#[test]
fn the_reply_a_case_used_stands_among_the_first_three() {
    let library = Library::new(Library::shipped());
    let policy = Policy::default();
    let at = Stamp::parse("2026-11-23T10:00:00+08:00").unwrap();
    let (mut sent, mut unoffered, mut low) = (0_usize, 0_usize, Vec::new());
    for entry in library.list() {
        let Ok(book) = library.get(&entry.id) else { continue };
        for test in library.tests(&entry.id).unwrap_or_default() {
            let at = test.at.unwrap_or(at);
            let ground = Ground { library: Some(&library), policy: &policy, lang: Lang::Zh, at };
            let Ok(mut player) = Player::begin(book.clone(), &test.setting, &ground) else {
                continue;
            };
            for act in &test.acts {
                if let Deed::Send(reply) = &act.deed
                    && act.refused.is_none()
                    && let Some(view) = player.survey()
                {
                    let case = player.case();
                    let replies = player.book().replies(&case.step, &player.desk().situation(case));
                    let moment = Moment::of(&player.desk().situation(case), player.book(), &[]);
                    let all = suggest(replies, &view, &moment);
                    let place = all.iter().position(|one| one.reply.id == *reply);
                    // What is not of this step at all is sent by its name.
                    match place {
                        None => unoffered += 1,
                        Some(_) => sent += 1,
                    }
                    if let Some(place) = place
                        && place >= FIRST
                    {
                        let step = case.step.clone();
                        let order: Vec<&str> =
                            all.iter().map(|one| one.reply.id.as_str()).collect();
                        low.push(format!(
                            "{} {} {step}: {reply} at {place} of {order:?}",
                            entry.id, test.name
                        ));
                    }
                }
                if player.play(&act.deed).is_err() && act.refused.is_none() {
                    break;
                }
            }
        }
    }
    println!("{} of {sent} replies stood lower; {unoffered} were of another step", low.len());
    assert!(sent > 0);
    assert!(low.is_empty(), "{} of {sent}: {low:#?}", low.len());
}
