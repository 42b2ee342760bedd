package vn.lienthong.node.desk.internal.rest;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.desk.door.DocumentDoor;
import vn.lienthong.node.desk.door.FormParts;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.InNodeRole;

/** Hands the documents of other doors to the intake of this one. */
@InNodeRole
@Component
class StreamedIntake implements DocumentDoor {

    private final DispatchIntake intake;
    private final Dispatches dispatches;
    private final DirectoryView directory;
    private final InstantSource clock;

    StreamedIntake(DispatchIntake intake, Dispatches dispatches, DirectoryView directory, InstantSource clock) {
        this.intake = intake;
        this.dispatches = dispatches;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Sent take(ApiCaller caller, Sha256 key, FormParts parts) {
        Intake taken = intake.take(caller, key, new AgencyNames(directory.current(), clock.instant()), parts);
        // The row is there: it was committed before its identifier was told to anybody.
        Dispatch dispatch = dispatches.find(caller.agency(), taken.parcelId()).orElseThrow();
        return new Sent(
                dispatch,
                taken instanceof Intake.Repeated,
                DispatchResource.refused(taken, dispatch).stream()
                        .map(one -> new LeftOut(one.recipient(), one.code(), one.message()))
                        .toList());
    }
}
