package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SessionKeeping;

/** Signs out here first, whatever becomes of it, then of the identity provider that vouched. */
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {
    private static final String PAGE = "/sign-in?out";
    private static final String FAREWELL = "vn.lienthong.farewell";

    private final AccountEvents events;
    private final SessionKeeping sessions;
    private final ProviderLinking linking;
    private final PublicAddress address;

    SignOut(AccountEvents events, SessionKeeping sessions, ProviderLinking linking, PublicAddress address) {
        this.events = events;
        this.sessions = sessions;
        this.linking = linking;
        this.address = address;
    }

    @Override
    public void logout(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Authentication session) {
        if (session != null && session.getPrincipal() instanceof Person person) {
            sessions.over(request);
            events.tell(new AccountEvent.SignedOut(person.login(), String.valueOf(request.getRemoteAddr())));
            address.site(request)
                    .flatMap(site -> linking.farewell(request, site.origin() + PAGE))
                    .ifPresent(there -> request.setAttribute(FAREWELL, there));
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session)
            throws IOException {
        response.sendRedirect(request.getAttribute(FAREWELL) instanceof String there ? there : PAGE);
    }
}
