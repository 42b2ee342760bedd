package vn.lienthong.node.desk.internal.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.web.Download;

/**
 * All evidence about a parcel in one ZIP file: for each piece the very octets that were signed and the detached CMS signature,
 * as any CMS tool checks them. The same evidence always gives the same file.
 */
final class EvidenceArchive {

    private EvidenceArchive() {}

    static Download of(ParcelId parcelId, List<StoredEvidence> evidence) {
        return new Download("chung-cu-" + parcelId + ".zip", "application/zip", -1, out -> write(evidence, out));
    }

    private static void write(List<StoredEvidence> evidence, OutputStream out) throws IOException {
        // Not to be closed: the stream is the answer's.
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        int number = 0;
        for (StoredEvidence stored : evidence) {
            number++;
            Evidence piece = stored.evidence();
            String name =
                    number + "-" + piece.event().code() + "-" + piece.event().event();
            add(zip, name + ".json", piece, stored.signed().octets());
            add(zip, name + ".p7s", piece, stored.signed().signature());
        }
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, Evidence piece, Octets content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(piece.time().atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(content.toByteArray());
        zip.closeEntry();
    }
}
