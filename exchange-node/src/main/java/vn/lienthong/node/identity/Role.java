package vn.lienthong.node.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
     * What the role carries as delivered; the table of roles on a node may say otherwise, see {@link RolePermissions}.
     *
     * @return none for roles that only watch machines
     */
    public Set<Permission> delivered() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.delivered().contains(this))
                .collect(Collectors.toUnmodifiableSet());
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
