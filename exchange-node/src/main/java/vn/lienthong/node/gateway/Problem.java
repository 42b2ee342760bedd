package vn.lienthong.node.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.lienthong.core.error.ErrorCode;

/**
 * An error as answered to a program: RFC 9457 with a stable code.
 *
 * @param type the page that explains the code, relative to the node
 * @param title the error in Vietnamese; the same for every occurrence
 * @param status the HTTP status
 * @param detail what to do about it, in Vietnamese
 * @param instance the path that was asked for, without query
 * @param code the code from the catalogue, {@code LT-nnnn}
 * @param traceId under which the log of the node knows the request
 * @param errors the fields that are wrong; left out of the answer when there are none
 * @param warnings what the caller may acknowledge and do all the same; left out when there are none
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings) {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the lists. */
    public Problem {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /**
     * Something that looks wrong and may be meant.
     *
     * @param code what the caller repeats in {@code acknowledgeWarnings}
     * @param message what looks wrong, in Vietnamese
     * @param others what it is about, such as the parcels that look the same
     */
    public record Warning(String code, String message, List<String> others) {
        /** Copies the list. */
        public Warning {
            others = List.copyOf(others);
        }
    }

    /**
     * One wrong field.
     *
     * @param pointer where it is: a JSON pointer into the body, or {@code ?name} for a parameter
     * @param code the code from the catalogue
     * @param message what is wrong, in Vietnamese, without repeating the value
     */
    public record FieldProblem(String pointer, String code, String message) {
        /**
         * A field that breaks its rule.
         *
         * @param pointer where it is
         * @param message what is wrong
         * @return with the code of invalid fields
         */
        public static FieldProblem invalid(String pointer, String message) {
            return new FieldProblem(pointer, ErrorCode.FIELD_INVALID.code(), message);
        }
    }
}
