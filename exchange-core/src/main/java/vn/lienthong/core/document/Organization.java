package vn.lienthong.core.document;

import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.BoundedText;

/**
 * An agency as the document names it: what was true on the day of the document, not what the directory says today.
 *
 * @param code its code
 * @param name its name, at most 200 characters; may be empty
 * @param inCharge the agency above it as printed, at most 200 characters; may be empty
 * @param contact how to reach it
 */
public record Organization(AgencyCode code, String name, String inCharge, Contact contact) {

    /** Checks the lengths. */
    public Organization {
        name = BoundedText.line("organization name", name, 0, 200);
        inCharge = BoundedText.line("organization in charge", inCharge, 0, 200);
    }

    /** Returns an organization of which no more is known. */
    public static Organization of(AgencyCode code, String name) {
        return new Organization(code, name, "", Contact.NONE);
    }
}
