package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/** What happens to API keys. Published as an application event in the transaction of the change. Never carries a secret. */
public sealed interface ApiKeyEvent {
    /**
     * Which key.
     *
     * @return its public part
     */
    ApiKeyId key();

    /**
     * A key was issued.
     *
     * @param key which one
     * @param agency for which agency it speaks
     * @param scopes what it may do
     * @param kind how far it reaches
     */
    record Issued(ApiKeyId key, AgencyCode agency, Set<ApiScope> scopes, ApiKeyKind kind) implements ApiKeyEvent {
        /** Copies the scopes. */
        public Issued {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * A key was withdrawn.
     *
     * @param key which one
     */
    record Revoked(ApiKeyId key) implements ApiKeyEvent {}

    /**
     * Another key takes the place of a key.
     *
     * @param key the old one
     * @param successor the new one, about which {@link Issued} says the rest
     * @param until when the old one stops working
     */
    record Rotated(ApiKeyId key, ApiKeyId successor, Instant until) implements ApiKeyEvent {}
}
