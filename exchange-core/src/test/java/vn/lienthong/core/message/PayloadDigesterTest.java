package vn.lienthong.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

class PayloadDigesterTest {

    private static final int SEGMENT = PayloadDescription.MIN_SEGMENT_SIZE;

    @Test
    void describesAPayloadHoweverItIsWritten() {
        RandomGenerator random = new Random(8);
        for (int size : new int[] {1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT, 3 * SEGMENT + 7}) {
            byte[] payload = new byte[size];
            random.nextBytes(payload);
            PayloadDigester digester = new PayloadDigester(SEGMENT);
            int done = 0;
            while (done < size) {
                int step = Math.min(size - done, 1 + random.nextInt(2 * SEGMENT));
                digester.write(payload, done, step);
                done += step;
            }
            check(payload, digester.finish());
        }
    }

    @Test
    void refusesNothingAndOddSegments() {
        assertThatThrownBy(() -> new PayloadDigester(SEGMENT).finish()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PayloadDigester(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SegmentTable(Octets.of(new byte[33])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void signsTheThreeDigestsUnderTheirLabel() {
        Sha256 one = Sha256.of(new byte[] {1});
        byte[] input = new ParcelDigests(one, one, one).outerSignatureInput();
        assertThat(input).hasSize(12 + 96).startsWith("lt/parcel/1\0".getBytes(StandardCharsets.UTF_8));
        assertThat(Arrays.copyOfRange(input, 76, 108)).isEqualTo(one.bytes());
    }

    @Test
    void numbersFilesFromOne() {
        FileName name = FileName.sanitise("a.pdf");
        assertThat(PackageLayout.file(0, name)).isEqualTo("files/001-a.pdf");
        assertThat(PackageLayout.isFile("files/001-a.pdf")).isTrue();
        assertThat(PackageLayout.isFile("files/001-a/b")).isFalse();
        assertThatThrownBy(() -> PackageLayout.file(PackageLayout.MAX_FILES, name))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void check(byte[] payload, PayloadDigester.Described described) {
        PayloadDescription description = described.description();
        assertThat(description.size()).isEqualTo(payload.length);
        assertThat(description.sha256()).isEqualTo(Sha256.of(payload));
        assertThat(description.matches(described.table())).isTrue();
        int start = 0;
        for (int i = 0; i < description.segmentCount(); i++) {
            int end = start + description.segmentLength(i);
            assertThat(described.table().digest(i)).isEqualTo(Sha256.of(Arrays.copyOfRange(payload, start, end)));
            start = end;
        }
        assertThat(start).isEqualTo(payload.length);
    }
}
