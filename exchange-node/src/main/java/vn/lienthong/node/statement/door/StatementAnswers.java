package vn.lienthong.node.statement.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.statement.Standing;

/** What the doors for programs answer about statements. */
public final class StatementAnswers {

    private StatementAnswers() {}

    /**
     * One statement, with what proves it.
     *
     * @param statementId its identity
     * @param kind what it is about
     * @param status the two digits; missing on other kinds
     * @param from who stated it
     * @param to to whom
     * @param at when
     * @param reason a code; may be empty
     * @param text words; may be empty
     * @param unit who spoke for the agency; missing when not said
     * @param position of that person; missing when not said
     * @param arrivalNumber the recipient's number; may be empty
     * @param dueDate until when it will be done; missing when not said
     * @param other the other parcel; missing on other kinds
     * @param answers the statement that is answered; missing on other kinds
     * @param changes what has changed
     * @param octets what is signed, base64
     * @param signature of the author's agency, base64
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record One(
            String statementId,
            String kind,
            @Nullable String status,
            String from,
            String to,
            String at,
            String reason,
            String text,
            @Nullable String unit,
            @Nullable String position,
            String arrivalNumber,
            @Nullable String dueDate,
            @Nullable String other,
            @Nullable String answers,
            List<String> changes,
            String octets,
            String signature) {

        static One of(KeptStatement kept) {
            Statement statement = kept.statement();
            Known status = statement.status();
            StatementActor actor = statement.actor();
            LocalDate due = statement.detail().dueDate();
            StatementId answers = statement.detail().answers();
            var other = statement.detail().other();
            Base64.Encoder base64 = Base64.getEncoder();
            return new One(
                    statement.id().toString(),
                    statement.kind().word(),
                    status == null ? null : status.code(),
                    statement.subject().from().value(),
                    statement.subject().to().value(),
                    Timestamps.format(statement.at()),
                    statement.words().reason(),
                    statement.words().text(),
                    actor == null ? null : actor.unit(),
                    actor == null ? null : actor.position(),
                    statement.detail().arrivalNumber(),
                    due == null ? null : due.toString(),
                    other == null ? null : other.toString(),
                    answers == null ? null : answers.toString(),
                    statement.detail().changes(),
                    base64.encodeToString(kept.signed().octets().toByteArray()),
                    base64.encodeToString(kept.signed().signature().toByteArray()));
        }

        @Override
        public String toString() {
            return "One[" + statementId + "]";
        }
    }

    /**
     * Where the document stands at one recipient, and everything that was stated.
     *
     * @param recipient which
     * @param status the two digits; missing before any statement
     * @param statusAt since when; missing before any statement
     * @param arrivalNumber the recipient's number; may be empty
     * @param dueDate until when it will be done; missing when not said
     * @param recallOpen whether a recall request waits for its answer
     * @param withdrawn whether the recipient has reported that it cancelled the document
     * @param reminders how often the sender has reminded
     * @param statements oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record AtRecipient(
            String recipient,
            @Nullable String status,
            @Nullable String statusAt,
            String arrivalNumber,
            @Nullable String dueDate,
            boolean recallOpen,
            boolean withdrawn,
            int reminders,
            List<One> statements) {

        static AtRecipient of(String recipient, @Nullable Standing standing, List<KeptStatement> history) {
            List<One> statements = history.stream().map(One::of).toList();
            if (standing == null) {
                return new AtRecipient(recipient, null, null, "", null, false, false, 0, statements);
            }
            Known status = standing.status();
            Instant at = standing.statusAt();
            LocalDate due = standing.dueDate();
            return new AtRecipient(
                    recipient,
                    status == null ? null : status.code(),
                    at == null ? null : Timestamps.format(at),
                    standing.arrivalNumber(),
                    due == null ? null : due.toString(),
                    standing.openRecall() != null,
                    standing.withdrawn(),
                    standing.reminders(),
                    statements);
        }
    }

    /**
     * All recipients of a dispatch.
     *
     * @param recipients one per recipient
     */
    public record Page(List<AtRecipient> recipients) {}

    /**
     * What became of an act for each recipient.
     *
     * @param results by agency code
     */
    public record Acted(Map<String, String> results) {

        static Acted of(SenderAnswer.Done done) {
            Map<String, String> results = new TreeMap<>();
            done.results().forEach((recipient, result) -> results.put(recipient.value(), result.name()));
            return new Acted(results);
        }
    }
}
