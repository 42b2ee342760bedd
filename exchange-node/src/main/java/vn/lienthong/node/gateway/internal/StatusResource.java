package vn.lienthong.node.gateway.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.node.gateway.StatusDetail;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.NodeFacts;

/** {@code GET /api/v1/status}: what this node is and whether it works; a key shows more. */
@RestController
class StatusResource {
    private final NodeFacts facts;
    private final InstantSource clock;
    private final ObjectProvider<HealthEndpoint> health;
    private final List<StatusDetail> details;

    StatusResource(
            NodeFacts facts,
            InstantSource clock,
            ObjectProvider<HealthEndpoint> health,
            ObjectProvider<StatusDetail> details) {
        this.facts = facts;
        this.clock = clock;
        this.health = health;
        this.details = details.orderedStream().toList();
    }

    @GetMapping("/api/v1/status")
    Map<String, Object> status(@AuthenticationPrincipal @Nullable Object caller) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("name", facts.name());
        status.put("role", facts.role().name().toLowerCase(Locale.ROOT));
        status.put("version", facts.version());
        status.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        status.put("health", health());
        if (caller instanceof ApiCaller) {
            details.forEach(detail -> status.putAll(detail.members()));
        }
        return status;
    }

    private String health() {
        HealthEndpoint endpoint = health.getIfAvailable();
        return endpoint == null ? "UNKNOWN" : endpoint.health().getStatus().getCode();
    }
}
