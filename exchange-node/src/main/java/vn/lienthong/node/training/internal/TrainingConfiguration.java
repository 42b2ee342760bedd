package vn.lienthong.node.training.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InTraining;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages. */
@InTraining
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

    @Bean
    PageAccess trainingAccess() {
        return rules ->
                rules.requestMatchers("/training", "/training/**").hasAuthority(Permission.READ_DOCUMENTS.authority());
    }
}
