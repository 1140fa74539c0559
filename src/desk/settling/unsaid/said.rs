//! The words that say who is to blame, or that somebody was asked and agreed.

/// Words in turn: one of each piece, with so much room between, in characters.
pub(super) struct Phrase {
    pub(super) pieces: &'static [&'static [&'static str]],
    pub(super) room: usize,
}

const fn close(pieces: &'static [&'static [&'static str]]) -> Phrase {
    Phrase { pieces, room: 0 }
}

const fn loose(pieces: &'static [&'static [&'static str]], room: usize) -> Phrase {
    Phrase { pieces, room }
}

/// Who may be meant.
const WHO: &[&str] =
    &["您", "你", "买家", "顾客", "客户", "卖家", "快递", "物流", "承运", "平台", "我们店", "本店"];
const YOU: &[&str] = &["您", "你", "买家", "顾客", "客户"];
const BROKE: &[&str] = &["坏", "碎", "破", "脏", "断", "裂", "丢", "皱", "缩水", "变形"];

/// What turns the sense round.
pub(super) const NOT: &[&str] = &[
    "不是",
    "怎么会",
    "哪里是",
    "哪能",
    "不能说",
    "没有",
    "并非",
    "不算",
    "不怪",
    "不赖",
    "绝不",
    "不会",
    "不说",
    "别说",
    "不该说",
    "不用",
    "not ",
    "n't",
    "never",
    "no fault",
    "nor ",
    "without",
];

/// What only supposes it, or asks.
pub(super) const IF: &[&str] = &[
    "如果",
    "若",
    "假如",
    "要是",
    "除非",
    "万一",
    "是否",
    "是不是",
    "查一下",
    "查清",
    "还没查",
    "才知道",
    "if ",
    "whether",
    "unless",
    "in case",
    "until we know",
    "except",
    "excludes",
    "excluding",
];

/// Words that print a verdict.
pub(super) const BLAME: &[Phrase] = &[
    close(&[&["责任判定", "判责", "责任认定", "责任划分", "责任方", "责任归属"]]),
    close(&[&["判定为", "判给", "判为", "认定为", "认定是", "定为"], WHO]),
    // 责任在您、过错主要在您这边、错在你
    loose(&[&["责任", "过错", "过失", "错", "原因"], &["在于", "在", "归", "属于", "算"], WHO], 2),
    loose(&[&["责任", "过错", "损失", "后果"], &["由", "该", "要"], YOU, &["承担", "负", "担"]], 3),
    // 您的责任、您自己的过错、是快递的责任
    loose(&[YOU, &["责任", "过错", "过失"]], 4),
    close(&[
        &["买家", "卖家", "快递", "物流", "平台"],
        &["责任", "的责任", "全责", "的全责", "的过错"],
    ]),
    loose(
        &[&["是", "怪", "赖", "全是", "都是"], &["您", "你"], &["的错", "自己的错", "这边的错"]],
        3,
    ),
    // 您使用不当、因操作不当、人为损坏
    loose(
        &[YOU, &["使用", "操作", "保管", "安装", "洗涤", "存放", "拆"], &["不当", "不对", "有误"]],
        3,
    ),
    loose(&[&["因", "由于", "属于", "系", "是"], &["使用不当", "操作不当", "保管不当", "人为"]], 3),
    loose(&[&["属于", "是", "系", "判断"], &["人为"], &["损坏", "造成", "原因", "破坏"]], 3),
    loose(
        &[
            &["您", "你"],
            &["自己", "本人", "家里", "那边"],
            &["弄", "摔", "碰", "剪", "洗", "用", "拆", "踩", "撕"],
            BROKE,
        ],
        2,
    ),
    loose(&[&["您", "你"], &["造成的", "导致的", "引起的"]], 6),
    close(&[&["our verdict", "the verdict", "verdict:", "verdict is"]]),
    close(&[
        &[
            "your",
            "your own",
            "entirely your",
            "the buyer's",
            "the customer's",
            "buyer's",
            "customer's",
        ],
        &[
            " fault",
            " own fault",
            " mistake",
            " own mistake",
            " error",
            " negligence",
            " carelessness",
            " responsibility",
            " own responsibility",
            " doing",
            " own doing",
            " misuse",
            " mishandling",
        ],
    ]),
    close(&[
        &["the carrier's", "the courier's", "the platform's"],
        &[" fault", " mistake", " responsibility", " negligence"],
    ]),
    close(&[
        &[
            "you are",
            "you're",
            "you were",
            "the buyer is",
            "the buyer was",
            "buyer",
            "the customer is",
        ],
        &[
            " at fault",
            " to blame",
            " responsible for the damage",
            " responsible for this",
            " liable",
        ],
    ]),
    close(&[
        &["you", "you yourself", "you must have", "you have", "you've"],
        &[
            " broke it",
            " broken it",
            " damaged it",
            " damaged the",
            " misused",
            " mishandled",
            " dropped it",
            " caused it",
            " caused this",
            " caused the damage",
        ],
    ]),
    loose(
        &[
            &["caused by", "down to", "due to", "because of", "owing to"],
            &["your own", "your misuse", "your handling", "your use", "your mistake"],
        ],
        1,
    ),
    close(&[&[
        "caused by you",
        "caused by the buyer",
        "down to the buyer",
        "caused by the customer",
    ]]),
    loose(
        &[
            &["blame", "fault", "responsibility", "liability"],
            &[
                " lies with you",
                " is with you",
                " rests with you",
                " is yours",
                " lies with the buyer",
                " rests with the buyer",
                " lies with the carrier",
                " is on you",
                " is on your side",
            ],
        ],
        10,
    ),
];

/// Those one asks.
const ABOVE: &[&str] =
    &["主管", "领导", "店长", "经理", "老板", "上面", "上级", "公司", "总部", "财务", "负责人"];

/// Words that claim that more was asked for.
pub(super) const APPLIED: &[Phrase] = &[
    loose(
        &[
            &["帮您", "给您", "替您", "为您", "帮你", "给你", "替你", "为你"],
            &["申请", "争取"],
            &["到", "了", "下来", "过"],
        ],
        4,
    ),
    loose(
        &[
            &["我", "这边", "客服"],
            &["申请了", "申请过", "申请到", "争取了", "争取到", "请示了", "请示过", "报上去了"],
        ],
        5,
    ),
    loose(
        &[
            &["跟", "向", "找", "和", "请示"],
            ABOVE,
            &["申请了", "争取了", "谈了", "说了", "请示了", "商量了", "申请过"],
        ],
        4,
    ),
    close(&[&[
        "i applied for",
        "i have applied",
        "i've applied",
        "i asked my",
        "i have asked my",
        "i've asked my",
        "i checked with my",
        "i spoke to my",
        "i've spoken to my",
        "i talked to my",
        "i pushed for",
        "i fought for",
        "i requested",
        "i have requested",
        "i've requested",
    ]]),
];

/// Words that claim that it was decided, this way or that.
pub(super) const DECIDED: &[Phrase] = &[
    close(&[&[
        "只批了",
        "只批下来",
        "没批下来",
        "没批准",
        "没有批",
        "批不下来",
        "没通过审批",
        "审批没过",
    ]]),
    loose(&[ABOVE, &["没同意", "不同意", "没点头", "没批", "不批", "驳回", "只同意", "只给批"]], 3),
    close(&[&[
        "only got approval",
        "was only approved",
        "wasn't approved",
        "was not approved",
        "not been approved",
        "was turned down",
        "was refused by my",
        "was declined by my",
    ]]),
    loose(
        &[
            &["my manager", "my supervisor", "my boss", "the owner", "head office", "management"],
            &[
                "refused",
                "declined",
                "said no",
                "turned it down",
                "would only",
                "won't allow",
                "only allowed",
            ],
        ],
        12,
    ),
];

/// Words that claim that it was granted.
pub(super) const GRANTED: &[Phrase] = &[
    close(&[&[
        "批下来了",
        "批下来的",
        "批了下来",
        "特批",
        "破例批",
        "审批通过",
        "审批过了",
        "已获批",
        "批准了",
        "额度批",
    ]]),
    close(&[&["申请到了", "申请下来", "申请成功", "申请通过", "争取到了", "争取下来"]]),
    loose(&[ABOVE, &["同意了", "批了", "批准了", "点头了", "答应了", "松口了", "特许", "给批"]], 3),
    close(&[&[
        "got approval for",
        "got it approved",
        "got approval",
        "special approval",
        "got permission",
        "got the green light",
        "has been approved",
        "have been approved",
        "was approved for you",
        "approved it for you",
        "got an exception",
    ]]),
    loose(
        &[
            &["my manager", "my supervisor", "my boss", "the owner", "head office", "management"],
            &[
                "approved",
                "agreed",
                "signed off",
                "authorised",
                "authorized",
                "allowed me",
                "said yes",
                "let me offer",
            ],
        ],
        12,
    ),
];
