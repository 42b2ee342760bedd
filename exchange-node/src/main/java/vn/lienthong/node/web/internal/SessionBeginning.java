package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SessionKeeping;
import vn.lienthong.node.identity.SignInMeans;
import vn.lienthong.node.identity.SignInRecord;

/** What is written down when a person has signed in, in the database and in the session. */
@Component
class SessionBeginning {
    /** When the person of a session signed in. */
    static final String SIGNED_IN_AT = "vn.lienthong.signedInAt";
    /** The sign-in before, shown until the person has seen it. */
    static final String PREVIOUS = "vn.lienthong.previousSignIn";
    /** Present as long as the password must be replaced before anything else opens. */
    static final String PASSWORD_DUE = "vn.lienthong.passwordDue";

    private final SignInRecord record;
    private final SessionKeeping sessions;
    private final SessionStepUp stepUp;
    private final AccountAdministration administration;
    private final FormKeeping keeping;
    private final ProviderLinking linking;
    private final InstantSource clock;

    SessionBeginning(
            SignInRecord record,
            SessionKeeping sessions,
            SessionStepUp stepUp,
            AccountAdministration administration,
            FormKeeping keeping,
            ProviderLinking linking,
            InstantSource clock) {
        this.record = record;
        this.sessions = sessions;
        this.stepUp = stepUp;
        this.administration = administration;
        this.keeping = keeping;
        this.linking = linking;
        this.clock = clock;
    }

    /** Records a sign-in; when that fails there is no session. */
    void note(HttpServletRequest request, Person person, SignInMeans means) {
        HttpSession session = request.getSession();
        boolean recorded = false;
        try {
            sessions.begin(request, person, means);
            record.signedIn(person, String.valueOf(request.getRemoteAddr()), means.secondFactor())
                    .ifPresent(previous -> session.setAttribute(PREVIOUS, new PreviousSignIn(previous)));
            recorded = true;
        } finally {
            if (!recorded) {
                session.invalidate();
            }
        }
        session.setAttribute(SIGNED_IN_AT, clock.instant());
        stepUp.begin(request, means);
        keeping.giveBack(request, person);
        linking.signedIn(request, person);
        // Who did not use the password has nothing to replace: it may never have been handed over.
        if (means.password() && administration.passwordDue(person.login())) {
            session.setAttribute(PASSWORD_DUE, true);
        }
    }

    /** Whoever begins another way of signing in leaves behind what waited for the one before. */
    void otherWay(HttpSession session) {
        linking.forget(session);
    }

    /** Lets this session alone go on after the person has replaced the password. */
    void carryOver(HttpServletRequest request, Person person) {
        request.getSession().removeAttribute(PASSWORD_DUE);
        sessions.carryOver(request, person);
    }

    /**
     * The sign-in before, as the session keeps it.
     *
     * @param at when
     * @param address from where
     */
    record PreviousSignIn(Instant at, String address) implements Serializable {
        PreviousSignIn(SignInRecord.Previous previous) {
            this(previous.at(), previous.address());
        }
    }
}
