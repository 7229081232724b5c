"""What people read and see: words, icons, templates, the sample archive, the verifier."""
