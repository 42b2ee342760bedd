package vn.lienthong.node.directory.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.envelope.EnvelopeContents;
import vn.lienthong.crypto.envelope.EnvelopeExpectation;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.envelope.EnvelopeOutcome;
import vn.lienthong.crypto.envelope.KeyEnvelope;
import vn.lienthong.crypto.envelope.PayloadEntry;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.directory.AgencyKeyLife.Destruction;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.platform.CrashPoints;

/** Keys over a year: each is replaced in its own time, none is destroyed too early, and none is kept too long. */
class KeyYearTest {

    private static final Digest HEADER = Digest.sha256(new byte[] {1});

    private static final Set<String> SUITES = Set.of("LT-1", "LT-2");
    private static final Set<String> EVERYTHING = Set.of("signing", "LT-1", "LT-2");

    private final KeyYear year = new KeyYear(KeyTerms.standard());
    private final List<Sealed> kept = new ArrayList<>();
    private final Map<UUID, EnvelopeManifest> archive = new HashMap<>();

    KeyYearTest() throws IOException {}

    /** What was sent to the agency, as it travelled. */
    private record Sealed(UUID parcel, Suite suite, Instant at, EnvelopeOctets envelope, DualSigningKey sender) {}

    private record EnvelopeOctets(String base64) {

        byte[] octets() {
            return Base64.getDecoder().decode(base64);
        }
    }

    @Test
    void readsEverythingAfterAYearAndOpensNothingThatWasOnItsWayWithTheKeysOfAfterwards() throws Exception {
        AgencyKeyKeeper keeper = year.keeper(CrashPoints.none(), this::rewrap);
        for (int day = 0; day < 366; day += 5) {
            assertThat(keeper.round(agency -> {})).isTrue();
            if (day % 20 == 0) {
                send("LT-1");
                send("LT-2");
            }
            year.passDays(5);
        }
        assertThat(year.destroyed).hasSizeBetween(6, 12).isSorted();
        assertThat(year.epochs).hasSizeLessThan(7);
        Instant now = year.clock.instant();
        for (Sealed sealed : kept) {
            Optional<EnvelopeManifest> opened = open(sealed);
            assertThat(opened.isPresent() || archive.containsKey(sealed.parcel()))
                    .as("still readable")
                    .isTrue();
            boolean longGone = sealed.at().isBefore(now.minus(Duration.ofDays(98 + 95)));
            boolean secretGone = sealed.suite().id().value().equals("LT-2")
                    && sealed.at().isBefore(now.minus(Duration.ofDays(98 + 35)));
            if (longGone || secretGone) {
                assertThat(opened).as("dump from before, keys of after").isEmpty();
            }
        }
    }

    @Test
    void rollsEachKeyInItsOwnTimeAndCarriesTheOthersOver() throws Exception {
        AgencyKeyKeeper keeper = year.keeper(CrashPoints.none());
        assertThat(keeper.round(agency -> {})).isTrue();
        X509Certificate ordinary = year.sealedTo("LT-1");
        X509Certificate secret = year.sealedTo("LT-2");
        year.passDays(31);
        assertThat(keeper.round(agency -> {})).isTrue();
        assertThat(year.sealedTo("LT-1")).isEqualTo(ordinary);
        assertThat(year.sealedTo("LT-2")).isNotEqualTo(secret);
        AgencyKeySet first = year.epochs.getLast();
        assertThat(year.epochs.getFirst().signing()).isEqualTo(first.signing());
        year.passDays(60);
        assertThat(keeper.round(agency -> {})).isTrue();
        assertThat(year.sealedTo("LT-1")).isNotEqualTo(ordinary);
        assertThat(keeper.round(agency -> {})).isTrue();
        assertThat(year.epochs).hasSize(3);
    }

    @Test
    void neverDestroysAnEpochThatSomethingNeeds() throws Exception {
        AgencyKeyKeeper keeper = year.keeper(CrashPoints.none(), (agency, going) -> 3);
        assertThat(keeper.round(agency -> {})).isTrue();
        for (int month = 0; month < 8; month++) {
            year.passDays(31);
            assertThat(keeper.round(agency -> {})).isTrue();
        }
        assertThat(year.destroyed).isEmpty();
        assertThat(keeper.destroy(KeyYear.AGENCY, 1)).isEqualTo(new Destruction.Needed(3));
        assertThat(keeper.destroy(KeyYear.AGENCY, year.epochs.getFirst().epoch()))
                .isEqualTo(new Destruction.InUse());
        assertThat(keeper.destroy(KeyYear.AGENCY, 999)).isEqualTo(new Destruction.Unknown());
    }

