package vn.lienthong.node.search.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.search.SearchKind;

/**
 * A place in the list of everything that was found: newest first, then by kind, then by key downwards.
 *
 * @param at the moment
 * @param kind of what stands there
 * @param id its key
 */
record Place(Instant at, SearchKind kind, long id) {

    static final Comparator<Place> ORDER = Comparator.comparing(Place::at)
            .reversed()
            .thenComparing(Place::kind)
            .thenComparing(Comparator.comparingLong(Place::id).reversed());

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,14})-(incoming|outgoing|register)-(\\d{1,18})");

    static Place of(Found found) {
        return new Place(found.at(), found.kind(), found.id());
    }

    /** Behind everything of this moment. */
    static Place endOf(Instant at) {
        return new Place(at, SearchKind.REGISTER, 0);
    }

    /** Reads what {@link #write} wrote; empty for anything else. */
    static Optional<Place> read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(new Place(
                        Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                        SearchKind.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
                        Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    String write() {
        return at.toEpochMilli() + "-" + kind.slug() + "-" + id;
    }
}
