package vn.lienthong.node.soap.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.audit.KeyAddresses;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyCheck;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.CallOrigin;
import vn.lienthong.node.identity.CertificateDigest;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.wire.Envelope;

/**
 * Finds out who calls: by a key in the header of HTTP or in a UsernameToken, by an X.509 signature over the message, or by the
 * client certificate of the connection. Who shows several must show them for one and the same key.
 */
@InNodeRole
@Component
public class SoapCallers {

    private static final String BEARER = "bearer ";

    private final ApiKeys keys;
    private final Refusals refusals;
    private final KeyAddresses addresses;
    private final InstantSource clock;

    SoapCallers(ApiKeys keys, Refusals refusals, KeyAddresses addresses, InstantSource clock) {
        this.keys = keys;
        this.refusals = refusals;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * Who calls.
     *
     * @param caller the key that was shown, and for whom it stands
     * @param signed whether the message bears a sound signature
     */
    public record Identified(ApiCaller caller, boolean signed) {}

    /**
     * Judges what a message shows.
     *
     * @throws ProblemException when it shows nothing, or something that opens nothing; reported before
     */
    public Identified identify(HttpServletRequest request, Envelope envelope) {
        CallOrigin origin = CallOrigin.of(request);
        Optional<X509Certificate> signer = BodySignature.verify(envelope, clock.instant());
        Optional<ApiCaller> signing = signer.map(certificate ->
                accepted(keys.byCertificate(CertificateDigest.of(certificate), origin.address()), request));
        CallOrigin proven = signer.map(
                        certificate -> new CallOrigin(origin.address(), CertificateDigest.of(certificate)))
                .orElse(origin);
        Optional<ApiCaller> showing = presented(request, envelope)
                .map(shown -> accepted(named(keys.check(shown.key(), proven), shown), request));
        ApiCaller caller = signing.or(() -> showing).orElseGet(() -> connected(request, origin));
        if (showing.isPresent() && !showing.get().key().equals(caller.key())) {
            throw refused(request, Reason.KEY_CERTIFICATE, ErrorCode.NOT_AUTHENTICATED, caller.key());
        }
        addresses.used(caller.key().value(), origin.address());
        return new Identified(caller, signer.isPresent());
    }

    private static Optional<SecurityHeader.NamedKey> presented(HttpServletRequest request, Envelope envelope) {
        Optional<String> bearer = Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
        return bearer.map(key -> new SecurityHeader.NamedKey("", key))
                .or(() -> SecurityHeader.of(envelope).flatMap(SecurityHeader::named));
    }

    /** A token of WS-Security must go under the name of its key. */
    private static ApiKeyCheck named(ApiKeyCheck check, SecurityHeader.NamedKey shown) {
        boolean fits = shown.name().isEmpty()
                || !(check instanceof ApiKeyCheck.Accepted(ApiCaller caller))
                || caller.key().value().equals(shown.name());
        return fits ? check : new ApiKeyCheck.Unknown();
    }

    private ApiCaller connected(HttpServletRequest request, CallOrigin origin) {
        CertificateDigest certificate = origin.certificate();
        if (certificate == null) {
            refusals.report(request, Reason.KEY_MISSING);
            throw new ProblemException(ErrorCode.NOT_AUTHENTICATED);
        }
        return accepted(keys.byCertificate(certificate, origin.address()), request);
    }

    private ApiCaller accepted(ApiKeyCheck check, HttpServletRequest request) {
        return switch (check) {
            case ApiKeyCheck.Accepted(ApiCaller caller) -> caller;
            case ApiKeyCheck.Unknown() -> {
                refusals.report(request, Reason.KEY_UNKNOWN, "anonymous");
                throw new ProblemException(ErrorCode.NOT_AUTHENTICATED);
            }
            case ApiKeyCheck.Revoked(ApiKeyId key) ->
                throw refused(request, Reason.KEY_REVOKED, ErrorCode.NOT_AUTHENTICATED, key);
            case ApiKeyCheck.Expired(ApiKeyId key) ->
                throw refused(request, Reason.KEY_EXPIRED, ErrorCode.CREDENTIALS_EXPIRED, key);
            case ApiKeyCheck.Elsewhere(ApiKeyId key) ->
                throw refused(request, Reason.KEY_ELSEWHERE, ErrorCode.NOT_AUTHENTICATED, key);
            case ApiKeyCheck.OtherCertificate(ApiKeyId key) ->
                throw refused(request, Reason.KEY_CERTIFICATE, ErrorCode.NOT_AUTHENTICATED, key);
        };
    }

    private ProblemException refused(HttpServletRequest request, Reason reason, ErrorCode code, ApiKeyId key) {
        refusals.report(request, reason, "key:" + key.value());
        return new ProblemException(code);
    }
}
