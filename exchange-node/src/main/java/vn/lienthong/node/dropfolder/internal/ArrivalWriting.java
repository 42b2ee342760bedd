package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.InboxEntry;

/** Writes a document of the inbox into a directory, as files or as edXML. */
@FunctionalInterface
interface ArrivalWriting {

    /** Writes the document of an entry that is leased. */
    Outcome write(FolderTree tree, InboxEntry entry, UUID lease, FolderProperties.Format format, Path directory)
            throws IOException;

    /** How the writing ended. */
    sealed interface Outcome {

        /**
         * The directory is complete.
         *
         * @param packageSha512 digest of the package, computed meanwhile
         */
        record Complete(Sha512 packageSha512) implements Outcome {}

        /**
         * It can never be written here.
         *
         * @param code why
         */
        record Never(ErrorCode code) implements Outcome {}

        /** The lease or the entry has gone. */
        record Gone() implements Outcome {}
    }
}
