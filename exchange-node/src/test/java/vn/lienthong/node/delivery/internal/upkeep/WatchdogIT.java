package vn.lienthong.node.delivery.internal.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.DeliveryFigures;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** What nothing else would touch again is put right, and told. */
@NodeTest
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchdogIT {

    private static final AgencyCode HERE = new AgencyCode("H12.01");
    private static final String STATE = "select state from shipment where parcel_id = ?";
    private static final String DONE = "update shipment set state = 2 where parcel_id = ?";

    private final Dispatches dispatches;
    private final StuckRows rows;
    private final DeliveryFigures figures;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final JdbcTemplate sql;
    private final ForeignNode peer;

    @Autowired
    WatchdogIT(ApplicationContext node, TestDirectory directory) throws IOException {
        this.dispatches = node.getBean(Dispatches.class);
        this.rows = node.getBean(StuckRows.class);
        this.figures = node.getBean(DeliveryFigures.class);
        this.ids = node.getBean(TimeOrderedIds.class);
        this.clock = node.getBean(InstantSource.class);
        this.sql = node.getBean(JdbcTemplate.class);
        node.getBean("vn.lienthong.node.delivery.internal.engine.DeliveryEngine", SmartLifecycle.class)
                .stop();
        node.getBean("vn.lienthong.node.delivery.internal.upkeep.UpkeepLoop", SmartLifecycle.class)
                .stop();
        directory.listSelf();
        assertThat(directory.host(HERE)).isNotNull();
        this.peer = ForeignNode.listed(directory, "peer-stuck", "H19.01");
    }

    @Test
    void freesAClaimThatNobodyHolds() throws IOException {
        ParcelId parcel = send();
        update("update shipment set state = 1, owner = 'ghost', lease_until = null where parcel_id = ?", parcel);
        Watchdog watchdog = watchdog(Duration.ZERO);
        assertThat(watchdog.round()).isPositive();
        assertThat(watchdog.repairs().count()).isPositive();
        assertThat(watchdog.repairs().lastAt()).isPresent();
        assertThat(ghosts()).isZero();
    }

    @Test
    void freesAClaimOfAClockThatWasAhead() throws IOException {
        ParcelId parcel = send();
        set("update shipment set state = 1, owner = 'ghost', lease_until = ? where parcel_id = ?", years(), parcel);
        assertThat(watchdog(Duration.ZERO).round()).isPositive();
        assertThat(ghosts()).isZero();
    }

    @Test
    void shortensAPauseOfAClockThatWasAhead() throws IOException {
        ParcelId parcel = send();
        set("update shipment set state = 0, next_attempt_at = ? where parcel_id = ?", years(), parcel);
        assertThat(watchdog(Duration.ZERO).round()).isPositive();
        Integer far = sql.queryForObject(
                "select count(*) from shipment where parcel_id = ? and next_attempt_at > ?",
                Integer.class,
                bytes(parcel),
                UtcMillis.column(clock.instant().plus(Duration.ofDays(1))));
        assertThat(far).isZero();
    }

    @Test
    void shipsAgainWhatAnAnswerDidNotSpeakOf() throws IOException {
        ParcelId parcel = send();
        update(DONE, parcel);
        update("update delivery set state = 1 where parcel_id = ?", parcel);
        set("update shipment set attempts = ? where parcel_id = ?", 0, parcel);
        assertThat(rows.reship(clock.instant().plus(Duration.ofMinutes(14)))).isZero();
        assertThat(number(STATE, parcel)).isEqualTo(2);
        assertThat(rows.reship(clock.instant().plus(Duration.ofMinutes(16)))).isEqualTo(1);
        assertThat(number(STATE, parcel)).isNotEqualTo(2);
        // The second time it takes twice as long, so that a silent receiver is not asked for ever and ever.
        update(DONE, parcel);
        set("update shipment set attempts = ? where parcel_id = ?", 1, parcel);
        assertThat(rows.reship(clock.instant().plus(Duration.ofMinutes(16 + 29))))
                .isZero();
        assertThat(rows.reship(clock.instant().plus(Duration.ofMinutes(16 + 31))))
                .isEqualTo(1);
        update("update delivery set state = 3 where parcel_id = ?", parcel);
        update(DONE, parcel);
    }

    @Test
    void makesAShipmentThatHasVanishedAnew() throws IOException {
        ParcelId parcel = send();
        update("delete from shipment where parcel_id = ?", parcel);
        assertThat(watchdog(Duration.ofMinutes(16)).round()).isPositive();
        assertThat(number("select count(*) from shipment where parcel_id = ? and lane = 1", parcel))
                .isEqualTo(1);
    }

    @Test
    void leavesFinalDeliveriesAloneForEver() throws IOException {
        ParcelId parcel = send();
        update(DONE, parcel);
        update("update delivery set state = 4 where parcel_id = ?", parcel);
        assertThat(rows.reship(clock.instant().plus(Duration.ofDays(4000)))).isNotNegative();
        assertThat(number(STATE, parcel)).isEqualTo(2);
    }

    @Test
    void countsWhatIsOnItsWay() throws IOException {
        ParcelId parcel = send();
        update(DONE, parcel);
        update("update delivery set state = 2 where parcel_id = ?", parcel);
        Watchdog watchdog = watchdog(Duration.ofDays(8));
        assertThat(watchdog.queue()).isEmpty();
        assertThat(watchdog.round()).isNotNegative();
        assertThat(watchdog.queue())
                .hasValueSatisfying(
                        queue -> assertThat(queue.overdueHandovers()).isPositive());
        assertThat(figures.storedOctets()).isPositive();
    }

    private Watchdog watchdog(Duration later) {
        return new Watchdog(rows, () -> clock.instant().plus(later));
    }

    private Object years() {
        Instant later = clock.instant().plus(Duration.ofDays(1000));
        return UtcMillis.column(later);
    }

    private int ghosts() {
        Integer count = sql.queryForObject("select count(*) from shipment where owner = 'ghost'", Integer.class);
        return count == null ? -1 : count;
    }

    private int number(String query, ParcelId parcel) {
        Integer number = sql.queryForObject(query, Integer.class, (Object) bytes(parcel));
        return number == null ? -1 : number;
    }

    private void update(String statement, ParcelId parcel) {
        assertThat(sql.update(statement, (Object) bytes(parcel))).isNotNegative();
    }

    private void set(String statement, Object value, ParcelId parcel) {
        assertThat(sql.update(statement, value, bytes(parcel))).isNotNegative();
    }

    private ParcelId send() throws IOException {
        Sha256 key = Sha256.of(bytes(new ParcelId(ids.next())));
        DispatchOrder order = new DispatchOrder(
                HERE,
                List.of(peer.code()),
                false,
                Optional.empty(),
                DocumentMetadata.builder(Organization.of(HERE, "Cơ quan thử"), "Về việc thử")
                        .build(),
                key,
                key,
                "key:test");
        Submission.Open open = (Submission.Open) dispatches.begin(order);
        try (OpenDispatch dispatch = open.dispatch()) {
            dispatch.addFile("a.txt", "text/plain", new ByteArrayInputStream(new byte[10]));
            assertThat(dispatch.submit()).isNotNull();
        }
        return dispatches.list(HERE, Optional.empty(), 1).getFirst().parcelId();
    }

    private static byte[] bytes(ParcelId parcel) {
        return HexFormat.of().parseHex(parcel.toString().replace("-", ""));
    }
}
