//! Writes a case file of made-up Chinese complaints, the same for the same numbers:
//!
//! ```text
//! cargo run --release --example corpus -- --messages 1000000 FILE
//! ```
//!
//! One case for ten messages; the first case is a long conversation of 5,000 when there is room,
//! and its buyer has forty other cases. One case in ten is closed. Everything goes through the
//! store as real events, so the file verifies.

use redress::domain::{
    AgentName, Author, Body, BuyerName, CaseId, CaseState, CloseResult, Event, Fen, Issue,
    MessageNo, Mood, NewMessage, Order, OrderNo, Platform, PlaybookId, RawText, SendWay, Span,
    Stamp, StepId, Stretch, TimerId, Version,
};
use redress::playbook::{Library, Playbook};
use redress::store::{Access, Act, Batch, CaseFile, Outcome, StoreError};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

const GOODS: [&str; 20] = [
    "玻璃杯",
    "蓝牙音箱",
    "羊毛围巾",
    "跑步鞋",
    "电热水壶",
    "空气净化器",
    "拼图",
    "床单",
    "记忆枕",
    "落地灯",
    "移动电源",
    "无线键盘",
    "手机支架",
    "碎花裙",
    "工装裤",
    "防晒霜",
    "婴儿推车",
    "猫砂",
    "龙井茶",
    "坚果罐头",
];
const CITIES: [&str; 10] =
    ["杭州", "义乌", "广州", "成都", "武汉", "西安", "郑州", "沈阳", "昆明", "乌鲁木齐"];
const CARRIERS: [&str; 6] = ["中通", "圆通", "韵达", "申通", "顺丰", "邮政"];
const BUYER: [&str; 40] = [
    "收到的{g}是碎的",
    "箱子外面看着好好的,打开一看里面全裂了",
    "你们怎么发的货",
    "等了{n}天还没到",
    "物流停在{c}三天没动了",
    "我要退款",
    "说好今天退的钱呢",
    "客服在不在",
    "有没有人回一下",
    "为什么只退我{n}块",
    "我拍了照片,你自己看",
    "{k}说已经签收了,可我根本没拿到",
    "放哪个驿站了也不说一声",
    "少发了一件{g}",
    "颜色和图片上差太多",
    "尺码不对,标的和实物不是一回事",
    "用了{n}次就坏了",
    "发票抬头写错了",
    "发票金额也不对",
    "我一共花了{n}元",
    "运费凭什么要我出",
    "吊牌剪了就不能退吗",
    "昨天买今天就便宜了{n}块",
    "赠品没给我",
    "再不处理我就找平台了",
    "上一个客服答应我的不算数吗",
    "我不想再等了",
    "那你给个准话",
    "好的,我等你",
    "谢谢,麻烦了",
    "嗯",
    "行吧",
    "这味道太冲了,没法用",
    "充不进电",
    "按了没有反应",
    "寄回去的单号是SF{n}{n}{n}",
    "退回去的货你们收到没有",
    "地址写错了,能改到{c}吗",
    "说明书是外文的,看不懂",
    "算了,就这样吧",
];
const AGENT: [&str; 30] = [
    "您好,我是售后客服,您的情况我来跟进",
    "很抱歉让您遇到这样的事",
    "您先别急,我马上看一下订单",
    "麻烦拍一张{g}的整体照和一张破损处的照片",
    "面单也请拍一张,方便我们找{k}核实",
    "已经收到照片了,谢谢您",
    "我看到包裹现在在{c}",
    "已经联系{k}核实,今天18点前给您答复",
    "退款已经提交,{n}元会原路退回",
    "银行到账一般需要1到3个工作日",
    "这一件我们给您补发",
    "补发单号出来后我第一时间告诉您",
    "退货的运费由我们承担",
    "质量问题不需要您出运费",
    "仓库已经签收,正在检查",
    "检查完当天给您退款",
    "发票我们重新开一张,金额按实付",
    "差价{n}元已经为您登记",
    "这个方案您看可以吗",
    "如果您更想退货,也可以",
    "我记下来了,会反馈给仓库",
    "您说得对,这是我们的疏忽",
    "稍等,我去核实一下",
    "还有别的可以帮您的吗",
    "好的,我在这里等您",
    "地址已经帮您改到{c}了",
    "通风放{n}天再看看,不行就给您退",
    "安装视频已经发给您",
    "感谢您的耐心",
    "祝您生活愉快",
];
const SYSTEM: [&str; 5] = [
    "买家发起退款,金额{n}元",
    "包裹已由{c}驿站代收",
    "商家已发货,{k}",
    "买家修改了收货地址",
    "会话已转接人工",
];
const NAMES: [&str; 24] = [
    "小", "阿", "云", "雨", "晴", "木", "林", "夏", "秋", "安", "可", "心", "梦", "星", "月", "花",
    "果", "橙", "猫", "鱼", "鹿", "熊", "宁", "溪",
];
const ISSUES: [&str; 6] = ["damage", "logistics", "refund", "invoice", "quality", "missing"];

