package vn.lienthong.node.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URL;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Signs tokens as an honest provider does, or as an attacker would like to. */
public final class TokenSigner implements JwtEncoder {
    /** How identity tokens are signed. */
    public enum Way {
        /** With the published key. */
        HONEST,
        /** With nothing: {@code alg} is {@code none}. */
        NOT,
        /** With a key that is not published, under the name of the one that is. */
        ANOTHER_KEY,
        /** With the public key taken for a shared secret. */
        PUBLIC_KEY_AS_SECRET,
        /** With the published key, but changed afterwards. */
        CHANGED
    }

    private final RSAKey key = fresh("key-" + System.nanoTime());
    private final RSAKey stranger = fresh(key.getKeyID());
    private final IdProvider.Tampering tampering;

    TokenSigner(IdProvider.Tampering tampering) {
        this.tampering = tampering;
    }

    private static RSAKey fresh(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** What is published. */
    public JWKSet published() {
        return new JWKSet(key.toPublicJWK());
    }

    @Override
    public Jwt encode(JwtEncoderParameters parameters) {
        Map<String, Object> claims = new LinkedHashMap<>(parameters.getClaims().getClaims());
        boolean identity = claims.containsKey("nonce");
        if (identity) {
            claims.put("iat", tampering.now());
            claims.put("exp", tampering.now().plusSeconds(300));
        }
        Map<String, Object> given = identity ? tampering.claims().apply(claims) : claims;
        String token = signed(given, identity ? tampering.way() : Way.HONEST);
        Instant from = tampering.now();
        return new Jwt(token, from, from.plusSeconds(300), Map.of("alg", "RS256"), claims);
    }

    /** A token that is asked for by nobody. */
    String signed(Map<String, Object> claims, Way way) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach((name, value) -> set.claim(name, plain(value)));
        try {
            return switch (way) {
                case HONEST -> signed(set.build(), JWSAlgorithm.RS256, new RSASSASigner(key));
                case NOT -> new PlainJWT(set.build()).serialize();
                case ANOTHER_KEY -> signed(set.build(), JWSAlgorithm.RS256, new RSASSASigner(stranger));
                case PUBLIC_KEY_AS_SECRET ->
                    signed(
                            set.build(),
                            JWSAlgorithm.HS256,
                            new MACSigner(key.toRSAPublicKey().getEncoded()));
                case CHANGED -> changed(set);
            };
        } catch (JOSEException | ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Instant at -> Date.from(at);
            case URL url -> url.toString();
            default -> value;
        };
    }

    private String changed(JWTClaimsSet.Builder set) throws JOSEException, ParseException {
        String honest = signed(set.build(), JWSAlgorithm.RS256, new RSASSASigner(key));
        SignedJWT other = new SignedJWT(
                SignedJWT.parse(honest).getHeader(),
                set.subject("somebody-else").build());
        String[] parts = honest.split("\\.", -1);
        return parts[0] + "." + other.getPayload().toBase64URL() + "." + parts[2];
    }

    private String signed(JWTClaimsSet set, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), set);
        token.sign(signer);
        return token.serialize();
    }
}
