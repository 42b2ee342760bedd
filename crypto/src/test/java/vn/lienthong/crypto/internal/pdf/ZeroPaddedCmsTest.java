package vn.lienthong.crypto.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.model.DSSException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ZeroPaddedCmsTest {

    private static final byte[] SHORT = {0x30, 3, 2, 1, 5};

    @Test
    void standsInFrontOfTheClassOfTheLibrary() {
        assertThatCode(ZeroPaddedCms::requireActive).doesNotThrowAnyException();
    }

    @Test
    void cutsExactlyTheZeros() {
        assertThat(ZeroPaddedCms.withoutPadding(Arrays.copyOf(SHORT, 50))).isEqualTo(SHORT);
        assertThat(ZeroPaddedCms.withoutPadding(SHORT)).isEqualTo(SHORT);
    }

    @Test
    void keepsZerosThatBelongToTheObject() {
        byte[] endsInZeros = {0x30, (byte) 0x82, 0, 6, 4, 4, 1, 0, 0, 0};
        assertThat(ZeroPaddedCms.withoutPadding(Arrays.copyOf(endsInZeros, 64))).isEqualTo(endsInZeros);
    }

    @Test
    void refusesAnythingElseAfterTheObject() {
        byte[] trailing = Arrays.copyOf(SHORT, 50);
        trailing[49] = 1;
        assertThatThrownBy(() -> ZeroPaddedCms.withoutPadding(trailing)).isInstanceOf(DSSException.class);
    }

    @Test
    void refusesCutOffAndAbsurdLengths() {
        byte[][] bad = {
            {},
            {0x30},
            {0x30, 5, 1},
            {0x30, (byte) 0x82, 1},
            {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
            {0x30, (byte) 0x88, 0, 0, 0, 0, 0, 0, 0, 1}
        };
        for (byte[] value : bad) {
            assertThatThrownBy(() -> ZeroPaddedCms.withoutPadding(value)).isInstanceOf(DSSException.class);
        }
    }
}
