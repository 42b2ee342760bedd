package vn.lienthong.node.desk.internal.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.desk.door.FormPart;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

/** Reads the headers of tus 1.0; everything in them is hostile. */
final class TusRequest {
    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String METADATA = "Upload-Metadata";
    static final String CHECKSUM = "Upload-Checksum";
    static final String PART = "application/offset+octet-stream";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int LONGEST_METADATA = 4096;
    private static final int LONGEST_NAME = 500;
    private static final int SHA256 = 32;

    private TusRequest() {}

    /** Refuses other versions of the protocol. */
    static void version(HttpServletRequest request) {
        if (!VERSION.equals(request.getHeader(RESUMABLE))) {
            throw ProblemException.with(ErrorCode.PRECONDITION_FAILED, Map.of("Tus-Version", VERSION));
        }
    }

    static boolean carriesPart(HttpServletRequest request) {
        return PART.equals(FormPart.bare(Objects.requireNonNullElse(request.getContentType(), "")));
    }

    static long offset(HttpServletRequest request) {
        return number(request, OFFSET, Long.MAX_VALUE);
    }

    private static long number(HttpServletRequest request, String header, long most) {
        String text = request.getHeader(header);
        if (text != null && NUMBER.matcher(text).matches() && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        throw invalid(header, "Cần một số nguyên không âm");
    }

    static Upload.Announced announced(HttpServletRequest request) {
        long size = number(request, LENGTH, Long.MAX_VALUE);
        if (size > Uploads.LARGEST) {
            throw new ProblemException(ErrorCode.TOO_LARGE);
        }
        if (size == 0) {
            throw invalid(LENGTH, "Tệp rỗng không gửi được");
        }
        Map<String, String> metadata = metadata(request.getHeader(METADATA));
        Sha256 sha256 = Optional.ofNullable(metadata.get("sha256"))
                .flatMap(Sha256::fromHex)
                .orElseThrow(() -> invalid(METADATA, "Thiếu sha256: 64 chữ số thập lục phân viết thường của cả tệp"));
        String type = metadata.getOrDefault("filetype", "");
        String mediaType = new FormPart("", "", FormPart.bare(type), InputStream.nullInputStream())
                .fileType()
                .orElseThrow(() -> invalid(METADATA, "filetype không phải kiểu nội dung"));
        return new Upload.Announced(name(metadata.get("filename")), mediaType, size, sha256);
    }

    private static String name(@Nullable String name) {
        try {
            String line = BoundedText.line("file name", Objects.requireNonNullElse(name, ""), 1, LONGEST_NAME);
            if (!line.isBlank() && line.indexOf('/') < 0 && line.indexOf('\\') < 0) {
                return line;
            }
        } catch (IllegalArgumentException e) {
            throw nameInvalid();
        }
        throw nameInvalid();
    }

    private static ProblemException nameInvalid() {
        ErrorCode code = ErrorCode.ATTACHMENT_NAME_INVALID;
        return new ProblemException(
                code,
                List.of(new FieldProblem(METADATA, code.code(), "filename: 1 đến 500 ký tự, không có đường dẫn")));
    }

    /** Pairs of a key and a value in base64, separated by commas. */
    private static Map<String, String> metadata(@Nullable String header) {
        Map<String, String> pairs = new HashMap<>();
        if (header == null || header.length() > LONGEST_METADATA) {
            return pairs;
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (parts.length != 2 || pairs.put(parts[0], text(parts[1])) != null) {
                throw invalid(METADATA, "Cần các cặp khóa và giá trị base64, cách nhau bằng dấu phẩy");
            }
        }
        return pairs;
    }

    private static String text(String base64) {
        try {
            ByteBuffer octets = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid(METADATA, "Giá trị phải là UTF-8 trong base64");
        }
    }

    /** The digest of a part, or null when none comes with it. */
    static @Nullable Sha256 checksum(HttpServletRequest request) {
        String header = request.getHeader(CHECKSUM);
        if (header == null) {
            return null;
        }
        String[] parts = header.split(" ", -1);
        if (parts.length == 2 && parts[0].equals("sha256")) {
            try {
                byte[] octets = Base64.getDecoder().decode(parts[1]);
                if (octets.length == SHA256) {
                    return Sha256.fromBytes(octets);
                }
            } catch (IllegalArgumentException e) {
                throw invalid(CHECKSUM, "Cần sha256 và mã băm trong base64");
            }
        }
        throw invalid(CHECKSUM, "Cần sha256 và mã băm trong base64");
    }

    static ProblemException invalid(String header, String message) {
        return new ProblemException(ErrorCode.FIELD_INVALID, List.of(FieldProblem.invalid(header, message)));
    }
}
