package vn.lienthong.node.register.internal;

import vn.lienthong.core.document.Secrecy;

/** Secrecy marks as numbers of a column. */
final class SecrecyColumn {

    private SecrecyColumn() {}

    /** The level of a secrecy mark, 0 to 3. */
    static int level(Secrecy secrecy) {
        return switch (secrecy) {
            case ORDINARY -> 0;
            case CONFIDENTIAL -> 1;
            case SECRET -> 2;
            case TOP_SECRET -> 3;
        };
    }

    static Secrecy secrecy(int level) {
        return switch (level) {
            case 0 -> Secrecy.ORDINARY;
            case 1 -> Secrecy.CONFIDENTIAL;
            case 2 -> Secrecy.SECRET;
            default -> Secrecy.TOP_SECRET;
        };
    }
}
