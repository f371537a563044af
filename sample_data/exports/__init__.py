"""The sample company's exports: the clean tables written the way its systems and clerks would write them."""
