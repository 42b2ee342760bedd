package vn.lienthong.node.identity;

import java.util.List;
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
     * Judges a presented key in constant time with respect to its secret.
     *
     * @param presented the text behind {@code Bearer}, of any length and content
     * @return whom it stands for, or why it opens nothing
     */
    ApiKeyCheck check(String presented);

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
}
