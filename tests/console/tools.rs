//! What the walks over the desk do alike, in Chinese: one sentence here is a few keys and what they
//! must bring. What a walk is about stays in the walk.

use super::window::Window;

impl Window {
    /// Leaves the window on top, known by a text that stands in nothing below it.
    #[track_caller]
    pub(crate) fn leaves(&mut self, text: &str) {
        self.key("esc");
        self.loses(text);
    }

    /// The step's first question, answered: one confirmed fact.
    #[track_caller]
    pub(crate) fn confirms_a_fact(&mut self) {
        self.press("F2", "平台已有投诉");
        self.down_to("买家的感受");
        self.press("enter", "记录：买家的感受");
        self.press("2", "已记录：买家的感受");
        self.leaves("平台已有投诉");
    }

    /// A verdict that is refused; its form stays open.
    #[track_caller]
    pub(crate) fn judges_in_vain(&mut self, digit: &str, who: &str, refused: &str) {
        self.press("alt-v", "只供内部");
        self.press(digit, who);
        self.press("enter", refused);
    }

    /// The buyer wants so much money, in the words that stand there.
    #[track_caller]
    pub(crate) fn notes_a_wish_for(&mut self, yuan: &str) {
        self.press("alt-i", "诉求 ‹未选›");
        self.press("8", "‹补偿›");
        self.key("tab");
        self.types(yuan);
        self.press("enter", "已记下：诉求");
    }

    /// The band: 100 paid, sells for 40, 8 to send it back; the flaw takes 10. A return costs 68.
    #[track_caller]
    pub(crate) fn reckons_the_band(&mut self) {
        self.press("alt-m", "就有区间");
        for (fields, yuan) in [(0, "100"), (2, "40"), (2, "8"), (1, "10")] {
            for _ in 0..fields {
                self.key("tab");
            }
            self.types(yuan);
        }
        self.sees("退货要亏 ¥68.00");
        self.press("enter", "已记下：算账");
    }

    /// One more option in the list that is open, and what comes of it.
    #[track_caller]
    pub(crate) fn puts_an_option(&mut self, digit: &str, name: &str, yuan: &str, brings: &str) {
        self.press("ctrl-n", "‹不产生›");
        self.press(digit, name);
        self.key("tab");
        self.types(yuan);
        self.press("enter", brings);
    }

    /// What stands in the draft goes out.
    #[track_caller]
    pub(crate) fn sends_the_draft(&mut self) {
        self.press("ctrl-s", "已发送");
    }

    /// The buyer takes the option told first, in the words that stand there.
    #[track_caller]
    pub(crate) fn notes_the_first_chosen(&mut self) {
        self.press("alt-o", "发给买家时是第 1 个");
        self.press("enter", "原话");
        self.press("enter", "✓ 买家选了");
        self.leaves("✓ 买家选了");
    }
}
