package vn.lienthong.node.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.node.audit.export.Shipping;
import vn.lienthong.node.audit.export.ShippingTest;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.testing.NodeTest;

@NodeTest
class ShippingIT {

    private static final Collector COLLECTOR = new Collector();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Shipping shipping;

    @Autowired
    private AuditSearch search;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("lienthong.audit.syslog.host", () -> "localhost");
        registry.add("lienthong.audit.syslog.port", COLLECTOR::port);
        registry.add(
                "lienthong.audit.syslog.ca-file", () -> COLLECTOR.authority().toString());
        registry.add("lienthong.audit.syslog.alarm-after", () -> "1s");
    }

    @Test
    void shipsEachEventAndKeepsWhatWaitsWhileTheCollectorIsAway() throws IOException {
        trail.recordNow(marked("before"));
        await("the first event", () -> shipped("before"));
        assertThat(COLLECTOR.messages().getFirst())
                .matches("(?s)<\\d+>1 \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z .* lienthong - [a-z.-]+ -"
                        + " \\uFEFFCEF:0.*");
        assertThat(shipping.test()).isInstanceOf(ShippingTest.Sent.class);

        COLLECTOR.off();
        for (int i = 0; i < 20; i++) {
            trail.recordNow(marked("during-" + i));
        }
        await("the alarm", () -> shipping.state().stopped());
        assertThat(shipping.state().backlog()).isGreaterThanOrEqualTo(20);
        assertThat(shipping.state().oldest()).isNotNull();
        assertThat(shipping.state().fault()).isNotBlank();
        assertThat(shipping.test()).isInstanceOf(ShippingTest.Failed.class);
        assertThat(search.count(EventFilter.recent(Instant.now()).with(FilterField.ACTION, "shipping.stop"))
                        .count())
                .isOne();

        COLLECTOR.on();
        await("everything that waited", () -> shipped("during-0") && shipped("during-19"));
        await("the end of the alarm", () -> !shipping.state().stopped());
        for (int i = 0; i < 20; i++) {
            assertThat(shipped("during-" + i)).isTrue();
        }
        await("an empty spool", () -> shipping.state().backlog() == 0);
        assertThat(shipping.state().lastSuccess()).isNotNull();
    }

    private static SecurityEvent marked(String mark) {
        return SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .by(Actor.account(71, "CLERK", null, "someone"))
                .on(EventObject.document("shipped-" + mark + "!"));
    }

    private static boolean shipped(String mark) {
        return COLLECTOR.messages().stream().anyMatch(message -> message.contains("shipped-" + mark + "!"));
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }
}
