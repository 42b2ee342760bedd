package vn.lienthong.core.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.Timestamps;

/**
 * What composer and releaser of a state secret both sign, as exact octets.
 *
 * @param draft identifier at the sending node; one statement releases one draft once
 * @param sender the sending agency
 * @param recipients sorted, each once
 * @param level how secret
 * @param metadata digest of everything that is written about the document, without its files
 * @param files in the order in which they travel
 * @param protectedUntil the last day of protection
 * @param declassifyOn the day on which to look again; null without
 * @param composer who composed it, bound to the keys of the first signature
 * @param composedAt when
 */
public record ReleaseStatement(
        UUID draft,
        AgencyCode sender,
        List<AgencyCode> recipients,
        Secrecy level,
        Sha512 metadata,
        List<ReleasedFile> files,
        LocalDate protectedUntil,
        @Nullable LocalDate declassifyOn,
        ReleasePerson composer,
        Instant composedAt) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    /** The longest statement in octets. */
    public static final int MAX_OCTETS = 96 << 10;

    /** Checks order, numbers and level. */
    public ReleaseStatement {
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
        composedAt = Timestamps.millis(composedAt);
        if (!level.isStateSecret()) {
            throw new IllegalArgumentException("only state secrets are released by two persons");
        }
        boolean ordered =
                recipients.equals(recipients.stream().distinct().sorted().toList());
        if (!ordered || recipients.isEmpty() || recipients.size() > ParcelHeader.MAX_RECIPIENTS) {
            throw new IllegalArgumentException("recipients are sorted and named once");
        }
        if (files.isEmpty() || files.size() > Document.MAX_ATTACHMENTS) {
            throw new IllegalArgumentException("a release is about files");
        }
    }

    @Override
    public String toString() {
        return "ReleaseStatement[" + draft + "]";
    }
}
