package vn.lienthong.node.incoming.internal.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.platform.InNodeRole;

/** Taking documents in, or not. */
@Component
@InNodeRole
public class Receiving {

    private final Acts acts;
    private final Inbox inbox;
    private final Registration registration;

    Receiving(Acts acts, Inbox inbox, Registration registration) {
        this.acts = acts;
        this.inbox = inbox;
        this.registration = registration;
    }

    /** Accepts a document: the sender learns of it at once. */
    public Outcome accept(Person clerk, long id, int version) {
        return accept(clerk, id, version, Outcome.Done::new);
    }

    /** Accepts and registers a document in one step. */
    public Outcome acceptAndRegister(Person clerk, long id, int version, RegisterOrder order) {
        return accept(clerk, id, version, accepted -> registration.register(clerk, accepted, order));
    }

    /** Accepts and registers with the usual book and today's date. */
    public Outcome acceptAndRegister(Person clerk, long id, int version) {
        return accept(
                clerk,
                id,
                version,
                accepted -> registration.register(clerk, accepted, registration.usualOrder(clerk, accepted)));
    }

    private Outcome accept(Person clerk, long id, int version, Function<IncomingDocument, Outcome> then) {
        Optional<IncomingDocument> found = acts.find(clerk, id);
        if (found.isEmpty()) {
            return new Outcome.Absent();
        }
        IncomingDocument seen = found.get();
        if (seen.state() != IncomingState.ARRIVED || seen.version() != version) {
            return acts.overtaken(seen);
        }
        // What is acknowledged was read here and now, octet by octet.
        Optional<Sha512> digest = digest(seen);
        if (digest.isEmpty()) {
            return new Outcome.Refused("main", "incoming.accept.unreadable", List.of());
        }
        return acts.run(() -> leased(
                seen,
                (entry, lease) -> acts.with(clerk, id, version, IncomingAct.ACCEPT, locked -> {
                    IncomingDocument accepted = acts.move(locked, Acts.doer(clerk), IncomingAct.ACCEPT, "");
                    Settlement settled = inbox.acknowledge(locked.agency(), entry, lease, digest.get());
                    if (!(settled instanceof Settlement.Done)) {
                        return acts.overtaken(locked);
                    }
                    return then.apply(accepted);
                })));
    }

    /**
     * Refuses a document: status 02 with the reason goes to the sender at once.
     *
     * @param text words for the sender, at least 10 and at most 400 characters
     */
    public Outcome refuse(Person clerk, long id, int version, RefusalReason reason, String text) {
        Optional<IncomingDocument> found = acts.find(clerk, id);
        if (found.isEmpty()) {
            return new Outcome.Absent();
        }
        IncomingDocument seen = found.get();
        if (seen.state() != IncomingState.ARRIVED || seen.version() != version) {
            return acts.overtaken(seen);
        }
        return acts.run(() -> leased(
                seen,
                (entry, lease) -> acts.with(clerk, id, version, IncomingAct.REFUSE, locked -> {
                    IncomingDocument refused =
                            acts.move(locked, Acts.doer(clerk), IncomingAct.REFUSE, reason.name() + ": " + text);
                    Settlement settled = inbox.refuse(locked.agency(), entry, lease, reason.told(), text);
                    return settled instanceof Settlement.Done ? new Outcome.Done(refused) : acts.overtaken(locked);
                })));
    }

    /** Tells the security officer that something is abnormal; the document stays where it is. */
    public Outcome report(Person clerk, long id, String words) {
        Optional<IncomingDocument> found = acts.find(clerk, id);
        if (found.isEmpty()) {
            return new Outcome.Absent();
        }
        return acts.run(() -> {
            acts.note(found.get(), Acts.doer(clerk), IncomingAct.REPORT, words);
            return new Outcome.Done(found.get());
        });
    }

    /** Reserves the entry first, so that desk and programs lock in the same order. */
    private Outcome leased(IncomingDocument document, BiFunction<Long, UUID, Outcome> work) {
        Long entry = document.origin().inboxEntry();
        if (entry == null) {
            return new Outcome.Refused("main", "incoming.paper.not-here", List.of());
        }
        return switch (inbox.lease(document.agency(), entry, Optional.empty())) {
            case LeaseAnswer.Granted granted -> work.apply(entry, granted.leaseId());
            case LeaseAnswer.Held(var until) -> new Outcome.Busy(until);
            case LeaseAnswer.Settled() -> acts.overtaken(acts.again(document));
            case LeaseAnswer.Absent() -> new Outcome.Absent();
        };
    }

    private Optional<Sha512> digest(IncomingDocument document) {
        Long entry = document.origin().inboxEntry();
        if (entry == null) {
            return Optional.empty();
        }
        try {
            if (inbox.look(Set.of(document.agency()), entry) instanceof PackageAccess.Opened opened) {
                try (OpenPackage content = opened.content()) {
                    return Optional.of(digest(content));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sha512 digest(OpenPackage content) throws IOException {
        MessageDigest digest = Sha512.digest();
        try (InputStream in = new DigestInputStream(content.range(0, content.size()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha512.fromBytes(digest.digest());
    }
}
