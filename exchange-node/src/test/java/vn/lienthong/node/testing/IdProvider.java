package vn.lienthong.node.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/** A real identity provider (Spring Authorization Server) over TLS as {@code localhost}, whose tokens a test may spoil. */
public final class IdProvider implements AutoCloseable {
    /** Who has an account there. */
    public static final String USER = "an.nguyen";

    public static final String PASSWORD = "muoi hai ben nuoc";

    public static final String CLIENT = "lien-thong";
    public static final String SECRET = "bi-mat:cua+may%";

    private final Path directory = fresh();
    private final int port = freePort();
    private final KeyStore keys = SelfSigned.fresh();
    private final Tampering tampering = new Tampering();
    private final AtomicReference<Optional<AnnotationConfigServletWebServerApplicationContext>> running =
            new AtomicReference<>(Optional.empty());

    /** What is done to tokens before they are handed out. */
    public static final class Tampering {
        private final AtomicReference<UnaryOperator<Map<String, Object>>> claims =
                new AtomicReference<>(UnaryOperator.identity());
        private final AtomicReference<InstantSource> clock = new AtomicReference<>(InstantSource.system());
        private final AtomicReference<TokenSigner.Way> way = new AtomicReference<>(TokenSigner.Way.HONEST);

        UnaryOperator<Map<String, Object>> claims() {
            return claims.get();
        }

        Instant now() {
            return clock.get().instant();
        }

        TokenSigner.Way way() {
            return way.get();
        }
    }

    /** Changes the claims of identity tokens from now on. */
    public void claims(UnaryOperator<Map<String, Object>> change) {
        tampering.claims.set(change);
    }

    /** Tells the time by another clock. */
    public void clock(InstantSource source) {
        tampering.clock.set(source);
    }

    /** Signs identity tokens in another way from now on. */
    public void sign(TokenSigner.Way way) {
        tampering.way.set(way);
    }

    /**
     * What the settings need.
     *
     * @param issuer its name in tokens
     * @param node origin of the node that people come from
     */
    record Facts(String issuer, String node) {}

    /** Begins to answer, for a node at this origin; with new keys if it did before. */
    public void start(String node) {
        AnnotationConfigServletWebServerApplicationContext context =
                new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(Tampering.class, () -> tampering);
        context.registerBean(TomcatServletWebServerFactory.class, this::server);
        context.registerBean(TokenSigner.class, () -> new TokenSigner(tampering));
        context.registerBean(Facts.class, () -> new Facts(issuer(), node));
        context.register(IdProviderSettings.class);
        context.refresh();
        running.set(Optional.of(context));
    }

    /** A token with these claims, as the provider would send one by itself. */
    public String token(Map<String, Object> claims, TokenSigner.Way way) {
        return running.get().orElseThrow().getBean(TokenSigner.class).signed(claims, way);
    }

    private TomcatServletWebServerFactory server() {
        Ssl ssl = new Ssl();
        ssl.setKeyStore(store().toUri().toString());
        ssl.setKeyStorePassword(SelfSigned.PASSWORD);
        ssl.setKeyStoreType("PKCS12");
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setSsl(ssl);
        // Without any servlet no filter is asked.
        factory.setRegisterDefaultServlet(true);
        return factory;
    }

    private Path store() {
        Path file = directory.resolve("keys.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, SelfSigned.PASSWORD.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Stops answering. */
    @Override
    public void close() {
        running.getAndSet(Optional.empty()).ifPresent(AnnotationConfigServletWebServerApplicationContext::close);
    }

    /** Its name in tokens. */
    public String issuer() {
        return "https://localhost:" + port;
    }

    /** The certificate to trust, PEM. */
    public Path authority() {
        try {
            byte[] octets = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
            return Files.writeString(
                    directory.resolve("authority.pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                    .encodeToString(octets)
                            + "\n-----END CERTIFICATE-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Path fresh() {
        try {
            return TestDirectories.fresh("id-provider");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
