package vn.lienthong.node.desk.door;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.PackageAccess;

/**
 * Records every reading of a document or its evidence before anything is shown.
 *
 * <p>Guarantees: what cannot be recorded is not shown; each method then throws
 * {@link vn.lienthong.node.audit.RecordingFailedException}.
 */
public interface ReadingDoor {

    /** Somebody looks at what a document says about itself. */
    void viewed(ParcelId parcel, Document document, AgencyCode agency);

    /** Somebody takes one file of an opened package, which is closed when that cannot be recorded. */
    void file(PackageAccess.Opened opened, int number);

    /** Somebody takes an opened package, or the named part of it; it is closed when that cannot be recorded. */
    void wholePackage(PackageAccess.Opened opened, @Nullable String range);

    /** Somebody looks at all evidence about a parcel. */
    void evidence(ParcelId parcel);

    /** Somebody looks at one piece of evidence about a parcel. */
    void evidence(ParcelId parcel, EvidenceId piece);

    /** Somebody takes the evidence about a parcel along. */
    void evidenceTaken(ParcelId parcel);

    /** Somebody asked for a document that is not there, or not theirs. */
    void absent(Object wanted);
}
