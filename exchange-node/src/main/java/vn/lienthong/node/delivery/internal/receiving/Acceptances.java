package vn.lienthong.node.delivery.internal.receiving;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.internal.receiving.KnownParcels.Known;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;

/** Commits sound parcels and tells everybody. */
@Component
@InNodeRole
class Acceptances {

    private static final Logger LOG = LoggerFactory.getLogger(Acceptances.class);

    private final AcceptanceCommit commit;
    private final KnownParcels knownParcels;
    private final ArrivalNews news;
    private final CrashPoints crashPoints;

    Acceptances(AcceptanceCommit commit, KnownParcels knownParcels, ArrivalNews news, CrashPoints crashPoints) {
        this.commit = commit;
        this.knownParcels = knownParcels;
        this.news = news;
        this.crashPoints = crashPoints;
    }

    Map<ParcelId, TransferAnswer> commit(List<SoundParcel> parcels) {
        if (parcels.isEmpty()) {
            return Map.of();
        }
        try {
            commit.commit(parcels);
        } catch (DataIntegrityViolationException e) {
            return parcels.size() == 1 ? lost(parcels.getFirst(), e) : oneByOne(parcels);
        }
        crashPoints.reach(ReceivingCrashPoints.COMMITTED);
        Map<ParcelId, TransferAnswer> answers = new HashMap<>();
        Set<AgencyCode> recipients = new HashSet<>();
        for (SoundParcel parcel : parcels) {
            answers.put(parcel.id(), new TransferAnswer.Accepted(parcel.signed()));
            if (!parcel.level().isStateSecret()) {
                recipients.addAll(parcel.parcel().recipients());
            }
            LOG.atInfo()
                    .addKeyValue("parcel", parcel.id())
                    .addKeyValue("recipients", parcel.parcel().recipients().size())
                    .log("parcel accepted");
        }
        news.arrived(recipients);
        return answers;
    }

    private Map<ParcelId, TransferAnswer> oneByOne(List<SoundParcel> parcels) {
        Map<ParcelId, TransferAnswer> answers = new HashMap<>();
        parcels.forEach(parcel -> answers.putAll(commit(List.of(parcel))));
        return answers;
    }

    /** Another replica of this node was faster. */
    private Map<ParcelId, TransferAnswer> lost(SoundParcel parcel, DataIntegrityViolationException cause) {
        Known known = knownParcels.among(List.of(parcel.id())).get(parcel.id());
        if (known == null) {
            throw cause;
        }
        TransferAnswer answer = known.isSameAs(parcel.parcel().head())
                ? new TransferAnswer.AlreadyHere(knownParcels.consignments(parcel.id()))
                : TransferAnswer.Refused.of(ErrorCode.PARCEL_ID_REUSED, ErrorCode.PARCEL_ID_REUSED.vietnamese());
        return Map.of(parcel.id(), answer);
    }
}
