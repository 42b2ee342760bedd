package vn.lienthong.node.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;

/**
 * What a program was seen to do.
 *
 * @param runId of the run
 * @param agency as whom it called
 * @param system its name, as it was given; may be empty
 * @param begunAt when the run began
 * @param readAt when this was read
 * @param items the checklist, in its order
 */
public record Conformance(
        UUID runId, AgencyCode agency, String system, Instant begunAt, Instant readAt, List<Item> items) {

    /** Copies the list. */
    public Conformance {
        items = List.copyOf(items);
    }

    /**
     * One line of the checklist.
     *
     * @param check which
     * @param seenAt when it was seen first, or null
     */
    public record Item(ConformanceCheck check, @Nullable Instant seenAt) {

        /** Returns whether it was seen. */
        public boolean isSeen() {
            return seenAt != null;
        }
    }

    /** Returns whether everything that is required was seen. */
    public boolean isPassed() {
        return items.stream().allMatch(item -> item.isSeen() || !item.check().isRequired());
    }

    /** Returns how many lines were seen. */
    public long seen() {
        return items.stream().filter(Item::isSeen).count();
    }
}
