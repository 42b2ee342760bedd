package vn.lienthong.node.delivery.internal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.node.delivery.internal.submission.SubmissionWorld.RECIPIENT;
import static vn.lienthong.node.delivery.internal.submission.SubmissionWorld.SENDER;
import static vn.lienthong.node.delivery.internal.submission.SubmissionWorld.order;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.directory.CopyAge;
import vn.lienthong.node.evidence.EvidenceIntake;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class SubmissionIT {

    private static final List<Long> NOTHING = List.of(0L, 0L, 0L, 0L, 0L, 0L);
    private static final List<Long> ONE_OF_EACH = List.of(1L, 1L, 1L, 1L, 1L, 1L);

    private final SubmissionWorld world;

    SubmissionIT(DataSource database) throws IOException {
        world = new SubmissionWorld(database);
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        for (String table :
                List.of("shipment", "delivery", "outbound_parcel", "idempotency_key", "document_record", "evidence")) {
            world.execute("delete from " + table);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void takesResponsibilityForEverythingAtOnce() throws IOException, SQLException {
        ParcelId parcel = world.sent(order("k", RECIPIENT.value()));
        assertThat(world.rows()).isEqualTo(ONE_OF_EACH);
        assertThat(world.payloads()).containsExactly(new PayloadId(parcel.value()));
        assertThat(world.wakeUps).hasValue(1);
        Dispatch dispatch = world.dispatches.find(SENDER, parcel).orElseThrow();
        assertThat(dispatch.document().subject()).isEqualTo("Về việc thử nghiệm");
        assertThat(dispatch.document().fileCount()).isEqualTo(1);
        assertThat(dispatch.deliveries()).singleElement().satisfies(leg -> {
            assertThat(leg.recipient()).isEqualTo(RECIPIENT);
            assertThat(leg.node()).isEqualTo("node-b");
            assertThat(leg.stage()).isEqualTo(DeliveryStage.QUEUED);
        });
        assertThat(world.dispatches.document(SENDER, parcel).orElseThrow().attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.size()).isEqualTo(100_000));
    }

    @Test
    void keepsEvidenceThatVerifies() throws IOException {
        ParcelId parcel = world.sent(order("k", RECIPIENT.value()));
        assertThat(world.book.ofParcel(parcel)).singleElement().satisfies(stored -> {
            assertThat(stored.evidence().event()).isEqualTo(EvidenceEvent.SUBMISSION_ACCEPTANCE);
            assertThat(stored.evidence().subject().recipient()).isNull();
            assertThat(world.book.check(stored.signed(), ListedAgencies.HERE))
                    .isInstanceOf(EvidenceIntake.Genuine.class);
        });
    }

    @Test
    void keepsNothingWhenItDiesBeforeTheTransaction() throws IOException, SQLException {
        dies("delivery.submission-sealed");
        assertThat(world.rows()).isEqualTo(NOTHING);
        assertThat(world.payloads()).isEmpty();
    }

    @Test
    void keepsNothingWhenItDiesInsideTheTransaction() throws IOException, SQLException {
        dies("book.keep");
        assertThat(world.rows()).isEqualTo(NOTHING);
        assertThat(world.payloads()).isEmpty();
        world.deadly.set("");
        assertThat(world.send(order("k", RECIPIENT.value()))).isInstanceOf(Completion.Taken.class);
    }

    @Test
    void keepsEverythingWhenItDiesAfterTheTransactionAndSaysSoWhenAskedAgain() throws IOException, SQLException {
        dies("delivery.submission-committed");
        assertThat(world.rows()).isEqualTo(ONE_OF_EACH);
        assertThat(world.payloads()).hasSize(1);
        assertThat(world.dispatches.begin(order("k", RECIPIENT.value()))).isInstanceOf(Submission.Repeated.class);
    }

    private void dies(String place) {
        world.deadly.set(place);
        assertThatExceptionOfType(SubmissionWorld.Death.class)
                .isThrownBy(() -> world.sent(order("k", RECIPIENT.value())));
    }

    @Test
    void keepsNothingWhenTheSenderBreaksOff() throws IOException, SQLException {
        try (OpenDispatch open = world.open(order("k", RECIPIENT.value()))) {
            open.addFile("a.pdf", "application/pdf", new ByteArrayInputStream(new byte[1_000_000]));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> open.addFile("b.pdf", "application/pdf", broken()));
        }
        assertThat(world.rows()).isEqualTo(NOTHING);
        assertThat(world.payloads()).isEmpty();
    }

    private static FilterInputStream broken() {
        return new FilterInputStream(new ByteArrayInputStream(new byte[10])) {
            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                throw new IOException("the sender has gone");
            }
        };
    }

    @Test
    void theSameOrderAgainIsNotCarriedOutAgain() throws IOException {
        ParcelId parcel = world.sent(order("k", RECIPIENT.value()));
        assertThat(world.dispatches.begin(order("k", RECIPIENT.value()))).isEqualTo(new Submission.Repeated(parcel));
        assertThat(world.sent(order("another", RECIPIENT.value()))).isNotEqualTo(parcel);
    }

    @Test
    void aKeyStandsForOneOrderOnly() throws IOException {
        ParcelId parcel = world.sent(order("k", RECIPIENT.value()));
        assertThat(world.dispatches.begin(order("k", SENDER.value())))
                .isEqualTo(new Submission.Rejected(ErrorCode.IDEMPOTENCY_CONFLICT));
        assertThat(world.dispatches.find(SENDER, parcel)).isPresent();
    }

    @Test
    void sendsNothingToOthersByADirectoryThatIsTooOld() throws IOException, SQLException {
        Instant asOf = world.clock.instant();
        Duration week = Duration.ofDays(7);
        world.agencies.grow(CopyAge.of(asOf, week, asOf.plus(week)));
        assertThat(world.dispatches.begin(order("k", RECIPIENT.value())))
                .isEqualTo(new Submission.Rejected(ErrorCode.DIRECTORY_STALE));
        assertThat(world.rows()).isEqualTo(NOTHING);
        assertThat(world.send(order("own", SENDER.value()))).isInstanceOf(Completion.Taken.class);
        world.agencies.grow(CopyAge.of(asOf, week, asOf.plus(week).minusMillis(1)));
        assertThat(world.send(order("k", RECIPIENT.value()))).isInstanceOf(Completion.Taken.class);
    }

    @Test
    void namesEveryRecipientThatCannotBeServed() throws IOException, SQLException {
        world.agencies.withoutKeys("B01", ListedAgencies.HERE);
        world.agencies.withKeys("B02", ListedAgencies.HERE, Duration.ofHours(1));
        world.agencies.withKeys("B03", ListedAgencies.HERE, Duration.ofHours(20));
        world.clock.advance(Duration.ofHours(2));
        world.agencies.close("B03", List.of(RECIPIENT));
        Submission answer = world.dispatches.begin(order("k", "X99", "B03", RECIPIENT.value(), "B01", "B02"));
        assertThat(answer).isInstanceOfSatisfying(Submission.Undeliverable.class, refused -> {
            assertThat(refused.failures())
                    .extracting(RecipientCheck::recipient)
                    .containsExactlyInAnyOrder(
                            new AgencyCode("X99"), new AgencyCode("B03"), new AgencyCode("B01"), new AgencyCode("B02"));
            assertThat(refused.failures())
                    .extracting(check -> check.error().orElseThrow())
                    .containsExactlyInAnyOrder(
                            ErrorCode.RECIPIENT_UNKNOWN,
                            ErrorCode.RECIPIENT_CLOSED,
                            ErrorCode.RECIPIENT_WITHOUT_KEY,
                            ErrorCode.RECIPIENT_CERTIFICATE_EXPIRED);
            assertThat(refused.failures())
                    .filteredOn(RecipientCheck.Closed.class::isInstance)
                    .singleElement()
                    .satisfies(closed -> assertThat(((RecipientCheck.Closed) closed).successors())
                            .containsExactly(RECIPIENT));
        });
        assertThat(world.payloads()).isEmpty();
    }

    @Test
    void leavesOutWhomItCannotServeOnlyWhenTheOrderAllowsIt() throws IOException {
        DispatchOrder partial = order("k", true, Optional.empty(), "X99", RECIPIENT.value());
        try (OpenDispatch open = world.open(partial)) {
            assertThat(open.leftOut()).containsExactly(new RecipientCheck.Unknown(new AgencyCode("X99")));
        }
        ParcelId parcel = world.sent(partial);
        assertThat(world.dispatches.find(SENDER, parcel).orElseThrow().deliveries())
                .hasSize(1);
        assertThat(world.dispatches.begin(order("n", true, Optional.empty(), "X99")))
                .isInstanceOf(Submission.Undeliverable.class);
    }

    @Test
    void refusesAnEndInThePastOrTooFarAway() {
        for (Duration end : List.of(Duration.ofDays(-1), Duration.ZERO, Duration.ofDays(91))) {
            var expiresAt = Optional.of(world.clock.instant().plus(end));
            assertThat(world.dispatches.begin(order("k", false, expiresAt, RECIPIENT.value())))
                    .isEqualTo(new Submission.Rejected(ErrorCode.FIELD_INVALID));
        }
    }

    @Test
    void sendsOnlyForAgenciesThatThisNodeServes() {
        AgencyId moved = world.agencies.host("G22");
        world.agencies.moveAway(moved);
        for (String code : List.of("G22", "X99", RECIPIENT.value())) {
            DispatchOrder own = order("k", RECIPIENT.value());
            DispatchOrder foreign = new DispatchOrder(
                    new AgencyCode(code),
                    own.recipients(),
                    false,
                    own.expiresAt(),
                    own.metadata(),
                    own.idempotencyKey(),
                    own.request(),
                    own.submittedBy());
            assertThat(world.dispatches.begin(foreign)).isEqualTo(new Submission.Rejected(ErrorCode.SENDER_NOT_SERVED));
        }
    }

    @Test
    void everyDispatchHasItsOwnEvidence() throws IOException {
        ParcelId first = world.sent(order("1", RECIPIENT.value()));
        ParcelId second = world.sent(order("2", RECIPIENT.value()));
        List<StoredEvidence> all = world.book.ofParcel(first);
        assertThat(all).hasSize(1).doesNotContainAnyElementsOf(world.book.ofParcel(second));
    }
}
