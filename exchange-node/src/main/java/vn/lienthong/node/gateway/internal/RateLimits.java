package vn.lienthong.node.gateway.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ApiLimits;
import vn.lienthong.node.gateway.CallBudget;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;

/** How many requests each key and each agency may send; every answer tells what is left. */
@Component
@EnableConfigurationProperties(ApiLimits.class)
class RateLimits implements CallBudget {
    private final TokenBuckets keys;
    private final TokenBuckets agencies;

    RateLimits(ApiLimits limits, InstantSource clock) {
        this.keys = new TokenBuckets(limits.keyRate(), limits.keyBurst(), clock);
        this.agencies = new TokenBuckets(limits.agencyRate(), limits.agencyBurst(), clock);
    }

    @Override
    public void pass(ApiCaller caller, HttpServletResponse response) {
        if (!keys.limited() && !agencies.limited()) {
            return;
        }
        TokenBuckets.Share key = keys.take(caller.key().value());
        TokenBuckets.Share agency = key.granted()
                ? agencies.take(caller.agency().value())
                : agencies.look(caller.agency().value());
        response.setHeader("RateLimit-Policy", policy("key", keys) + ", " + policy("agency", agencies));
        response.setHeader("RateLimit", share("key", key) + ", " + share("agency", agency));
        if (!key.granted() || !agency.granted()) {
            long wait = Math.max(1, Math.max(key.pause(), agency.pause()));
            throw ProblemException.with(ErrorCode.TOO_MANY_REQUESTS, Map.of("Retry-After", Long.toString(wait)));
        }
    }

    private static String policy(String name, TokenBuckets buckets) {
        int window = buckets.limited() ? Math.max(1, buckets.burst() / buckets.rate()) : 1;
        return "\"" + name + "\";q=" + buckets.burst() + ";w=" + window;
    }

    private static String share(String name, TokenBuckets.Share share) {
        return "\"" + name + "\";r=" + share.left() + ";t=" + share.pause();
    }

    /** What is left, as the quota shows it. */
    Map<String, Long> left(ApiCaller caller) {
        return Map.of(
                "key", keys.look(caller.key().value()).left(),
                "agency", agencies.look(caller.agency().value()).left());
    }
}
