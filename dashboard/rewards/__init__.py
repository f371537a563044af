"""The rewards page before anything is drawn: what it reads, its tables and sentences, and what its people may do."""
