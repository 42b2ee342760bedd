package vn.lienthong.node.web.internal;

import java.util.Set;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.lienthong.node.identity.SessionLimits;

/** The session cookie and compression; apart from how long a session lasts not settings, because weaker ones would be wrong everywhere. */
@Component
class ServerSettings implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
    /** The prefix makes browsers refuse the cookie without TLS, for other paths and from sub-domains. */
    static final String SESSION_COOKIE = "__Host-lienthong";

    private static final String[] COMPRESSED = {
        "text/html", "text/css", "text/javascript", "application/javascript", "text/plain", "image/svg+xml"
    };

    private final SessionLimits limits;

    ServerSettings(SessionLimits limits) {
        this.limits = limits;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        factory.setSession(session());
        Compression compression = new Compression();
        compression.setEnabled(true);
        compression.setMimeTypes(COMPRESSED);
        compression.setMinResponseSize(DataSize.ofKilobytes(1));
        factory.setCompression(compression);
    }

    private Session session() {
        Session session = new Session();
        session.setTimeout(limits.idle());
        session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
        Cookie cookie = session.getCookie();
        cookie.setName(SESSION_COOKIE);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setSameSite(Cookie.SameSite.LAX);
        return session;
    }
}
