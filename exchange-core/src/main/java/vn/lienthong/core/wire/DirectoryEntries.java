package vn.lienthong.core.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.directory.DirectoryLogEntry;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.value.Sha256;

/** Derives the entries of the directory's log from publications; everybody derives the same. */
public final class DirectoryEntries {

    private DirectoryEntries() {}

    /**
     * Derives the entries of a publication, in the order of its changes.
     *
     * @param publication what was read
     * @param digest of the octets that it was read from
     */
    public static List<DirectoryLogEntry> of(Publication publication, Sha256 digest) {
        List<DirectoryLogEntry> entries = new ArrayList<>(publication.changes().size());
        for (int i = 0; i < publication.changes().size(); i++) {
            DirectoryChange change = publication.changes().get(i);
            byte[] octets = octets(change);
            entries.add(new DirectoryLogEntry(
                    publication.sequence(),
                    digest,
                    i,
                    kind(change),
                    subject(change),
                    Sha256.of(octets),
                    validFrom(change, publication.publishedAt())));
        }
        return entries;
    }

    /** The octets of a change, whose digest its entry holds. */
    public static byte[] octets(DirectoryChange change) {
        return JsonWriter.object(json -> DirectoryJson.writeChange(json, change));
    }

    static DirectoryLogEntry read(JsonObject json) throws MalformedException {
        HeaderJson.version(json, DirectoryLogEntry.VERSION);
        return new DirectoryLogEntry(
                json.whole("sequence", 1, Publication.MAX_SEQUENCE),
                json.sha256("publication"),
                (int) json.whole("change", 0, Publication.MAX_CHANGES - 1),
                json.text("kind"),
                json.text("subject"),
                json.sha256("sha256"),
                json.instant("validFrom"));
    }

    static void write(JsonWriter json, DirectoryLogEntry entry) {
        json.whole("v", DirectoryLogEntry.VERSION)
                .whole("sequence", entry.sequence())
                .text("publication", entry.publication())
                .whole("change", entry.change())
                .text("kind", entry.kind())
                .text("subject", entry.subject())
                .text("sha256", entry.sha256())
                .instant("validFrom", entry.validFrom());
    }

    static String kind(DirectoryChange change) {
        return switch (change) {
            case NodePut put -> "node";
            case NodeLogsPut put -> "nodeLogs";
            case AgencyPut put -> "agency";
            case AgencyKeysPut put -> "agencyKeys";
            case CertificateRevoked revoked -> "certificateRevoked";
            case NodeRevoked revoked -> "nodeRevoked";
            case AgencyClosed closed -> "agencyClosed";
        };
    }

    private static String subject(DirectoryChange change) {
        return switch (change) {
            case NodePut put -> put.id().value();
            case NodeLogsPut put -> put.node().value();
            case AgencyPut put -> put.agency().id().toString();
            case AgencyKeysPut put -> put.agency().toString();
            case CertificateRevoked revoked -> revoked.fingerprint().hex();
            case NodeRevoked revoked -> revoked.node().value();
            case AgencyClosed closed -> closed.code().value();
        };
    }

    private static Instant validFrom(DirectoryChange change, Instant publishedAt) {
        return switch (change) {
            case AgencyKeysPut put -> put.classical().notBefore();
            case CertificateRevoked revoked -> revoked.at();
            case NodeRevoked revoked -> revoked.at();
            case AgencyClosed closed -> closed.at();
            case NodePut put -> publishedAt;
            case NodeLogsPut put -> publishedAt;
            case AgencyPut put -> publishedAt;
        };
    }
}
