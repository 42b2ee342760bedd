package vn.lienthong.node.events.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.AgencyNews;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.platform.InNodeRole;

/** Tells of API keys that end within two weeks and have no successor, once each, also when several programs look. */
@InNodeRole
@Component
class KeyWatch {

    private static final Duration SOON = Duration.ofDays(14);

    private final ApiKeys keys;
    private final EventRows rows;
    private final AgencyEvents events;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    KeyWatch(ApiKeys keys, EventRows rows, AgencyEvents events, TransactionTemplate transactions, InstantSource clock) {
        this.keys = keys;
        this.rows = rows;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    void round() {
        for (ApiKeyFacts key : keys.expiring(clock.instant().plus(SOON))) {
            AgencyNews news = AgencyNews.about(
                    key.agency(), EventType.KEY_EXPIRING, key.id().value());
            transactions.executeWithoutResult(_ -> tellOnce(news));
        }
    }

    /** Nobody else can do the same meanwhile: the head of the events is held. */
    private void tellOnce(AgencyNews news) {
        long head = rows.lockHead();
        if (head >= 0 && !rows.holds(news)) {
            events.record(List.of(news));
        }
    }
}
