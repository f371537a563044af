"""What is on screen as files: typed, with the filters, the zone and the load written in, and no cell that acts."""
