use redress::config::*;
use redress::desk::*;
use redress::domain::*;
use redress::exchange::*;
use redress::playbook::*;
use redress::runtime::*;
use redress::store::*;
use std::path::PathBuf;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let lang = if args[1] == "zh" { Lang::Zh } else { Lang::En };
    let path = PathBuf::from(&args[2]);
    let offset = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
    let now: Stamp = chrono::Utc::now().into();
    let fresh = !path.exists();
    let policy = Policy::default();
    if fresh {
        let lib = Library::new(Library::shipped());
        let mut file = CaseFile::open(&path, Access::Write).unwrap();
        for case in demo_cases().unwrap() {
            let pb = lib.get(&case.playbook).unwrap();
            let agent = AgentName::new("小林");
            let msgs: Vec<_> = case
                .moments(now, offset)
                .into_iter()
                .filter_map(|(at, m)| match m {
                    DemoMoment::Said(s) => Some(s.to_message(at, lang)),
                    _ => None,
                })
                .collect();
            let at = msgs.last().unwrap().at;
            let desk = Desk { playbook: &pb, policy: &policy, agent: &agent, lang, now: at };
            let ev = open(
                Opening {
                    key: Some(case.key.clone()),
                    platform: case.platform,
                    buyer: case.buyer_name(lang),
                    order: Some(Order {
                        no: case.order.no.clone(),
                        title: Some(case.order.title.get(lang).into()),
                        amount: Some(case.order.amount),
                    }),
                    issue: case.issue.clone(),
                    messages: msgs,
                },
                &desk,
            )
            .unwrap();
            file.append(Act {
                case: None,
                expected: Version(0),
                events: ev,
                agent: agent.clone(),
                at,
                clear_draft: None,
                pin: Some((pb.reference.clone(), serde_json::to_string(&pb.pin()).unwrap())),
            })
            .unwrap();
        }
    }
    let setup = Setup {
        path,
        settings: Settings::default(),
        paths: Paths::below(std::path::Path::new("/tmp/scratch/home")),
        lang,
        agent: AgentName::new("小林"),
        now: None,
        offset,
        environment: Environment {
            term: "xterm-256color".into(),
            path: "/usr/bin".into(),
            tmux: std::env::var("TMUX").is_ok(),
            ..Default::default()
        },
        demo: true,
    };
    if args.len() > 3 {
        let (w, h) = args[3].split_once('x').unwrap();
        let keys: Vec<_> = args[4..].iter().map(|k| k.parse().unwrap()).collect();
        print!(
            "{}",
            frame(&setup, (w.parse().unwrap(), h.parse().unwrap()), &keys, Picture::Text).unwrap()
        );
    } else {
        console(&setup).unwrap();
    }
}
