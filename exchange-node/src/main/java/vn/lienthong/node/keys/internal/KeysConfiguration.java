package vn.lienthong.node.keys.internal;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.NodeIdentitySource;
import vn.lienthong.node.keys.PeerRegister;
import vn.lienthong.node.platform.DataDirectory;

/** The keys of this installation; the same for both roles. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    KeyVault keyVault(DataDirectory data, SecureRandom random) throws IOException {
        return KeyVault.open(data, random);
    }

    @Bean
    HeldNodeKeys nodeKeys(NodeIdentitySource source, ApplicationEventPublisher news) throws IOException {
        return new HeldNodeKeys(source.obtain(), news::publishEvent);
    }

    @Bean
    HeldAgencyKeys agencyKeys(KeyVault vault, InstantSource clock, ApplicationEventPublisher news) throws IOException {
        return HeldAgencyKeys.load(vault, clock, news::publishEvent);
    }

    @Bean
    NodeTransport nodeTransport(HeldNodeKeys keys, PeerRegister register, InstantSource clock) {
        return new NodeTransport(keys, register, clock, Executors.newVirtualThreadPerTaskExecutor());
    }
}
