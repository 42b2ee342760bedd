package vn.lienthong.node.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;

/** What the directory says, as this installation knows it. */
public interface DirectoryOverview {
    /**
     * How recent the copy is.
     *
     * @return the last publication
     */
    Publication publication();

    /**
     * Agencies in the order of their codes.
     *
     * @param query part of a code or a name, empty for all
     * @param wish which part of the list
     * @return that part
     */
    Page<AgencyRow> agencies(String query, PageWish wish);

    /**
     * All nodes.
     *
     * @return in the order of their ids
     */
    List<NodeRow> nodes();

    /**
     * The last publication.
     *
     * @param sequence its number; 0 when there is none yet
     * @param publishedAt when it was signed, or null when there is none yet
     */
    record Publication(long sequence, @Nullable Instant publishedAt) {}

    /**
     * One agency.
     *
     * @param code under which it is addressed
     * @param name in full
     * @param node the node that serves it
     * @param active whether documents can be sent to it now
     */
    record AgencyRow(AgencyCode code, String name, String node, boolean active) {}

    /**
     * One node.
     *
     * @param id of the node
     * @param name given by its operators
     * @param address where others reach it; null when it only pulls
     * @param active whether it may send and receive
     * @param certificateUntil when its certificate runs out, or null when it has none
     * @param approvedFor up to which level it may handle state secrets; ordinary when none
     */
    record NodeRow(
            String id,
            String name,
            @Nullable String address,
            boolean active,
            @Nullable Instant certificateUntil,
            Secrecy approvedFor) {}
}
