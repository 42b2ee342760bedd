package vn.lienthong.node.register.internal;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** Joins the books with the directory. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    AgencyLookup registerAgencies(DirectoryView directory, InstantSource clock) {
        return code -> directory.current().agency(code, clock.instant()).map(AgencyEntry::agency);
    }
}
