package vn.lienthong.node.training.internal;

import java.util.List;

/** Does what a simulated agency is to do. Doing it twice does no harm. */
@FunctionalInterface
interface Performer {

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

            static Done alone() {
                return new Done(List.of());
            }
        }

        /** Not possible yet. */
        record NotYet() implements Result {}

        /** Never possible any more, for example because the document was taken back meanwhile. */
        record Pointless() implements Result {}
    }

    Result perform(Act act);
}
