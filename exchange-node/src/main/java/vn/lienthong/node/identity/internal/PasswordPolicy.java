package vn.lienthong.node.identity.internal;

import java.util.Locale;
import java.util.Optional;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.PasswordFault;

/** What a password must be: long, not the name, not one key held down, not made of what is tried first. No rules about kinds of characters. */
final class PasswordPolicy {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int DIFFERENT = 5;

    private PasswordPolicy() {}

    static Optional<PasswordFault> fault(LoginName login, String password) {
        if (password.length() > LONGEST) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        if (password.length() < SHORTEST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (password.toLowerCase(Locale.ROOT).contains(login.value())) {
            return Optional.of(PasswordFault.CONTAINS_LOGIN_NAME);
        }
        if (password.chars().distinct().count() < DIFFERENT) {
            return Optional.of(PasswordFault.TOO_UNIFORM);
        }
        return CommonParts.guessable(password) ? Optional.of(PasswordFault.TOO_COMMON) : Optional.empty();
    }
}
