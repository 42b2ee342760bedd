package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.crypto.asic.Packages.assertRefused;
import static vn.lienthong.crypto.asic.Packages.read;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.crypto.internal.cades.CadesSignature;

class AsicHostileTest {

    private static final byte[] SOUND = Packages.twoObjects(Packages.AGENCY);
    private static final byte[] SOME = "something".getBytes(UTF_8);

    private final HostilePackage hostile = HostilePackage.of(SOUND);

    @Test
    void acceptsTheContainerPutTogetherAgain() {
        assertThat(read(hostile.build())).isInstanceOf(AsicOutcome.Verified.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../document.json", "/document.json", "a\\b", "x/../document.json", "a\u0007", "e\u0301", ""})
    void refusesForbiddenNames(String name) {
        assertRefused(read(hostile.rename("document.json", name).build()), AsicRefusal.FORBIDDEN_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"document.json", "DOCUMENT.JSON", "document.json/x"})
    void refusesDuplicatedEntries(String name) {
        assertRefused(read(hostile.insert(2, name, SOME, false).build()), AsicRefusal.DUPLICATE_NAME);
    }

    @Test
    void refusesObjectThatTheManifestDoesNotList() {
        assertRefused(read(hostile.insert(3, "extra", SOME, false).build()), AsicRefusal.MANIFEST_DISAGREES);
    }

    @Test
    void refusesObjectInTheFolderOfSignatures() {
        assertRefused(read(hostile.insert(3, "META-INF/x", SOME, false).build()), AsicRefusal.FORBIDDEN_NAME);
    }

    @Test
    void refusesPackageThatLacksAListedObject() {
        assertRefused(read(hostile.remove("document.json").build()), AsicRefusal.MANIFEST_DISAGREES);
    }

    @Test
    void refusesPackageWithoutManifest() {
        assertRefused(read(hostile.remove(AsicManifest.FILE).build()), AsicRefusal.MALFORMED);
    }

    @Test
    void refusesRenamedObject() {
        assertRefused(read(hostile.rename("document.json", "other.json").build()), AsicRefusal.MANIFEST_DISAGREES);
    }

    @Test
    void refusesChangedContent() {
        assertRefused(read(hostile.replace("document.json", SOME).build()), AsicRefusal.DIGEST_DISAGREES);
    }

    @Test
    void refusesContentsThatChangedPlaces() {
        assertRefused(
                read(hostile.exchange("document.json", Packages.FILE_NAME).build()), AsicRefusal.DIGEST_DISAGREES);
    }

    @Test
    void refusesMissingSecondSignature() {
        byte[] bytes = hostile.remove(AsicManifest.POST_QUANTUM_SIGNATURE).build();
        assertRefused(read(bytes), AsicRefusal.SIGNATURE_MISSING);
    }

    @Test
    void refusesMissingFirstSignature() {
        byte[] bytes = hostile.remove(AsicManifest.CLASSICAL_SIGNATURE).build();
        assertRefused(read(bytes), AsicRefusal.SIGNATURE_MISSING);
    }

    @Test
    void refusesSwappedSignatures() {
        byte[] bytes = hostile.exchange(AsicManifest.CLASSICAL_SIGNATURE, AsicManifest.POST_QUANTUM_SIGNATURE)
                .build();
        assertRefused(read(bytes), AsicRefusal.CLASSICAL_SIGNATURE_INVALID);
    }

    @Test
    void refusesClassicalSignatureInBothPlaces() {
        byte[] classical = hostile.content(AsicManifest.CLASSICAL_SIGNATURE);
        byte[] bytes =
                hostile.replace(AsicManifest.POST_QUANTUM_SIGNATURE, classical).build();
        assertRefused(read(bytes), AsicRefusal.POST_QUANTUM_SIGNATURE_INVALID);
        AsicSigners twice = new AsicSigners(Packages.SIGNERS.classical(), Packages.SIGNERS.classical());
        assertRefused(read(bytes, twice, AsicLimits.standard()), AsicRefusal.POST_QUANTUM_SIGNATURE_INVALID);
    }

    @Test
    void refusesSignaturesOfAnotherPackageOfTheSameAgency() {
        HostilePackage other = HostilePackage.of(Packages.twoObjects(Packages.AGENCY));
        other.replace(AsicManifest.FILE, SOME);
        assertRefused(read(other.build()), AsicRefusal.CLASSICAL_SIGNATURE_INVALID);
    }

    @Test
    void refusesSignersThatWereNotExpected() {
        AsicSigners stranger = TestAuthority.signersOf(Packages.AUTHORITY.agency("stranger"));
        AsicSigners half = new AsicSigners(Packages.SIGNERS.classical(), stranger.postQuantum());
        assertRefused(read(SOUND, stranger, AsicLimits.standard()), AsicRefusal.CLASSICAL_SIGNATURE_INVALID);
        assertRefused(read(SOUND, half, AsicLimits.standard()), AsicRefusal.POST_QUANTUM_SIGNATURE_INVALID);
    }

    @Test
    void refusesSignaturesOfDifferentOrImpossibleTimes() throws GeneralSecurityException {
        byte[] manifest = hostile.content(AsicManifest.FILE);
        Instant later = TestAuthority.NOW.plusSeconds(60);
        byte[] second = CadesSignature.sign(Packages.AGENCY.postQuantum(), manifest, later);
        hostile.replace(AsicManifest.POST_QUANTUM_SIGNATURE, second);
        assertRefused(read(hostile.build()), AsicRefusal.SIGNING_TIME_INVALID);
        byte[] first = CadesSignature.sign(Packages.AGENCY.classical(), manifest, later);
        hostile.replace(AsicManifest.CLASSICAL_SIGNATURE, first);
        assertThat(read(hostile.build())).isInstanceOf(AsicOutcome.Verified.class);
        Instant expired = TestAuthority.NOW.plus(Duration.ofDays(400));
        hostile.replace(
                AsicManifest.CLASSICAL_SIGNATURE, CadesSignature.sign(Packages.AGENCY.classical(), manifest, expired));
        hostile.replace(
                AsicManifest.POST_QUANTUM_SIGNATURE,
                CadesSignature.sign(Packages.AGENCY.postQuantum(), manifest, expired));
        assertRefused(read(hostile.build()), AsicRefusal.SIGNING_TIME_INVALID);
    }

    @Test
    void refusesEntriesAfterTheSignatures() {
        assertRefused(read(hostile.insert(6, "late", SOME, false).build()), AsicRefusal.DIRECTORY_DISAGREES);
    }

    @Test
    void refusesStoredObjectAndDeflatedManifest() {
        assertRefused(read(HostilePackage.sound().changeMethod("document.json").build()), AsicRefusal.MALFORMED);
        assertRefused(
                read(HostilePackage.sound().changeMethod(AsicManifest.FILE).build()), AsicRefusal.MALFORMED);
        assertRefused(read(HostilePackage.sound().changeMethod("mimetype").build()), AsicRefusal.MALFORMED);
    }

    @Test
    void refusesAnotherMimetypeOrPlaceOfIt() {
        assertRefused(
                read(hostile.replace("mimetype", "application/vnd.etsi.asic-s+zip".getBytes(UTF_8))
                        .build()),
                AsicRefusal.MALFORMED);
        assertRefused(
                read(HostilePackage.sound().insert(0, "first", SOME, false).build()), AsicRefusal.MALFORMED);
    }

    @Test
    void refusesDirectoryThatTellsAnotherStory() {
        assertDirectoryRefused(records -> records.reversed());
        assertDirectoryRefused(records -> records.subList(0, 5));
        assertDirectoryRefused(records -> {
            List<ZipRecord> more = new ArrayList<>(records);
            more.add(records.get(1));
            return more;
        });
        assertDirectoryRefused(records -> {
            List<ZipRecord> renamed = new ArrayList<>(records);
            ZipRecord old = records.get(1);
            renamed.set(
                    1,
                    new ZipRecord(
                            "document.jsom",
                            false,
                            old.dosTime(),
                            old.crc(),
                            old.compressed(),
                            old.size(),
                            old.offset()));
            return renamed;
        });
        assertDirectoryRefused(records -> {
            List<ZipRecord> elsewhere = new ArrayList<>(records);
            ZipRecord old = records.get(1);
            elsewhere.set(
                    1, new ZipRecord(old.name(), false, old.dosTime(), old.crc(), old.compressed(), old.size(), 0));
            return elsewhere;
        });
    }

    @Test
    void refusesOctetsBehindTheContainer() {
        assertRefused(read(Arrays.copyOf(SOUND, SOUND.length + 1)), AsicRefusal.MALFORMED);
    }

    @Test
    void refusesBombs() {
        AsicLimits limits = AsicLimits.standard();
        HostilePackage inflating = HostilePackage.sound().insert(3, "bomb", new byte[64 << 20], false);
        assertRefused(read(inflating.build()), AsicRefusal.LIMIT_EXCEEDED);
        AsicLimits small = new AsicLimits(10, 255, 1000, 5000, 100, 10_000);
        assertRefused(read(SOUND, Packages.SIGNERS, small), AsicRefusal.LIMIT_EXCEEDED);
        AsicLimits few = new AsicLimits(1, 255, 1 << 20, 1 << 20, 100, 10_000);
        assertRefused(read(SOUND, Packages.SIGNERS, few), AsicRefusal.LIMIT_EXCEEDED);
        AsicLimits tight = new AsicLimits(10, 255, 1 << 20, 1 << 20, 100, 100);
        assertRefused(read(SOUND, Packages.SIGNERS, tight), AsicRefusal.LIMIT_EXCEEDED);
        assertRefused(
                read(HostilePackage.sound()
                        .rename("document.json", "n".repeat(limits.longestName() + 1))
                        .build()),
                AsicRefusal.LIMIT_EXCEEDED);
    }

    @Test
    void refusesEveryTruncation() {
        for (int length = 0; length < SOUND.length; length += length < 400 ? 1 : 37) {
            assertRefused(read(Arrays.copyOf(SOUND, length)), AsicRefusal.TRUNCATED);
        }
        assertRefused(read(Arrays.copyOf(SOUND, SOUND.length - 1)), AsicRefusal.TRUNCATED);
    }

    @Test
    void noFlippedBitChangesWhatIsVerified() {
        AsicOutcome sound = read(SOUND);
        Random random = new Random(42);
        int accepted = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = SOUND.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            AsicOutcome outcome = read(bytes);
            if (outcome instanceof AsicOutcome.Verified) {
                // only padding inside a deflated block has no meaning
                assertThat(outcome).isEqualTo(sound);
                accepted++;
            }
        }
        assertThat(accepted).isLessThan(5);
    }

    @Test
    void neverAnswersMutilatedPackagesWithAnException() {
        AsicOutcome sound = read(SOUND);
        Random random = new Random(77);
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = SOUND.clone();
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
            for (int k = from; k < to; k++) {
                bytes[k] = (byte) random.nextInt();
            }
            // The random octets may be the old ones, or padding inside a deflated block: then nothing was changed.
            assertThat(read(bytes))
                    .satisfiesAnyOf(
                            outcome -> assertThat(outcome).isInstanceOf(AsicOutcome.Refused.class),
                            outcome -> assertThat(outcome).isEqualTo(sound));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {AsicManifest.FILE, AsicManifest.CLASSICAL_SIGNATURE, AsicManifest.POST_QUANTUM_SIGNATURE})
    void refusesEveryChangeOfASignedEntryEvenWithItsCheckSumRepaired(String name) {
        Random random = new Random(78);
        byte[] sound = hostile.content(name).clone();
        for (int i = 0; i < 700; i++) {
            byte[] changed = Arrays.copyOf(sound, i % 10 == 0 ? random.nextInt(sound.length) : sound.length);
            if (changed.length == sound.length) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertThat(read(hostile.replace(name, changed).build())).isInstanceOf(AsicOutcome.Refused.class);
        }
    }

    private static void assertDirectoryRefused(java.util.function.UnaryOperator<List<ZipRecord>> change) {
        assertRefused(read(HostilePackage.sound().withDirectory(change).build()), AsicRefusal.DIRECTORY_DISAGREES);
    }
}
