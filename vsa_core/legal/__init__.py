"""What the law allows, as pure decisions: who may do what, what is masked, when it is erased."""
