package vn.lienthong.node.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document to be sent.
 *
 * @param idempotencyKey 1–128 visible ASCII characters; the same key sent again gives the first answer again
 * @param metadata to whom and what
 * @param files in order
 */
public record Submission(String idempotencyKey, Metadata metadata, List<AttachedFile> files) {

    /** Copies the files. */
    public Submission {
        files = List.copyOf(files);
    }

    /**
     * The first part of the form.
     *
     * @param recipients agency codes
     * @param allowPartial whether the rest goes on when a recipient cannot be served
     * @param expiresAt until when delivery is tried; the node's rule when absent
     * @param document members of {@code document.json}
     * @param acknowledgeWarnings warnings in spite of which it is to be sent, such as {@link #DUPLICATE_NUMBER}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Metadata(
            List<String> recipients,
            boolean allowPartial,
            @Nullable Instant expiresAt,
            Map<String, Object> document,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> acknowledgeWarnings) {

        /** The agency has sent a document of this number, notation and day before. */
        public static final String DUPLICATE_NUMBER = "DUPLICATE_NUMBER";

        /** Copies the lists and members. */
        public Metadata {
            recipients = List.copyOf(recipients);
            document = Map.copyOf(document);
            acknowledgeWarnings = List.copyOf(acknowledgeWarnings);
        }

        /** A document that is not sent when there is a warning. */
        public Metadata(
                List<String> recipients,
                boolean allowPartial,
                @Nullable Instant expiresAt,
                Map<String, Object> document) {
            this(recipients, allowPartial, expiresAt, document, List.of());
        }
    }

    /** Octets of all files. */
    long size() {
        return files.stream().mapToLong(AttachedFile::size).sum();
    }
}
