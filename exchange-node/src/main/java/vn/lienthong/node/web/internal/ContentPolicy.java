package vn.lienthong.node.web.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.IdentityProviders;

/** What pages may load and where their forms may lead: nowhere but here, and by signing out to the identity providers of the settings. */
@Component
class ContentPolicy {
    private final List<String> origins;

    ContentPolicy(IdentityProviders providers) {
        this.origins = providers.origins();
    }

    String directives() {
        String forms = Stream.concat(Stream.of("'self'"), origins.stream()).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src 'self'; form-action " + forms + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
