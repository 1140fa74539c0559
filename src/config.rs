//! Where things are, and how the shop wants them: paths by platform, settings from layered TOML.
//!
//! Owns the shape of `settings.toml` and its defaults. Reads no file and no environment itself:
//! texts and variables are handed in by `cli`. Knows nothing of the rooms its settings are for.

mod fault;
mod paths;
mod settings;

pub use fault::{SETTINGS_KEYS, SettingsError, SettingsFault};
pub use paths::Paths;
pub use settings::{ClipboardSetting, Clock, Hours, Settings, ShopSettings, ThemeSetting};
