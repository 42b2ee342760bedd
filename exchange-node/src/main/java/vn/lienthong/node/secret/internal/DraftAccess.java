package vn.lienthong.node.secret.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretCaller;

/** Who may touch which draft; everybody else is told nothing. */
@InNodeRole
@Component
class DraftAccess {

    private final DraftRows rows;
    private final SecretFileRows files;
    private final PersonRows persons;
    private final Unlocked unlocked;
    private final Scope scope;
    private final SecretEvents events;

    DraftAccess(
            DraftRows rows,
            SecretFileRows files,
            PersonRows persons,
            Unlocked unlocked,
            Scope scope,
            SecretEvents events) {
        this.rows = rows;
        this.files = files;
        this.persons = persons;
        this.unlocked = unlocked;
        this.scope = scope;
        this.events = events;
    }

    /** A draft of the caller. */
    Draft own(SecretCaller caller, DraftId id) {
        return visible(
                caller, id, rows.find(id).filter(draft -> draft.composer().equals(caller.login())));
    }

    /** A draft of the caller on which work goes on. */
    Draft open(SecretCaller caller, DraftId id) {
        Draft draft = own(caller, id);
        if (draft.state() != DraftState.DRAFT) {
            throw new HinderedException(Hindrance.WRONG_STATE);
        }
        return draft;
    }

    /** A draft that waits for the caller, or that the caller has released. */
    Draft toRelease(SecretCaller caller, DraftId id) {
        return visible(caller, id, rows.find(id).filter(draft -> isReleaser(caller.login(), draft)));
    }

    /** A draft of which the caller is one of the two persons. */
    Draft either(SecretCaller caller, DraftId id) {
        return visible(
                caller,
                id,
                rows.find(id)
                        .filter(draft -> draft.composer().equals(caller.login()) || isReleaser(caller.login(), draft)));
    }

    /** Writes the number of its book into a draft, in the transaction of the entry. */
    void number(Draft draft, int number, Instant now) {
        rows.edit(draft, draft.content().numbered(number), now);
    }

    private boolean isReleaser(LoginName login, Draft draft) {
        boolean asked = draft.state() == DraftState.WAITING
                && !draft.composer().equals(login)
                && rows.share(draft.id(), login).isPresent();
        return asked || login.equals(draft.releasedBy());
    }

    private Draft visible(SecretCaller caller, DraftId id, java.util.Optional<Draft> found) {
        boolean covered = found.isPresent()
                && scope.enter(caller).covers(found.get().level())
                && found.get().agency().equals(caller.agency());
        if (!covered) {
            events.hidden(id.value());
            throw new HinderedException(Hindrance.HIDDEN);
        }
        return found.get();
    }

    /** The unlocked keys of the caller. */
    PersonalKeySet keys(SecretCaller caller) {
        return unlocked.keys(caller).orElseThrow(() -> new HinderedException(locked(caller)));
    }

    private Hindrance locked(SecretCaller caller) {
        return persons.find(caller.login()).filter(row -> row.sealed() != null).isPresent()
                ? Hindrance.LOCKED
                : Hindrance.NO_KEYS;
    }

    DraftView view(DraftId id) {
        return view(rows.find(id).orElseThrow(() -> new HinderedException(Hindrance.HIDDEN)));
    }

    DraftView view(Draft draft) {
        return new DraftView(
                draft.id(),
                draft.version(),
                draft.state(),
                draft.agency(),
                draft.composer(),
                draft.content().logins(),
                draft.releasedBy(),
                draft.content().fields(),
                draft.content().codes(),
                files.of(draft.id()).stream().map(StoredFile::file).toList(),
                draft.changedAt(),
                draft.releaseAt(),
                draft.statement(),
                draft.fault(),
                draft.content().note(),
                draft.parcel());
    }

    List<DraftView> views(SecretCaller caller, List<Draft> drafts) {
        var level = scope.enter(caller);
        return drafts.stream()
                .filter(draft -> level.covers(draft.level()))
                .map(this::view)
                .toList();
    }
}
