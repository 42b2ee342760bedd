package vn.lienthong.node.delivery;

import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.documents.OpenPackage;

/** The answer to the wish to read a state secret. */
public sealed interface SecretAccess {

    /**
     * It can be read; {@code document.json}, {@code approvals.json} and the files are objects of the package.
     *
     * @param parcelId its parcel
     * @param content decrypted while it is read, in memory only; close it
     * @param packageSha512 digest of the package
     */
    record Opened(ParcelId parcelId, OpenPackage content, Sha512 packageSha512) implements SecretAccess {}

    /** The key is not that of the parcel. */
    record WrongKey() implements SecretAccess {}

    /** There is no such entry, not for these agencies, or its payload is no longer kept. */
    record Absent() implements SecretAccess {}
}
