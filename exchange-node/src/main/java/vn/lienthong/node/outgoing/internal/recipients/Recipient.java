package vn.lienthong.node.outgoing.internal.recipients;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;

/**
 * One line of "Nơi nhận".
 *
 * @param purpose why
 * @param code the agency that it is; null when none was found, or none is meant
 * @param label as it is written
 */
public record Recipient(Purpose purpose, @Nullable AgencyCode code, String label) {

    /** The most characters of a label. */
    public static final int LONGEST = 300;

    /** Cuts long labels off. */
    public Recipient {
        label = label.length() > LONGEST ? label.substring(0, LONGEST) : label;
    }

    /** Whether a person still has to say which agency is meant. */
    public boolean isOpen() {
        return code == null && purpose != Purpose.FILE;
    }
}
