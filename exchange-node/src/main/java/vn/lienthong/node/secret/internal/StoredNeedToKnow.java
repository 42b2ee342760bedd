package vn.lienthong.node.secret.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.NeedToKnow;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.secret.SecretPerson;

/** Lets people know of documents and takes it away. */
@InNodeRole
@Component
class StoredNeedToKnow implements NeedToKnow {

    private static final int LONGEST_REASON = 400;

    private final ArrivedAccess access;
    private final ReaderRows readers;
    private final ArrivedShares shares;
    private final PersonRows persons;
    private final ReadingDeeds deeds;
    private final People people;
    private final Basics basics;

    StoredNeedToKnow(
            ArrivedAccess access,
            ReaderRows readers,
            ArrivedShares shares,
            PersonRows persons,
            ReadingDeeds deeds,
            People people,
            Basics basics) {
        this.access = access;
        this.readers = readers;
        this.shares = shares;
        this.persons = persons;
        this.deeds = deeds;
        this.people = people;
        this.basics = basics;
    }

    /** Who works for an agency, by name, and how far they are cleared. */
    @InNodeRole
    @Component
    static class People {

        private final AccountDirectory accounts;
        private final Scope scope;

        People(AccountDirectory accounts, Scope scope) {
            this.accounts = accounts;
            this.scope = scope;
        }

        Map<LoginName, String> names(AgencyCode agency) {
            Collection<AgencyCode> codes = scope.codes(agency);
            Map<LoginName, String> names =
                    new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
            for (Role role : List.of(Role.CLERK, Role.LEADER, Role.OFFICER)) {
                accounts.members(codes, role).forEach(called -> names.put(called.login(), called.displayName()));
            }
            return names;
        }

        Scope scope() {
            return scope;
        }
    }

    @Override
    public SecretAnswer<List<Knower>> knowers(SecretCaller caller, SecretId id) {
        return Answers.of(() -> {
            Arrived arrived = access.known(caller, id).arrived();
            Map<LoginName, String> names = people.names(arrived.agency());
            return readers.all(id).stream()
                    .map(reader -> new Knower(
                            reader.login(),
                            names.getOrDefault(reader.login(), reader.login().value()),
                            reader.since(),
                            reader.addedBy(),
                            reader.reason(),
                            reader.endedAt(),
                            reader.sealed() != null))
                    .toList();
        });
    }

    @Override
    public SecretAnswer<List<SecretPerson>> candidates(SecretCaller caller, SecretId id) {
        return Answers.of(() -> {
            Arrived arrived = access.known(caller, id).arrived();
            Map<LoginName, String> names = people.names(arrived.agency());
            Set<LoginName> cleared = people.scope().cleared(arrived.agency(), arrived.level());
            var keys = persons.keys(cleared);
            return names.entrySet().stream()
                    .filter(person -> cleared.contains(person.getKey()) && !canOpen(id, person.getKey()))
                    .map(person -> new SecretPerson(
                            person.getKey(),
                            person.getValue(),
                            people.scope().cleared(person.getKey(), arrived.agency()),
                            keys.containsKey(person.getKey())))
                    .toList();
        });
    }

    private boolean canOpen(SecretId id, LoginName login) {
        return readers.find(id, login).filter(reader -> reader.sealed() != null).isPresent();
    }

    @Override
    public SecretAnswer<Boolean> add(SecretCaller caller, SecretId id, LoginName login, String reason) {
        return Answers.of(() -> {
            ArrivedAccess.Known known = access.known(caller, id);
            PersonalKeySet keys = access.keys(caller);
            requireReason(reason);
            Arrived arrived = known.arrived();
            if (canOpen(id, login)) {
                throw new HinderedException(Hindrance.ALREADY_KNOWS);
            }
            if (!people.scope().cleared(arrived.agency(), arrived.level()).contains(login)) {
                throw new HinderedException(Hindrance.UNKNOWN_PERSON, login.value());
            }
            byte[] sealed = shares.pass(arrived, known.reader(), keys, login);
            basics.transactions().executeWithoutResult(_ -> {
                readers.lock(id);
                if (readers.find(id, caller.login()).isEmpty()) {
                    throw new HinderedException(Hindrance.CHANGED_MEANWHILE);
                }
                readers.put(
                        id,
                        login,
                        known.reader().part(),
                        sealed,
                        basics.now(),
                        new ReaderRows.Added(caller.login(), reason));
                deeds.step(EventKind.SECRET_KNOW_ADD, arrived, login);
                deeds.tell(arrived, Set.of(login));
            });
            return true;
        });
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new HinderedException(Hindrance.REASON_NEEDED);
        }
    }

    @Override
    public SecretAnswer<Boolean> takeAway(SecretCaller caller, SecretId id, LoginName login, String reason) {
        return Answers.of(() -> {
            Arrived arrived = access.known(caller, id).arrived();
            requireReason(reason);
            basics.transactions().executeWithoutResult(_ -> {
                readers.lock(id);
                Reader leaving =
                        readers.find(id, login).orElseThrow(() -> new HinderedException(Hindrance.UNKNOWN_PERSON));
                boolean others = readers.all(id).stream()
                        .anyMatch(reader -> reader.endedAt() == null
                                && reader.sealed() != null
                                && reader.part() == leaving.part()
                                && !reader.login().equals(login));
                if (!others) {
                    throw new HinderedException(Hindrance.LAST_READER);
                }
                boolean _ = readers.end(id, login, basics.now());
                deeds.step(EventKind.SECRET_KNOW_END, arrived, login);
            });
            return true;
        });
    }

    @Override
    public SecretAnswer<List<Look>> looks(SecretCaller caller, SecretId id) {
        return Answers.of(() -> {
            var _ = access.known(caller, id);
            return readers.looks(id);
        });
    }
}
