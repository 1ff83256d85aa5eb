"""The pages and the simulator behind them."""
