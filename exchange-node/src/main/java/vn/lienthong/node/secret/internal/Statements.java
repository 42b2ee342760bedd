package vn.lienthong.node.secret.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.approval.ReleaseCheck;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.release.ReleaseApproval;
import vn.lienthong.core.release.ReleasePerson;
import vn.lienthong.core.release.ReleaseStatement;
import vn.lienthong.core.release.ReleasedFile;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.crypto.signature.DualSignature;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretFields;

/** Makes what both persons sign, and their signatures. */
@InNodeRole
@Component
class Statements {

    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int LONGEST_NAME = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DirectoryView directory;
    private final InstantSource clock;

    Statements(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** What is written about a draft, as it will stand in the package. */
    DocumentMetadata metadata(Draft draft) {
        SecretFields fields = draft.content().fields();
        LocalDate issued = Objects.requireNonNullElse(fields.issuedOn(), today());
        try {
            return DocumentMetadata.builder(organization(draft.agency()), fields.subject())
                    .recipients(draft.content().codes().stream()
                            .map(this::organization)
                            .toList())
                    .code(new DocumentCode(fields.codeNumber(), fields.codeNotation()))
                    .promulgation(new Promulgation(fields.place(), issued))
                    .type(DocumentType.named(fields.typeName()))
                    .signer(new Signer("", fields.signerPosition(), fields.signerName()))
                    .dueDate(fields.dueDate())
                    .urgency(fields.urgency())
                    .secrecy(fields.level())
                    .build();
        } catch (IllegalArgumentException broken) {
            // The message names the rule and never the content.
            throw new HinderedException(Hindrance.INCOMPLETE, String.valueOf(broken.getMessage()));
        }
    }

    private Organization organization(AgencyCode code) {
        String name = directory
                .current()
                .agency(code, clock.instant())
                .map(entry -> entry.agency().name())
                .orElse("");
        return Organization.of(code, name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HANOI);
    }

    /** How long the law protects a level, from a day on. */
    static LocalDate protectedUntil(Secrecy level, LocalDate from) {
        return switch (level) {
            case TOP_SECRET -> from.plusYears(30);
            case SECRET -> from.plusYears(20);
            case CONFIDENTIAL, ORDINARY -> from.plusYears(10);
        };
    }

    /** The statement with the composer's signature. */
    KeptRelease compose(Draft draft, List<StoredFile> files, Person composer, PersonalKeySet keys) {
        DocumentMetadata metadata = metadata(draft);
        SecretFields fields = draft.content().fields();
        LocalDate until = Objects.requireNonNullElse(fields.protectedUntil(), protectedUntil(fields.level(), today()));
        ReleaseStatement statement = new ReleaseStatement(
                draft.id().value(),
                draft.agency(),
                draft.content().codes().stream().distinct().sorted().toList(),
                fields.level(),
                ReleaseCheck.digestOf(metadata),
                files.stream().map(Statements::released).toList(),
                until,
                fields.declassifyOn(),
                ReleasePerson.of(
                        composer.login().value(),
                        composer.displayName(),
                        keys.certificates().get(1),
                        keys.certificates().get(2)),
                clock.instant());
        Octets octets = Octets.of(WireFormats.RELEASE_STATEMENT.encode(statement));
        Octets document = Octets.of(WireFormats.DOCUMENT.encode(new Document(metadata, List.of())));
        return KeptRelease.of(octets, document, approve(octets, composer, keys));
    }

    private static ReleasedFile released(StoredFile stored) {
        return new ReleasedFile(
                stored.file().size(), Sha512.fromHex(stored.file().sha512()).orElseThrow());
    }

    /** A person's signature over a statement. */
    ReleaseApproval approve(Octets statement, Person person, PersonalKeySet keys) {
        Instant now = clock.instant();
        List<X509Certificate> certificates = keys.certificates();
        return new ReleaseApproval(
                person.login().value(),
                person.displayName(),
                Octets.of(Certificates.encode(certificates.get(1))),
                Octets.of(Certificates.encode(certificates.get(2))),
                Octets.of(DualSignature.sign(statement.toByteArray(), keys.signing(), now)));
    }

    static byte[] encode(KeptRelease release) {
        return JSON.writeValueAsBytes(release);
    }

    static KeptRelease decode(byte[] octets) {
        return JSON.readValue(octets, KeptRelease.class);
    }
}
