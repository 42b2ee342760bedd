package vn.lienthong.node.edxml;

import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;

/** What came of the wish to read a document as edXML. */
public sealed interface EdxmlWritten {

    /**
     * It was written to its end.
     *
     * @param parcelId its parcel
     * @param packageSha512 digest of the package, computed while it was read: what an acknowledgement names
     * @param message digest of the octets that were written
     * @param size how many they were
     */
    record Written(ParcelId parcelId, Sha512 packageSha512, Sha256 message, long size) implements EdxmlWritten {}

    /** The caller holds no lease of this name. */
    record NotLeased() implements EdxmlWritten {}

    /** The lease has ended; ask for another. */
    record LeaseEnded() implements EdxmlWritten {}

    /** There is no such entry, not for this agency, or its payload is no longer kept. */
    record Absent() implements EdxmlWritten {}

    /**
     * It cannot be written as edXML, now or later: put it aside.
     *
     * @param code why; {@link ErrorCode#SECRECY_NOT_ALLOWED} for state secrets
     */
    record Unwritable(ErrorCode code) implements EdxmlWritten {}
}
