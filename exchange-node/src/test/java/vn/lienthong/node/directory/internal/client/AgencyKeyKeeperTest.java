package vn.lienthong.node.directory.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.testing.TestAuthority;

class AgencyKeyKeeperTest {

    private static final AgencyId AGENCY = new AgencyId(new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final InstantSource CLOCK = InstantSource.system();

    private final MemoryStore store = new MemoryStore();
    private final Admission admission = new Admission();

    @Test
    void makesKeysForAnAgencyWithoutAny() throws InterruptedException {
        assertThat(keeper(CrashPoints.none()).round(agency -> {})).isTrue();
        assertThat(store.epochs(AGENCY)).hasSize(1);
        assertThat(store.pending(AGENCY)).isEmpty();
    }

    @Test
    void publishesTheSameKeysAfterACrashBeforeTheDirectoryHeardOfThem() throws InterruptedException {
        assertThatThrownBy(() -> keeper(crashAt("agency-keys.made")).round(agency -> {}))
                .isInstanceOf(Crash.class);
        AgencyKeySet made = store.pending(AGENCY).orElseThrow();
        assertThat(admission.offered).isEmpty();
        assertThat(keeper(CrashPoints.none()).round(agency -> {})).isTrue();
        assertThat(admission.offered).containsExactly(made);
    }

    @Test
    void publishesTheSameKeysAgainAfterACrashBeforeItStoredTheAnswer() throws InterruptedException {
        assertThatThrownBy(() -> keeper(crashAt("agency-keys.published")).round(agency -> {}))
                .isInstanceOf(Crash.class);
        assertThat(store.epochs(AGENCY)).isEmpty();
        assertThat(keeper(CrashPoints.none()).round(agency -> {})).isTrue();
        assertThat(admission.offered).hasSize(2);
        assertThat(admission.offered.get(0)).isEqualTo(admission.offered.get(1));
        assertThat(store.epochs(AGENCY)).hasSize(1);
    }

    @Test
    void keepsItsKeysAndComesAgainWhenTheDirectoryIsAway() throws InterruptedException {
        admission.away = true;
        assertThat(keeper(CrashPoints.none()).round(agency -> {})).isFalse();
        AgencyKeySet made = store.pending(AGENCY).orElseThrow();
        admission.away = false;
        assertThat(keeper(CrashPoints.none()).round(agency -> {})).isTrue();
        assertThat(admission.offered.getLast()).isEqualTo(made);
    }

    private AgencyKeyKeeper keeper(CrashPoints crashPoints) {
        OneAgency directory = new OneAgency();
        return new AgencyKeyKeeper(
                directory,
                store,
                admission,
                new KeyRotation(directory, new PlaceholderCertificates(CLOCK), KeyTerms.standard(), CLOCK),
                List.of(),
                crashPoints,
                CLOCK);
    }

    private static CrashPoints crashAt(String place) {
        return name -> {
            if (name.equals(place)) {
                throw new Crash();
            }
        };
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Admission extends KeyAdmission {

        private final List<AgencyKeySet> offered = new ArrayList<>();
        private boolean away;

        Admission() {
            super(
                    new NoPeers(),
                    TestAuthority.authority().anchor(),
                    (subject, kind, what) -> {},
                    new NodeId("here"),
                    CLOCK);
        }

        @Override
        AgencyKeySet register(AgencyKeySet keys, Optional<AgencyKeySet> before) throws IOException {
            if (away) {
                throw new IOException("away");
            }
            offered.add(keys);
            return new AgencyKeySet(keys.agency(), 1, keys.signing(), keys.sealing());
        }
    }

    private static final class NoPeers implements PeerTransport {

        @Override
        public Optional<Peer> to(NodeId node) {
            return Optional.empty();
        }
    }

    private static final class MemoryStore implements AgencyKeyStore {

        private final List<AgencyKeySet> epochs = new ArrayList<>();
        private @Nullable AgencyKeySet pending;

        @Override
        public List<AgencyKeySet> epochs(AgencyId agency) {
            return List.copyOf(epochs);
        }

        @Override
        public Optional<AgencyKeySet> pending(AgencyId agency) {
            return Optional.ofNullable(pending);
        }

        @Override
        public void keepPending(AgencyKeySet keys) {
            pending = keys;
        }

        @Override
        public void add(AgencyKeySet keys) {
            epochs.addFirst(keys);
            pending = null;
        }

        @Override
        public void destroy(AgencyId agency, long epoch) {
            epochs.removeIf(keys -> keys.epoch() == epoch);
        }
    }

    private static final class OneAgency implements DirectoryView {

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
            return Set.of(AGENCY);
        }

        @Override
        public Optional<X509Certificate> certificate(Sha256 fingerprint) {
            return Optional.empty();
        }

        @Override
        public void onChange(Runnable listener) {
            throw new UnsupportedOperationException();
        }
    }
}