/// A small generator of our own: the same numbers on every machine, for ever.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.below(list.len() as u64)).unwrap_or(0);
        list.get(at).copied().unwrap_or_default()
    }

    fn sentence(&mut self, list: &[&str]) -> String {
        let text = self.of(list).replace("{g}", self.of(&GOODS)).replace("{c}", self.of(&CITIES));
        let number = (self.below(180) + 1).to_string();
        text.replace("{k}", self.of(&CARRIERS)).replace("{n}", &number)
    }

    fn text(&mut self, author: Author) -> String {
        let list: &[&str] = match author {
            Author::Buyer => &BUYER,
            Author::Agent => &AGENT,
            Author::Platform | Author::System | Author::Note => &SYSTEM,
        };
        let mut text = self.sentence(list);
        for _ in
            0..[0, 0, 1, 1, 2, 4].get(usize::try_from(self.below(6)).unwrap_or(0)).map_or(0, |n| *n)
        {
            text.push_str(self.of(&["。", "！", ",", "。另外,"]));
            text.push_str(&self.sentence(list));
        }
        text
    }
}

struct Plan {
    messages: u64,
    seed: u64,
    file: PathBuf,
}

fn main() -> ExitCode {
    let Some(plan) = plan(std::env::args().skip(1)) else {
        eprintln!("usage: corpus [--messages N] [--seed N] FILE");
        return ExitCode::from(2);
    };
    match write(&plan) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn plan(mut words: impl Iterator<Item = String>) -> Option<Plan> {
    let (mut messages, mut seed, mut file) = (10_000, 7, None);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--messages" => messages = words.next()?.parse().ok()?,
            "--seed" => seed = words.next()?.parse().ok()?,
            name if name.starts_with("--") => return None,
            name => file = Some(PathBuf::from(name)),
        }
    }
    Some(Plan { messages, seed, file: file? })
}

fn write(plan: &Plan) -> Result<(), StoreError> {
    const A_COMMIT: u64 = 500;
    if Path::new(&plan.file).exists() {
        return Err(StoreError::Exists { path: plan.file.clone() });
    }
    let mut file = CaseFile::open(&plan.file, Access::Write)?;
    // Cases run on the shipped playbook, so that what is measured on them is what a person sees.
    let book = Library::new(Library::shipped())
        .get(&PlaybookId::from("core"))
        .map_err(|_broken| StoreError::Stopped)?;
    let mut dice = Dice(plan.seed);
    let cases = (plan.messages / 10).max(1);
    let long = if plan.messages >= 50_000 { 5_000 } else { plan.messages / 10 };
    let begun = Instant::now();
    let mut left = plan.messages;
    let mut case = 0;
    while case < cases {
        let upto = cases.min(case + A_COMMIT);
        file.batch(|batch| {
            for case in case..upto {
                let ahead = cases - case - 1;
                let share = if ahead == 0 { left } else { left / (ahead + 1) };
                let count = match case {
                    0 => long,
                    _last if ahead == 0 => left,
                    _other => (1 + dice.below(2 * share.max(1))).min(left.saturating_sub(ahead)),
                };
                left -= count;
                one(batch, &book, &mut dice, case, count.max(1))?;
            }
            Ok(())
        })?;
        case = upto;
    }
    let seconds = begun.elapsed().as_secs_f64();
    eprintln!("{cases} cases, {} messages, {seconds:.1} s", plan.messages);
    Ok(())
}

