package vn.lienthong.core.statement;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.BusinessTrack;

/**
 * All statements about one parcel and one recipient, in the order that is the same wherever and however they arrived.
 *
 * <p>Guarantees: a pure function of the set of statements. An answer counts after what it answers, whatever the clocks of the two
 * nodes say, and counts for the track only when it answers a recall request that is known.
 */
public final class StatementHistory {

    private final Map<StatementId, Statement> byId = new HashMap<>();
    private final List<Statement> ordered;

    /** Takes the statements in any order; the same one twice counts once. */
    public StatementHistory(Collection<Statement> statements) {
        statements.forEach(statement -> byId.put(statement.id(), statement));
        ordered = byId.values().stream()
                .sorted(Comparator.comparing(this::effective)
                        .thenComparing(statement -> statement.detail().answers() != null)
                        .thenComparing(Statement::id))
                .toList();
    }

    /** Returns them, oldest first. */
    public List<Statement> ordered() {
        return ordered;
    }

    /** Returns where matters stand. */
    public BusinessTrack track() {
        BusinessTrack track = BusinessTrack.START;
        for (Statement statement : ordered) {
            Known status = statement.status();
            if (status != null && counts(statement)) {
                track = track.after(status);
            }
        }
        return track;
    }

    /** Returns the last recall request that nobody has answered. */
    public Optional<Statement> openRecall() {
        return ordered.stream()
                .filter(statement -> statement.kind() == StatementKind.RECALL_REQUEST)
                .filter(statement -> answerTo(statement.id()).isEmpty())
                .reduce((_, later) -> later);
    }

    /** Returns the answer to a request. */
    public Optional<Statement> answerTo(StatementId request) {
        return ordered.stream()
                .filter(statement -> statement.kind() == StatementKind.ANSWER)
                .filter(statement -> request.equals(statement.detail().answers()))
                .findFirst();
    }

    /** Returns the last statement of the kind. */
    public Optional<Statement> last(StatementKind kind) {
        return ordered.stream().filter(statement -> statement.kind() == kind).reduce((_, later) -> later);
    }

    private boolean counts(Statement statement) {
        if (statement.kind() != StatementKind.ANSWER) {
            return true;
        }
        Statement request = answered(statement);
        return request != null && request.kind() == StatementKind.RECALL_REQUEST;
    }

    private Instant effective(Statement statement) {
        Statement request = answered(statement);
        return request != null && request.at().isAfter(statement.at()) ? request.at() : statement.at();
    }

    private @Nullable Statement answered(Statement statement) {
        StatementId answers = statement.detail().answers();
        return answers == null ? null : byId.get(answers);
    }
}
