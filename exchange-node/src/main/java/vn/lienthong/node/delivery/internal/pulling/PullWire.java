package vn.lienthong.node.delivery.internal.pulling;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names that both sides use. */
final class PullWire {

    /** Where everything is fetched. */
    static final String BASE = "/exchange/v1/pull";

    /** Names the lease of what was fetched. */
    static final String LEASE = "Lienthong-Lease";

    /** Tells at which path the body would be received by a node that can be reached. */
    static final String POST = "Lienthong-Post";

    /** Small parcels. */
    static final String PARCELS = "application/vnd.lienthong.parcels";

    /** The head of a large parcel. */
    static final String UPLOAD = "application/vnd.lienthong.upload";

    /** The longest that a request may wait, in seconds. */
    static final int LONGEST_WAIT = 25;

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private PullWire() {}

    /** Reads the name of a lease. */
    static Optional<UUID> lease(String text) {
        return Optional.of(text)
                .filter(name -> CANONICAL.matcher(name).matches())
                .map(UUID::fromString);
    }
}
