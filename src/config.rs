//! Where things are, and how the shop wants them: paths by platform, settings from layered TOML.
//!
//! Owns the shape of `settings.toml` and of the shop's `policy.toml`, and their defaults. Reads no
//! file and no environment itself: texts and variables are handed in by `cli`. Knows nothing of the
//! rooms its settings are for.

mod fault;
mod holidays;
mod paths;
mod settings;
mod shop_rules;

pub use fault::{SETTINGS_KEYS, SettingsError, SettingsFault};
pub use holidays::{Holidays, Year};
pub use paths::Paths;
pub use settings::{
    BellSetting, ClipboardSetting, Clock, Hours, Settings, ShopSettings, ThemeSetting,
};
pub use shop_rules::{Approval, ClosingRules, Ladder, Limits, Retention, ShopRules, WorkingHours};
