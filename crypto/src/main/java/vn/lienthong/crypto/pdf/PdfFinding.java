package vn.lienthong.crypto.pdf;

/**
 * Something about a PDF document that the one who takes it in should know.
 *
 * @param kind what it is
 * @param severity how grave it is
 * @param page the page where it was found, 0 when it belongs to no page
 * @param object the number of the object, such as {@code 12 0}, empty for the document as a whole; never its content
 */
public record PdfFinding(Kind kind, Severity severity, int page, String object) {

    /** How grave a finding is. */
    public enum Severity {
        /** The document must not be taken in. */
        BLOCK,
        /** A person decides. */
        WARN,
        /** For the record. */
        INFO
    }

    /** What can be found. */
    public enum Kind {
        /** More bytes than allowed. */
        TOO_LARGE,
        /** The first kilobyte has no PDF header. */
        NOT_A_PDF,
        /** The document or one of its objects cannot be read. */
        UNREADABLE,
        /** More pages than allowed. */
        TOO_MANY_PAGES,
        /** More objects than allowed. */
        TOO_MANY_OBJECTS,
        /** Objects nested deeper than allowed. */
        TOO_DEEP,
        /** The deadline passed before the end of the inspection. */
        TIME_EXCEEDED,
        /** Encrypted, with or without a password. */
        ENCRYPTED,
        /** JavaScript anywhere in the document. */
        JAVASCRIPT,
        /** An action that starts a program. */
        LAUNCH,
        /** An action that runs when the document is opened. */
        OPEN_ACTION,
        /** Actions that run on events. */
        ADDITIONAL_ACTIONS,
        /** Sound, film, 3D or other rich media. */
        MULTIMEDIA,
        /** An XFA form, whose content other readers do not show. */
        XFA,
        /** A form that sends or imports data. */
        FORM_SUBMISSION,
        /** A jump into another file. */
        REMOTE_TARGET,
        /** A link to the web. */
        WEB_LINK,
        /** A file inside the document. Its name is never used as a path. */
        EMBEDDED_FILE,
        /** Layers that can be shown and hidden. */
        OPTIONAL_CONTENT,
        /** More than two filters in a row, or filters where none belong. */
        FILTER_CHAIN,
        /** Streams that inflate to more than allowed. */
        INFLATED_SIZE,
        /** A signature whose signed range is not everything but its own value. */
        BYTE_RANGE,
        /** A signature value followed by something other than zero padding. */
        SIGNATURE_PADDING,
        /** After the last signature of a person or agency more came than validation data and timestamps. */
        LATER_CHANGES,
        /** Signed, but the first signature does not forbid later annotations. */
        NOT_CERTIFIED
    }
}
