package vn.lienthong.node.audit.internal.export;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.export.Shipping;
import vn.lienthong.node.audit.export.ShippingState;
import vn.lienthong.node.audit.export.ShippingTest;
import vn.lienthong.node.audit.internal.Round;
import vn.lienthong.node.audit.internal.search.EventQueries;
import vn.lienthong.node.audit.search.FoundEvent;
import vn.lienthong.node.platform.NodeFacts;

/**
 * Ships events in the order of the spool; an event leaves the spool when it was sent and the connection still stood.
 *
 * <p>Guarantees: no event is skipped; one may arrive twice when the connection breaks.
 */
@Component
class SyslogShipping implements Shipping, Round {

    private static final Logger LOG = LoggerFactory.getLogger(SyslogShipping.class);
    private static final int BATCH = 200;
    private static final int BATCHES = 50;

    private final SyslogProperties properties;
    private final SpoolRows spool;
    private final EventQueries events;
    private final AuditTrail trail;
    private final NodeFacts facts;
    private final InstantSource clock;
    private final EventFormat format;
    private final AtomicBoolean busy = new AtomicBoolean();
    private @Nullable CollectorConnection connection;
    private Instant silentSince;

    SyslogShipping(
            SyslogProperties properties,
            SpoolRows spool,
            EventQueries events,
            AuditTrail trail,
            NodeFacts facts,
            InstantSource clock) {
        this.properties = properties;
        this.spool = spool;
        this.events = events;
        this.trail = trail;
        this.facts = facts;
        this.clock = clock;
        this.format = switch (properties.payload()) {
            case CEF -> new CefFormat(facts.version());
            case OCSF -> new OcsfFormat(facts.version());
        };
        this.silentSince = clock.instant();
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(500);
    }

    @Override
    public void run() {
        if (properties.enabled() && busy.compareAndSet(false, true)) {
            Thread shipper = Thread.ofVirtual().name("audit-shipping").start(this::work);
            LOG.trace("{} begins", shipper);
        }
    }

    private void work() {
        try {
            boolean more = true;
            for (int i = 0; i < BATCHES && more; i++) {
                more = ship();
            }
        } catch (RuntimeException failed) {
            // The spool keeps what was not shipped; the next round goes on.
            LOG.warn("shipping was broken off", failed);
        } finally {
            busy.set(false);
        }
    }

    /** Ships a batch; true when there may be more. */
    private boolean ship() {
        List<SpoolRows.Waiting> waiting = spool.next(BATCH);
        if (waiting.isEmpty()) {
            silentSince = clock.instant();
            return false;
        }
        try {
            connected().send(frames(waiting));
            spool.arrived(waiting, clock.instant());
            silentSince = clock.instant();
            if (spool.mark(false)) {
                trail.recordNow(SecurityEvent.of(EventKind.SHIPPING_RESUME));
            }
            return waiting.size() == BATCH;
        } catch (IOException e) {
            disconnect();
            spool.failed(String.valueOf(e.getMessage()));
            alarm();
            return false;
        }
    }

    private void alarm() {
        boolean late = silentSince.plus(properties.alarmAfter()).isBefore(clock.instant());
        if (late && spool.mark(true)) {
            trail.recordNow(
                    SecurityEvent.failed(EventKind.SHIPPING_STOP, "NOT_REACHED").with("since", silentSince));
        }
    }

    private List<byte[]> frames(List<SpoolRows.Waiting> waiting) {
        Map<Object, FoundEvent> found = events
                .all(waiting.stream().map(SpoolRows.Waiting::event).toList())
                .stream()
                .collect(Collectors.toMap(FoundEvent::id, Function.identity()));
        return waiting.stream()
                .flatMap(one -> Optional.ofNullable(found.get(one.event())).stream())
                .map(event -> SyslogMessage.frame(
                        facts.name(), event.at(), event.severity(), event.action(), format.line(event)))
                .toList();
    }

    private CollectorConnection connected() throws IOException {
        CollectorConnection open = connection;
        if (open == null) {
            open = CollectorConnection.open(properties);
            connection = open;
        }
        return open;
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    @Override
    public ShippingState state() {
        return spool.state(properties.target());
    }

    @Override
    public ShippingTest test() {
        if (!properties.enabled()) {
            return new ShippingTest.NotSetUp();
        }
        trail.recordNow(SecurityEvent.of(EventKind.SHIPPING_TEST));
        long begun = System.nanoTime();
        try (CollectorConnection own = CollectorConnection.open(properties)) {
            own.send(List.of(SyslogMessage.frame(
                    facts.name(), clock.instant(), Severity.INFO, "shipping.test", "test message of Liên thông")));
            return new ShippingTest.Sent(Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            return new ShippingTest.Failed(String.valueOf(e.getMessage()));
        }
    }
}
