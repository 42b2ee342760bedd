package vn.lienthong.node.statement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * Makes statements of this node's agencies and knows all that were made to them.
 *
 * <p>Guarantees: a statement is kept, logged and on its way if and only if the caller's transaction commits; the same statement
 * arrives once; the standing is the same in whatever order statements arrive.
 */
public interface Statements {

    /**
     * States something, in the caller's transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    SendAnswer send(StatementOrder order);

    /** All statements between sender and recipient about the parcel, oldest first. */
    List<KeptStatement> history(ParcelId parcel, AgencyCode recipient);

    /** Where a parcel stands at one recipient; empty before any statement. */
    Optional<Standing> standing(ParcelId parcel, AgencyCode recipient);

    /** Where parcels stand at all their recipients; parcels without any statement are missing. At most 1000 are asked for. */
    Map<ParcelId, List<Standing>> standings(Collection<ParcelId> parcels);
}
