"""Pure rules of the registry, without models."""
