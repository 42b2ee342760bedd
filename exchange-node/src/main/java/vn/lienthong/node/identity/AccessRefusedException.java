package vn.lienthong.node.identity;

import org.springframework.security.access.AccessDeniedException;

/** A caller who is known asked for something that is not theirs; both edges answer 403 and report the reason. */
public final class AccessRefusedException extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    private final Refusal.Reason reason;

    /**
     * Refuses.
     *
     * @param reason why
     */
    public AccessRefusedException(Refusal.Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /**
     * Why the caller was refused.
     *
     * @return the reason to report
     */
    public Refusal.Reason reason() {
        return reason;
    }

    /**
     * The reason of any refusal that the security framework may throw.
     *
     * @param refusal what was thrown
     * @return its own reason, or that a role is missing
     */
    public static Refusal.Reason reasonOf(AccessDeniedException refusal) {
        return refusal instanceof AccessRefusedException known ? known.reason() : Refusal.Reason.ROLE_MISSING;
    }
}
