"""The demonstration: invented figures that go through the same checks and the same saving as real ones."""
