package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Passkeys.Site;

/**
 * The name under which people reach this node. Passkeys and identity providers are bound to it, so it is a setting:
 * {@code lienthong.passkey.domain}, else the host of {@code lienthong.notification.address}. Without it, and for requests under other
 * names, neither is offered.
 */
@Component
class PublicAddress {
    private static final int USUAL_PORT = 443;

    private final String domain;

    PublicAddress(
            @Value("${lienthong.passkey.domain:}") String domain,
            @Value("${lienthong.notification.address:}") String address) {
        this.domain = (domain.isBlank() ? host(address) : domain).strip().toLowerCase(Locale.ROOT);
    }

    private static String host(String address) {
        return address.isBlank()
                ? ""
                : Optional.ofNullable(URI.create(address.strip()).getHost()).orElse("");
    }

    /** The domain and the origin of a request that came under the right name; the port is whichever the browser used. */
    Optional<Site> site(HttpServletRequest request) {
        String asked = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        if (domain.isEmpty() || !asked.equals(domain)) {
            return Optional.empty();
        }
        int port = request.getServerPort();
        return Optional.of(new Site(domain, "https://" + domain + (port == USUAL_PORT ? "" : ":" + port)));
    }
}
