package vn.lienthong.node.client;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was stated about a dispatch, recipient by recipient.
 *
 * @param recipients one per recipient
 */
public record StatementPage(List<AtRecipient> recipients) {

    /** Missing lists are empty. */
    public StatementPage {
        recipients = List.copyOf(Objects.requireNonNullElse(recipients, List.of()));
    }

    /**
     * Where the document stands at one recipient.
     *
     * @param recipient agency code
     * @param status the two digits; absent before any statement
     * @param arrivalNumber under which the recipient registered it; absent when not said
     * @param recallOpen whether a recall request waits for its answer
     * @param withdrawn whether the recipient reported that it cancelled the document
     * @param statements everything that was stated, oldest first
     */
    public record AtRecipient(
            String recipient,
            @Nullable String status,
            @Nullable String arrivalNumber,
            boolean recallOpen,
            boolean withdrawn,
            List<Item> statements) {

        /** Missing lists are empty. */
        public AtRecipient {
            statements = List.copyOf(Objects.requireNonNullElse(statements, List.of()));
        }
    }

    /**
     * One statement. What counts are the octets and the signature; the rest repeats them for reading.
     *
     * @param statementId its identity
     * @param kind what it is about
     * @param status the two digits; absent on some kinds
     * @param octets the signed octets, base64
     * @param signature the detached CMS signature of both keys of the author's agency, base64
     */
    public record Item(
            String statementId, String kind, @Nullable String status, String octets, String signature) {}

    /**
     * What became of an act, recipient by recipient.
     *
     * @param results by agency code
     */
    public record Acted(Map<String, String> results) {

        /** Missing maps are empty. */
        public Acted {
            results = Map.copyOf(Objects.requireNonNullElse(results, Map.of()));
        }
    }
}
