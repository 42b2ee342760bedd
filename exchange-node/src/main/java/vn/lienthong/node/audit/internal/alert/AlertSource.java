package vn.lienthong.node.audit.internal.alert;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.audit.alert.SearchRule;

/**
 * What raises an alert.
 *
 * @param template its kind
 * @param rule name of the rule, when an officer made it
 * @param severity how much it matters
 * @param owner who is to take care, or null
 * @param name tells it from other sources
 */
record AlertSource(
        RuleTemplate template,
        @Nullable String rule,
        Severity severity,
        @Nullable String owner,
        String name) {

    static AlertSource of(RuleTemplate template) {
        return new AlertSource(template, null, template.severity(), null, template.name());
    }

    static AlertSource of(SearchRule rule) {
        RuleTemplate template = switch (rule.terms().kind()) {
            case MANY -> RuleTemplate.SAVED_SEARCH;
            case NONE, NOT_SHIPPED -> RuleTemplate.ABSENCE;
            case AGENCY_SILENT -> RuleTemplate.AGENCY_SILENT;
        };
        return new AlertSource(
                template,
                rule.terms().name(),
                rule.terms().severity(),
                rule.terms().owner(),
                "rule " + rule.id());
    }

    /** Names source, subject and level without showing the subject: what is secret never adds to an alert that others see. */
    Sha256 key(String about, Secrecy level) {
        String secret = level.isStateSecret() ? "\n" + level : "";
        return Sha256.of((name + "\n" + about + secret).getBytes(StandardCharsets.UTF_8));
    }
}
