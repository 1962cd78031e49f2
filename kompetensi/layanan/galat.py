"""The one exception of this package: a sentence for the person at the keyboard."""


class LayananGagal(Exception):
    """A service cannot run; the message is one plain Indonesian line."""
