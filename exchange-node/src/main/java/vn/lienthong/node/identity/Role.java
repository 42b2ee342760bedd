package vn.lienthong.node.identity;

import java.util.Locale;

/** What a person may do on a node. The sets are kept apart on purpose: nobody who watches the log also reads documents. */
public enum Role {
    /** Văn thư: sends and takes in documents for the agencies of the account. */
    CLERK,
    /** Lãnh đạo: reads documents and decides. */
    LEADER,
    /** Chuyên viên: reads the documents that are assigned. */
    OFFICER,
    /** Cán bộ an toàn thông tin: reads the log, never a document. */
    SECURITY_OFFICER,
    /** Vận hành: watches deliveries and the machine, never a document. */
    OPERATOR,
    /** Quản trị: manages accounts, keys and settings, never a document and never the log. */
    ADMINISTRATOR;

    /**
     * Tells whether this role alone opens the pages that show documents.
     *
     * @return true for the three roles that handle documents
     */
    public boolean readsDocuments() {
        return may(Permission.READ_DOCUMENTS);
    }

    /**
     * Tells whether the role carries a permission.
     *
     * @param permission the permission asked for
     * @return true when it does
     */
    public boolean may(Permission permission) {
        return permission.roles().contains(this);
    }

    /**
     * Tells whether a password is not enough for this role.
     *
     * @return true for those who watch over others
     */
    public boolean needsSecondFactor() {
        return this == SECURITY_OFFICER || this == ADMINISTRATOR;
    }

    /**
     * The name of the authority in the security context.
     *
     * @return the name with the prefix that role checks expect
     */
    public String authority() {
        return "ROLE_" + name();
    }

    /**
     * The role in lower case with hyphens, as used in login names and message keys.
     *
     * @return for example {@code security-officer}
     */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
