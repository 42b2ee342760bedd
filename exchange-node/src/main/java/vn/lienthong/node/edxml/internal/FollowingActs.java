package vn.lienthong.node.edxml.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Replacement;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.NamedDocuments.Named;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.edxml.internal.EarlierDocuments.Reference;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.SenderAct;
import vn.lienthong.node.statement.SenderActs;
import vn.lienthong.node.statement.SenderAnswer;

/**
 * What an update or a replacement besides tells about the earlier document. Earlier documents that went another way are not known
 * here: then the letter alone tells it.
 */
@InNodeRole
@Component
class FollowingActs {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingActs.class);
    private static final int LONGEST_CHANGE = 200;

    private final EarlierDocuments earlier;
    private final Parties parties;
    private final ParcelParties parcels;
    private final SenderActs acts;

    FollowingActs(EarlierDocuments earlier, Parties parties, ParcelParties parcels, SenderActs acts) {
        this.earlier = earlier;
        this.parties = parties;
        this.parcels = parcels;
        this.acts = acts;
    }

    /** States what follows from a letter that was sent; again without harm. */
    void state(DispatchOrder order, ParcelId parcel) {
        DocumentMetadata metadata = order.metadata();
        BusinessAction business = metadata.business();
        if (business.kind() == BusinessKind.UPDATE) {
            List<String> changes = List.of(Sayings.shortened(
                    "Văn bản cập nhật " + metadata.code().display() + ": "
                            + business.reason().replaceAll("\\s+", " "),
                    LONGEST_CHANGE));
            tell(order, parcel, business.documentId(), act -> acts.update(act, changes));
        } else if (business.kind() == BusinessKind.REPLACE) {
            for (Replacement replacement : business.replacements()) {
                tell(order, parcel, replacement.documentId(), act -> acts.replace(act, parcel));
            }
        }
    }

    private void tell(
            DispatchOrder order, ParcelId parcel, String documentId, Function<SenderAct, SenderAnswer> doing) {
        Set<AgencyCode> agencies = Set.of(order.sender());
        Optional<Named> named = documentId.isEmpty()
                ? Optional.empty()
                : earlier.sent(parties.allCodes(agencies), new Reference(documentId, "", null));
        named.filter(found -> !found.parcelId().equals(parcel)).ifPresent(found -> {
            Set<AgencyCode> recipients = parcels.sent(found.parcelId()).stream()
                    .map(ParcelParties.Sent::recipient)
                    .collect(Collectors.toSet());
            SenderAct act = new SenderAct(
                    found.parcelId(),
                    agencies,
                    recipients,
                    Sayings.words(order.metadata().business().reason()),
                    null);
            SenderAnswer answer = doing.apply(act);
            LOG.debug("a letter of parcel {} told of an earlier one: {}", parcel, answer);
        });
    }
}
