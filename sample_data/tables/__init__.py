"""The records of the sample as rows of the contract, one file per kind of record."""
