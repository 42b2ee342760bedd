package vn.lienthong.node.delivery.internal.evidencing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.SecretDispatch;
import vn.lienthong.node.delivery.internal.submission.RecallPost;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Recalls of secrets, as evidence without content ({@code docs/protocol §7.4}): the sender's node states B.3 for LT-2014 to the node
 * of a recipient, which gives the secret to nobody who has not taken it, and answers with E.2, or has answered with E.1 before.
 */
@Component
@InNodeRole
class SecretRecallEvidence implements RecallPost {

    private static final Logger LOG = LoggerFactory.getLogger(SecretRecallEvidence.class);

    private final JdbcClient database;
    private final EvidenceBook book;
    private final EvidenceReturn evidenceReturn;
    private final ObjectProvider<SecretWithdrawal> withdrawal;
    private final NodeKeys node;

    SecretRecallEvidence(
            JdbcClient database,
            EvidenceBook book,
            EvidenceReturn evidenceReturn,
            ObjectProvider<SecretWithdrawal> withdrawal,
            NodeKeys node) {
        this.database = database;
        this.book = book;
        this.evidenceReturn = evidenceReturn;
        this.withdrawal = withdrawal;
        this.node = node;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(SecretDispatch dispatch, Dispatch.Leg leg) {
        EvidenceSubject subject = new EvidenceSubject(dispatch.parcelId(), dispatch.sender(), leg.recipient());
        EvidenceDigests digests = database.sql(
                        "select header, payload_sha256 from outbound_parcel where parcel_id = ? and secrecy > 0")
                .param(Columns.octets(dispatch.parcelId().value()))
                .query((row, _) ->
                        new EvidenceDigests(Sha256.of(row.getBytes(1)), Sha256.fromBytes(row.getBytes(2)), null))
                .single();
        StoredEvidence evidence = book.sign(EvidenceDraft.negative(
                EvidenceEvent.RELAY_FAILURE,
                subject,
                digests,
                new EvidenceReason(ErrorCode.RECALLED_BY_SENDER, ""),
                book.lastOwn(subject).orElse(null)));
        NodeId target = new NodeId(leg.node());
        evidenceReturn.send(target, List.of(evidence));
        if (target.equals(node.nodeId())) {
            apply(List.of(evidence));
        }
    }

    static boolean isRecall(Evidence evidence) {
        return evidence.event() == EvidenceEvent.RELAY_FAILURE
                && evidence.subject().recipient() != null
                && evidence.reasons().stream().anyMatch(reason -> reason.code() == ErrorCode.RECALLED_BY_SENDER);
    }

    /** Whether the node may recall: it has brought this very secret for this recipient. */
    boolean isEntitled(Evidence evidence, NodeId from) {
        if (!isRecall(evidence)) {
            return false;
        }
        EvidenceSubject subject = evidence.subject();
        String recipient =
                subject.recipient() == null ? "" : subject.recipient().value();
        Optional<byte[]> header = database.sql("select p.header from inbound_parcel p join inbox_entry e"
                        + " on e.parcel_id = p.parcel_id and e.recipient_code = ? where p.parcel_id = ?"
                        + " and p.secrecy > 0 and p.sender_code = ? and p.sender_node = ?")
                .params(
                        recipient,
                        Columns.octets(subject.parcelId().value()),
                        subject.sender().value(),
                        from.value())
                .query(byte[].class)
                .optional();
        return header.filter(octets -> Arrays.equals(
                        Sha256.of(octets).bytes(), evidence.digests().header().bytes()))
                .isPresent();
    }

    /** Takes recalls that were found entitled, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void apply(List<StoredEvidence> all) {
        for (StoredEvidence stored : all) {
            EvidenceSubject subject = stored.evidence().subject();
            if (isRecall(stored.evidence()) && subject.recipient() != null) {
                boolean withdrawn = withdrawal.getObject().withdraw(subject.parcelId(), subject.recipient());
                LOG.atInfo().addKeyValue("parcel", subject.parcelId()).log("recalled: {}", withdrawn);
            }
        }
    }
}
