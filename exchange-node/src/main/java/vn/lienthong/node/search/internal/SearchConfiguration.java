package vn.lienthong.node.search.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;

/** Who may search: whoever reads documents, and then finds only what that person may see. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    static final String PATH = "/search";

    @Bean
    PageAccess searchAccess() {
        return rules -> rules.requestMatchers(PATH, PATH + "/**").hasAuthority(Permission.READ_DOCUMENTS.authority());
    }

    @Bean
    NavigationItem searchItem() {
        return new NavigationItem("search", PATH, "search.nav", 50, Permission.READ_DOCUMENTS);
    }
}
