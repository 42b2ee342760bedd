package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;

/** Where API keys are kept. */
public interface ApiKeyStore {
    /**
     * Adds a key.
     *
     * @param key the key as it is stored
     */
    void add(StoredApiKey key);

    /**
     * Looks up a key, withdrawn and expired ones included.
     *
     * @param id which one
     * @return the key, or empty
     */
    Optional<StoredApiKey> find(ApiKeyId id);

    /**
     * Marks a key as withdrawn.
     *
     * @param id which one
     * @param at when
     * @return false when it does not exist or was withdrawn before
     */
    boolean revoke(ApiKeyId id, Instant at);

    /**
     * Notes that a key was used.
     *
     * @param id which one
     * @param at when
     */
    void used(ApiKeyId id, Instant at);

    /**
     * The keys of an agency, newest first.
     *
     * @param agency whose
     * @return without digests
     */
    List<ApiKeyFacts> list(AgencyCode agency);
}
