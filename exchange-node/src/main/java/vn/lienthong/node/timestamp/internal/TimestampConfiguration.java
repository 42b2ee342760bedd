package vn.lienthong.node.timestamp.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.certificate.TrustAnchor;
import vn.lienthong.crypto.timestamp.HttpTimestampTransport;
import vn.lienthong.crypto.timestamp.TimestampClient;
import vn.lienthong.crypto.timestamp.TimestampTransport;
import vn.lienthong.crypto.timestamp.TimestampTrust;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.TlsContexts;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.timestamp.LocalTimestampAuthority;
import vn.lienthong.node.timestamp.TimestampAnswer;
import vn.lienthong.node.timestamp.TimestampProperties;
import vn.lienthong.node.timestamp.TimestampSource;
import vn.lienthong.node.timestamp.TimestampVerification;

/** Chooses the timestamp authority: as set, else the own one, else that of the directory at which the node is enrolled. */
@Configuration(proxyBeanMethods = false)
class TimestampConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TimestampConfiguration.class);

    @Bean
    TimestampSource timestampSource(
            TimestampProperties properties,
            ObjectProvider<LocalTimestampAuthority> local,
            NodeKeyRenewal keys,
            Environment environment,
            InstantSource clock)
            throws IOException {
        X509Certificate exchange = keys.identity().authority();
        Optional<X509Certificate> foreign = issuers(properties).stream().findFirst();
        LocalTimestampAuthority own = local.getIfAvailable();
        if (properties.url() == null && own != null) {
            return source(own::answer, exchange, foreign, properties, clock, () -> {});
        }
        Optional<URI> url = Optional.ofNullable(properties.url())
                .or(() -> Optional.ofNullable(environment.getProperty("lienthong.directory.url", URI.class))
                        .map(directory -> directory.resolve("/tsa")));
        if (url.isEmpty()) {
            LOG.info("no timestamp authority is set: nothing is stamped");
            return _ -> CompletableFuture.completedFuture(new TimestampAnswer.Away("no authority is set"));
        }
        // An authority of somebody else has a web server certificate of somebody else.
        HttpTimestampTransport transport = properties.authorityFile() == null
                ? new HttpTimestampTransport(url.get(), properties.timeout(), TlsContexts.trusting(exchange))
                : new HttpTimestampTransport(url.get(), properties.timeout());
        return source(transport, exchange, foreign, properties, clock, transport::close);
    }

    private static TimestampSource source(
            TimestampTransport transport,
            X509Certificate exchange,
            Optional<X509Certificate> foreign,
            TimestampProperties properties,
            InstantSource clock,
            Runnable end) {
        TimestampTrust trust = TimestampTrust.anyPolicy(new TrustAnchor(foreign.orElse(exchange)));
        TimestampClient client = new TimestampClient(transport, trust, properties.tolerance(), clock);
        return new BoundedTimestampSource(client, properties.timeout(), foreign, end);
    }

    /** Believes whoever may have given the tokens that are kept here. */
    @Bean
    TimestampVerification timestampVerification(TimestampProperties properties, NodeKeyRenewal keys)
            throws IOException {
        return new KeptTokens(Stream.concat(
                        issuers(properties).stream(), Stream.of(keys.identity().authority()))
                .map(issuer -> TimestampTrust.anyPolicy(new TrustAnchor(issuer)))
                .toList());
    }

    private static List<X509Certificate> issuers(TimestampProperties properties) throws IOException {
        Path file = properties.authorityFile();
        if (file == null) {
            return List.of();
        }
        try {
            return Certificates.decodeChain(Files.readAllBytes(file));
        } catch (CertificateException e) {
            throw new StartRefusedException("the file " + file + " does not hold a certificate", e);
        }
    }
}
