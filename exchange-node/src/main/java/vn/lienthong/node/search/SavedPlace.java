package vn.lienthong.node.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A list whose filters people keep. */
public enum SavedPlace {
    /** The search over everything. */
    SEARCH("/search"),
    /** Documents that arrived. */
    INCOMING("/incoming"),
    /** Outgoing documents. */
    OUTGOING("/outgoing"),
    /** Sent documents with where they are. */
    TRACKING("/tracking"),
    /** A book of documents. */
    REGISTER("/registers/\\d{1,18}");

    private static final int LONGEST = 1500;

    private final Pattern link;

    SavedPlace(String path) {
        this.link = Pattern.compile(path + "\\?[A-Za-z0-9%&=+._~*!'(),;:@/-]+");
    }

    /** Tells whether an address leads to this list with a filter and to nothing else. */
    public boolean leadsHere(String address) {
        return address.length() <= LONGEST && link.matcher(address).matches();
    }

    /** Finds the list of that name. */
    public static Optional<SavedPlace> of(String slug) {
        return Stream.of(values()).filter(place -> place.slug().equals(slug)).findFirst();
    }

    /** Returns its name in forms. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
