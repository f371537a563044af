"""How published figures look: asks `metrics.store`, words and draws what comes back, computes nothing itself."""
