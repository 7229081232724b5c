"""The sample archive: figures, places, play, films, truth."""
