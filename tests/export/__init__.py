"""What leaves the house: order, drawing, clip, true times, manifest, signatures, check."""
