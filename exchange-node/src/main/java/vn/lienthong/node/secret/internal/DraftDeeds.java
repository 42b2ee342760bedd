package vn.lienthong.node.secret.internal;

import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretContent;

/** What composer, releaser and the sending job have in common. */
@InNodeRole
@Component
class DraftDeeds {

    private final DraftParts parts;
    private final PersonRows persons;
    private final Statements statements;
    private final Scope scope;
    private final SecretEvents events;
    private final SecretNews news;
    private final Basics basics;

    DraftDeeds(
            DraftParts parts,
            PersonRows persons,
            Statements statements,
            Scope scope,
            SecretEvents events,
            SecretNews news,
            Basics basics) {
        this.parts = parts;
        this.persons = persons;
        this.statements = statements;
        this.scope = scope;
        this.events = events;
        this.news = news;
        this.basics = basics;
    }

    /** Goes on only where caller and installation may handle the level. */
    void covered(SecretCaller caller, Secrecy level) {
        if (!scope.enter(caller).covers(level) || !level.isStateSecret()) {
            throw new HinderedException(Hindrance.LEVEL_TOO_HIGH);
        }
    }

    void step(EventKind kind, DraftId id, Secrecy level, AgencyCode agency) {
        events.step(kind, id.value(), level, agency);
    }

    void step(EventKind kind, DraftId id, Secrecy level, AgencyCode agency, String detail) {
        events.step(kind, id.value(), level, agency, detail);
    }

    void tell(Draft draft, Set<LoginName> logins) {
        news.tell(draft.agency(), logins);
    }

    KeptRelease compose(Draft draft, List<StoredFile> stored, Person composer, PersonalKeySet keys) {
        return statements.compose(draft, stored, composer, keys);
    }

    /** The keys that shares of these people are sealed to. */
    Map<LoginName, PublicKey> kems(Collection<LoginName> logins) {
        return persons.keys(logins);
    }

    /** Opens a file for one of the two persons; the look is recorded first. */
    SecretContent look(Draft draft, int number, SecretCaller caller) {
        StoredFile stored = parts.files().find(draft, number);
        byte[] key = parts.shares().open(draft, caller.login(), parts.access().keys(caller));
        String code = parts.files().lookCode();
        basics.transactions()
                .executeWithoutResult(_ -> events.look(
                        EventKind.SECRET_LOOK, draft.id().value(), draft.level(), draft.agency(), code, number, ""));
        return parts.files().content(stored, key, code);
    }

    /**
     * Gives a submitted draft back to its composer, in a transaction of its own.
     *
     * @param key its content key; the caller wipes it
     * @param fault why, as a code; empty when somebody wished it
     * @param words for the composer
     */
    void reopen(Draft draft, byte[] key, EventKind kind, String fault, String words) {
        basics.transactions().executeWithoutResult(_ -> {
            parts.rows().move(draft, DraftState.DRAFT, basics.clock().instant());
            parts.rows().content(draft, draft.content().withNote(words));
            parts.rows().reopened(draft.id(), fault.isEmpty() ? null : fault);
            parts.shares().give(draft.id(), draft.generation() + 1, key, persons.keys(List.of(draft.composer())));
            if (fault.isEmpty()) {
                events.step(kind, draft.id().value(), draft.level(), draft.agency());
            } else {
                events.own(kind, draft.id().value(), draft.level(), draft.agency(), fault);
            }
            news.tell(draft.agency(), Set.of(draft.composer()));
        });
    }
}
