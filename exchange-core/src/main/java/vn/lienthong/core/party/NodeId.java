package vn.lienthong.core.party;

import java.util.regex.Pattern;

/**
 * The name of a node: a short slug that may stand in host names, paths and log lines.
 *
 * @param value 2 to 40 lower-case letters, digits and hyphens, a letter first
 */
public record NodeId(String value) implements Comparable<NodeId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** Refuses a malformed name. */
    public NodeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a node is named by 2 to 40 lower-case letters, digits and hyphens, a letter first");
        }
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
