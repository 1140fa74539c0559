//! What an agent may do: one command a file, pure decisions.
