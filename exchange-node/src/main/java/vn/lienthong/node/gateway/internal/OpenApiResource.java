package vn.lienthong.node.gateway.internal;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /openapi.yaml}: the description of this interface for programs. */
@RestController
class OpenApiResource {
    private static final MediaType OPENAPI = MediaType.parseMediaType("application/yaml;charset=UTF-8");
    private static final Duration KEPT = Duration.ofHours(1);

    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> document() {
        return ResponseEntity.ok()
                .contentType(OPENAPI)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(new ClassPathResource("openapi.yaml"));
    }
}
