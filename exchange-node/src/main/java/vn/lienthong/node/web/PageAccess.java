package vn.lienthong.node.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Lets another module say who may open its pages; implemented as a bean. Pages nobody spoke for need a sign-in. */
public interface PageAccess {
    /**
     * Adds rules. They are asked before the general ones, so they must be about the module's own paths only.
     *
     * @param rules where to add
     */
    void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules);
}
