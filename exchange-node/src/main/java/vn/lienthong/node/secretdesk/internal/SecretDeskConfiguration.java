package vn.lienthong.node.secretdesk.internal;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PersonalNavigation;

/** The entry in the navigation, for those alone for whom the area exists. */
@Configuration(proxyBeanMethods = false)
@InNodeRole
class SecretDeskConfiguration {

    @Bean
    PersonalNavigation secretItem(SecretVisibility visibility) {
        NavigationItem item =
                new NavigationItem("secret", SecretDoor.PATH, "secret.nav", 70, Permission.HANDLE_SECRETS);
        return person -> visibility.of(person).isEmpty() ? Optional.empty() : Optional.of(item);
    }
}
