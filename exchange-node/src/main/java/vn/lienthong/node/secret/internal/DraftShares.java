package vn.lienthong.node.secret.internal;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.crypto.share.SealedShare;
import vn.lienthong.crypto.share.Shares;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.Hindrance;

/**
 * The content keys of drafts, each in two shares: one for the node, one for whoever may open the draft. With every hand-over both are
 * drawn anew, so that a share from before fits nothing that comes after.
 */
@InNodeRole
@Component
class DraftShares {

    static final int KEY_OCTETS = 32;

    private final DraftRows rows;
    private final Seals seals;
    private final SecureRandom random;

    DraftShares(DraftRows rows, Seals seals, SecureRandom random) {
        this.rows = rows;
        this.seals = seals;
        this.random = random;
    }

    byte[] fresh() {
        byte[] key = new byte[KEY_OCTETS];
        random.nextBytes(key);
        return key;
    }

    /** The content key; the caller wipes it. */
    byte[] open(Draft draft, LoginName login, PersonalKeySet keys) {
        byte[] person = personShare(draft, login, keys);
        try {
            return join(draft, person);
        } finally {
            Arrays.fill(person, (byte) 0);
        }
    }

    /** The content key of a draft whose releaser has handed over the share; the caller wipes it. */
    byte[] openGiven(Draft draft) {
        byte[] given = seals.openShare(place(draft.id(), draft.generation(), "given"), required(draft.givenShare()));
        try {
            return join(draft, given);
        } finally {
            Arrays.fill(given, (byte) 0);
        }
    }

    /** The share of a person, sealed for the node from now on. */
    byte[] handOver(Draft draft, LoginName login, PersonalKeySet keys) {
        byte[] person = personShare(draft, login, keys);
        try {
            return seals.share(place(draft.id(), draft.generation(), "given"), person);
        } finally {
            Arrays.fill(person, (byte) 0);
        }
    }

    /** Draws new shares and gives one to these persons and to nobody else; in a transaction. */
    void give(DraftId id, int generation, byte[] key, Map<LoginName, PublicKey> persons) {
        try (Shares shares = Shares.split(key, random)) {
            rows.destroyShares(id);
            rows.nodeShare(id, generation, seals.share(place(id, generation, "node"), shares.first()));
            persons.forEach((login, kem) -> rows.putShare(
                    id, login, SealedShare.seal(shares.second(), kem, personPlace(id, generation, login))));
        }
    }

    private byte[] join(Draft draft, byte[] other) {
        byte[] node = seals.openShare(place(draft.id(), draft.generation(), "node"), required(draft.nodeShare()));
        try {
            return Shares.join(node, other);
        } finally {
            Arrays.fill(node, (byte) 0);
        }
    }

    private byte[] personShare(Draft draft, LoginName login, PersonalKeySet keys) {
        return rows.share(draft.id(), login)
                .flatMap(closed ->
                        SealedShare.open(closed, keys.recipient(), personPlace(draft.id(), draft.generation(), login)))
                .orElseThrow(() -> new HinderedException(Hindrance.SHARE_LOST));
    }

    private static byte[] required(@Nullable Octets share) {
        if (share == null) {
            throw new HinderedException(Hindrance.NOT_KEPT);
        }
        return share.toByteArray();
    }

    static byte[] place(DraftId id, int generation, String role) {
        return Place.of("draft", id, generation, role);
    }

    private static byte[] personPlace(DraftId id, int generation, LoginName login) {
        return Place.of("draft", id, generation, "person", login.value());
    }
}
