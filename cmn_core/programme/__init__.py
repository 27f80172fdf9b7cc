"""A mentoring programme and a scenario of widening as people write them: values that all layers above share."""
