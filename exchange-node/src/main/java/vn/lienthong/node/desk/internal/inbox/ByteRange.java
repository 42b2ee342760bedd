package vn.lienthong.node.desk.internal.inbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which part of a package a caller wants (RFC 9110 §14): the whole, or one range. Several ranges at once are answered whole. */
sealed interface ByteRange {

    /** The form of one range; whatever else is sent is passed over, as the standard has it. */
    Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** All of it. */
    record Whole() implements ByteRange {}

    /**
     * A part.
     *
     * @param from first octet
     * @param length octets, at least one
     */
    record Part(long from, long length) implements ByteRange {}

    /** A part that lies behind the end. */
    record Unsatisfiable() implements ByteRange {}

    /** Reads the header of a request for something of that size. */
    static ByteRange read(@Nullable String header, long size) {
        Matcher form = FORM.matcher(header == null ? "" : header);
        if (!form.matches()) {
            return new Whole();
        }
        String first = form.group(1);
        String last = form.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : tail(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return new Whole();
        }
        return from >= size ? new Unsatisfiable() : new Part(from, to - from + 1);
    }

    private static ByteRange tail(long length, long size) {
        long octets = Math.min(length, size);
        return octets == 0 ? new Unsatisfiable() : new Part(size - octets, octets);
    }
}
