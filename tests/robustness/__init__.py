"""Real odd files and hostile mutations: whatever comes in, a final state comes out."""
