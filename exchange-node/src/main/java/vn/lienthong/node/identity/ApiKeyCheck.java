package vn.lienthong.node.identity;

/** What a presented API key is worth. */
public sealed interface ApiKeyCheck {
    /**
     * The key is known, unexpired and not revoked.
     *
     * @param caller whom it stands for
     */
    record Accepted(ApiCaller caller) implements ApiKeyCheck {}

    /** Not of the shape of a key, an unknown key, or a wrong secret: deliberately not told apart. */
    record Unknown() implements ApiKeyCheck {}

    /**
     * The secret is right but the key was withdrawn.
     *
     * @param key which one
     */
    record Revoked(ApiKeyId key) implements ApiKeyCheck {}

    /**
     * The secret is right but the key's time is over.
     *
     * @param key which one
     */
    record Expired(ApiKeyId key) implements ApiKeyCheck {}

    /**
     * The secret is right but the call comes from outside the key's networks.
     *
     * @param key which one
     */
    record Elsewhere(ApiKeyId key) implements ApiKeyCheck {}

    /**
     * The secret is right but the connection does not bring the certificate to which the key or token is bound.
     *
     * @param key which one
     */
    record OtherCertificate(ApiKeyId key) implements ApiKeyCheck {}
}
