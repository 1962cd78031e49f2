"""Pure code that every app needs and that knows nothing of the field."""
