package vn.lienthong.node.audit.alert;

import java.util.UUID;

/**
 * A rule that an officer made.
 *
 * @param id names it
 * @param version grows with every change
 * @param terms what it watches
 */
public record SearchRule(UUID id, long version, RuleTerms terms) {}
