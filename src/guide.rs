//! What the buyer's words tell, and which replies fit.
