package vn.lienthong.node.identity.internal;

import vn.lienthong.node.identity.ApiKeyFacts;

/** A key as stored: its facts and the SHA-256 of its secret. */
public final class StoredApiKey {
    private final ApiKeyFacts facts;
    private final byte[] secretSha256;

    /**
     * Joins both.
     *
     * @param facts everything that may be shown
     * @param secretSha256 32 octets
     */
    public StoredApiKey(ApiKeyFacts facts, byte[] secretSha256) {
        this.facts = facts;
        this.secretSha256 = secretSha256.clone();
    }

    /**
     * Everything that may be shown.
     *
     * @return the facts
     */
    public ApiKeyFacts facts() {
        return facts;
    }

    /**
     * The digest of the secret.
     *
     * @return a copy of the 32 octets
     */
    public byte[] secretSha256() {
        return secretSha256.clone();
    }

    @Override
    public String toString() {
        return "StoredApiKey[" + facts.id().value() + "]";
    }
}
