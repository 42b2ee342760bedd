package vn.lienthong.node.statement.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.SendAnswer.Reason;
import vn.lienthong.node.statement.StatementOrder;

/** Who of this node's agencies may state something, and its signature. */
@Component
@InNodeRole
class StatementAuthors {

    private final Served served;
    private final AgencyKeys keys;
    private final StatementSignatures signatures;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    StatementAuthors(
            Served served, AgencyKeys keys, StatementSignatures signatures, TimeOrderedIds ids, InstantSource clock) {
        this.served = served;
        this.keys = keys;
        this.signatures = signatures;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether the author of an order can sign. */
    sealed interface Author {

        /** It can, with these keys. */
        record Able(DualSigningKey key) implements Author {}

        /** It cannot. */
        record Silent(Reason reason) implements Author {}
    }

    Author of(StatementOrder order, Instant since) {
        Optional<AgencyEntry> author = served.here(order.subject().from(), since);
        if (author.isEmpty()) {
            return new Author.Silent(Reason.NOT_SERVED);
        }
        return keys.signing(author.get().agency().id())
                .<Author>map(Author.Able::new)
                .orElseGet(() -> new Author.Silent(Reason.NO_KEYS));
    }

    Statement draft(StatementOrder order) {
        return new Statement(
                new StatementId(ids.next()),
                order.subject(),
                order.kind(),
                clock.instant(),
                order.status(),
                order.words(),
                order.actor(),
                order.detail());
    }

    KeptStatement sign(Statement statement, Author.Able author) {
        return new KeptStatement(
                statement, signatures.sign(statement, author.key()), true, Timestamps.millis(clock.instant()));
    }

    /** Where statements for the code go. */
    NodeId route(AgencyCode code, NodeId known, Instant since) {
        return served.route(code, known, since);
    }
}
