package vn.lienthong.node.platform.internal;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.platform.PlatformProperties;
import vn.lienthong.node.platform.StartRefusedException;

/** Collects what is known about this installation. */
@Configuration(proxyBeanMethods = false)
class NodeFactsConfiguration {
    @Bean
    NodeFacts nodeFacts(PlatformProperties platform, @Value("${lienthong.name:}") String name) {
        if (platform.sandbox() && !platform.training()) {
            throw new StartRefusedException(
                    "a sandbox is an installation where nothing is real: start it with --sandbox, in a place of its"
                            + " own");
        }
        String version = Optional.ofNullable(NodeFacts.class.getPackage().getImplementationVersion())
                .orElse("dev");
        return new NodeFacts(
                name.isBlank() ? "Nút chưa đặt tên" : name.strip(),
                platform.role(),
                platform.training(),
                platform.sandbox(),
                version);
    }
}
