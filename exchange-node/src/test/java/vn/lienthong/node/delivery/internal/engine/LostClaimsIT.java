package vn.lienthong.node.delivery.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.delivery.internal.rows.ClaimOwner;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** A claim that the database committed without being able to say so does not wait for the end of its lease. */
@NodeTest
class LostClaimsIT {

    private static final AgencyCode HERE = new AgencyCode("H12.77");
    private static final String NOWHERE = "nowhere";

    private final Dispatches dispatches;
    private final ShipmentClaims claims;
    private final JdbcTemplate sql;
    private final String installation;
    private final InstantSource clock;
    private final TimeOrderedIds ids;
    private final ForeignNode peer;

    @Autowired
    LostClaimsIT(ApplicationContext node, TestDirectory directory) throws IOException {
        this.dispatches = node.getBean(Dispatches.class);
        this.claims = node.getBean(ShipmentClaims.class);
        this.sql = node.getBean(JdbcTemplate.class);
        this.installation = node.getBean(ClaimOwner.class).id();
        this.clock = node.getBean(InstantSource.class);
        this.ids = node.getBean(TimeOrderedIds.class);
        directory.listSelf();
        assertThat(directory.host(HERE)).isNotNull();
        this.peer = ForeignNode.listed(directory, "peer-lost", "H19.77");
    }

    @Test
    void takesBackItsOwnClaimThatNobodyWorksOn() throws IOException {
        byte[] parcel = send();
        Object lost = claim(parcel, installation);
        assertThat(claims.takeBackLost(clock.instant())).isNotNegative();
        // The engine, which looks for itself, may have been faster.
        assertThat(claimed(parcel, lost)).isZero();
        end(parcel);
    }

    @Test
    void leavesTheClaimOfAnotherInstallationAlone() throws IOException {
        byte[] parcel = send();
        Object theirs = claim(parcel, "another");
        assertThat(claims.takeBackLost(clock.instant())).isNotNegative();
        assertThat(claimed(parcel, theirs)).isOne();
        end(parcel);
    }

    /** A shipment of its own, so that no worker has it in hand. */
    private Object claim(byte[] parcel, String owner) {
        Object until =
                UtcMillis.column(clock.instant().plus(ShipmentClaims.LEASE).minus(Duration.ofMinutes(1)));
        assertThat(sql.update(
                        "insert into shipment (parcel_id, target_node, lane, state, next_attempt_at, owner,"
                                + " lease_until) values (?, ?, 1, 1, ?, ?, ?)",
                        parcel,
                        NOWHERE,
                        UtcMillis.column(clock.instant().plus(Duration.ofDays(1))),
                        owner,
                        until))
                .isOne();
        return until;
    }

    private int claimed(byte[] parcel, Object until) {
        Integer rows = sql.queryForObject(
                "select count(*) from shipment where parcel_id = ? and target_node = ? and state = 1 and lease_until ="
                        + " ?",
                Integer.class,
                parcel,
                NOWHERE,
                until);
        return rows == null ? -1 : rows;
    }

    private void end(byte[] parcel) {
        assertThat(sql.update("delete from shipment where parcel_id = ? and target_node = ?", parcel, NOWHERE))
                .isOne();
    }

    private byte[] send() throws IOException {
        Sha256 key = Sha256.of(Columns.octets(ids.next()));
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
            assertThat(dispatch.submit()).isInstanceOf(Completion.Taken.class);
        }
        return Columns.octets(
                dispatches.list(HERE, Optional.empty(), 1).getFirst().parcelId().value());
    }
}
