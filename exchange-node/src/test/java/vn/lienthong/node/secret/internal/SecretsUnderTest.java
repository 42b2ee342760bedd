package vn.lienthong.node.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.delivery.SecretDispatches;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.delivery.SecretZone;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.SealingKey;
import vn.lienthong.node.protection.FieldSealing;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretFields;
import vn.lienthong.node.testing.InMemoryPayloadStore;
import vn.lienthong.node.testing.SettableClock;

/** The secret area on a real database, with a composer, two releasers, clerks and a clock that tests move. */
final class SecretsUnderTest {

    static final AgencyCode AGENCY = FakePeople.AGENCY;
    static final AgencyCode RECIPIENT = new AgencyCode("H38");
    static final String PIN = "mèo đen 2026";
    static final byte[] PDF = "%PDF-1.7 canary of a secret".getBytes(StandardCharsets.UTF_8);

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T02:00:00Z"));
    final FakePeople people = new FakePeople();
    final FakeDelivery delivery = new FakeDelivery();
    final FakeFields fields = new FakeFields();
    final List<SecurityEvent> events = new CopyOnWriteArrayList<>();
    final List<Announcement> told = new CopyOnWriteArrayList<>();
    final InMemoryPayloadStore store = new InMemoryPayloadStore(1 << 26, clock);
    final JdbcClient database;
    final Basics basics;
    final Seals seals;
    final DraftRows draftRows;
    final SecretFileRows fileRows;
    final PersonRows personRows;
    final ArrivedRows arrivedRows;
    final ReaderRows readerRows;
    final PolicyRows policies;
    final DraftShares draftShares;
    final ArrivedShares arrivedShares;
    final StoredPersonalKeys keys;
    final StoredSecretDrafts drafts;
    final StoredSecretReleases releases;
    final StoredSecretReading reading;
    final StoredNeedToKnow needToKnow;
    final StoredSecretBooks books;
    final StoredSecretTimes times;
    final Arrivals arrivals;
    final Unlocked unlocked;
    private final Wiring wiring;

    /** What the sending job needs, so that tests can run two of them. */
    private record Wiring(DraftParts parts, DraftDeeds deeds, Scope scope, SecretEvents events) {}

    SecretsUnderTest(DataSource source) {
        database = JdbcClient.create(source);
        empty(database);
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        SecureRandom random = new SecureRandom();
        basics = new Basics(transactions, clock, new TimeOrderedIds(clock, random), random);
        seals = new Seals(provider(FieldSealing.class, fields));
        draftRows = new DraftRows(database, seals);
        fileRows = new SecretFileRows(database, seals);
        personRows = new PersonRows(database);
        arrivedRows = new ArrivedRows(database, seals);
        readerRows = new ReaderRows(database, seals);
        policies = new PolicyRows(database);
        unlocked = new Unlocked(clock);
        draftShares = new DraftShares(draftRows, seals, random);
        DirectoryView directory = new EmptyDirectory();
        Scope scope = new Scope(provider(SecretZone.class, delivery), people, people, directory, clock);
        SecretEvents recording = new SecretEvents(new Recording(), people);
        SecretNews news = new SecretNews(told::add, scope);
        arrivedShares = new ArrivedShares(arrivedRows, readerRows, personRows, scope, seals, basics);
        arrivals = arrivals(recording, news);
        Consumer<Object> onEvent = this::usable;
        keys = new StoredPersonalKeys(personRows, unlocked, seals, scope, recording, onEvent::accept, basics);
        DraftFiles files = new DraftFiles(fileRows, new SecretPieces(store), basics.ids(), random);
        DraftAccess access = new DraftAccess(draftRows, fileRows, personRows, unlocked, scope, recording);
        DraftParts parts = new DraftParts(draftRows, fileRows, access, draftShares, files);
        Statements statements = new Statements(directory, clock);
        DraftDeeds deeds = new DraftDeeds(parts, personRows, statements, scope, recording, news, basics);
        DraftCheck checks = new DraftCheck(fileRows, personRows, statements, scope, people);
        drafts = new StoredSecretDrafts(parts, checks, deeds, basics);
        releases = new StoredSecretReleases(
                parts, deeds, statements, scope, policies, provider(SecretDispatches.class, delivery), basics);
        ArrivedAccess arrived =
                new ArrivedAccess(arrivedRows, readerRows, personRows, unlocked, scope, recording, basics);
        ReadingDeeds reads = new ReadingDeeds(policies, recording, news);
        reading = new StoredSecretReading(
                arrived, readerRows, arrivedShares, provider(SecretInbox.class, delivery), reads, basics);
        needToKnow = needToKnow(arrived, reads, scope);
        books = new StoredSecretBooks(
                new BookRows(database, seals), arrived, arrivedRows, access, scope, recording, basics);
        times = new StoredSecretTimes(arrived, arrivedRows, scope, reads, basics);
        wiring = new Wiring(parts, deeds, scope, recording);
    }

    private static void empty(JdbcClient database) {
        for (String table : List.of(
                "secret_draft",
                "secret_share",
                "secret_file",
                "secret_document",
                "secret_reader",
                "secret_consent",
                "secret_person",
                "secret_look",
                "secret_book",
                "secret_entry")) {
            int _ = database.sql("delete from " + table).update();
        }
    }

    private Arrivals arrivals(SecretEvents recording, SecretNews news) {
        return new Arrivals(
                arrivedRows, arrivedShares, policies, recording, news, provider(SecretInbox.class, delivery), basics);
    }

