package vn.lienthong.node.secret.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.NeedToKnow;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretFile;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.secret.SecretLine;
import vn.lienthong.node.secret.SecretTimes;

/** Who may know of which document; everybody else is told nothing. */
@InNodeRole
@Component
class ArrivedAccess {

    private final ArrivedRows rows;
    private final ReaderRows readers;
    private final PersonRows persons;
    private final Unlocked unlocked;
    private final Scope scope;
    private final SecretEvents events;
    private final Basics basics;

    ArrivedAccess(
            ArrivedRows rows,
            ReaderRows readers,
            PersonRows persons,
            Unlocked unlocked,
            Scope scope,
            SecretEvents events,
            Basics basics) {
        this.rows = rows;
        this.readers = readers;
        this.persons = persons;
        this.unlocked = unlocked;
        this.scope = scope;
        this.events = events;
        this.basics = basics;
    }

    /**
     * A document and how the caller knows of it.
     *
     * @param arrived the document
     * @param reader the caller
     */
    record Known(Arrived arrived, Reader reader) {}

    Known known(SecretCaller caller, SecretId id) {
        Secrecy level = scope.enter(caller);
        Optional<Arrived> found = rows.find(id)
                .filter(arrived -> level.covers(arrived.level()))
                .filter(arrived -> scope.codes(caller.agency()).contains(arrived.agency()));
        Optional<Reader> reader = readers.find(id, caller.login());
        if (found.isEmpty() || reader.isEmpty()) {
            events.hidden(id.value());
            throw new HinderedException(Hindrance.HIDDEN);
        }
        return new Known(found.get(), reader.get());
    }

    PersonalKeySet keys(SecretCaller caller) {
        return unlocked.keys(caller)
                .orElseThrow(() -> new HinderedException(
                        persons.find(caller.login())
                                        .filter(row -> row.sealed() != null)
                                        .isPresent()
                                ? Hindrance.LOCKED
                                : Hindrance.NO_KEYS));
    }

    List<Arrived> list(SecretCaller caller, int most) {
        Secrecy level = scope.enter(caller);
        return rows.knownTo(caller.login(), scope.codes(caller.agency()), most).stream()
                .filter(arrived -> level.covers(arrived.level()))
                .toList();
    }

    /** Records a look, committed before anything is given out; returns its short code. */
    String look(SecretCaller caller, Arrived arrived, EventKind kind, String what, int file, String reason) {
        String code = LookCodes.next(basics.random());
        Instant now = basics.now();
        basics.transactions().executeWithoutResult(_ -> {
            events.look(kind, arrived.id().value(), arrived.level(), arrived.agency(), code, file, reason);
            readers.looked(
                    arrived.id(),
                    Columns.octets(basics.ids().next()),
                    new NeedToKnow.Look(now, caller.login(), what, file, code));
        });
        return code;
    }

    static SecretLine line(Arrived arrived) {
        DocumentMetadata metadata = arrived.document().metadata();
        return new SecretLine(
                arrived.id(),
                arrived.level(),
                metadata.sender().code(),
                metadata.sender().name(),
                arrived.receivedAt(),
                metadata.urgency(),
                arrived.state(),
                metadata.code().display(),
                metadata.type().name(),
                arrived.level() == Secrecy.TOP_SECRET ? "" : metadata.subject(),
                arrived.registered());
    }

    static List<SecretFile> files(Arrived arrived) {
        List<SecretFile> files = new ArrayList<>();
        for (Attachment attachment : arrived.document().attachments()) {
            files.add(new SecretFile(
                    files.size() + 1,
                    attachment.originalName(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.sha512().hex()));
        }
        return files;
    }

    static SecretTimes.Terms terms(Arrived arrived) {
        return new SecretTimes.Terms(
                arrived.protectedUntil(),
                arrived.declassifyOn(),
                arrived.proposedBy(),
                arrived.proposedWhy(),
                arrived.confirmedBy(),
                arrived.confirmedAt());
    }
}
