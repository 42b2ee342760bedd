package vn.lienthong.node.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** A browser on its way to an identity provider and back, as its session keeps it: once, for ten minutes. */
public final class ProviderTrip implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String provider;
    private final Serializable request;
    private final String next;
    private final Instant since;
    private final AtomicBoolean taken = new AtomicBoolean();

    /**
     * Keeps what was asked.
     *
     * @param provider its name
     * @param request with state, nonce and the verifier of the code
     * @param next the path that was wished
     * @param since when it began
     */
    public ProviderTrip(String provider, Serializable request, String next, Instant since) {
        this.provider = provider;
        this.request = request;
        this.next = next;
        this.since = since;
    }

    /**
     * Takes it for a return.
     *
     * @return true for exactly one caller
     */
    public boolean take() {
        return taken.compareAndSet(false, true);
    }

    /**
     * Which provider.
     *
     * @return its name
     */
    public String provider() {
        return provider;
    }

    /**
     * What was asked.
     *
     * @return the request
     */
    public Serializable request() {
        return request;
    }

    /**
     * The path that was wished.
     *
     * @return of this site
     */
    public String next() {
        return next;
    }

    /**
     * When it began.
     *
     * @return the time
     */
    public Instant since() {
        return since;
    }
}
