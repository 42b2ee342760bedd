package vn.lienthong.node.delivery.internal.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Forgets the envelopes of secrets: one serves all recipients on this node, so that it goes with the last of them. Whoever changes
 * an entry of a secret locks its parcel first.
 */
@Component
@InNodeRole
class Envelopes {

    private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);

    private final JdbcClient database;

    Envelopes(JdbcClient database) {
        this.database = database;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean forget(ParcelId parcel, AgencyCode recipient) {
        byte[] id = Columns.octets(parcel.value());
        boolean known = database.sql(
                        "select secrecy from inbound_parcel where parcel_id = :id and secrecy > 0 for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known || !entryIsThere(id, recipient)) {
            return false;
        }
        int done = database.sql(
                        "update inbox_entry set envelope_done = true where parcel_id = :id and recipient_code = :code")
                .param("id", id)
                .param("code", recipient.value())
                .update();
        int blanked = database.sql("update inbound_parcel set envelope = '' where parcel_id = :id and not exists"
                        + " (select 1 from inbox_entry e where e.parcel_id = :id and e.envelope_done = false)")
                .param("id", id)
                .update();
        LOG.debug("{} recipients need the envelope of {} no more, {} envelopes forgotten", done, parcel, blanked);
        return true;
    }

    private boolean entryIsThere(byte[] id, AgencyCode recipient) {
        return database.sql("select entry_id from inbox_entry where parcel_id = :id and recipient_code = :code")
                .param("id", id)
                .param("code", recipient.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }
}
