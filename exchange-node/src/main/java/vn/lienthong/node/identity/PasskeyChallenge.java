package vn.lienthong.node.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A challenge that was given to a browser, as its session keeps it: for one purpose, for five minutes, for one answer. */
public final class PasskeyChallenge implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Serializable options;
    private final @Nullable String login;
    private final Instant since;
    private final AtomicBoolean taken = new AtomicBoolean();

    /**
     * Keeps what was asked.
     *
     * @param options as they were sent
     * @param login whose passkey must answer, or null for whoever has one
     * @param since when it was given
     */
    public PasskeyChallenge(Serializable options, @Nullable String login, Instant since) {
        this.options = options;
        this.login = login;
        this.since = since;
    }

    /**
     * Takes it for an answer.
     *
     * @return true for exactly one caller
     */
    public boolean take() {
        return taken.compareAndSet(false, true);
    }

    /**
     * What was asked.
     *
     * @return the options as they were sent
     */
    public Serializable options() {
        return options;
    }

    /**
     * Whose passkey must answer.
     *
     * @return null for whoever has one
     */
    public @Nullable String login() {
        return login;
    }

    /**
     * When it was given.
     *
     * @return the time
     */
    public Instant since() {
        return since;
    }
}
