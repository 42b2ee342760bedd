package vn.lienthong.node.training.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.platform.InTraining;
import vn.lienthong.node.training.simulation.Performer.Result;

/** Takes documents in for simulated agencies, or refuses them, as the program of a real agency does. */
@Component
@InTraining
class Taking {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);
    private static final int FIRST_NUMBER = 200;
    private static final int NUMBERS = 800;

    private final Inbox inbox;
    private final ParcelParties parties;
    private final Stating stating;
    private final Manners manners;
    private final TransactionTemplate transactions;

    Taking(Inbox inbox, ParcelParties parties, Stating stating, Manners manners, TransactionTemplate transactions) {
        this.inbox = inbox;
        this.parties = parties;
        this.stating = stating;
        this.manners = manners;
        this.transactions = transactions;
    }

    private record Leased(ParcelId parcel, long entry, UUID lease) {}

    Result take(Act act) {
        return leased(act)
                .<Result>map(leased -> {
                    try {
                        return take(act, leased);
                    } catch (IOException e) {
                        LOG.warn("a simulated agency cannot read {}: {}", leased.parcel(), e.toString());
                        return new Result.NotYet();
                    }
                })
                .orElseGet(() -> unavailable(act));
    }

    private Result take(Act act, Leased leased) throws IOException {
        Optional<Sha512> digest = digest(act, leased);
        if (digest.isEmpty()) {
            return new Result.NotYet();
        }
        Settlement settled = inbox.acknowledge(act.agency(), leased.entry(), leased.lease(), digest.get());
        return settled instanceof Settlement.Done ? register(act, leased.parcel()) : new Result.NotYet();
    }

    /** 03 with a number, as a register of a real agency would give it. */
    private Result register(Act act, ParcelId parcel) {
        String number = Integer.toString(FIRST_NUMBER
                + Math.floorMod(parcel.hashCode() + 31 * act.agency().hashCode(), NUMBERS));
        LocalDate noDate = null;
        return stating.state(act, Known.RECEIVED, order -> order.registered(number, noDate));
    }

    Result refuse(Act act) {
        return leased(act)
                .<Result>map(leased -> {
                    Settlement settled = transactions.execute(_ -> inbox.refuse(
                            act.agency(),
                            leased.entry(),
                            leased.lease(),
                            ClerkReason.NOT_COMPETENT,
                            manners.refusal(act.agency())));
                    return settled instanceof Settlement.Done ? Result.Done.alone() : new Result.NotYet();
                })
                .orElseGet(() -> unavailable(act));
    }

    /** What was taken, refused or given back before needs nothing any more; what has not come yet may come. */
    private Result unavailable(Act act) {
        return entry(act)
                .filter(entry -> entry.state() != InboxEntry.State.ARRIVED)
                .<Result>map(_ -> new Result.Pointless())
                .orElseGet(Result.NotYet::new);
    }

    private Optional<ParcelParties.Arrived> entry(Act act) {
        return Optional.ofNullable(act.parcel()).flatMap(parcel -> parties.arrived(parcel, act.agency()));
    }

    private Optional<Leased> leased(Act act) {
        return entry(act)
                .filter(entry -> entry.state() == InboxEntry.State.ARRIVED)
                .flatMap(entry -> inbox.lease(act.agency(), entry.entryId(), Optional.empty())
                                instanceof LeaseAnswer.Granted granted
                        ? Optional.of(new Leased(entry.parcelId(), entry.entryId(), granted.leaseId()))
                        : Optional.empty());
    }

    private Optional<Sha512> digest(Act act, Leased leased) throws IOException {
        if (!(inbox.open(act.agency(), leased.entry(), leased.lease()) instanceof PackageAccess.Opened opened)) {
            return Optional.empty();
        }
        MessageDigest digest = Sha512.digest();
        try (OpenPackage content = opened.content();
                InputStream in = new DigestInputStream(content.range(0, content.size()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Optional.of(Sha512.fromBytes(digest.digest()));
    }
}
