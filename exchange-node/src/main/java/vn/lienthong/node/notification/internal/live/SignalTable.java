package vn.lienthong.node.notification.internal.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.web.LiveEvents;

/**
 * Signals as rows, so that they are committed with the change and the other programs of the installation find them. Rows may become
 * visible out of order, so all young ones are read again and again, and those that were told are remembered.
 */
@Component
class SignalTable implements LiveEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SignalTable.class);
    private static final Duration YOUNG = Duration.ofSeconds(15);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 2000;

    private final JdbcClient database;
    private final LiveStreams streams;
    private final InstantSource clock;
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    SignalTable(JdbcClient database, LiveStreams streams, InstantSource clock) {
        this.database = database;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public void changed(String topic, Collection<AgencyCode> agencies) {
        agencies.stream().distinct().map(agency -> Signal.of(topic, agency)).forEach(this::signal);
    }

    @Override
    public void changed(String topic, LoginName person) {
        signal(Signal.of(topic, person));
    }

    private void signal(Signal signal) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        int written = database.sql("insert into live_signal (topic, audience, told_at) values (?, ?, ?)")
                .params(signal.topic(), signal.audience(), column(clock.instant()))
                .update(key);
        LOG.trace("{} signals of {}", written, signal.topic());
        Number id = key.getKey();
        if (id != null) {
            afterCommit(id.longValue(), signal);
        }
    }

    private void afterCommit(long id, Signal signal) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(id, signal);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(id, signal);
            }
        });
    }

    private void tell(long id, Signal signal) {
        told.add(id);
        streams.tell(List.of(signal));
    }

    /** Tells what others have signalled. */
    void look() {
        if (streams.isEmpty()) {
            return;
        }
        try {
            Set<Long> young = new HashSet<>();
            List<Signal> fresh = new ArrayList<>();
            database.sql("select signal_id, topic, audience from live_signal where told_at > ?"
                            + " order by told_at desc limit " + MOST)
                    .param(column(clock.instant().minus(YOUNG)))
                    .query(row -> {
                        young.add(row.getLong(1));
                        if (told.add(row.getLong(1))) {
                            fresh.add(new Signal(row.getString(2), row.getString(3)));
                        }
                    });
            told.retainAll(young);
            streams.tell(fresh);
        } catch (DataAccessException away) {
            LOG.debug("cannot look for signals now", away);
        }
    }

    /** Forgets what nobody reads any more. */
    void forget() {
        try {
            int gone = database.sql("delete from live_signal where told_at < ? limit 10000")
                    .param(column(clock.instant().minus(KEPT)))
                    .update();
            LOG.trace("{} signals forgotten", gone);
        } catch (DataAccessException away) {
            LOG.debug("cannot forget signals now", away);
        }
    }

    private static LocalDateTime column(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
