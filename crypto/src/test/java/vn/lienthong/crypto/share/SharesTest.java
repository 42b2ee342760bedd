package vn.lienthong.crypto.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.signature.DualSignature;
import vn.lienthong.crypto.signature.SignatureCheck;

class SharesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z"));
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PersonalKeySet FIRST = PersonalKeySet.generate(new X500Principal("CN=Nguyen Van A"), CLOCK);
    private static final PersonalKeySet SECOND = PersonalKeySet.generate(new X500Principal("CN=Tran Thi B"), CLOCK);
    private static final byte[] CONTEXT = octets("draft 1, composer, a");

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    private static byte[] sealed(byte[] share) {
        return SealedShare.seal(share, FIRST.recipient().certificate().getPublicKey(), CONTEXT);
    }

    @Test
    void joinsWhatWasSplitAndNothingElse() {
        byte[] key = key();
        try (Shares shares = Shares.split(key, RANDOM);
                Shares others = Shares.split(key, RANDOM)) {
            assertThat(Shares.join(shares.first(), shares.second())).isEqualTo(key);
            assertThat(Shares.join(shares.first(), others.second())).isNotEqualTo(key);
            assertThat(shares.first()).isNotEqualTo(key).isNotEqualTo(others.first());
            assertThat(shares.second()).isNotEqualTo(key);
        }
    }

    @Test
    void wipesItsHalvesWhenClosed() {
        Shares shares = Shares.split(key(), RANDOM);
        byte[] first = shares.first();
        byte[] second = shares.second();
        shares.close();
        assertThat(first).containsOnly(0);
        assertThat(second).containsOnly(0);
    }

    @Test
    void refusesToJoinHalvesOfDifferentLengths() {
        assertThatThrownBy(() -> Shares.join(new byte[32], new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensForThePersonAndContextItWasSealedTo() {
        byte[] share = key();
        assertThat(SealedShare.open(sealed(share), FIRST.recipient(), CONTEXT)).contains(share);
    }

    @Test
    void doesNotOpenForAnotherPerson() {
        assertThat(SealedShare.open(sealed(key()), SECOND.recipient(), CONTEXT)).isEmpty();
    }

    @Test
    void doesNotOpenInAnotherPlace() {
        byte[] sealed = sealed(key());
        assertThat(SealedShare.open(sealed, FIRST.recipient(), octets("draft 2, composer, a")))
                .isEmpty();
        assertThat(SealedShare.open(sealed, FIRST.recipient(), new byte[0])).isEmpty();
    }

    @Test
    void doesNotOpenWhenAnyPartWasChanged() {
        byte[] sealed = sealed(key());
        for (int place : List.of(0, 1, 2, 3, 500, 1600, sealed.length - 40, sealed.length - 1)) {
            byte[] changed = sealed.clone();
            changed[place] ^= 1;
            assertThat(SealedShare.open(changed, FIRST.recipient(), CONTEXT)).isEmpty();
        }
    }

    @Test
    void doesNotOpenWhenCutOffOrTooLong() {
        byte[] sealed = sealed(key());
        for (int length : List.of(0, 1, 3, 4, 100, sealed.length - 1)) {
            assertThat(SealedShare.open(Arrays.copyOf(sealed, length), FIRST.recipient(), CONTEXT))
                    .isEmpty();
        }
        assertThat(SealedShare.open(Arrays.copyOf(sealed, SealedShare.MAX_SIZE + 1), FIRST.recipient(), CONTEXT))
                .isEmpty();
    }

    @Test
    void refusesToSealToAKeyOfAnotherAlgorithm() {
        KeyPair weaker = KeyAlgorithms.generate(KeyAlgorithm.MLKEM768_X25519);
        assertThatThrownBy(() -> SealedShare.seal(key(), weaker.getPublic(), CONTEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealed(new byte[65])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealed(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensUnderTheRightPinOnly() {
        byte[] secret = octets("secret");
        byte[] sealed = PinSealing.seal("đúng mã 2026".toCharArray(), CONTEXT, secret);
        byte[] changed = sealed.clone();
        changed[5] ^= 1;
        assertThat(PinSealing.open("đúng mã 2026".toCharArray(), CONTEXT, sealed))
                .contains(secret);
        assertThat(PinSealing.open("đúng mã 2027".toCharArray(), CONTEXT, sealed))
                .isEmpty();
        assertThat(PinSealing.open("đúng mã 2026".toCharArray(), octets("other"), sealed))
                .isEmpty();
        assertThat(PinSealing.open("đúng mã 2026".toCharArray(), CONTEXT, changed))
                .isEmpty();
        assertThat(PinSealing.open("đúng mã 2026".toCharArray(), CONTEXT, new byte[10]))
                .isEmpty();
    }

    @Test
    void readsBackTheKeysOfAPerson() {
        PersonalKeySet again = PersonalKeySet.decode(FIRST.encode(), FIRST.certificates());
        byte[] share = key();
        byte[] signature = DualSignature.sign(CONTEXT, again.signing(), CLOCK.instant());
        assertThat(SealedShare.open(sealed(share), again.recipient(), CONTEXT)).contains(share);
        assertThat(DualSignature.verify(
                        CONTEXT,
                        signature,
                        FIRST.certificates().get(1),
                        FIRST.certificates().get(2)))
                .isInstanceOf(SignatureCheck.Valid.class);
        assertThat(again.toString()).doesNotContain("PrivateKey").contains("Nguyen Van A");
    }

    @Test
    void refusesKeysThatAreCutOffOrForeign() {
        byte[] encoded = FIRST.encode();
        for (int length : List.of(0, 3, 4, 100, encoded.length - 1)) {
            assertThatThrownBy(() -> PersonalKeySet.decode(Arrays.copyOf(encoded, length), FIRST.certificates()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() ->
                        PersonalKeySet.decode(encoded, List.of(FIRST.recipient().certificate())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
