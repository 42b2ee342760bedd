package vn.lienthong.node.dropfolder.internal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.error.ErrorCode;

/** The JSON that systems find in a folder. */
final class FolderJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FolderJson() {}

    static byte[] octets(Object value) {
        return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Says that a document was sent, or something was stated. */
    static Map<String, Object> done(String outcome, Object parcel, boolean repeated, List<?> leftOut) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("outcome", outcome);
        result.put("parcelId", parcel.toString());
        result.put("repeated", repeated);
        result.put("leftOut", leftOut);
        return result;
    }

    /** Says why something was refused: code, both languages, and where. */
    static Map<String, Object> refused(ErrorCode code, String vietnamese, String english, List<?> errors) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("outcome", "refused");
        result.put("code", code.code());
        result.put("vietnamese", vietnamese);
        result.put("english", english);
        result.put("errors", errors);
        return result;
    }
}
