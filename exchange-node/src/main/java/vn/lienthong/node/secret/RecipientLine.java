package vn.lienthong.node.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.party.AgencyCode;

/**
 * What became of a sent document at one recipient.
 *
 * @param recipient its code
 * @param stage how far it has come
 * @param since when
 * @param reason why it was refused, as a code; null otherwise
 */
public record RecipientLine(
        AgencyCode recipient,
        DeliveryStage stage,
        Instant since,
        @Nullable String reason) {}
