package vn.lienthong.node.secret.internal;

import vn.lienthong.core.document.Secrecy;

/** Levels as columns and events hold them: 0 ordinary to 3 top secret. */
final class Levels {

    private Levels() {}

    static int number(Secrecy level) {
        return switch (level) {
            case ORDINARY -> 0;
            case CONFIDENTIAL -> 1;
            case SECRET -> 2;
            case TOP_SECRET -> 3;
        };
    }

    static Secrecy of(int number) {
        return switch (number) {
            case 1 -> Secrecy.CONFIDENTIAL;
            case 2 -> Secrecy.SECRET;
            case 3 -> Secrecy.TOP_SECRET;
            default -> Secrecy.ORDINARY;
        };
    }
}
