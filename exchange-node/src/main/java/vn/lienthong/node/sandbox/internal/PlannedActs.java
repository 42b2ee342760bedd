package vn.lienthong.node.sandbox.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.platform.InSandbox;

/** What simulated agencies still have to do with the documents of one program. */
@Component
@InSandbox
class PlannedActs {

    private final JdbcClient database;
    private final ParcelParties parties;

    PlannedActs(JdbcClient database, ParcelParties parties) {
        this.database = database;
        this.parties = parties;
    }

    private record Open(long id, AgencyCode simulated, String parcel) {}

    /** Forgets them, in the caller's transaction. */
    void forget(AgencyCode program) {
        List<Open> open = database.sql("select id, agency, parcel_id from training_act"
                        + " where done_at is null and parcel_id is not null")
                .query((row, _) -> new Open(
                        row.getLong("id"), new AgencyCode(row.getString("agency")), row.getString("parcel_id")))
                .list();
        open.stream().filter(act -> concerns(act, program)).forEach(this::drop);
    }

    private void drop(Open act) {
        int _ = database.sql("update training_act set done_at = utc_timestamp(3) where id = ?")
                .param(act.id())
                .update();
    }

    private boolean concerns(Open act, AgencyCode program) {
        return ParcelId.parse(act.parcel())
                .filter(parcel -> parties.arrived(parcel, act.simulated())
                                .filter(one -> one.sender().equals(program))
                                .isPresent()
                        || parties.sent(parcel, program).isPresent())
                .isPresent();
    }
}
