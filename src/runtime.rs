//! Threads, effects, redraw.
