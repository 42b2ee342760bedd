package vn.lienthong.node.web.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Puts {@link OwnedForms} around what writes the tokens into forms. */
@Configuration(proxyBeanMethods = false)
class FormMarking {

    @Bean
    static BeanPostProcessor ownedForms(ObjectProvider<KeptFormSealing> sealing) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor tokens
                        ? new OwnedForms(tokens, sealing.getObject())
                        : bean;
            }
        };
    }
}
