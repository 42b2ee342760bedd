package vn.lienthong.node.outgoing.internal.sending;

import java.util.List;
import java.util.Set;

/**
 * Everything that was looked at before sending.
 *
 * @param checks in the order of the page
 */
public record Checklist(List<Check> checks) {

    /** Copies the checks. */
    public Checklist {
        checks = List.copyOf(checks);
    }

    /** Whether nothing may be sent. */
    public boolean blocked() {
        return checks.stream().anyMatch(check -> check.level() == Check.Level.BLOCK);
    }

    /** Whether everything that a person must confirm is confirmed. */
    public boolean confirmedBy(Set<String> ticked) {
        return checks.stream()
                .filter(check -> check.level() == Check.Level.CONFIRM)
                .allMatch(check -> ticked.contains(check.box()));
    }
}
