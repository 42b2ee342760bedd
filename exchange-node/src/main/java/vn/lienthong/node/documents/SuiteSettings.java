package vn.lienthong.node.documents;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.core.document.Secrecy;

/**
 * Settings under {@code lienthong.suites}: which suites this installation uses for which level of secrecy, and from when until when.
 * Each is a text such as {@code LT-2}, {@code LT-N1 from 2027-01-01} or {@code LT-1 from 2026-01-01 until 2030-07-01}; days begin at
 * midnight in Vietnam. The first one in force is the one to send with; the others are taken from others.
 *
 * @param ordinary for documents without a mark
 * @param confidential for Mật
 * @param secret for Tối mật
 * @param topSecret for Tuyệt mật
 */
@ConfigurationProperties("lienthong.suites")
public record SuiteSettings(
        @DefaultValue({"LT-1", "LT-2", "LT-N1"}) List<String> ordinary,
        @DefaultValue({"LT-2", "LT-N1"}) List<String> confidential,
        @DefaultValue({"LT-2", "LT-N1"}) List<String> secret,
        @DefaultValue({"LT-2", "LT-N1"}) List<String> topSecret) {

    /** Copies the lists. */
    public SuiteSettings {
        ordinary = List.copyOf(ordinary);
        confidential = List.copyOf(confidential);
        secret = List.copyOf(secret);
        topSecret = List.copyOf(topSecret);
    }

    List<String> of(Secrecy level) {
        return switch (level) {
            case ORDINARY -> ordinary;
            case CONFIDENTIAL -> confidential;
            case SECRET -> secret;
            case TOP_SECRET -> topSecret;
        };
    }
}
