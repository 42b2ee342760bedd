package vn.lienthong.core.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.PayloadDescription;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.release.ReleaseApproval;
import vn.lienthong.core.release.ReleasePerson;
import vn.lienthong.core.release.ReleaseStatement;
import vn.lienthong.core.release.ReleasedFile;
import vn.lienthong.core.release.SignedRelease;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.crypto.signature.DualSignature;

class ReleaseCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00.000Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final AgencyCode SENDER = new AgencyCode("H37");
    private static final AgencyCode RECIPIENT = new AgencyCode("H38");
    private static final PersonalKeySet COMPOSER = keys("Composer");
    private static final PersonalKeySet RELEASER = keys("Releaser");
    private static final byte[] FILE = "a file".getBytes(StandardCharsets.UTF_8);

    private static PersonalKeySet keys(String name) {
        return PersonalKeySet.generate(new X500Principal("CN=" + name), CLOCK);
    }

    private static Document document(String subject, byte[] file) {
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(SENDER, "Ủy ban"), subject)
                .secrecy(Secrecy.SECRET)
                .build();
        Attachment attachment =
                new Attachment(new FileName("a.pdf"), "a.pdf", "application/pdf", file.length, Sha512.of(file), "");
        return new Document(metadata, List.of(attachment));
    }

    private static ParcelHeader header(AgencyCode sender, AgencyCode recipient, Instant createdAt) {
        return new ParcelHeader(
                new ParcelId(UUID.fromString("0193530a-6e41-7000-8000-0123456789ab")),
                new SuiteId("LT-2"),
                sender,
                new NodeId("h37-1"),
                List.of(recipient),
                Urgency.ORDINARY,
                createdAt,
                createdAt.plus(Duration.ofDays(1)),
                new PayloadDescription(10, Sha256.OF_NOTHING, 64 << 10, Sha256.OF_NOTHING));
    }

    private static Octets statement(Document document) {
        ReleaseStatement statement = new ReleaseStatement(
                new UUID(1, 2),
                SENDER,
                List.of(RECIPIENT),
                Secrecy.SECRET,
                ReleaseCheck.digestOf(document.metadata()),
                List.of(new ReleasedFile(FILE.length, Sha512.of(FILE))),
                LocalDate.EPOCH,
                null,
                ReleasePerson.of(
                        "a",
                        "Composer",
                        COMPOSER.certificates().get(1),
                        COMPOSER.certificates().get(2)),
                NOW);
        return Octets.of(WireFormats.RELEASE_STATEMENT.encode(statement));
    }

    private static ReleaseApproval approval(String account, PersonalKeySet keys, Octets statement, Instant at) {
        return new ReleaseApproval(
                account,
                "Name",
                Octets.of(Certificates.encode(keys.certificates().get(1))),
                Octets.of(Certificates.encode(keys.certificates().get(2))),
                Octets.of(DualSignature.sign(statement.toByteArray(), keys.signing(), at)));
    }

    private static SignedRelease release() {
        Octets statement = statement(document("Subject", FILE));
        return new SignedRelease(
                statement, approval("a", COMPOSER, statement, NOW), approval("b", RELEASER, statement, NOW));
    }

    private static void refuses(SignedRelease release, String why) {
        assertThat(ReleaseCheck.check(release)).isEqualTo(new ReleaseVerdict.Broken(why));
    }

    private static Octets octets(SignedRelease release) {
        return Octets.of(WireFormats.SIGNED_RELEASE.encode(release));
    }

    @Test
    void takesWhatTwoPersonsReleased() {
        Octets octets = octets(release());
        assertThat(ReleaseCheck.check(release())).isInstanceOf(ReleaseVerdict.Holds.class);
        assertThat(ReleaseCheck.objection(header(SENDER, RECIPIENT, NOW), document("Subject", FILE), octets))
                .isEmpty();
        assertThat(WireFormats.SIGNED_RELEASE.decode(octets.toByteArray())).isInstanceOf(Decoded.Value.class);
    }

    @Test
    void refusesOnePersonTwice() {
        SignedRelease release = release();
        Octets statement = release.statement();
        refuses(
                new SignedRelease(statement, release.composer(), approval("b", COMPOSER, statement, NOW)),
                "one person signed twice");
        refuses(
                new SignedRelease(statement, release.composer(), approval("a", RELEASER, statement, NOW)),
                "one person signed twice");
    }

    @Test
    void refusesKeysThatArePartlyTheComposers() {
        SignedRelease release = release();
        PersonalKeySet mixed = new PersonalKeySet(
                RELEASER.recipient(),
                new DualSigningKey(
                        COMPOSER.signing().classical(), RELEASER.signing().postQuantum()));
        refuses(
                new SignedRelease(
                        release.statement(), release.composer(), approval("b", mixed, release.statement(), NOW)),
                "one person signed twice");
    }

    @Test
    void refusesASignatureOverAnotherStatement() {
        SignedRelease release = release();
        Octets other = statement(document("Another subject", FILE));
        refuses(
                new SignedRelease(release.statement(), release.composer(), approval("b", RELEASER, other, NOW)),
                "a signature does not hold");
        refuses(
                new SignedRelease(other, release.composer(), approval("b", RELEASER, other, NOW)),
                "a signature does not hold");
    }

    @Test
    void refusesAComposerWhomTheStatementDoesNotName() {
        SignedRelease release = release();
        refuses(
                new SignedRelease(release.statement(), release.releaser(), release.composer()),
                "first signature is not that of the composer");
        PersonalKeySet stranger = keys("Stranger");
        refuses(
                new SignedRelease(
                        release.statement(), approval("a", stranger, release.statement(), NOW), release.releaser()),
                "first signature is not that of the composer");
    }

    @Test
    void refusesAReleaseBeforeTheComposition() {
        SignedRelease release = release();
        refuses(
                new SignedRelease(
                        release.statement(),
                        release.composer(),
                        approval("b", RELEASER, release.statement(), NOW.minusSeconds(3600))),
                "released before it was composed");
    }

    @Test
    void refusesAnotherDocumentSenderOrRecipient() {
        Octets octets = octets(release());
        Document document = document("Subject", FILE);
        ParcelHeader header = header(SENDER, RECIPIENT, NOW);
        String why = "approvals are about another document or other recipients";
        byte[] swapped = "b file".getBytes(StandardCharsets.UTF_8);
        assertThat(ReleaseCheck.objection(header, document("Subject", swapped), octets))
                .contains(why);
        assertThat(ReleaseCheck.objection(header, document("Other", FILE), octets))
                .contains(why);
        assertThat(ReleaseCheck.objection(header(RECIPIENT, SENDER, NOW), document, octets))
                .contains(why);
        assertThat(ReleaseCheck.objection(header(SENDER, new AgencyCode("H39"), NOW), document, octets))
                .contains(why);
        assertThat(ReleaseCheck.objection(header(SENDER, RECIPIENT, NOW.minusSeconds(3600)), document, octets))
                .contains("sealed before it was released");
    }

    @Test
    void survivesWhateverElseComes() {
        byte[] sound = octets(release()).toByteArray();
        ParcelHeader header = header(SENDER, RECIPIENT, NOW);
        Document document = document("Subject", FILE);
        Random random = new Random(4711);
        for (int i = 0; i < 100; i++) {
            byte[] changed = sound.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            byte[] cut = Arrays.copyOf(sound, random.nextInt(sound.length));
            assertThat(ReleaseCheck.objection(header, document, Octets.of(cut))).isPresent();
            assertThat(ReleaseCheck.objection(header, document, Octets.of(changed)))
                    .satisfiesAnyOf(
                            objection -> assertThat(objection).isPresent(),
                            objection -> assertThat(WireFormats.SIGNED_RELEASE.decode(changed))
                                    .isInstanceOf(Decoded.Value.class));
        }
    }
}
