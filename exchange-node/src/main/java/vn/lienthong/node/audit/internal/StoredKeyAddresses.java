package vn.lienthong.node.audit.internal;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.KeyAddresses;
import vn.lienthong.node.audit.RecordingFailedException;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.database.Columns;

/** Addresses in the database, with those of late in memory. */
@Component
class StoredKeyAddresses implements KeyAddresses {

    private static final int MOST = 50_000;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Set<Use> known = ConcurrentHashMap.newKeySet();

    private record Use(String key, String address) {}

    StoredKeyAddresses(JdbcClient database, TransactionTemplate transactions, AuditTrail trail, InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void used(String key, String address) {
        Use use = new Use(key, address);
        if (known.contains(use)) {
            return;
        }
        try {
            transactions.executeWithoutResult(_ -> remember(use));
        } catch (DataAccessException | TransactionException failed) {
            throw new RecordingFailedException("the address of an API key could not be recorded", failed);
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.add(use);
    }

    private void remember(Use use) {
        int fresh = database.sql("insert ignore into audit_key_address (api_key, address, first_seen) values (?, ?, ?)")
                .params(use.key(), use.address(), Columns.of(clock.instant()))
                .update();
        if (fresh == 1) {
            long addresses = database.sql("select count(*) from audit_key_address where api_key = ?")
                    .param(use.key())
                    .query(Long.class)
                    .single();
            EventKind kind = addresses == 1 ? EventKind.API_KEY_BEGIN : EventKind.API_KEY_MOVE;
            trail.record(SecurityEvent.of(kind)
                    .on(EventObject.of(EventObject.Kind.API_KEY, use.key()))
                    .with("addresses", addresses));
        }
    }
}
