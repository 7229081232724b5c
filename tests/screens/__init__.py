"""Every state of the window drawn into docs/screens, to be looked at: `make screenshots`."""