#[expect(
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "small made-up numbers"
)]
fn one(
    batch: &mut Batch<'_>,
    book: &Playbook,
    dice: &mut Dice,
    case: u64,
    count: u64,
) -> Result<(), StoreError> {
    let start = Stamp::from_millis(1_704_067_200_000)
        .plus(Span::seconds((case * 600) as i64 + dice.below(500) as i64));
    let buyer = if case.is_multiple_of(25) && case <= 1_000 {
        "老主顾小林".to_owned()
    } else {
        format!("{}{}{}{case}", dice.of(&NAMES), dice.of(&NAMES), dice.of(&NAMES))
    };
    let platform = Platform::ALL.get((case % 6) as usize).copied().unwrap_or_default();
    let platform = if buyer.ends_with("小林") { Platform::Taobao } else { platform };
    let events = vec![
        Event::CaseOpened {
            key: Some(format!("corpus-{case}")),
            platform,
            buyer: BuyerName::new(&buyer),
            issue: Issue::new(dice.of(&ISSUES)),
            playbook: book.reference.clone(),
            step: step(book, dice),
        },
        Event::OrderNoted {
            order: Order {
                no: OrderNo::new(&format!("{}", 100_000_000_000_000_000 + case * 7_919)),
                title: Some(dice.of(&GOODS).to_owned()),
                amount: Some(Fen(990 + dice.below(89_000) as i64)),
            },
        },
    ];
    let mut writing = Writing { batch, id: None, version: 0, start };
    writing.append(start, events)?;

    let mut at = start;
    let mut next = 1;
    let mut author = Author::Buyer;
    while next <= count {
        let part = (count - next + 1).min(100);
        let messages = (0..part)
            .map(|_| {
                at = at.plus(Span::seconds(2 + dice.below(180) as i64));
                let text = RawText::new(dice.text(author));
                let speaker = (author == Author::Agent).then(|| "旗舰店:小美".to_owned());
                let message = NewMessage { author, speaker, at, timed: true, text };
                author = match (dice.below(20), author) {
                    (0, _) => Author::System,
                    (1..=14, Author::Buyer) | (15.., Author::Agent) => Author::Agent,
                    (_, Author::Buyer) => Author::Buyer,
                    (_, Author::Agent | Author::Platform | Author::System | Author::Note) => {
                        Author::Buyer
                    }
                };
                message
            })
            .collect();
        if let Some(stretch) = Stretch::new(MessageNo(next as u32), messages) {
            writing.append(at, vec![Event::MessagesReceived { stretch }])?;
        }
        next += part;
    }
    let due = at.plus(Span::minutes(30 + dice.below(20_000) as i64));
    let mood = Mood::ALL.get(dice.below(5) as usize).copied().unwrap_or_default();
    let mut last = vec![
        Event::MoodSet { mood },
        Event::TimerStarted {
            timer: TimerId::from(CaseState::ANSWER_TIMER),
            due,
            warn: Vec::new(),
            scope: redress::domain::TimerScope::Shop,
        },
    ];
    if case % 4 == 1 {
        last.push(Event::ReplySent {
            no: MessageNo(next as u32),
            body: Body::new(RawText::new(dice.text(Author::Agent))),
            replies: Vec::new(),
            ticks: Vec::new(),
            sets: Vec::new(),
            attached: Vec::new(),
            statement: false,
            way: SendWay::Recorded,
            undo_until: at,
        });
    }
    if case % 10 == 9 {
        last.push(Event::CaseClosed {
            result: CloseResult::Settled,
            words: String::new(),
            ending: None,
        });
    }
    writing.append(at, last)
}

/// Somewhere in the first half of the way; most cases are.
fn step(book: &Playbook, dice: &mut Dice) -> StepId {
    let half = (book.steps.len() as u64 / 2).max(1);
    let place = usize::try_from(dice.below(half)).unwrap_or(0);
    book.steps.get(place).map_or_else(|| book.first_step().clone(), |step| step.id.clone())
}

/// A case being written.
struct Writing<'a, 'b> {
    batch: &'a mut Batch<'b>,
    id: Option<CaseId>,
    version: u32,
    start: Stamp,
}

impl Writing<'_, '_> {
    fn append(&mut self, at: Stamp, events: Vec<Event>) -> Result<(), StoreError> {
        let outcome = self.batch.append(Act {
            case: self.id,
            expected: Version(self.version),
            events,
            agent: AgentName::new("小林"),
            at: at.max(self.start),
            clear_draft: None,
            pin: None,
        })?;
        if let Outcome::Appended { case, records } = outcome {
            self.id = Some(case);
            self.version += u32::try_from(records.len()).unwrap_or(0);
        }
        Ok(())
    }
}
