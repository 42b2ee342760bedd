package vn.lienthong.node.listing.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages of exports. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class ListingAccess {

    @Bean
    PageAccess listingPages() {
        return rules ->
                rules.requestMatchers("/listings", "/listings/**").hasAuthority(Permission.READ_DOCUMENTS.authority());
    }
}
