package vn.lienthong.node.delivery.internal.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchListener;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.SecretDispatchListener;
import vn.lienthong.node.delivery.SecretMarks;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.documents.SuitePolicy;
import vn.lienthong.node.documents.SuiteSettings;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.internal.EvidenceBooks;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;
import vn.lienthong.node.storage.internal.FilePayloadStore;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectories;
import vn.lienthong.node.testing.TestEntities;

/** Everything around a submission: database, payload store and evidence book are the real ones. */
final class SubmissionWorld implements AutoCloseable {

    static final AgencyCode SENDER = new AgencyCode("H37.02");
    static final AgencyCode RECIPIENT = new AgencyCode("A01.02");

    final SettableClock clock = new SettableClock();
    final TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
    final ListedAgencies agencies = new ListedAgencies(ids, clock);
    final DispatchWaiters waiters = new DispatchWaiters();
    final AtomicInteger wakeUps = new AtomicInteger();
    final AtomicReference<String> deadly = new AtomicReference<>("");
    final EvidenceBook book;
    final Dispatches dispatches;
    private final DataSource database;
    private final TestEntities jpa;
    private final PayloadStore store;

    /** The program dies here, as far as a test can tell. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Nothing that is sent here is a secret. */
    private record NoSecrets() implements SecretMarks {

        @Override
        public Secrecy level(ParcelId parcel) {
            return Secrecy.ORDINARY;
        }

        @Override
        public Set<ParcelId> among(Collection<ParcelId> parcels) {
            return Set.of();
        }
    }

    SubmissionWorld(DataSource database) throws IOException {
        this.database = database;
        this.jpa = TestEntities.over(database);
        this.store = FilePayloadStore.open(TestDirectories.fresh("submission"), 1L << 30, 0, CrashPoints.none());
        this.book = EvidenceBooks.open(jpa.entities(), agencies, this::issuer, ids, clock);
        EvidenceBook mortal = new MortalBook(book, () -> die("book.keep"));
        SubmissionCommit commit = new SubmissionCommit(
                jpa.entities(),
                jpa.transactions(),
                mortal,
                new DispatchNews(
                        new StaticListableBeanFactory().getBeanProvider(DispatchListener.class),
                        new StaticListableBeanFactory().getBeanProvider(SecretDispatchListener.class),
                        new NoSecrets()));
        var collaborators =
                new SealedDispatch.Collaborators(store, commit, mortal, wakeUps::incrementAndGet, this::die);
        DispatchReading reading = new DispatchReading(new DispatchRows(jpa.entities()), waiters, clock);
        List<String> usual = List.of("LT-1");
        List<String> strong = List.of("LT-2");
        SuitePolicy policy =
                new SuitePolicy(SuiteRegistry.standard(), new SuiteSettings(usual, strong, strong, strong));
        this.dispatches = new NodeDispatches(
                new ParcelBeginning(agencies, agencies, agencies, ids, collaborators), reading, policy, clock);
        agencies.host(SENDER.value());
        agencies.withKeys(RECIPIENT.value(), agencies.node("node-b"), Duration.ofHours(20));
    }

    private void die(String place) {
        if (deadly.get().equals(place)) {
            throw new Death();
        }
    }

    private Optional<X509Certificate> issuer(NodeId node, Sha256 fingerprint) {
        X509Certificate certificate = agencies.signingKey().certificate();
        boolean own = node.equals(ListedAgencies.HERE)
                && Sha256.of(Certificates.encode(certificate)).equals(fingerprint);
        return own ? Optional.of(certificate) : Optional.empty();
    }

    /** An order of the usual sender to these recipients. */
    static DispatchOrder order(String key, String... recipients) {
        return order(key, false, Optional.empty(), recipients);
    }

    static DispatchOrder order(String key, boolean partial, Optional<Instant> expiresAt, String... recipients) {
        List<AgencyCode> codes = Arrays.stream(recipients).map(AgencyCode::new).toList();
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(SENDER, "UBND"), "Về việc thử nghiệm")
                .build();
        return new DispatchOrder(
                SENDER, codes, partial, expiresAt, metadata, digest(key), digest("request" + codes), "key:test");
    }

    static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Begins, adds a file and submits. */
    Completion send(DispatchOrder order) throws IOException {
        try (OpenDispatch open = open(order)) {
            open.addFile("công văn.pdf", "application/pdf", new ByteArrayInputStream(new byte[100_000]));
            return open.submit();
        }
    }

    ParcelId sent(DispatchOrder order) throws IOException {
        return switch (send(order)) {
            case Completion.Taken(ParcelId parcelId) -> parcelId;
            case Completion.Repeated _, Completion.KeyTaken _ -> throw new AssertionError("was sent before");
        };
    }

    OpenDispatch open(DispatchOrder order) {
        return switch (dispatches.begin(order)) {
            case Submission.Open(OpenDispatch dispatch) -> dispatch;
            case Submission other -> throw new AssertionError(other);
        };
    }

    /** How many rows each table of the sending side holds, in the order of the migration. */
    List<Long> rows() throws SQLException {
        return List.of(
                count("outbound_parcel"),
                count("shipment"),
                count("delivery"),
                count("idempotency_key"),
                count("document_record"),
                count("evidence"));
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Payloads and parts of payloads in the store. */
    List<PayloadId> payloads() throws IOException {
        try (Stream<PayloadId> all = store.writtenBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
            return all.toList();
        }
    }

    @Override
    public void close() {
        jpa.close();
    }
}
