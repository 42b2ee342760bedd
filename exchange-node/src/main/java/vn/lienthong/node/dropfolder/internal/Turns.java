package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import vn.lienthong.node.platform.Rounds;

/** Work on several things of a folder, of which none keeps the others from their turn. */
final class Turns {

    private Turns() {}

    /** Work that files may fail. */
    @FunctionalInterface
    interface Work<T> {

        void on(T thing) throws IOException;
    }

    /**
     * Does the work on each.
     *
     * @throws RuntimeException the first failure, after all had their turn
     */
    static <T> void each(List<T> things, Work<? super T> work) {
        Rounds.each(things, thing -> {
            try {
                work.on(thing);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
