package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.CertificateDigest;

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
     * Notes that a key was used, unless somebody noted a use after {@code unless} already.
     *
     * @param id which one
     * @param at when
     * @param from network address of the caller
     * @param unless uses after this make another note superfluous
     */
    void used(ApiKeyId id, Instant at, String from, Instant unless);

    /**
     * Puts a key in the place of another one.
     *
     * @param old which one stops working
     * @param until when; not later than it would have anyway
     * @param successor the key as it is stored
     * @return false when the old one does not work any more or was replaced before; then nothing is changed
     */
    boolean replace(ApiKeyId old, Instant until, StoredApiKey successor);

    /**
     * The keys that are bound to a certificate.
     *
     * @param certificate which one
     * @return newest first, withdrawn and expired ones included, at most 50
     */
    List<ApiKeyFacts> boundTo(CertificateDigest certificate);

    /**
     * The keys that work and will soon stop.
     *
     * @param now the time
     * @param before the end of "soon"
     * @return those that end first first, at most 500
     */
    List<ApiKeyFacts> expiring(Instant now, Instant before);

    /**
     * The keys of an agency, newest first.
     *
     * @param agency whose
     * @return without digests
     */
    List<ApiKeyFacts> list(AgencyCode agency);
}
