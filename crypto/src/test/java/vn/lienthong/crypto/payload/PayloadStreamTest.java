package vn.lienthong.crypto.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.payload.PayloadException.Reason;
import vn.lienthong.crypto.suite.SuiteId;

class PayloadStreamTest {

    private static final PayloadContext CONTEXT = new PayloadContext(new SuiteId("LT-1"), new UUID(7, 8), 0);

    private final PayloadKey key = PayloadKey.generate();

    private static byte[] plain(int size) {
        byte[] plain = new byte[size];
        new Random(size).nextBytes(plain);
        return plain;
    }

    private byte[] seal(byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (SealingOutputStream sealing = new SealingOutputStream(sealed, key, CONTEXT)) {
            int at = 0;
            for (int part = 1; at < plain.length; part = part * 3 + 1) {
                int length = Math.min(part, plain.length - at);
                sealing.write(plain, at, length);
                at += length;
            }
        }
        return sealed.toByteArray();
    }

    private byte[] open(byte[] sealed) throws IOException {
        try (InputStream opening = new OpeningInputStream(new ByteArrayInputStream(sealed), key, CONTEXT)) {
            return opening.readAllBytes();
        }
    }

    private void assertRefused(byte[] sealed) {
        assertThatThrownBy(() -> open(sealed)).isInstanceOf(PayloadException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_383, 16_384, 16_385, 32_768, 100_000})
    void opensWhatWasSealedAndPredictsItsSize(int size) throws IOException {
        byte[] plain = plain(size);
        byte[] sealed = seal(plain);
        assertThat(open(sealed)).isEqualTo(plain);
        assertThat(PayloadFormat.sealedLength(size)).isEqualTo(sealed.length);
        assertThat(PayloadFormat.plainLength(sealed.length)).isEqualTo(size);
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] sealed = seal(plain(40_000));
        for (int length = 0; length < sealed.length; length += 331) {
            assertRefused(Arrays.copyOf(sealed, length));
        }
        for (int chunks = 0; chunks <= 2; chunks++) {
            assertRefused(Arrays.copyOf(sealed, PayloadFormat.HEADER + chunks * PayloadFormat.SEALED_CHUNK));
        }
    }

    @Test
    void refusesExtensionReorderingAndDuplication() throws IOException {
        byte[] sealed = seal(plain(40_000));
        assertRefused(Arrays.copyOf(sealed, sealed.length + 1));
        byte[] swapped = sealed.clone();
        int first = PayloadFormat.HEADER;
        int second = first + PayloadFormat.SEALED_CHUNK;
        System.arraycopy(sealed, first, swapped, second, PayloadFormat.SEALED_CHUNK);
        System.arraycopy(sealed, second, swapped, first, PayloadFormat.SEALED_CHUNK);
        assertRefused(swapped);
        byte[] doubled = sealed.clone();
        System.arraycopy(sealed, first, doubled, second, PayloadFormat.SEALED_CHUNK);
        assertRefused(doubled);
    }

    @Test
    void refusesEveryChangedOctet() throws IOException {
        byte[] sealed = seal(plain(20_000));
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] mutant = sealed.clone();
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 + random.nextInt(255));
            assertRefused(mutant);
        }
    }

    @Test
    void refusesAnotherKeyParcelOrIndexBeforeAnyChunk() throws IOException {
        byte[] sealed = seal(plain(10));
        PayloadContext otherParcel = new PayloadContext(CONTEXT.suite(), new UUID(7, 9), 0);
        PayloadContext otherIndex = new PayloadContext(CONTEXT.suite(), CONTEXT.parcelId(), 1);
        for (PayloadContext context : new PayloadContext[] {otherParcel, otherIndex}) {
            assertThatThrownBy(() -> new OpeningInputStream(new ByteArrayInputStream(sealed), key, context))
                    .isInstanceOfSatisfying(
                            PayloadException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_KEY_OR_CONTEXT));
        }
        assertThatThrownBy(
                        () -> new OpeningInputStream(new ByteArrayInputStream(sealed), PayloadKey.generate(), CONTEXT))
                .isInstanceOf(PayloadException.class);
    }

    @Test
    void handsOutOnlyVerifiedChunksAndKeepsFailingAfterAnError() throws IOException {
        byte[] plain = plain(40_000);
        byte[] sealed = seal(plain);
        sealed[PayloadFormat.HEADER + PayloadFormat.SEALED_CHUNK] ^= 1;
        InputStream opening = new OpeningInputStream(new ByteArrayInputStream(sealed), key, CONTEXT);
        assertThat(opening.readNBytes(PayloadFormat.CHUNK)).isEqualTo(Arrays.copyOf(plain, PayloadFormat.CHUNK));
        assertThatThrownBy(opening::read).isInstanceOf(PayloadException.class);
        assertThatThrownBy(opening::read).isInstanceOf(IOException.class);
    }

    @Test
    void readsAnyRangeAndVerifiesTheLengthFirst(@TempDir Path directory) throws IOException {
        byte[] plain = plain(100_000);
        Path file = Files.write(directory.resolve("payload"), seal(plain));
        try (PayloadRanges ranges = new PayloadRanges(FileChannel.open(file), key, CONTEXT)) {
            assertThat(ranges.length()).isEqualTo(plain.length);
            Random random = new Random(5);
            for (int i = 0; i < 200; i++) {
                int from = random.nextInt(plain.length + 10);
                byte[] target = new byte[random.nextInt(40_000)];
                int read = ranges.read(from, target, 0, target.length);
                int expected = Math.max(0, Math.min(target.length, plain.length - from));
                assertThat(read).isEqualTo(expected);
                assertThat(Arrays.copyOf(target, read))
                        .isEqualTo(read == 0 ? new byte[0] : Arrays.copyOfRange(plain, from, from + read));
            }
        }
        byte[] shorter = Arrays.copyOf(seal(plain), PayloadFormat.HEADER + PayloadFormat.SEALED_CHUNK + 100);
        Path cut = Files.write(directory.resolve("cut"), shorter);
        assertThatThrownBy(() -> new PayloadRanges(FileChannel.open(cut), key, CONTEXT))
                .isInstanceOf(PayloadException.class);
    }

    @Test
    void digestsDescribeCiphertextSegmentsAndPlaintext() throws IOException {
        byte[] plain = plain(100_000);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        SealedPayload payload = PayloadSealer.seal(new ByteArrayInputStream(plain), sealed, key, CONTEXT);
        assertThat(payload.plainSize()).isEqualTo(plain.length);
        assertThat(payload.plainSha512()).isEqualTo(Digest.sha512(plain));
        assertThat(payload.ciphertext().size()).isEqualTo(sealed.size());
        assertThat(payload.ciphertext().sha256()).isEqualTo(Digest.sha256(sealed.toByteArray()));
        assertThat(payload.ciphertext().segments()).containsExactly(Digest.sha256(sealed.toByteArray()));
        DigestingOutputStream cutting = new DigestingOutputStream(new ByteArrayOutputStream(), 4_096);
        cutting.write(plain, 0, 5_000);
        cutting.write(1);
        PayloadDigests digests = cutting.digests();
        assertThat(digests.segments()).hasSize(2).startsWith(Digest.sha256(Arrays.copyOf(plain, 4_096)));
        assertThat(digests.segmentsSha256()).isEqualTo(Digest.sha256(digests.segmentTable()));
    }

    @Test
    void warmUpRunsWithoutLeavingAnything() {
        PayloadCipherWarmUp.run(100);
        assertThat(key).hasToString("[REDACTED]");
    }
}
