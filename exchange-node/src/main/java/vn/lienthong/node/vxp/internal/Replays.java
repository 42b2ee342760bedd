package vn.lienthong.node.vxp.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Which signatures were seen, and from where. The kit signs the time when its object was made, so that the same signature comes again
 * and again from the same machine: that is harmless, because every operation may be repeated. From another machine it is somebody
 * else who overheard it.
 */
@InNodeRole
@Component
class Replays {

    private static final int MOST = 100_000;

    private final Map<String, Seen> signatures = new LinkedHashMap<>();

    private record Seen(String from, Instant until) {}

    /** Notes a signature; false when it was seen from elsewhere before and is still good. */
    synchronized boolean note(String signature, String from, Instant now, Instant until) {
        Seen before = signatures.get(signature);
        if (before != null && before.until().isAfter(now)) {
            return before.from().equals(from);
        }
        if (signatures.size() >= MOST) {
            // The oldest go first: signatures come in the order of time.
            var oldest = signatures.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        signatures.put(signature, new Seen(from, until));
        return true;
    }
}
