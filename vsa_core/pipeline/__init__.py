"""The corridor from footage to observations, resumable at every slice."""
