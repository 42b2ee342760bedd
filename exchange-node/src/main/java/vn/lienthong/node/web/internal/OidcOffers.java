package vn.lienthong.node.web.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.IdentityProviders;
import vn.lienthong.node.identity.IdentityProviders.Link;
import vn.lienthong.node.identity.IdentityProviders.Offer;
import vn.lienthong.node.identity.LoginName;

/** The identity providers, for templates. */
@Component("oidcOffers")
public class OidcOffers {
    private final IdentityProviders providers;

    OidcOffers(IdentityProviders providers) {
        this.providers = providers;
    }

    /** Those that are set up. */
    public List<Offer> all() {
        return providers.all();
    }

    /** The links of an account. */
    public List<Link> links(LoginName login) {
        return providers.links(login);
    }
}
