package vn.lienthong.node.secret.internal;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.crypto.share.SealedShare;
import vn.lienthong.crypto.share.Shares;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.SecretId;

/** The payload keys of documents that arrived, each in two shares; where two persons open, the persons' share is split once more. */
@InNodeRole
@Component
class ArrivedShares {

    private final ArrivedRows rows;
    private final ReaderRows readers;
    private final PersonRows persons;
    private final Scope scope;
    private final Seals seals;
    private final Basics basics;

    ArrivedShares(ArrivedRows rows, ReaderRows readers, PersonRows persons, Scope scope, Seals seals, Basics basics) {
        this.rows = rows;
        this.readers = readers;
        this.persons = persons;
        this.scope = scope;
        this.seals = seals;
        this.basics = basics;
    }

    /**
     * Splits a payload key for the clerks who may have it, in the caller's transaction.
     *
     * @return who can open it now; empty when nobody has keys, and nothing was done, or when somebody else has split it
     */
    Set<LoginName> split(Arrived arrived, byte[] payloadKey) {
        Set<LoginName> cleared = scope.cleared(arrived.agency(), arrived.level());
        Map<LoginName, PublicKey> clerks = keys(cleared, scope.clerks(arrived.agency()));
        Map<LoginName, PublicKey> leaders = keys(cleared, scope.leaders(arrived.agency()));
        leaders.keySet().removeAll(clerks.keySet());
        if (clerks.isEmpty() || (arrived.twoToOpen() && leaders.isEmpty())) {
            return Set.of();
        }
        int generation = arrived.generation() + 1;
        try (Shares shares = Shares.split(payloadKey, basics.random())) {
            byte[] node = seals.share(nodePlace(arrived.id(), generation), shares.first());
            if (!rows.split(arrived.id(), generation, node)) {
                return Set.of();
            }
            Set<LoginName> given = new HashSet<>(clerks.keySet());
            if (arrived.twoToOpen()) {
                given.addAll(leaders.keySet());
                splitAgain(arrived.id(), generation, shares.second(), clerks, leaders);
            } else {
                give(arrived.id(), generation, Reader.WHOLE, shares.second(), clerks);
            }
            return given;
        }
    }

    private void splitAgain(
            SecretId id,
            int generation,
            byte[] share,
            Map<LoginName, PublicKey> clerks,
            Map<LoginName, PublicKey> leaders) {
        try (Shares halves = Shares.split(share, basics.random())) {
            give(id, generation, Reader.FIRST, halves.first(), clerks);
            give(id, generation, Reader.SECOND, halves.second(), leaders);
        }
    }

    private void give(SecretId id, int generation, int part, byte[] share, Map<LoginName, PublicKey> persons) {
        Instant now = basics.now();
        persons.forEach((login, kem) -> readers.put(
                id, login, part, SealedShare.seal(share, kem, personPlace(id, generation, part, login)), now));
    }

    private Map<LoginName, PublicKey> keys(Collection<LoginName> cleared, Collection<LoginName> working) {
        Set<LoginName> both = new HashSet<>(cleared);
        both.retainAll(working);
        return new java.util.HashMap<>(persons.keys(both));
    }

    /** The payload key; the caller wipes it. */
    byte[] open(Arrived arrived, Reader reader, PersonalKeySet keys) {
        byte[] person = own(arrived, reader, keys);
        try {
            return reader.part() == Reader.WHOLE
                    ? join(arrived, person)
                    : joinWithConsent(arrived, reader, person, keys);
        } finally {
            Arrays.fill(person, (byte) 0);
        }
    }

    private byte[] joinWithConsent(Arrived arrived, Reader reader, byte[] person, PersonalKeySet keys) {
        byte[] other = consent(arrived, reader.login())
                .map(ReaderRows.Consent::sealed)
                .map(Octets::toByteArray)
                .flatMap(closed -> SealedShare.open(
                        closed,
                        keys.recipient(),
                        consentPlace(arrived.id(), arrived.generation(), reader.otherPart(), reader.login())))
                .orElseThrow(() -> new HinderedException(Hindrance.CONSENT_NEEDED));
        byte[] whole = Shares.join(person, other);
        try {
            return join(arrived, whole);
        } finally {
            Arrays.fill(other, (byte) 0);
            Arrays.fill(whole, (byte) 0);
        }
    }

    /** The consent that holds for somebody now. */
    Optional<ReaderRows.Consent> consent(Arrived arrived, LoginName asking) {
        Instant now = basics.now();
        return readers.consents(arrived.id()).stream()
                .filter(consent -> consent.asking().equals(asking))
                .filter(consent -> {
                    Instant until = consent.until();
                    return until != null && until.isAfter(now);
                })
                .findFirst();
    }

    /** The reader's half, sealed to the one who asked. */
    byte[] consent(Arrived arrived, Reader giving, PersonalKeySet keys, LoginName asking) {
        byte[] own = own(arrived, giving, keys);
        try {
            return SealedShare.seal(
                    own, kem(asking), consentPlace(arrived.id(), arrived.generation(), giving.part(), asking));
        } finally {
            Arrays.fill(own, (byte) 0);
        }
    }

    /** The reader's share, sealed to somebody else who is let to know. */
    byte[] pass(Arrived arrived, Reader giving, PersonalKeySet keys, LoginName to) {
        byte[] own = own(arrived, giving, keys);
        try {
            return SealedShare.seal(own, kem(to), personPlace(arrived.id(), arrived.generation(), giving.part(), to));
        } finally {
            Arrays.fill(own, (byte) 0);
        }
    }

    private PublicKey kem(LoginName login) {
        return Optional.ofNullable(persons.keys(Set.of(login)).get(login))
                .orElseThrow(() -> new HinderedException(Hindrance.UNKNOWN_PERSON, login.value()));
    }

    private static byte[] own(Arrived arrived, Reader reader, PersonalKeySet keys) {
        Octets sealed = reader.sealed();
        return Optional.ofNullable(sealed)
                .flatMap(share -> SealedShare.open(
                        share.toByteArray(),
                        keys.recipient(),
                        personPlace(arrived.id(), arrived.generation(), reader.part(), reader.login())))
                .orElseThrow(() -> new HinderedException(Hindrance.SHARE_LOST));
    }

    private byte[] join(Arrived arrived, byte[] other) {
        Octets share = arrived.nodeShare();
        if (share == null) {
            throw new HinderedException(Hindrance.NOT_KEPT);
        }
        byte[] node = seals.openShare(nodePlace(arrived.id(), arrived.generation()), share.toByteArray());
        try {
            return Shares.join(node, other);
        } finally {
            Arrays.fill(node, (byte) 0);
        }
    }

    static byte[] nodePlace(SecretId id, int generation) {
        return Place.of("arrived", id, generation, "node");
    }

    private static byte[] personPlace(SecretId id, int generation, int part, LoginName login) {
        return Place.of("arrived", id, generation, "person", part, login.value());
    }

    private static byte[] consentPlace(SecretId id, int generation, int part, LoginName asking) {
        return Place.of("arrived", id, generation, "consent", part, asking.value());
    }
}
