package vn.lienthong.node.delivery;

import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.documents.OpenPackage;

/** The answer to the wish to read a package. */
public sealed interface PackageAccess {

    /**
     * It can be read.
     *
     * @param parcelId its parcel
     * @param content decrypted while it is read; close it
     * @param packageSha512 digest of the package
     * @param document what is in it
     */
    record Opened(ParcelId parcelId, OpenPackage content, Sha512 packageSha512, Document document)
            implements PackageAccess {}

    /** The caller holds no lease of this name. */
    record NotLeased() implements PackageAccess {}

    /** The lease has ended. */
    record LeaseEnded() implements PackageAccess {}

    /** There is no such entry, not for this agency, or its payload is no longer kept. */
    record Absent() implements PackageAccess {}
}