    private StoredNeedToKnow needToKnow(ArrivedAccess arrived, ReadingDeeds reads, Scope scope) {
        return new StoredNeedToKnow(
                arrived,
                readerRows,
                arrivedShares,
                personRows,
                reads,
                new StoredNeedToKnow.People(people, scope),
                basics);
    }

    Sending sending(CrashPoints crashPoints) {
        return new Sending(
                wiring.parts(),
                wiring.deeds(),
                wiring.scope(),
                wiring.events(),
                provider(SecretDispatches.class, delivery),
                crashPoints,
                basics);
    }

    private void usable(Object event) {
        if (event instanceof StoredPersonalKeys.Usable usable) {
            releases.usable(usable);
            arrivals.usable(usable);
        }
    }

    static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        return new StaticListableBeanFactory(Map.of(type.getSimpleName(), bean)).getBeanProvider(type);
    }

    /** Somebody with keys, unlocked. Names are unique, as a class shares one database. */
    SecretCaller keyed(String name, Role role, Secrecy level) {
        SecretCaller caller =
                people.add(name + "." + basics.ids().next().toString().substring(19), role, level);
        granted(keys.enrol(caller, PIN.toCharArray()));
        return caller;
    }

    static <T> T granted(SecretAnswer<T> answer) {
        assertThat(answer).isInstanceOf(SecretAnswer.Granted.class);
        return ((SecretAnswer.Granted<T>) answer).value();
    }

    static SecretFields fields(Secrecy level) {
        return new SecretFields(
                level,
                "Báo cáo",
                "12",
                "BC-UBND",
                "Trích yếu bí mật về kho thóc",
                "Hà Nội",
                null,
                "Nguyễn Văn A",
                "Chủ tịch",
                Urgency.ORDINARY,
                null,
                null,
                null);
    }

    /** A draft with one file and one recipient. */
    DraftView draft(SecretCaller composer, Secrecy level) throws IOException {
        DraftView draft = granted(drafts.create(composer, fields(level)));
        granted(drafts.edit(composer, draft.id(), draft.version(), fields(level), List.of(RECIPIENT)));
        return granted(drafts.addFile(composer, draft.id(), "bao-cao.pdf", new ByteArrayInputStream(PDF)));
    }

    DraftView submitted(SecretCaller composer, SecretCaller... releasers) throws IOException {
        DraftView draft = draft(composer, Secrecy.SECRET);
        List<LoginName> chosen =
                List.of(releasers).stream().map(SecretCaller::login).toList();
        return granted(drafts.submit(composer, draft.id(), draft.version(), chosen));
    }

    DraftView approved(SecretCaller composer, SecretCaller releaser) throws IOException {
        DraftView waiting = submitted(composer, releaser);
        return granted(releases.approve(releaser, waiting.id(), waiting.statement()));
    }

    /** Seals with a key in memory; tests may take that key away, as from a thief who has the database alone. */
    static final class FakeFields implements FieldSealing {

        private static final SecureRandom RANDOM = new SecureRandom();
        private static final Map<String, SealingKey> MASTER = new ConcurrentHashMap<>();
        boolean stolen;
        private long version = 1;

        /** A new key for all purposes; the old one still opens. */
        void rotate() {
            version++;
        }

        /** The old keys are gone. */
        void destroyOld() {
            MASTER.keySet().removeIf(name -> !name.endsWith(String.valueOf(version)));
        }

        private SealingKey key(String purpose, long number) {
            if (stolen) {
                throw new IllegalStateException("no master key");
            }
            return MASTER.computeIfAbsent(purpose + number, _ -> {
                byte[] octets = new byte[SealingKey.OCTETS];
                RANDOM.nextBytes(octets);
                return new SealingKey(octets, RANDOM);
            });
        }

        @Override
        public byte[] seal(String purpose, byte[] context, byte[] plain) {
            byte[] sealed = key(purpose, version).seal(context, plain);
            return ByteBuffer.allocate(Long.BYTES + sealed.length)
                    .putLong(version)
                    .put(sealed)
                    .array();
        }

        @Override
        public byte[] open(String purpose, byte[] context, byte[] sealed) {
            ByteBuffer octets = ByteBuffer.wrap(sealed);
            SealingKey key = key(purpose, octets.getLong());
            return key.open(context, Arrays.copyOfRange(sealed, Long.BYTES, sealed.length));
        }

        @Override
        public boolean isCurrent(String purpose, byte[] sealed) {
            return Arrays.equals(Arrays.copyOf(sealed, Long.BYTES), currentPrefix(purpose));
        }

        @Override
        public byte[] currentPrefix(String purpose) {
            return ByteBuffer.allocate(Long.BYTES).putLong(version).array();
        }
    }

    private final class Recording implements AuditTrail {

        @Override
        public EventId record(SecurityEvent event) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .as("recorded with the change")
                    .isTrue();
            events.add(event);
            return new EventId(basics.ids().next());
        }

        @Override
        public EventId recordNow(SecurityEvent event) {
            throw new IllegalStateException("in a transaction of its own: " + event.kind());
        }

        @Override
        public void recordRefusal(SecurityEvent event) {
            events.add(event);
        }
    }

    private static final class EmptyDirectory implements DirectoryView {

        @Override
        public DirectorySnapshot current() {
            return DirectorySnapshot.EMPTY;
        }

        @Override
        public long sequence() {
            return 0;
        }

        @Override
        public Instant refreshedAt() {
            return Instant.EPOCH;
        }

        @Override
        public Set<AgencyId> hostedHere() {
            return Set.of();
        }

        @Override
        public Optional<X509Certificate> certificate(Sha256 fingerprint) {
            return Optional.empty();
        }

        @Override
        public void onChange(Runnable listener) {}
    }
}
