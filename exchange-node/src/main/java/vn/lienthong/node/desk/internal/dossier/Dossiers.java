package vn.lienthong.node.desk.internal.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.asic.AsicPackageWriter;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.node.client.proof.ProofContents;
import vn.lienthong.node.client.proof.ProofFiles;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;

/**
 * Everything that proves what happened to a document in one container, sealed with both keys of the agency that takes it out
 * ({@code docs/verify.md}).
 */
@InNodeRole
@Component
public class Dossiers {

    /** The type of a container. */
    public static final String ASIC = "application/vnd.etsi.asic-e+zip";

    private final EvidenceBook book;
    private final DossierParts parts;
    private final DirectoryView directory;
    private final AgencyKeys agencyKeys;
    private final NodeKeys nodeKeys;
    private final InstantSource clock;

    Dossiers(
            EvidenceBook book,
            DossierParts parts,
            DirectoryView directory,
            AgencyKeys agencyKeys,
            NodeKeys nodeKeys,
            InstantSource clock) {
        this.book = book;
        this.parts = parts;
        this.directory = directory;
        this.agencyKeys = agencyKeys;
        this.nodeKeys = nodeKeys;
        this.clock = clock;
    }

    /**
     * What one of the two sides of a delivery may know about it.
     *
     * @param parcelId the parcel
     * @param agency who takes the dossier out, a side of the delivery: the caller has seen to that
     * @param packageSha512 digest of the signed package
     */
    public record Subject(ParcelId parcelId, AgencyCode agency, String packageSha512) {}

    /** The dossier without the document; empty when there is no evidence yet, or the agency has no keys. */
    public Optional<Download> of(Subject subject) {
        return build(subject, Optional.empty());
    }

    /** The dossier with the signed package, which is closed in the end. */
    public Optional<Download> of(Subject subject, PackageAccess.Opened opened) {
        return build(subject, Optional.of(opened.content()));
    }

    private Optional<Download> build(Subject subject, Optional<OpenPackage> content) {
        List<StoredEvidence> evidence = evidence(subject);
        Optional<DualSigningKey> key = directory
                .current()
                .agency(subject.agency(), clock.instant())
                .flatMap(entry -> agencyKeys.signing(entry.agency().id()));
        if (evidence.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Download("ho-so-" + subject.parcelId() + ".asice", ASIC, -1, out -> {
            try (AsicPackageWriter writer = new AsicPackageWriter(out, key.get(), clock)) {
                write(writer, subject, evidence, content);
            } finally {
                if (content.isPresent()) {
                    content.get().close();
                }
            }
        }));
    }

    /** The sender may know all of it; a recipient what is about the whole parcel or about itself. */
    List<StoredEvidence> evidence(Subject subject) {
        return book.ofParcel(subject.parcelId()).stream()
                .filter(stored -> {
                    AgencyCode recipient = stored.evidence().subject().recipient();
                    return recipient == null
                            || subject.agency()
                                    .equals(stored.evidence().subject().sender())
                            || subject.agency().equals(recipient);
                })
                .toList();
    }

    private void write(
            AsicPackageWriter writer, Subject subject, List<StoredEvidence> evidence, Optional<OpenPackage> content)
            throws IOException {
        add(writer, "README.txt", DossierReadme.text().getBytes(StandardCharsets.UTF_8));
        DossierParts.Parts made = parts.of(evidence, subject.agency());
        add(
                writer,
                ProofFiles.CONTENTS,
                contents(subject, made, content.isPresent()).encode());
        for (Map.Entry<String, byte[]> part : made.files().entrySet()) {
            add(writer, part.getKey(), part.getValue());
        }
        if (content.isPresent()) {
            try (InputStream in = content.get().range(0, content.get().size());
                    OutputStream object = writer.addObject(ProofFiles.PACKAGE, ASIC)) {
                in.transferTo(object);
            }
        }
        writer.finish();
    }

    private ProofContents contents(Subject subject, DossierParts.Parts made, boolean withPackage) {
        return new ProofContents(
                ProofContents.VERSION,
                ProofContents.Kind.DOSSIER,
                subject.parcelId().toString(),
                subject.agency(),
                nodeKeys.nodeId(),
                clock.instant(),
                subject.packageSha512(),
                withPackage,
                made.pieces());
    }

    private static void add(AsicPackageWriter writer, String name, byte[] content) throws IOException {
        String type = name.endsWith(".json")
                ? "application/json"
                : name.endsWith(".txt") ? "text/plain" : "application/octet-stream";
        writer.addObject(name, type, new ByteArrayInputStream(content));
    }
}
