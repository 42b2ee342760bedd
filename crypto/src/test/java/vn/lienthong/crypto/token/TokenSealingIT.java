package vn.lienthong.crypto.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.asic.AsicLimits;
import vn.lienthong.crypto.asic.AsicOutcome;
import vn.lienthong.crypto.asic.AsicPackageReader;
import vn.lienthong.crypto.asic.AsicPackageWriter;
import vn.lienthong.crypto.asic.AsicSigners;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.CertificateRequest;
import vn.lienthong.crypto.certificate.CertificateRequestCheck;
import vn.lienthong.crypto.envelope.EnvelopeFixture;
import vn.lienthong.crypto.envelope.EnvelopeOutcome;
import vn.lienthong.crypto.envelope.KeyEnvelope;
import vn.lienthong.crypto.internal.key.HybridPrivateKey;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyFile;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.key.SigningKey;

/** Envelopes and packages with keys whose classical halves are in a token. */
class TokenSealingIT {

    private static final SoftHsm HSM = SoftHsm.initialise("lt-sealing");
    private static final char[] PASSWORD = "0123456789abcdef0123456789abcdef".toCharArray();

    private final Token token = Token.open(HSM.settings(4));
    private final EnvelopeFixture world = EnvelopeFixture.secret();

    private static void makeFree(Token token, String label) throws TokenException {
        if (token.key(label).isPresent()) {
            token.destroy(label);
        }
    }

    private SigningKey recipient(String label) throws TokenException {
        makeFree(token, label);
        KeyPair pair = token.generateRecipient(label, KeyAlgorithm.MLKEM1024_ECDH_P384);
        X509Certificate certificate = world.authority
                .authority()
                .issueFor(
                        pair.getPublic(),
                        new CertificateOrder(
                                CertificateProfile.AGENCY_KEM, TestAuthority.name(label), Duration.ofDays(30)));
        return new SigningKey(pair.getPrivate(), List.of(certificate));
    }

    private static RecipientKey opening(SigningKey key) {
        return new RecipientKey(key.privateKey(), key.certificate());
    }

    private byte[] sealed(DualSigningKey sender, X509Certificate... recipients) {
        return KeyEnvelope.seal(world.contents, world.suite, sender, List.of(recipients), TestAuthority.NOW);
    }

    private EnvelopeOutcome open(byte[] envelope, SigningKey key, DualSigningKey sender, int recipients) {
        return KeyEnvelope.open(envelope, opening(key), world.expectation(EnvelopeFixture.HEADER, sender, recipients));
    }

    /** What comes back from a key file. */
    private static SigningKey reread(SigningKey key) throws IOException {
        byte[] file = KeyFile.encode(Map.of("key", key), PASSWORD);
        return Objects.requireNonNull(KeyFile.decode(file, PASSWORD).get("key"));
    }

    @Test
    void opensWhatASenderWithoutATokenSealed() throws IOException {
        SigningKey first = recipient("open.first");
        SigningKey second = recipient("open.second");
        byte[] envelope = sealed(world.sender, first.certificate(), second.certificate());
        for (SigningKey key : List.of(first, second)) {
            assertThat(open(envelope, key, world.sender, 2))
                    .isInstanceOfSatisfying(
                            EnvelopeOutcome.Opened.class,
                            opened -> assertThat(opened.manifest().contents()).isEqualTo(world.contents));
        }
        SigningKey mixed = new SigningKey(first.privateKey(), second.chain());
        assertThat(open(envelope, mixed, world.sender, 2))
                .isEqualTo(new EnvelopeOutcome.Refused(
                        EnvelopeOutcome.Reason.UNDECIPHERABLE, "the key does not open it or it was changed"));
    }

