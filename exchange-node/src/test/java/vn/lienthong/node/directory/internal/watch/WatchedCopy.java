package vn.lienthong.node.directory.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublicationCheck;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.internal.publication.AnchoredVerifier;
import vn.lienthong.node.directory.internal.publication.CopyStore;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestAuthority;

/** The copy of a node with its watches, to which a test plays the directory. */
final class WatchedCopy {

    static final NodeId HERE = new NodeId("here");
    static final NodeId ELSEWHERE = new NodeId("elsewhere");
    static final SuiteId SUITE = new SuiteId("LT-1");

    final SettableClock clock = new SettableClock();
    final JdbcClient database;
    final CopyStore store;
    final AlarmTable alarms;
    final AskedTable asked;
    final DirectoryCopy copy;
    final List<Object> events = new ArrayList<>();
    final Set<Sha256> held = new HashSet<>();
    final SigningKey tls;
    final SigningKey signing;
    private final PlaceholderCertificates fresh = new PlaceholderCertificates(clock);

    WatchedCopy(DataSource source) {
        database = JdbcClient.create(source);
        for (String table : List.of(
                "publication", "published_certificate", "directory_tile", "directory_request", "directory_alarm")) {
            assertThat(database.sql("delete from " + table).update()).isNotNegative();
        }
        assertThat(database.sql("update directory_standing set refreshed_at = null, watched_from = null,"
            + " checkpoint_size = 0, checkpoint_note = null, snapshot_of = null, witnessed_size = 0, unwitnessed_since"
            + " = null, unwitnessed_told = false")
                        .update())
                .isOne();
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        store = new CopyStore(source, transaction);
        alarms = new AlarmTable(database, transaction, events::add, new TimeOrderedIds(clock, new Random(1)), clock);
        asked = new AskedTable(database, clock);
        tls = fresh.generate(KeyAlgorithm.EC_P256);
        signing = fresh.generate(KeyAlgorithm.EC_P256);
        copy = new DirectoryCopy(
                store,
                new AnchoredVerifier(TestAuthority.authority().anchor()),
                HERE,
                new OwnWatch(HERE, ownKeys(), asked, store.standing(), alarms),
                Optional.of(Duration.ofDays(7)),
                clock,
                Runnable::run);
    }

    private OwnWatch.OwnKeys ownKeys() {
        return new OwnWatch.OwnKeys() {
            @Override
            public boolean isOwnTls(Sha256 publicKey) {
                return publicKey.equals(key(tls));
            }

            @Override
            public boolean isHeld(Object subject, Sha256 publicKey) {
                return subject.equals(HERE)
                        ? isOwnTls(publicKey) || publicKey.equals(key(signing))
                        : held.contains(publicKey);
            }
        };
    }

    static Sha256 key(SigningKey key) {
        return AskedTable.of(key.certificate().getPublicKey());
    }

    SigningKey fresh() {
        return fresh.generate(KeyAlgorithm.EC_P256);
    }

    /** Publishes as the directory does. */
    void publish(DirectoryChange... changes) {
        assertThat(copy.offer(next(changes))).isInstanceOf(PublicationCheck.Appended.class);
    }

    SignedPublication next(DirectoryChange... changes) {
        Publication next = copy.log().next(clock.instant(), List.of(changes));
        return TestAuthority.authority().sign(WireFormats.PUBLICATION.encode(next), clock.instant());
    }

    NodePut node(NodeId id, SigningKey connections, SigningKey signatures, String url) {
        return new NodePut(
                id,
                "Nút " + id,
                url,
                Octets.of(Certificates.encode(connections.certificate())),
                Octets.of(Certificates.encode(signatures.certificate())),
                Reachability.PUSH,
                NodeStatus.ACTIVE,
                Secrecy.ORDINARY);
    }

    /** Lists both nodes and an agency of this one with keys that it holds: from here on it watches. */
    AgencyId begin(String code) {
        AgencyId agency = new AgencyId(UUID.fromString("019ab3c4-d5e6-7f01-8234-56789abcdef0"));
        publish(
                node(HERE, tls, signing, "https://here.example"),
                node(ELSEWHERE, fresh(), fresh(), "https://elsewhere.example"));
        publish(agency(agency, code, HERE, List.of(SUITE)));
        SigningKey own = fresh();
        SigningKey second = fresh();
        held.add(key(own));
        held.add(key(second));
        publish(keys(agency, 1, own, second));
        return agency;
    }

    AgencyPut agency(AgencyId id, String code, NodeId node, List<SuiteId> suites) {
        CodeValidity validity = new CodeValidity(new AgencyCode(code), SettableClock.START, null);
        return new AgencyPut(new Agency(id, Bloc.GOVERNMENT, "Cơ quan " + code, List.of(validity), null), node, suites);
    }

    static AgencyKeysPut keys(AgencyId agency, long epoch, SigningKey first, SigningKey second) {
        return new AgencyKeysPut(
                agency, epoch, listed(first), listed(second), List.of(new SuiteKey(SUITE, listed(second))));
    }

    private static PublishedCertificate listed(SigningKey key) {
        Instant from = SettableClock.START;
        return new PublishedCertificate(
                Octets.of(Certificates.encode(key.certificate())), from, from.plus(Duration.ofDays(180)));
    }
}
