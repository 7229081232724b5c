"""The evidence counter, against files of every kind."""
