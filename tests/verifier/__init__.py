"""The court verifier and the cosigning tool: checked by other libraries, attacked, measured."""
