package vn.lienthong.node.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.PersonSessions;
import vn.lienthong.node.identity.SessionEndListener;
import vn.lienthong.node.identity.SessionFacts;
import vn.lienthong.node.identity.SessionId;
import vn.lienthong.node.identity.SessionKeeping;
import vn.lienthong.node.identity.SessionLimits;
import vn.lienthong.node.identity.SignInMeans;

/** Sessions as rows of the database; the HTTP session holds the name of its row. */
@Service
public class StoredPersonSessions implements PersonSessions, SessionKeeping {
    private static final String ATTRIBUTE = "vn.lienthong.session";
    private static final int OCTETS = 16;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final SessionTable table;
    private final SessionLimits limits;
    private final AccountEvents events;
    private final ObjectProvider<SessionEndListener> listeners;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Joins the parts. */
    StoredPersonSessions(
            SessionTable table,
            SessionLimits limits,
            AccountEvents events,
            ObjectProvider<SessionEndListener> listeners,
            InstantSource clock) {
        this.table = table;
        this.limits = limits;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Override
    public Optional<SessionId> current(HttpServletRequest request) {
        return of(request.getSession(false));
    }

    private static Optional<SessionId> of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String name
                ? SessionId.parse(name)
                : Optional.empty();
    }

    @Override
    public boolean open(SessionId session) {
        return table.seenAt(session, bounds()).isPresent();
    }

    /** What is noted to the minute must not end a session a minute early. */
    private SessionTable.Bounds bounds() {
        Instant now = clock.instant();
        return new SessionTable.Bounds(now.minus(limits.idle()).minus(NOTED_EVERY), now.minus(limits.longest()));
    }

    @Override
    public List<SessionFacts> of(LoginName login) {
        return table.of(login, bounds());
    }

    @Override
    @Transactional
    public boolean end(LoginName login, SessionId session) {
        if (!table.end(login, session, clock.instant())) {
            return false;
        }
        events.tell(new AccountEvent.SessionEnded(login, session));
        tell(session);
        return true;
    }

    @Override
    @Transactional
    public int endOthers(LoginName login, SessionId kept) {
        List<SessionFacts> before = of(login);
        int ended = table.endOthers(login, kept, clock.instant());
        if (ended > 0) {
            events.tell(new AccountEvent.OtherSessionsEnded(login, ended));
            before.stream().map(SessionFacts::id).filter(id -> !id.equals(kept)).forEach(this::tell);
        }
        return ended;
    }

    @Override
    @Transactional
    public void begin(HttpServletRequest request, Person person, SignInMeans means) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        table.forgetOlder(now.minus(REMEMBERED));
        table.lock(person.login());
        table.beyond(person.login(), limits.most() - 1, bounds()).forEach(oldest -> {
            boolean _ = end(person.login(), oldest);
        });
        current(request).ifPresent(before -> table.over(before, now));
        byte[] name = new byte[OCTETS];
        random.nextBytes(name);
        SessionId id = new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(name));
        table.add(
                person,
                new SessionFacts(
                        id,
                        DeviceName.of(request.getHeader("User-Agent")),
                        String.valueOf(request.getRemoteAddr()),
                        now,
                        now,
                        means));
        request.getSession().setAttribute(ATTRIBUTE, id.value());
        // A stranger asked for a passkey may have been given less.
        request.getSession()
                .setMaxInactiveInterval(Math.toIntExact(limits.idle().toSeconds()));
    }

    @Override
    public boolean goesOn(HttpServletRequest request, boolean used) {
        Optional<SessionId> session = current(request);
        Optional<Instant> seen = session.flatMap(id -> table.seenAt(id, bounds()));
        if (seen.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        if (used && !seen.get().plus(NOTED_EVERY).isAfter(now)) {
            table.seen(session.get(), now, String.valueOf(request.getRemoteAddr()));
        }
        return true;
    }

    @Override
    public void carryOver(HttpServletRequest request, Person person) {
        current(request).ifPresent(session -> table.carryOver(session, person));
    }

    @Override
    public void over(HttpServletRequest request) {
        current(request).ifPresent(session -> table.over(session, clock.instant()));
    }

    /** However a session ended: what was held for it in this process is forgotten. */
    @EventListener
    void destroyed(HttpSessionDestroyedEvent event) {
        of(event.getSession()).ifPresent(this::tell);
    }

    private void tell(SessionId session) {
        listeners.orderedStream().forEach(listener -> listener.ended(session));
    }
}
