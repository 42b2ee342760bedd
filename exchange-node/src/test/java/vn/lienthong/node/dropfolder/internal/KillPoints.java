package vn.lienthong.node.dropfolder.internal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.platform.CrashPoints;

/** Ends the work at one place, once, as a kill would: nothing behind it is done. */
final class KillPoints implements CrashPoints {

    private @Nullable String place;

    void killAt(String name) {
        place = name;
    }

    @Override
    public void reach(String name) {
        if (name.equals(place)) {
            place = null;
            throw new Kill();
        }
    }

    /** No exception that anybody catches. */
    static final class Kill extends Error {

        @Serial
        private static final long serialVersionUID = 1L;

        Kill() {
            super("killed");
        }
    }
}
