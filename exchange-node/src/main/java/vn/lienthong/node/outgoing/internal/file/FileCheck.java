package vn.lienthong.node.outgoing.internal.file;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a check of a file found.
 *
 * @param blocked whether it must not be sent: it runs, hides or breaks something
 * @param findings names of what was found
 * @param marks its signatures, in their order
 */
public record FileCheck(boolean blocked, List<String> findings, List<Mark> marks) {

    /** Nothing was checked, or there was nothing to find. */
    public static final FileCheck NONE = new FileCheck(false, List.of(), List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the lists. */
    public FileCheck {
        findings = List.copyOf(findings);
        marks = List.copyOf(marks);
    }

    /** What a signature is worth. */
    public enum Worth {
        /** Valid, from a signer whom this node trusts. */
        VALID,
        /** Unbroken, but nobody whom this node trusts stands behind the signer. */
        UNKNOWN_SIGNER,
        /** The file was changed, or the certificate forbids it. */
        INVALID
    }

    /**
     * A signature.
     *
     * @param field its field
     * @param signer whose certificate it is
     * @param at when, as claimed or as a timestamp says
     * @param worth what it is worth
     * @param agency whether the agency signed, not a person
     */
    public record Mark(String field, String signer, Instant at, Worth worth, boolean agency) {}

    /** Reads what {@link #json} wrote; nothing from nothing. */
    public static FileCheck read(String json) {
        return json.isEmpty() ? NONE : JSON.readValue(json, FileCheck.class);
    }

    /** For the database. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** Whether the agency has signed. */
    public boolean signedByAgency() {
        return marks.stream().anyMatch(mark -> mark.agency() && mark.worth() != Worth.INVALID);
    }

    /** Whether a person has signed. */
    public boolean signedByPerson() {
        return marks.stream().anyMatch(mark -> !mark.agency() && mark.worth() != Worth.INVALID);
    }

    /** Whether any signature is broken. */
    public boolean broken() {
        return marks.stream().anyMatch(mark -> mark.worth() == Worth.INVALID);
    }
}
