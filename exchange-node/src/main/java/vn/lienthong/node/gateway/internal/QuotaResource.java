package vn.lienthong.node.gateway.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.node.gateway.ApiLimits;
import vn.lienthong.node.gateway.DailyVolume;
import vn.lienthong.node.gateway.OpenUploads;
import vn.lienthong.node.identity.ApiCaller;

/** {@code GET /api/v1/quota}: what the key and its agency may, and how much of it is used. */
@RestController
class QuotaResource {
    private final ApiLimits limits;
    private final RateLimits rates;
    private final DailyVolume volume;
    private final ObjectProvider<OpenUploads> uploads;

    QuotaResource(ApiLimits limits, RateLimits rates, DailyVolume volume, ObjectProvider<OpenUploads> uploads) {
        this.limits = limits;
        this.rates = rates;
        this.volume = volume;
        this.uploads = uploads;
    }

    /** The answer. */
    record Quota(
            String agency,
            String keyKind,
            Requests keyRequests,
            Requests agencyRequests,
            Share dayOctets,
            Share uploads) {}

    /** Requests: what refills in a second, what may come at once, what is left now. */
    record Requests(int perSecond, int atOnce, long left) {}

    /** Something that may be used up. */
    record Share(long most, long used) {}

    @GetMapping("/api/v1/quota")
    Quota quota(@AuthenticationPrincipal ApiCaller caller) {
        var left = rates.left(caller);
        long open = uploads.stream()
                .mapToLong(counting -> counting.open(caller.agency()))
                .sum();
        return new Quota(
                caller.agency().value(),
                caller.kind().name(),
                new Requests(limits.keyRate(), limits.keyBurst(), left.getOrDefault("key", 0L)),
                new Requests(limits.agencyRate(), limits.agencyBurst(), left.getOrDefault("agency", 0L)),
                new Share(limits.dayVolume().toBytes(), volume.used(caller.agency())),
                new Share(limits.openUploads(), open));
    }
}
