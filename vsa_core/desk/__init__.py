"""The front desk: everything a person may ask of the engine, in plain frozen values."""
