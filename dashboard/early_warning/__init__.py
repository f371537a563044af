"""Early warning: what the signals page says of control-chart signals, and what people did about them."""
