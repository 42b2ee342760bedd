package vn.lienthong.node.protection;

/** Where the master key of this installation comes from. */
public interface MasterKeyState {

    /** The places from which a master key may come, the strongest first. */
    enum Origin {
        /** Wrapped by a key that never leaves a PKCS#11 token. */
        TOKEN,
        /** A credential that systemd hands to the service and to nobody else. */
        CREDENTIAL,
        /** A file outside the data directory, mode 0400. */
        FILE,
        /** A file that this program drew in its data directory: for trials and small sites without secret documents. */
        DATA_DIRECTORY
    }

    /** Where it comes from. */
    Origin origin();

    /** Returns whether a copy of the data directory opens nothing by itself; secret documents demand that. */
    default boolean outsideDataDirectory() {
        return origin() != Origin.DATA_DIRECTORY;
    }

    /** The place in words that an administrator understands; never the key. */
    String place();
}