    @Test
    void theKeyFileAloneOpensNothing() throws IOException {
        SigningKey made = recipient("file.half");
        byte[] envelope = sealed(world.sender, made.certificate());
        SigningKey unbound = reread(made);
        assertThatThrownBy(() -> open(envelope, unbound, world.sender, 1))
                .isInstanceOfSatisfying(
                        KeyAwayException.class, away -> assertThat(away.fault()).isEqualTo(TokenFault.NOT_CONFIGURED));
        assertThat(open(envelope, token.bind(unbound), world.sender, 1)).isInstanceOf(EnvelopeOutcome.Opened.class);
        token.destroy("file.half");
        assertThatThrownBy(() -> open(envelope, token.bind(unbound), world.sender, 1))
                .isInstanceOf(KeyAwayException.class);
    }

    @Test
    void theTokenAloneOpensNothing() throws IOException {
        SigningKey made = recipient("token.half");
        byte[] envelope = sealed(world.sender, made.certificate());
        // The thief has the token and a post-quantum half of another key.
        HybridPrivateKey genuine = (HybridPrivateKey) made.privateKey();
        HybridPrivateKey other = (HybridPrivateKey) recipient("token.other").privateKey();
        SigningKey thief = new SigningKey(
                new HybridPrivateKey(genuine.algorithm(), other.postQuantum(), genuine.classical()), made.chain());
        assertThat(open(envelope, thief, world.sender, 1)).isInstanceOf(EnvelopeOutcome.Refused.class);
    }

    @Test
    void refusesEnvelopesThatWereChanged() throws IOException {
        SigningKey key = recipient("changed");
        byte[] envelope = sealed(world.sender, key.certificate());
        for (int i = 40; i < envelope.length; i += 97) {
            byte[] changed = envelope.clone();
            changed[i] ^= 1;
            assertThat(open(changed, key, world.sender, 1)).isInstanceOf(EnvelopeOutcome.Refused.class);
        }
        assertThat(open(envelope, key, world.sender, 1)).isInstanceOf(EnvelopeOutcome.Opened.class);
    }

    private DualSigningKey sender(String label) throws IOException {
        makeFree(token, label);
        TokenKey made = token.generate(label, KeyAlgorithm.EC_P384);
        byte[] request = CertificateRequest.create(
                made.privateKey(), made.certificate().getPublicKey(), TestAuthority.name(label));
        assertThat(CertificateRequest.verify(request)).isInstanceOf(CertificateRequestCheck.Verified.class);
        X509Certificate certificate = world.authority
                .authority()
                .issueFor(
                        made.certificate().getPublicKey(),
                        new CertificateOrder(
                                CertificateProfile.AGENCY_SIGNING, TestAuthority.name(label), Duration.ofDays(30)));
        SigningKey classical = new SigningKey(made.privateKey(), List.of(certificate));
        SigningKey read = reread(classical);
        assertThat(Token.labelOf(read)).contains(label);
        return new DualSigningKey(token.bind(read), world.sender.postQuantum());
    }

    @Test
    void sealsWithASigningKeyInTheToken() throws IOException {
        DualSigningKey sender = sender("seals");
        RecipientKey recipient = world.recipients.getFirst();
        byte[] envelope = sealed(sender, recipient.certificate());
        assertThat(KeyEnvelope.open(envelope, recipient, world.expectation(EnvelopeFixture.HEADER, sender, 1)))
                .isInstanceOf(EnvelopeOutcome.Opened.class);
    }

    @Test
    void packsWithASigningKeyInTheToken() throws IOException {
        DualSigningKey sender = sender("packs");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AsicPackageWriter writer = new AsicPackageWriter(out, sender, InstantSource.fixed(TestAuthority.NOW))) {
            writer.addObject("document.json", "application/json", new ByteArrayInputStream("{}".getBytes(UTF_8)));
            writer.finish();
        }
        AsicSigners signers = new AsicSigners(
                sender.classical().certificate(), sender.postQuantum().certificate());
        assertThat(AsicPackageReader.list(new ByteArrayInputStream(out.toByteArray()), AsicLimits.standard(), signers))
                .isInstanceOf(AsicOutcome.Verified.class);
    }
}
