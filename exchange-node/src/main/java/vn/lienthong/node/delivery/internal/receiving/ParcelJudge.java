package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.delivery.TransferAnswer.RetryLater;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.node.delivery.ArrivedParcel;
import vn.lienthong.node.delivery.ArrivedParcel.ArrivedPayload;
import vn.lienthong.node.delivery.internal.receiving.SoundParcel.Origin;
import vn.lienthong.node.delivery.internal.receiving.Verification.Outcome;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;

/** Decides about one parcel and makes the payload of a sound one durable. Writes nothing to the database. */
@Component
@InNodeRole
class ParcelJudge {

    private static final Logger LOG = LoggerFactory.getLogger(ParcelJudge.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration AFTER_DAMAGE = Duration.ofSeconds(1);

    private final Examination examination;
    private final Verification verification;
    private final PayloadKeeping keeping;
    private final PayloadStore store;
    private final Consignments consignments;
    private final NodeKeys nodeKeys;
    private final CrashPoints crashPoints;

    ParcelJudge(
            Examination examination,
            Verification verification,
            PayloadKeeping keeping,
            PayloadStore store,
            Consignments consignments,
            NodeKeys nodeKeys,
            CrashPoints crashPoints) {
        this.examination = examination;
        this.verification = verification;
        this.keeping = keeping;
        this.store = store;
        this.consignments = consignments;
        this.nodeKeys = nodeKeys;
        this.crashPoints = crashPoints;
    }

    /** The decision. */
    sealed interface Judgement {

        /** To be committed. */
        record Sound(SoundParcel parcel) implements Judgement {}

        /** To be turned away. */
        record Unsound(Refusal refusal) implements Judgement {}

        /** Nothing is to be written. */
        record Answered(TransferAnswer answer) implements Judgement {}
    }

    Judgement judge(NodeId from, ArrivedParcel arrived, ParcelHead head) {
        try {
            return switch (examination.examine(from, head)) {
                case Examination.Finding.Unsound(Refusal refusal) -> new Judgement.Unsound(refusal);
                case Examination.Finding.Sound(ExaminedParcel parcel) ->
                    switch (arrived.payload()) {
                        case ArrivedPayload.InMemory(var octets) -> inMemory(parcel, octets.toByteArray());
                        case ArrivedPayload.InStore() -> inStore(from, parcel);
                    };
            };
        } catch (KeyAwayException e) {
            LOG.atWarn()
                    .addKeyValue("parcel", head.header().parcelId())
                    .log("a recipient's key is away: {}", e.fault());
            return new Judgement.Answered(new RetryLater(AFTER_FAILURE, ErrorCode.KEY_AWAY));
        } catch (IOException e) {
            LOG.atError()
                    .addKeyValue("parcel", head.header().parcelId())
                    .setCause(e)
                    .log("the payload store failed");
            return new Judgement.Answered(new RetryLater(AFTER_FAILURE, ErrorCode.STORAGE_FAILED));
        }
    }

    private Judgement inMemory(ExaminedParcel parcel, byte[] payload) throws IOException {
        ParcelHead head = parcel.head();
        if (!PayloadCheck.matches(head.header().payload(), head.segments(), payload)) {
            return tampered(parcel);
        }
        return switch (verification.verify(parcel, () -> new MemoryChannel(payload))) {
            case Outcome.Failed(ErrorCode code, String detail) -> new Judgement.Unsound(parcel.refused(code, detail));
            case Outcome.Verified verified -> {
                crashPoints.reach(ReceivingCrashPoints.VERIFIED);
                Optional<RetryLater> obstacle = keeping.keep(head.header().parcelId(), payload);
                crashPoints.reach(ReceivingCrashPoints.STORED);
                yield obstacle.<Judgement>map(Judgement.Answered::new)
                        .orElseGet(() -> sound(parcel, verified, Origin.BATCH));
            }
        };
    }

    private Judgement inStore(NodeId from, ExaminedParcel parcel) throws IOException {
        boolean own = from.equals(nodeKeys.nodeId());
        ParcelHeader header = parcel.head().header();
        Optional<SeekableByteChannel> stored = store.open(payloadId(header.parcelId()));
        if (stored.isEmpty()) {
            return new Judgement.Answered(new RetryLater(AFTER_DAMAGE, ErrorCode.STORAGE_FAILED));
        }
        try (SeekableByteChannel channel = stored.get()) {
            DigestingChannel digesting = new DigestingChannel(channel);
            Outcome outcome = verification.verify(parcel, () -> own ? reopen(header.parcelId()) : digesting);
            boolean intact = own || digesting.finish().equals(header.payload().sha256());
            if (intact && outcome instanceof Outcome.Verified verified) {
                return sound(parcel, verified, own ? Origin.LOCAL : Origin.UPLOAD);
            }
            if (!own
                    && !PayloadCheck.isAsItArrived(
                            header.payload(), parcel.head().segments(), channel)) {
                // Every segment was right when it came: what is wrong happened here, and the sender can help out.
                return new Judgement.Answered(new RetryLater(AFTER_DAMAGE, ErrorCode.STORAGE_FAILED));
            }
            return outcome instanceof Outcome.Failed(ErrorCode code, String detail)
                    ? new Judgement.Unsound(parcel.refused(code, detail))
                    : tampered(parcel);
        }
    }

    private SeekableByteChannel reopen(ParcelId parcel) throws IOException {
        return store.open(payloadId(parcel)).orElseThrow(() -> new IOException("the payload has gone"));
    }

    private Judgement sound(ExaminedParcel parcel, Outcome.Verified verified, Origin origin) {
        return new Judgement.Sound(
                new SoundParcel(parcel, verified, consignments.state(parcel, verified, origin), origin));
    }

    private static Judgement tampered(ExaminedParcel parcel) {
        return new Judgement.Unsound(
                parcel.refused(ErrorCode.PAYLOAD_TAMPERED, "payload is not the one that the header describes"));
    }

    private static PayloadId payloadId(ParcelId parcel) {
        return new PayloadId(parcel.value());
    }
}
