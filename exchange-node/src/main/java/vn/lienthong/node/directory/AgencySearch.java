package vn.lienthong.node.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches the agencies that this installation's directory knows at the moment. */
public interface AgencySearch {

    /**
     * The agencies behind a code whose code or name holds the text, case and marks ignored.
     *
     * @param query empty for all
     * @param afterCode empty for the first page
     * @param pageSize 1 to 500; others are clamped
     */
    AgencyPage agencies(String query, String afterCode, int pageSize);

    /** Whether documents can be sealed to an agency. */
    enum KeyState {
        /** Keys are published and valid. */
        PUBLISHED,
        /** The node has not registered any yet. */
        MISSING,
        /** They have run out or are revoked. */
        EXPIRED
    }

    /**
     * An agency.
     *
     * @param code under which it is addressed
     * @param name in full
     * @param bloc its bloc
     * @param node the node that serves it
     * @param keyState whether documents can be sealed to it
     * @param active whether its node takes part
     */
    record ListedAgency(String code, String name, String bloc, String node, KeyState keyState, boolean active) {}

    /**
     * A part of the agencies.
     *
     * @param agencies in the order of their codes
     * @param nextPageToken for the part behind; null at the end
     */
    record AgencyPage(List<ListedAgency> agencies, @Nullable String nextPageToken) {}
}
