package vn.lienthong.node.keys.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.PeerIdentity;
import vn.lienthong.node.keys.PeerRegister;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.keys.TlsContexts;
import vn.lienthong.node.listener.ClaimedCertificates;
import vn.lienthong.node.listener.TransportIdentity;

/** TLS in both directions, with the node's keys of the moment and the directory's word of the moment. */
final class NodeTransport implements TransportIdentity, PeerTransport, PeerIdentity {

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final NodeKeyRenewal keys;
    private final PeerRegister register;
    private final InstantSource clock;
    private final Executor executor;
    private final AtomicReference<Generation> generation;

    NodeTransport(NodeKeyRenewal keys, PeerRegister register, InstantSource clock, Executor executor) {
        this.keys = keys;
        this.register = register;
        this.clock = clock;
        this.executor = executor;
        this.generation = new AtomicReference<>(new Generation(keys.identity()));
    }

    @Override
    public SSLContext exchangeServer() {
        return current().any;
    }

    @Override
    public SSLContext exchangeClient() {
        return current().any;
    }

    @Override
    public SSLContext web() {
        return current().web;
    }

    @Override
    public SSLContext program() {
        return current().program;
    }

    @Override
    public Optional<NodeId> of(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? current().trust.holder(chain[0])
                : Optional.empty();
    }

    @Override
    public Optional<Peer> to(NodeId node) {
        return register.addressOf(node)
                .map(address -> new Peer(node, address, current().client(node)));
    }

    /** Everything that was made of one identity; a renewal starts a new one. */
    private Generation current() {
        NodeIdentity identity = keys.identity();
        Generation known = generation.get();
        if (known.identity.equals(identity)) {
            return known;
        }
        Generation fresh = new Generation(identity);
        if (generation.compareAndSet(known, fresh)) {
            known.retire();
            return fresh;
        }
        return generation.get();
    }

    private final class Generation {

        private final NodeIdentity identity;
        private final PeerTrust trust;
        private final SSLContext any;
        private final SSLContext web;
        private final SSLContext program;
        private final Map<NodeId, HttpClient> clients = new ConcurrentHashMap<>();

        Generation(NodeIdentity identity) {
            this.identity = identity;
            this.trust = new PeerTrust(identity.authority(), register, clock, node -> true);
            this.any = TlsContexts.of(identity.tls(), trust);
            this.web = TlsContexts.of(identity.tls());
            this.program = TlsContexts.of(identity.tls(), new ClaimedCertificates());
        }

        HttpClient client(NodeId node) {
            return clients.computeIfAbsent(node, this::connect);
        }

        private HttpClient connect(NodeId node) {
            PeerTrust pinned = new PeerTrust(identity.authority(), register, clock, node::equals);
            SSLParameters parameters = new SSLParameters();
            parameters.setProtocols(new String[] {"TLSv1.3"});
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(TlsContexts.of(identity.tls(), pinned))
                    .sslParameters(parameters)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(executor)
                    .build();
        }

        /** Lets running requests end; nothing new is sent with the old certificate. */
        void retire() {
            clients.values().forEach(HttpClient::shutdown);
        }
    }
}
