package vn.lienthong.node.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.party.AgencyCode;

/** The keys with which document-management systems call this node. */
public interface ApiKeys {
    /**
     * Issues a key of 256 random bits. Only its SHA-256 is stored.
     *
     * @param key whom and what it is for
     * @return the key with its clear text, which cannot be had a second time
     */
    IssuedApiKey issue(NewApiKey key);

    /**
     * Judges a presented key, or a token that stands for one, in constant time with respect to its secret.
     *
     * @param presented the text behind {@code Bearer}, of any length and content
     * @param origin where the call comes from
     * @return whom it stands for, or why it opens nothing
     */
    ApiKeyCheck check(String presented, CallOrigin origin);

    /**
     * Judges a caller who shows nothing but a client certificate. Where several keys are bound to it, the youngest that still
     * works counts.
     *
     * @param certificate digest of the certificate whose key the caller has proved to hold
     * @param address network address of the caller, in digits
     * @return whom it stands for, or why it opens nothing
     */
    ApiKeyCheck byCertificate(CertificateDigest certificate, String address);

    /**
     * Issues a key for the same agency with the same scopes and bounds and a life as long as that of the old one, which stops
     * working when the overlap is over. Of two who do this at once one gets a key.
     *
     * @param id the key that is to be replaced
     * @param overlap how long both work; zero withdraws the old one now
     * @return the new key, or empty when there is no such key or it works no longer or was replaced before
     */
    Optional<IssuedApiKey> rotate(ApiKeyId id, Duration overlap);

    /**
     * Withdraws a key at once.
     *
     * @param id which one
     * @return false when there is no such key or it was withdrawn before
     */
    boolean revoke(ApiKeyId id);

    /**
     * The keys of an agency, newest first.
     *
     * @param agency whose keys
     * @return without secrets; withdrawn and expired ones included
     */
    List<ApiKeyFacts> list(AgencyCode agency);

    /**
     * What is known about one key.
     *
     * @param id which one
     * @return without secrets, or empty when there is no such key
     */
    Optional<ApiKeyFacts> find(ApiKeyId id);

    /**
     * The keys that work and will stop working soon without another one in their place.
     *
     * @param before the end of "soon"
     * @return those that end first first, at most 500
     */
    List<ApiKeyFacts> expiring(Instant before);
}
