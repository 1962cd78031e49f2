"""Objects of the ground floor and of sign-in for the matrix."""

OBJEK = {
    ("account_reset_password_from_key", "-"): lambda d: {"uidb36": "a", "key": "b-c"},
    ("account_confirm_email", "-"): lambda d: {"key": "tidak-ada"},
    ("dasar:undangan", "-"): lambda d: {"tiket": "bukan-tiket"},
    ("mfa_edit_webauthn", "-"): lambda d: {"pk": 1},
    ("mfa_remove_webauthn", "-"): lambda d: {"pk": 1},
}
SIAPKAN = []
