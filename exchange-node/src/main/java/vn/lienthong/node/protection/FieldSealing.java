package vn.lienthong.node.protection;

/**
 * Seals small secrets before they go into the database: AES-256-GCM under a data key of their purpose, which itself lies wrapped under
 * the master key. A copy of the database alone opens nothing.
 *
 * <p>Guarantees: what was sealed opens under the same purpose and context only, also after rotations and in every process that works
 * on the same database; the number of the key's version stands in front. Sealing the same octets twice gives different octets.
 *
 * <p>A purpose is {@code [a-z0-9-]{1,40}}, one per kind of secret; its first key is drawn, in a transaction of its own, when it is first
 * used. Offer a {@link Resealing} for each purpose, or its old keys can never be destroyed.
 */
public interface FieldSealing {

    /** How many octets a sealed secret is longer than the secret. */
    int OVERHEAD = 36;

    /**
     * Seals a secret.
     *
     * @param purpose which kind of secret
     * @param context what it belongs to, for example the identifier of its row; it need not be secret
     * @param plain the secret; stays the caller's, who wipes it
     */
    byte[] seal(String purpose, byte[] context, byte[] plain);

    /**
     * Opens what {@link #seal} returned for the same purpose and context.
     *
     * @throws IllegalStateException when these octets were not sealed so by this installation, or the key was destroyed since
     */
    byte[] open(String purpose, byte[] context, byte[] sealed);

    /** Returns whether the key is the present one of the purpose; if not, a {@link Resealing} should seal it anew. */
    boolean isCurrent(String purpose, byte[] sealed);

    /**
     * The beginning that all octets sealed under the present key of the purpose have, so that rows under older ones can be selected:
     * {@code where left(sealed, 8) <> ?}.
     */
    byte[] currentPrefix(String purpose);
}
