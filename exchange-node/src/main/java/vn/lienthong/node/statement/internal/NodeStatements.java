package vn.lienthong.node.statement.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementHistory;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.delivery.StatementPost;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.SendAnswer.Reason;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.StatementOrder;
import vn.lienthong.node.statement.Statements;

/** Statements of this node's agencies: checked against what was stated before, signed, kept and queued. */
@Service
@InNodeRole
class NodeStatements implements Statements {

    private final ParcelParties parties;
    private final StatementAuthors authors;
    private final NodeKeys nodeKeys;
    private final StatementKeeping keeping;
    private final StatementRows rows;
    private final StandingRows standings;
    private final StatementPost post;

    NodeStatements(
            ParcelParties parties,
            StatementAuthors authors,
            NodeKeys nodeKeys,
            StatementKeeping keeping,
            StatementRows rows,
            StandingRows standings,
            StatementPost post) {
        this.parties = parties;
        this.authors = authors;
        this.nodeKeys = nodeKeys;
        this.keeping = keeping;
        this.rows = rows;
        this.standings = standings;
        this.post = post;
    }

    /** Which node holds the other end, and when the parcel was first known. */
    private record Way(NodeId node, Instant since) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public SendAnswer send(StatementOrder order) {
        Optional<Way> way = way(order);
        if (way.isEmpty()) {
            return new SendAnswer.NotSent(Reason.UNKNOWN_PARCEL);
        }
        return switch (authors.of(order, way.get().since())) {
            case StatementAuthors.Author.Silent(Reason reason) -> new SendAnswer.NotSent(reason);
            case StatementAuthors.Author.Able author -> state(order, author, way.get());
        };
    }

    private SendAnswer state(StatementOrder order, StatementAuthors.Author.Able author, Way way) {
        Statement statement = authors.draft(order);
        keeping.lock(statement);
        List<KeptStatement> before = rows.of(order.subject().parcelId(), order.recipient());
        return Repetition.of(order, before).orElseGet(() -> state(authors.sign(statement, author), way));
    }

    private Optional<Way> way(StatementOrder order) {
        StatementSubject subject = order.subject();
        return order.kind().isSenders()
                ? parties.sent(subject.parcelId(), subject.to())
                        .filter(sent -> sent.sender().equals(subject.from()))
                        .map(sent -> new Way(sent.node(), sent.createdAt()))
                : parties.arrived(subject.parcelId(), subject.from())
                        .filter(arrived -> arrived.sender().equals(subject.to()))
                        .map(arrived -> new Way(arrived.node(), arrived.receivedAt()));
    }

    private SendAnswer state(KeptStatement kept, Way way) {
        Statement statement = kept.statement();
        keeping.keep(kept);
        keeping.tellStated(kept);
        NodeId target = authors.route(statement.subject().to(), way.node(), way.since());
        if (target.equals(nodeKeys.nodeId())) {
            keeping.tellArrived(kept);
        } else {
            post.queue(statement.id(), target);
        }
        return new SendAnswer.Sent(kept);
    }

    @Override
    @Transactional(readOnly = true)
    public List<KeptStatement> history(ParcelId parcel, AgencyCode recipient) {
        List<KeptStatement> all = rows.of(parcel, recipient);
        List<Statement> ordered =
                new StatementHistory(all.stream().map(KeptStatement::statement).toList()).ordered();
        return ordered.stream()
                .flatMap(statement -> Repetition.kept(all, statement.id()).stream())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(ParcelId parcel, AgencyCode recipient) {
        return standings.find(parcel, recipient);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ParcelId, List<Standing>> standings(Collection<ParcelId> parcels) {
        return standings.of(parcels).stream().collect(Collectors.groupingBy(Standing::parcelId));
    }
}
