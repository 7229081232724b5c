"""The language of questions: French and English texts to questions, and back."""
