package vn.lienthong.node.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused (RFC 9457), as far as the other side said.
 *
 * @param status HTTP status
 * @param code the catalogue's code {@code LT-nnnn}; absent when something before the program answered
 * @param title the kind of problem
 * @param detail this very case
 * @param traceId under which the other side's log has it
 * @param errors the single faults, when there are several
 */
public record Problem(
        int status,
        @Nullable String code,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String traceId,
        @Nullable List<Fault> errors) {

    private static final int SHOWN_FAULTS = 20;

    /**
     * One of several faults.
     *
     * @param pointer the place in the request (RFC 6901)
     * @param code the catalogue's code
     * @param message in words
     */
    public record Fault(
            @Nullable String pointer,
            @Nullable String code,
            @Nullable String message) {}

    /** A refusal of which only the status is known. */
    static Problem ofStatus(int status) {
        return new Problem(status, null, null, null, null, null);
    }

    /** The single faults; empty when there is but the one that title and detail describe. */
    public List<Fault> faults() {
        return errors == null ? List.of() : errors;
    }

    /** One text for people: code, words, then the faults one per line, then where to look. */
    public String readable() {
        StringBuilder text = new StringBuilder(code == null ? "HTTP " + status : code);
        append(text, ": ", title);
        append(text, text.indexOf(": ") < 0 ? ": " : " – ", detail);
        faults().stream().limit(SHOWN_FAULTS).forEach(fault -> {
            text.append("\n  ").append(fault.code() == null ? "•" : fault.code());
            append(text, " ", fault.pointer());
            append(text, " ", fault.message());
        });
        if (faults().size() > SHOWN_FAULTS) {
            text.append("\n  … ").append(faults().size() - SHOWN_FAULTS).append(" more");
        }
        append(text, "\n  trace ", traceId);
        return printable(text.toString());
    }

    private static void append(StringBuilder text, String before, @Nullable String part) {
        if (part != null && !part.isBlank()) {
            text.append(before).append(part);
        }
    }

    // The text comes from the other side and goes to a terminal: no control characters but the line ends set here.
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
    }
}
