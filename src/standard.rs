//! Law, platform and shop rules with their source and dates.
