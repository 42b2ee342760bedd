package vn.lienthong.node.statement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.delivery.StatementIntake;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.TestDirectory;

/** Two agencies of this node and one of another, and documents between them. */
final class StatementWorld {

    private static final int PATIENCE = 3000;
    private static final long PAUSE = 10_000_000;

    final AgencyCode here;
    final AgencyCode neighbour;
    final AgencyCode there;
    final ForeignNode peer;
    final ForeignAuthor author;
    private final AgencyId host;
    private final ApplicationContext context;

    StatementWorld(ApplicationContext context, String prefix) throws IOException {
        this.context = context;
        this.here = new AgencyCode(prefix + ".01");
        this.neighbour = new AgencyCode(prefix + ".02");
        this.there = new AgencyCode(prefix + ".90");
        TestDirectory directory = context.getBean(TestDirectory.class);
        directory.listSelf();
        this.host = directory.host(here);
        assertThat(directory.host(neighbour)).isNotEqualTo(host);
        this.peer = ForeignNode.listed(directory, "peer-" + prefix.toLowerCase(Locale.ROOT), there.value());
        this.author = new ForeignAuthor(bean(TimeOrderedIds.class), bean(InstantSource.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A document of the other node arrives for the agency. */
    ParcelId arrive() {
        var certificate = bean(AgencyKeys.class)
                .recipientKeys(host, new SuiteId("LT-1"))
                .getFirst()
                .certificate();
        ForeignNode.Parcel parcel = peer.seal(
                bean(TimeOrderedIds.class).next(),
                Map.of(here, certificate),
                bean(InstantSource.class),
                new byte[20_000]);
        assertThat(bean(ParcelAcceptance.class)
                        .accept(peer.nodeId(), List.of(parcel.arrived()))
                        .getFirst())
                .isInstanceOf(TransferAnswer.Accepted.class);
        return parcel.id();
    }

    /** The agency sends a document. */
    ParcelId send(AgencyCode... to) {
        UUID key = bean(TimeOrderedIds.class).next();
        Sha256 digest = Sha256.of(key.toString().getBytes(StandardCharsets.UTF_8));
        DispatchOrder order = new DispatchOrder(
                here,
                List.of(to),
                false,
                Optional.empty(),
                DocumentMetadata.builder(Organization.of(here, "Cơ quan"), "Về việc thử nghiệm")
                        .build(),
                digest,
                digest,
                "key:test");
        try (OpenDispatch open = ((Submission.Open) bean(Dispatches.class).begin(order)).dispatch()) {
            open.addFile("to-trinh.bin", "application/octet-stream", new ByteArrayInputStream(new byte[20_000]));
            return ((Completion.Taken) open.submit()).parcelId();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    InboxEntry entry(AgencyCode recipient, ParcelId parcel) {
        return bean(Inbox.class).all(Set.of(recipient), Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.parcelId().equals(parcel))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody takes the document over. */
    void take(AgencyCode recipient, ParcelId parcel) {
        Inbox inbox = bean(Inbox.class);
        long entry = entry(recipient, parcel).entryId();
        LeaseAnswer.Granted lease = (LeaseAnswer.Granted) inbox.lease(recipient, entry, Optional.empty());
        assertThat(inbox.acknowledge(recipient, entry, lease.leaseId(), lease.packageSha512()))
                .isInstanceOf(Settlement.Done.class);
    }

    /** Where the desk's record of the document stands, as soon as there is one. */
    String awaitRecord(AgencyCode recipient, ParcelId parcel) {
        long entry = entry(recipient, parcel).entryId();
        for (int i = 0; i < PATIENCE; i++) {
            List<String> states = bean(JdbcTemplate.class)
                    .query(
                            "select state from incoming_document where inbox_entry = ?",
                            (row, _) -> row.getString(1),
                            entry);
            if (!states.isEmpty()) {
                return states.getFirst();
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new AssertionError("the desk made no record");
    }

    /** The other node brings a statement of its agency. */
    void bring(Statement statement) {
        assertThat(bean(StatementIntake.class)
                        .take(
                                peer.nodeId(),
                                List.of(ForeignAuthor.signed(
                                        statement, peer.keys().signing())))
                        .orElseThrow())
                .singleElement()
                .isInstanceOf(EvidenceAnswer.Stored.class);
    }

    Standing standing(ParcelId parcel, AgencyCode recipient) {
        return bean(Statements.class).standing(parcel, recipient).orElseThrow();
    }

    /** The recall request that waits for an answer. */
    StatementId openRecall(ParcelId parcel, AgencyCode recipient) {
        return Objects.requireNonNull(standing(parcel, recipient).openRecall());
    }

    KeptStatement await(ParcelId parcel, AgencyCode recipient, Known status) {
        for (int i = 0; i < PATIENCE; i++) {
            Optional<KeptStatement> found = bean(Statements.class).history(parcel, recipient).stream()
                    .filter(kept -> kept.statement().status() == status)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new AssertionError("nothing was stated");
    }
}
