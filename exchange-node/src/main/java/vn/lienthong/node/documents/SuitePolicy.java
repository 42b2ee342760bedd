package vn.lienthong.node.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteDecision;
import vn.lienthong.crypto.suite.SuiteDecision.Reason;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.crypto.suite.UsePeriod;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * Which suites this installation uses for which level of secrecy, and when. It narrows what the protocol's registry allows and can
 * never widen it: settings that try are refused at the start.
 *
 * <p>Guarantees: {@link #sealing} answers with one suite; there is no second choice for recipients who have no key of it.
 */
public final class SuitePolicy {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Pattern RULE = Pattern.compile(
            "([A-Z][A-Z0-9-]{0,15})(?: from (\\d{4}-\\d{2}-\\d{2}))?(?: until (\\d{4}-\\d{2}-\\d{2}))?");

    private final SuiteRegistry registry;
    private final Map<Secrecy, List<Rule>> rules = new EnumMap<>(Secrecy.class);

    private record Rule(SuiteId suite, UsePeriod period) {}

    /**
     * Reads the settings.
     *
     * @throws StartRefusedException if they name a suite that is not known or not made for the level, or leave a level without any
     */
    public SuitePolicy(SuiteRegistry registry, SuiteSettings settings) {
        this.registry = registry;
        for (Secrecy level : Secrecy.values()) {
            List<Rule> read = new ArrayList<>();
            for (String text : settings.of(level)) {
                read.add(rule(level, text.strip()));
            }
            if (read.isEmpty()) {
                throw new StartRefusedException(name(level) + " leaves nothing to send with");
            }
            rules.put(level, List.copyOf(read));
        }
    }

    private Rule rule(Secrecy level, String text) {
        Matcher matcher = RULE.matcher(text);
        if (!matcher.matches()) {
            throw new StartRefusedException(name(level) + " holds \"" + text
                    + "\"; a suite is written as LT-2, LT-2 from 2027-01-01 or LT-2 until 2030-01-01");
        }
        SuiteId id = new SuiteId(matcher.group(1));
        Suite suite = registry.find(id)
                .orElseThrow(() -> new StartRefusedException(name(level) + " names the unknown suite " + id));
        UsePeriod allowed = suite.uses().get(protection(level));
        if (allowed == null) {
            throw new StartRefusedException(name(level) + " names " + id + ", which is not made for this level");
        }
        return new Rule(id, period(level, allowed, matcher.group(2), matcher.group(3)));
    }

    private static UsePeriod period(Secrecy level, UsePeriod allowed, @Nullable String from, @Nullable String until) {
        try {
            Instant notBefore = from == null ? allowed.notBefore() : later(allowed.notBefore(), day(from));
            Instant notAfter = until == null ? allowed.notAfter() : earlier(allowed.notAfter(), day(until));
            return new UsePeriod(notBefore, notAfter);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new StartRefusedException(name(level) + " holds a period that is no day or has no day in it", e);
        }
    }

    private static Instant day(String text) {
        return LocalDate.parse(text).atStartOfDay(VIETNAM).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String name(Secrecy level) {
        return "lienthong.suites."
                + switch (level) {
                    case ORDINARY -> "ordinary";
                    case CONFIDENTIAL -> "confidential";
                    case SECRET -> "secret";
                    case TOP_SECRET -> "top-secret";
                };
    }

    /** The regime of a level. */
    public static Protection protection(Secrecy level) {
        return level.isStateSecret() ? Protection.SECRET : Protection.ORDINARY;
    }

    /** Decides whether a document of that level may travel in that suite now. */
    public SuiteDecision accept(SuiteId id, Secrecy level, Instant at) {
        Optional<Suite> suite = registry.find(id);
        if (suite.isEmpty()) {
            return new SuiteDecision.Refused(id, Reason.UNKNOWN);
        }
        Optional<UsePeriod> period = rules.getOrDefault(level, List.of()).stream()
                .filter(rule -> rule.suite().equals(id))
                .map(Rule::period)
                .findFirst();
        if (period.isEmpty()) {
            return new SuiteDecision.Refused(id, Reason.NOT_FOR_THIS_PROTECTION);
        }
        if (period.get().contains(at)) {
            return new SuiteDecision.Accepted(suite.get());
        }
        return new SuiteDecision.Refused(id, at.isBefore(period.get().notBefore()) ? Reason.NOT_YET : Reason.NO_LONGER);
    }

    /** Decides about a parcel whose level is not known before it is opened: whether any level allows the suite now. */
    public SuiteDecision acceptUnopened(SuiteId id, Instant at) {
        SuiteDecision decision = accept(id, Secrecy.ORDINARY, at);
        for (Secrecy level : Secrecy.values()) {
            if (accept(id, level, at) instanceof SuiteDecision.Accepted accepted) {
                decision = accepted;
            }
        }
        return decision;
    }

    /** The suite of that name, to open what was taken under it before: whatever levels and times the settings allow it for now. */
    public Optional<Suite> known(SuiteId id) {
        return registry.find(id);
    }

    /** The suite to send a document of that level with: the first of the settings that is in force; empty when none is. */
    public Optional<Suite> sealing(Secrecy level, Instant at) {
        return rules.getOrDefault(level, List.of()).stream()
                .filter(rule -> rule.period().contains(at))
                .findFirst()
                .flatMap(rule -> registry.find(rule.suite()));
    }
}
