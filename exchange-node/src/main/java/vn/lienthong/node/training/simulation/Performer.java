package vn.lienthong.node.training.simulation;

import java.util.List;

/** Does what a simulated agency is to do. Doing it twice does no harm. */
@FunctionalInterface
public interface Performer {

    /** What came of it. */
    sealed interface Result {

        /**
         * Done.
         *
         * @param next what follows from it
         */
        record Done(List<Act> next) implements Result {
            /** Copies the list. */
            public Done {
                next = List.copyOf(next);
            }

            /** Nothing follows from it. */
            public static Done alone() {
                return new Done(List.of());
            }
        }

        /** Not possible yet. */
        record NotYet() implements Result {}

        /** Never possible any more, for example because the document was taken back meanwhile. */
        record Pointless() implements Result {}
    }

    /** Does it, or says why not. */
    Result perform(Act act);
}
