package vn.lienthong.node.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Refusal.Reason;

/** The one place every refusal by permission passes: one log line, then every {@link RefusalListener}. */
@Component
public class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int LONGEST_ACTION = 200;

    private final InstantSource clock;
    private final List<RefusalListener> listeners;

    /**
     * Tells the listeners that are there.
     *
     * @param clock the time
     * @param listeners none or many
     */
    public Refusals(InstantSource clock, ObjectProvider<RefusalListener> listeners) {
        this.clock = clock;
        this.listeners = listeners.orderedStream().toList();
    }

    /**
     * Reports that the caller of a request was refused.
     *
     * @param request what was asked for; query and body are not looked at
     * @param reason why it was refused
     */
    public void report(HttpServletRequest request, Reason reason) {
        report(request, reason, actor());
    }

    /**
     * Reports a refusal of a caller who is not signed in.
     *
     * @param request what was asked for
     * @param reason why it was refused
     * @param actor a name that is no secret: {@code key:<id>} or {@code anonymous}
     */
    public void report(HttpServletRequest request, Reason reason, String actor) {
        String action = printable(request.getMethod() + " " + request.getRequestURI());
        Refusal refusal = new Refusal(clock.instant(), reason, actor, action, String.valueOf(request.getRemoteAddr()));
        LOG.warn("refused {} {} {} {}", refusal.reason(), refusal.actor(), refusal.action(), refusal.address());
        listeners.forEach(listener -> listener.refused(refusal));
    }

    private static String actor() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        Object principal = caller == null ? "anonymous" : caller.getPrincipal();
        return switch (principal) {
            case Person person -> person.login().value();
            case ApiCaller system -> "key:" + system.key().value();
            case null, default -> "anonymous";
        };
    }

    /** Keeps line breaks and other control characters of a hostile path out of the log. */
    private static String printable(String text) {
        String bounded = text.length() > LONGEST_ACTION ? text.substring(0, LONGEST_ACTION) : text;
        return bounded.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
