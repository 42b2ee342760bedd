package vn.lienthong.node.sandbox.internal;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.delivery.Arrival;
import vn.lienthong.node.delivery.ArrivalListener;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.SettledEntry;
import vn.lienthong.node.delivery.SettlementListener;
import vn.lienthong.node.platform.InSandbox;
import vn.lienthong.node.sandbox.SandboxAgency;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.StatementListener;
import vn.lienthong.node.training.simulation.ActStore;

/** Hears what happens to documents, through whichever door: plans what simulated agencies do, and notes what programs did. */
@Component
@InSandbox
class SandboxHearing implements StatementListener, ArrivalListener, SettlementListener {

    private static final Set<Known> WORK = Set.of(Known.ASSIGNED, Known.IN_PROGRESS, Known.COMPLETED);

    private final ActStore acts;
    private final Deeds deeds;
    private final SandboxClock clock;

    SandboxHearing(ActStore acts, Deeds deeds, SandboxClock clock) {
        this.acts = acts;
        this.deeds = deeds;
        this.clock = clock;
    }

    private static boolean isSimulated(AgencyCode code) {
        return SandboxAgency.of(code).filter(SandboxAgency::isSimulated).isPresent();
    }

    @Override
    public void arrived(List<Arrival> arrivals) {
        for (Arrival arrival : arrivals) {
            if (!isSimulated(arrival.sender())) {
                SandboxAgency.of(arrival.recipient())
                        .ifPresent(
                                agency -> acts.add(SandboxPlan.arrival(agency, arrival.parcelId(), clock.instant())));
                deeds.seen(arrival.sender(), Deed.SENT, arrival.parcelId().toString());
            }
        }
    }

    @Override
    public void settled(SettledEntry entry) {
        if (isSimulated(entry.recipient())) {
            return;
        }
        String parcel = entry.parcelId().toString();
        if (entry.state() == InboxEntry.State.HANDED_OVER) {
            deeds.seen(entry.recipient(), Deed.ACKNOWLEDGED, parcel);
        }
        if (entry.state() == InboxEntry.State.REFUSED) {
            deeds.seen(entry.recipient(), Deed.REFUSED, parcel);
        }
    }

    @Override
    public void arrived(KeptStatement kept) {
        Statement statement = kept.statement();
        if (statement.kind() == StatementKind.RECALL_REQUEST) {
            SandboxAgency.of(statement.subject().to())
                    .ifPresent(agency -> acts.add(SandboxPlan.recall(
                            agency,
                            statement.subject().parcelId(),
                            statement.id().toString(),
                            clock.instant())));
        }
    }

    @Override
    public void stated(KeptStatement kept) {
        Statement statement = kept.statement();
        AgencyCode author = statement.subject().from();
        if (isSimulated(author)) {
            return;
        }
        String parcel = statement.subject().parcelId().toString();
        Known status = statement.status();
        if (statement.kind() == StatementKind.ANSWER) {
            deeds.seen(author, Deed.ANSWERED, parcel);
        }
        if (statement.kind() == StatementKind.STATUS && status != null && WORK.contains(status)) {
            deeds.seen(author, Deed.STATED, parcel);
        }
    }
}
