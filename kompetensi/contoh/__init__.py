"""The demo city: invented people in the real structure of Kota Kupang."""
