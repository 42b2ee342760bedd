package vn.lienthong.node.keys.internal;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.keys.AgencyTokens;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.NodeIdentitySource;
import vn.lienthong.node.keys.PeerRegister;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.protection.LocalSecrets;

/** The keys of this installation; the same for both roles. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenProperties.class)
class KeysConfiguration {

    @Bean
    KeyVault keyVault(DataDirectory data, LocalSecrets secrets) throws IOException {
        return KeyVault.open(data, secrets);
    }

    @Bean
    HeldNodeKeys nodeKeys(NodeIdentitySource source, ApplicationEventPublisher news) throws IOException {
        return new HeldNodeKeys(source.obtain(), news::publishEvent);
    }

    @Bean
    AgencyTokens agencyTokens(TokenProperties properties) {
        return new AgencyTokens(properties.token(), properties.agencyKeys());
    }

    @Bean
    TokenWatch tokenWatch(AgencyTokens tokens, ApplicationEventPublisher news) {
        return new TokenWatch(tokens.token(), news::publishEvent);
    }

    @Bean
    Rounds tokenRounds(TokenWatch watch, TokenProperties properties) {
        return Rounds.of("token", properties.watch(), watch::look);
    }

    @Bean
    HeldAgencyKeys agencyKeys(KeyVault vault, AgencyTokens tokens, InstantSource clock, ApplicationEventPublisher news)
            throws IOException {
        return HeldAgencyKeys.load(vault, tokens, clock, news::publishEvent);
    }

    @Bean
    NodeTransport nodeTransport(HeldNodeKeys keys, PeerRegister register, InstantSource clock) {
        return new NodeTransport(keys, register, clock, Executors.newVirtualThreadPerTaskExecutor());
    }
}