    @Test
    void keepsKeysAsLongAsParcelsMayBeOnTheirWay() throws Exception {
        AgencyKeyKeeper keeper = year.keeper(CrashPoints.none());
        assertThat(keeper.round(agency -> {})).isTrue();
        assertThat(keeper.replace(KeyYear.AGENCY, SUITES)).isTrue();
        assertThat(keeper.replace(KeyYear.AGENCY, SUITES)).isFalse();
        assertThat(keeper.round(agency -> {})).isTrue();
        assertThat(keeper.destroy(KeyYear.AGENCY, 1)).isInstanceOf(Destruction.UntilThen.class);
        year.passDays(97);
        assertThat(keeper.destroy(KeyYear.AGENCY, 1)).isInstanceOf(Destruction.UntilThen.class);
        year.passDays(2);
        assertThat(keeper.destroy(KeyYear.AGENCY, 1)).isEqualTo(new Destruction.Destroyed());
    }

    @Test
    void goesOnAfterACrashBetweenReleaseAndDestruction() throws Exception {
        AgencyKeyKeeper keeper = year.keeper(CrashPoints.none());
        assertThat(keeper.round(agency -> {})).isTrue();
        assertThat(keeper.replace(KeyYear.AGENCY, EVERYTHING)).isTrue();
        assertThat(keeper.round(agency -> {})).isTrue();
        year.passDays(99);
        CrashPoints crash = name -> {
            if (name.equals("agency-keys.released")) {
                throw new IllegalStateException("crash");
            }
        };
        assertThatThrownBy(() -> year.keeper(crash).destroy(KeyYear.AGENCY, 1)).hasMessage("crash");
        assertThat(year.epochs).hasSize(2);
        assertThat(year.keeper(CrashPoints.none()).destroy(KeyYear.AGENCY, 1)).isEqualTo(new Destruction.Destroyed());
    }

    @Test
    void refusesTermsThatEndangerWhatIsOnItsWay() {
        Duration day = Duration.ofDays(1);
        assertThatThrownBy(() -> new KeyTerms(List.of("LT-1"), day, day, Duration.ofDays(365), Duration.ofDays(90)))
                .hasMessageContaining("keep");
        assertThatThrownBy(() -> new KeyTerms(
                        List.of("LT-1"), Duration.ofDays(91), day, Duration.ofDays(365), Duration.ofDays(98)))
                .hasMessageContaining("sealing");
    }

    /** As the archive of a node does: everything moves that opens. */
    private long rewrap(AgencyId agency, AgencyKeySet going) {
        assertThat(agency).isEqualTo(going.agency());
        long left = 0;
        for (Sealed sealed : kept) {
            if (!archive.containsKey(sealed.parcel())) {
                Optional<EnvelopeManifest> opened = open(sealed);
                opened.ifPresent(manifest -> archive.put(sealed.parcel(), manifest));
                left += opened.isPresent() ? 0 : 1;
            }
        }
        return left;
    }

    private void send(String suiteName) {
        Suite suite = SuiteRegistry.standard()
                .find(new vn.lienthong.crypto.suite.SuiteId(suiteName))
                .orElseThrow();
        UUID parcel = new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0001_0000L + kept.size());
        Instant now = year.clock.instant();
        DualSigningKey sender = year.epochs.getFirst().signing();
        PayloadEntry entry =
                new PayloadEntry(0, 1, Digest.sha512(new byte[1]), Digest.sha256(new byte[1]), PayloadKey.generate());
        EnvelopeContents contents = new EnvelopeContents(
                suite.id(),
                parcel,
                KeyYear.CODE.value(),
                now,
                now.plus(Duration.ofDays(30)),
                Protection.ORDINARY,
                HEADER,
                List.of(entry));
        byte[] envelope = KeyEnvelope.seal(contents, suite, sender, List.of(year.sealedTo(suiteName)), now);
        kept.add(new Sealed(
                parcel, suite, now, new EnvelopeOctets(Base64.getEncoder().encodeToString(envelope)), sender));
    }

    /** Tries all keys that the node holds now. */
    private Optional<EnvelopeManifest> open(Sealed sealed) {
        for (AgencyKeySet set : year.epochs) {
            RecipientKey key =
                    set.recipientKey(new SuiteId(sealed.suite().id().value())).orElseThrow();
            EnvelopeExpectation expected = new EnvelopeExpectation(
                    sealed.suite(),
                    sealed.parcel(),
                    KeyYear.CODE.value(),
                    HEADER,
                    1,
                    certificate(sealed.sender().classical()),
                    certificate(sealed.sender().postQuantum()),
                    List.of(key.certificate()));
            if (KeyEnvelope.open(sealed.envelope().octets(), key, expected)
                    instanceof EnvelopeOutcome.Opened(EnvelopeManifest manifest)) {
                return Optional.of(manifest);
            }
        }
        return Optional.empty();
    }

    private static X509Certificate certificate(SigningKey key) {
        return key.certificate();
    }
}
