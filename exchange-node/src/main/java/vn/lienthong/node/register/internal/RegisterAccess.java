package vn.lienthong.node.register.internal;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages of the books: clerks and leaders look, clerks keep; a leader may agree to open a book again. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class RegisterAccess {
    static final String SECTION = "registers";
    static final String PATH = "/registers";

    @Bean
    PageAccess registerPages() {
        return rules -> rules.requestMatchers(HttpMethod.POST, "/registers/*/reopen/decision")
                .hasAuthority(Permission.READ_REGISTERS.authority())
                .requestMatchers(HttpMethod.POST, "/registers/**")
                .hasAuthority(Permission.KEEP_REGISTERS.authority())
                .requestMatchers("/registers/**")
                .hasAuthority(Permission.READ_REGISTERS.authority());
    }

    @Bean
    NavigationItem registersItem() {
        return new NavigationItem(SECTION, PATH, "register.nav", 40, Permission.READ_REGISTERS);
    }

    /** A number in a path or a form; empty when it is none. */
    static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
