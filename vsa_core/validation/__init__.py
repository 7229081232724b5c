"""Truth and speed: how well questions are answered on films whose truth is known."""
