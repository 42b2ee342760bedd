package vn.lienthong.node.gateway;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code lienthong.api}: how much programs may ask of this node.
 *
 * @param keyRate requests a second that one key may go on with; 0 for no limit
 * @param keyBurst requests that one key may send at once
 * @param agencyRate requests a second for all keys of an agency together; 0 for no limit
 * @param agencyBurst requests that they may send at once
 * @param dayVolume what an agency may hand in within a day (UTC)
 * @param openUploads uploads that an agency may have begun and not sent
 */
@ConfigurationProperties("lienthong.api")
public record ApiLimits(
        @DefaultValue("200") int keyRate,
        @DefaultValue("2000") int keyBurst,
        @DefaultValue("400") int agencyRate,
        @DefaultValue("4000") int agencyBurst,
        @DefaultValue("200GB") DataSize dayVolume,
        @DefaultValue("100") int openUploads) {}
