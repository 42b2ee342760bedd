package vn.lienthong.crypto.asic;

import java.time.Instant;
import java.util.List;

/** What the reader found. */
public sealed interface AsicOutcome {

    /**
     * Every object is what both keys signed, and there is nothing else in the package.
     *
     * @param objects the objects in the order of the package
     * @param signingTime the time that the sender claims, whole seconds
     */
    record Verified(List<AsicObject> objects, Instant signingTime) implements AsicOutcome {
        /** Copies the list. */
        public Verified {
            objects = List.copyOf(objects);
        }
    }

    /**
     * The package must not be used; whatever was delivered from it must be thrown away.
     *
     * @param reason the kind of fault
     * @param detail words for the log, in English, free of names and content
     */
    record Refused(AsicRefusal reason, String detail) implements AsicOutcome {}
}
