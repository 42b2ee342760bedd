package vn.lienthong.node.delivery.internal.receiving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.delivery.TransferAnswer.RetryLater;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.delivery.ArrivedParcel;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.delivery.internal.receiving.KnownParcels.Known;
import vn.lienthong.node.delivery.internal.receiving.ParcelJudge.Judgement;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** Accepts groups of parcels: judges all at once, commits the sound ones together, turns the others away. */
@Component
@InNodeRole
class NodeAcceptance implements ParcelAcceptance {

    private static final Logger LOG = LoggerFactory.getLogger(NodeAcceptance.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final ParcelGate gate;
    private final KnownParcels knownParcels;
    private final Examination examination;
    private final ParcelJudge judge;
    private final Acceptances acceptances;
    private final RefusalBook refusals;
    private final NodeKeys nodeKeys;

    NodeAcceptance(
            ParcelGate gate,
            KnownParcels knownParcels,
            Examination examination,
            ParcelJudge judge,
            Acceptances acceptances,
            RefusalBook refusals,
            NodeKeys nodeKeys) {
        this.gate = gate;
        this.knownParcels = knownParcels;
        this.examination = examination;
        this.judge = judge;
        this.acceptances = acceptances;
        this.refusals = refusals;
        this.nodeKeys = nodeKeys;
    }

    /** What is known about the identifiers of a group before it is judged. */
    private record Register(NodeId from, Map<ParcelId, Known> known, List<ParcelId> own) {}

    @Override
    public List<TransferAnswer> accept(NodeId from, List<ArrivedParcel> parcels) {
        List<Optional<ParcelHead>> heads =
                parcels.stream().map(Examination::read).toList();
        Set<ParcelId> ids = heads.stream()
                .flatMap(Optional::stream)
                .map(head -> head.header().parcelId())
                .collect(Collectors.toUnmodifiableSet());
        Optional<ParcelGate.Pass> pass = gate.enter(ids, PATIENCE);
        if (pass.isEmpty()) {
            return all(parcels, new RetryLater(SOON, ErrorCode.REQUEST_IN_PROGRESS));
        }
        try (ParcelGate.Pass _ = pass.get()) {
            return decide(from, parcels, heads, ids);
        } catch (DataAccessException | TransactionException e) {
            LOG.atError().addKeyValue("peer", from).setCause(e).log("parcels could not be committed");
            return all(parcels, new RetryLater(LATER, ErrorCode.UNAVAILABLE));
        }
    }

    private static List<TransferAnswer> all(List<ArrivedParcel> parcels, TransferAnswer answer) {
        return Collections.nCopies(parcels.size(), answer);
    }

    private List<TransferAnswer> decide(
            NodeId from, List<ArrivedParcel> parcels, List<Optional<ParcelHead>> heads, Set<ParcelId> ids) {
        boolean local = from.equals(nodeKeys.nodeId());
        Register register = new Register(from, knownParcels.among(ids), local ? List.of() : knownParcels.ownAmong(ids));
        Set<ParcelId> seen = new HashSet<>();
        List<Parallel.Task<Judgement>> tasks = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            ArrivedParcel parcel = parcels.get(i);
            Optional<ParcelHead> head = heads.get(i);
            boolean repeated = head.isPresent() && !seen.add(head.get().header().parcelId());
            tasks.add(() -> repeated ? again() : judge(register, parcel, head));
        }
        List<Judgement> judgements = Parallel.all(tasks);
        Map<ParcelId, TransferAnswer> accepted = acceptances.commit(judgements.stream()
                .flatMap(judgement -> judgement instanceof Judgement.Sound(SoundParcel sound)
                        ? java.util.stream.Stream.of(sound)
                        : java.util.stream.Stream.empty())
                .toList());
        return judgements.stream()
                .map(judgement -> answer(from, judgement, accepted))
                .toList();
    }

    private TransferAnswer answer(NodeId from, Judgement judgement, Map<ParcelId, TransferAnswer> accepted) {
        return switch (judgement) {
            case Judgement.Answered(TransferAnswer answer) -> answer;
            case Judgement.Unsound(Refusal refusal) -> refusals.refuse(from, refusal);
            case Judgement.Sound(SoundParcel sound) ->
                accepted.getOrDefault(sound.id(), new RetryLater(SOON, ErrorCode.UNAVAILABLE));
        };
    }

    /** The same parcel twice in one group: the first is decided, the second may come again to hear it. */
    private static Judgement again() {
        return new Judgement.Answered(new RetryLater(SOON, ErrorCode.REQUEST_IN_PROGRESS));
    }

    private Judgement judge(Register register, ArrivedParcel parcel, Optional<ParcelHead> read) {
        if (read.isEmpty()) {
            return new Judgement.Unsound(
                    Refusal.silent(ErrorCode.PARCEL_MALFORMED, "the outside of the parcel cannot be read", null));
        }
        ParcelHead head = read.get();
        ParcelId id = head.header().parcelId();
        Optional<Refusal> wrongPeer = examination.peer(register.from(), head);
        if (wrongPeer.isPresent()) {
            return new Judgement.Unsound(wrongPeer.get());
        }
        // Before anything else is asked: what was accepted stays accepted, also when it has expired meanwhile.
        Known known = register.known().get(id);
        if (known != null && known.isSameAs(head)) {
            return new Judgement.Answered(new TransferAnswer.AlreadyHere(knownParcels.consignments(id)));
        }
        if (known != null || register.own().contains(id)) {
            return new Judgement.Unsound(
                    Refusal.silent(ErrorCode.PARCEL_ID_REUSED, "another parcel has this identifier", head));
        }
        return judge.judge(register.from(), parcel, head);
    }
}
