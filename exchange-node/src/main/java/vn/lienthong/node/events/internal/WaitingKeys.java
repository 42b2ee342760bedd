package vn.lienthong.node.events.internal;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.platform.InNodeRole;

/** How many requests of each key wait here at once. */
@InNodeRole
@Component
class WaitingKeys {

    static final int MOST = 8;

    private final ConcurrentMap<ApiKeyId, Integer> waiting = new ConcurrentHashMap<>();

    /** A place, as long as it is held; empty when the key has too many. */
    Optional<Place> enter(ApiKeyId key) {
        int now = waiting.merge(key, 1, Integer::sum);
        Place place = new Place(key);
        if (now > MOST) {
            place.close();
            return Optional.empty();
        }
        return Optional.of(place);
    }

    private void leave(ApiKeyId key) {
        waiting.computeIfPresent(key, (_, count) -> count > 1 ? count - 1 : null);
    }

    /** One request that waits. */
    final class Place implements AutoCloseable {

        private final ApiKeyId key;

        private Place(ApiKeyId key) {
            this.key = key;
        }

        @Override
        public void close() {
            leave(key);
        }
    }
}
