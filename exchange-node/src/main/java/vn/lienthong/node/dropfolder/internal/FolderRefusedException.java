package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.io.Serial;

/** A folder, or something in it, must not be used as it is: a link, a foreign owner, open to others. */
final class FolderRefusedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    FolderRefusedException(String message) {
        super(message);
    }
}
