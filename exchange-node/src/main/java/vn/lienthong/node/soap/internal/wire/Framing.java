package vn.lienthong.node.soap.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ProblemException;

/**
 * How a request is framed, by its content type.
 *
 * @param kind the version of SOAP that faults speak before an envelope has been read
 * @param boundary of the parts; empty when the body is the envelope
 * @param action what SOAP 1.2 says in the content type; may be empty
 */
public record Framing(SoapKind kind, Optional<String> boundary, String action) {

    private static final int LONGEST = 1000;
    private static final int LONGEST_BOUNDARY = 70;
    private static final List<String> ROOTS =
            List.of("application/xop+xml", SoapKind.SOAP_11.mediaType(), SoapKind.SOAP_12.mediaType());

    /**
     * Reads a content type.
     *
     * @throws ProblemException when it is none that carries SOAP in UTF-8
     */
    public static Framing of(@Nullable String contentType) {
        MimeType type = parse(contentType);
        String bare = bare(type);
        checkCharset(type);
        String action = unquoted(type.getParameter("action"));
        if (bare.equals("multipart/related")) {
            return related(type, action);
        }
        SoapKind kind = kind(bare).orElseThrow(() -> new ProblemException(ErrorCode.MEDIA_TYPE_UNSUPPORTED));
        return new Framing(kind, Optional.empty(), action);
    }

    /** Returns the version that answers speak when not even the framing could be read. */
    public static SoapKind guess(@Nullable String contentType) {
        boolean later = contentType != null && contentType.contains(SoapKind.SOAP_12.mediaType());
        return later ? SoapKind.SOAP_12 : SoapKind.SOAP_11;
    }

    private static Framing related(MimeType type, String action) {
        String boundary = unquoted(type.getParameter("boundary"));
        String root = unquoted(type.getParameter("type")).toLowerCase(Locale.ROOT);
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY || !ROOTS.contains(root)) {
            throw new ProblemException(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        }
        String inner = unquoted(type.getParameter("start-info"));
        SoapKind kind = kind(inner.isEmpty() ? root : bare(parse(inner))).orElse(SoapKind.SOAP_11);
        return new Framing(kind, Optional.of(boundary), action);
    }

    private static MimeType parse(@Nullable String contentType) {
        if (contentType == null || contentType.length() > LONGEST) {
            throw new ProblemException(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        }
        try {
            return MimeTypeUtils.parseMimeType(contentType);
        } catch (InvalidMimeTypeException e) {
            throw new ProblemException(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        }
    }

    private static void checkCharset(MimeType type) {
        if (type.getCharset() != null && !StandardCharsets.UTF_8.equals(type.getCharset())) {
            throw Unfit.malformed("Content-Type", "Chỉ nhận XML mã hóa UTF-8");
        }
    }

    private static Optional<SoapKind> kind(String mediaType) {
        return List.of(SoapKind.values()).stream()
                .filter(kind -> kind.mediaType().equals(mediaType))
                .findFirst();
    }

    private static String bare(MimeType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    /** A parameter without its quotes; empty when it is missing. */
    public static String unquoted(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return (quoted ? value.substring(1, value.length() - 1) : value).strip();
    }
}
