package vn.lienthong.node.gateway.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.listener.ListenerPorts;

/** {@code GET /.well-known/oauth-authorization-server}: where tokens are had and how (RFC 8414). */
@RestController
class TokenMetadata {
    private final ListenerPorts ports;

    TokenMetadata(ListenerPorts ports) {
        this.ports = ports;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    ResponseEntity<Map<String, Object>> metadata(HttpServletRequest request) {
        String issuer = "https://" + request.getServerName() + ":" + request.getServerPort();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer);
        metadata.put("token_endpoint", issuer + "/oauth2/token");
        metadata.put("grant_types_supported", List.of("client_credentials"));
        metadata.put("response_types_supported", List.of());
        metadata.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post", "self_signed_tls_client_auth"));
        metadata.put(
                "scopes_supported",
                Arrays.stream(ApiScope.values()).map(TokenResource::name).toList());
        metadata.put("service_documentation", issuer + "/openapi.yaml");
        OptionalInt program = ports.program();
        metadata.put("tls_client_certificate_bound_access_tokens", program.isPresent());
        if (program.isPresent()) {
            String other = "https://" + request.getServerName() + ":" + program.getAsInt();
            metadata.put("mtls_endpoint_aliases", Map.of("token_endpoint", other + "/oauth2/token"));
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(metadata);
    }
}
