package vn.lienthong.node.delivery.internal.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.Approvals;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.SecretDispatch;
import vn.lienthong.node.delivery.SecretDispatches;
import vn.lienthong.node.delivery.SecretRecall;
import vn.lienthong.node.delivery.SecretZone;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.documents.SuitePolicy;
import vn.lienthong.node.platform.InNodeRole;

/** State secrets of the agencies that this node serves. */
@InNodeRole
@Service
class NodeSecretDispatches implements SecretDispatches {

    private static final int MAX_PAGE = 200;
    private static final byte[] APART = "lt/secret/1\0".getBytes(StandardCharsets.US_ASCII);

    private final ParcelBeginning beginning;
    private final SecretDispatchRows rows;
    private final SecretRecalls recalls;
    private final SecretZone zone;
    private final SuitePolicy suites;
    private final InstantSource clock;

    NodeSecretDispatches(
            ParcelBeginning beginning,
            SecretDispatchRows rows,
            SecretRecalls recalls,
            SecretZone zone,
            SuitePolicy suites,
            InstantSource clock) {
        this.beginning = beginning;
        this.rows = rows;
        this.recalls = recalls;
        this.zone = zone;
        this.suites = suites;
        this.clock = clock;
    }

    @Override
    public Submission begin(DispatchOrder order, Approvals approvals) {
        DispatchOrder apart = apart(order);
        return beginning.earlier(apart).orElseGet(() -> beginNew(apart, approvals));
    }

    private Submission beginNew(DispatchOrder order, Approvals approvals) {
        Secrecy level = order.metadata().secrecy();
        if (!level.isStateSecret() || !zone.own().covers(level)) {
            return new Submission.Rejected(ErrorCode.SECRECY_NOT_ALLOWED);
        }
        Instant now = Timestamps.millis(clock.instant());
        return SendingRegime.secret(suites, level, approvals, now)
                .map(regime -> beginning.begin(order, regime, now))
                .orElseGet(() -> new Submission.Rejected(ErrorCode.SECRECY_NOT_ALLOWED));
    }

    /** The keys of secrets are none that an ordinary order could hit upon, or ask about. */
    private static DispatchOrder apart(DispatchOrder order) {
        MessageDigest digest = Sha256.digest();
        digest.update(APART);
        digest.update(order.idempotencyKey().bytes());
        return new DispatchOrder(
                order.sender(),
                order.recipients(),
                order.allowPartial(),
                order.expiresAt(),
                order.metadata(),
                Sha256.fromBytes(digest.digest()),
                order.request(),
                order.submittedBy());
    }

    @Override
    public Optional<SecretDispatch> find(AgencyCode sender, ParcelId parcelId) {
        return rows.find(sender, parcelId);
    }

    @Override
    public List<SecretDispatch> list(AgencyCode sender, Optional<ParcelId> before, int limit) {
        return rows.page(sender, before, Math.clamp(limit, 1, MAX_PAGE));
    }

    @Override
    public Optional<SecretRecall> recall(AgencyCode sender, ParcelId parcelId, Set<AgencyCode> recipients) {
        return rows.find(sender, parcelId).map(dispatch -> recalls.recall(dispatch, recipients));
    }
}
