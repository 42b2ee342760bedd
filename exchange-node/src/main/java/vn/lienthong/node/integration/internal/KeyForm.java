package vn.lienthong.node.integration.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.AllowedNetwork;
import vn.lienthong.node.identity.ApiKeyBounds;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.CertificateDigest;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.FormFaults;

/** What administrators type about a new key, checked. */
@InNodeRole
@Component
class KeyForm {

    static final List<ApiScope> SCOPES = List.of(ApiScope.SUBMIT, ApiScope.RECEIVE, ApiScope.TRACK);
    static final List<Choice> KINDS = List.of(
            Choice.of("TEST", "integration.kind.test"),
            Choice.of("TEAM", "integration.kind.team"),
            Choice.of("LIVE", "integration.kind.live"));
    static final List<Choice> LIVES = List.of(
            Choice.of("90", "integration.life.90"),
            Choice.of("365", "integration.life.365"),
            Choice.of("30", "integration.life.30"),
            Choice.of("730", "integration.life.730"));
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_LABEL = 100;

    private final HostedAgencies hosted;
    private final InstantSource clock;

    KeyForm(HostedAgencies hosted, InstantSource clock) {
        this.hosted = hosted;
        this.clock = clock;
    }

    /**
     * As typed.
     *
     * @param agency its code
     * @param label what the key is for
     * @param kind how far documents may go
     * @param scopes ticked
     * @param life in days
     * @param networks with commas, blanks or lines between them
     * @param certificate SHA-256 of the client certificate, with or without colons
     */
    record Typed(
            @Nullable String agency,
            @Nullable String label,
            @Nullable String kind,
            @Nullable List<String> scopes,
            @Nullable String life,
            @Nullable String networks,
            @Nullable String certificate) {

        static Typed empty(String agency) {
            return new Typed(agency, "", "TEST", List.of("SUBMIT", "RECEIVE", "TRACK"), "365", "", "");
        }

        /** Whether a scope is ticked. */
        public boolean has(ApiScope scope) {
            return scopes != null && scopes.contains(scope.name());
        }
    }

    /** The agencies for which a key can be issued; with an entry for all where that is wanted. */
    List<Choice> agencies(boolean all) {
        List<Choice> choices = new ArrayList<>();
        if (all) {
            choices.add(Choice.of("", "integration.agency.all"));
        }
        hosted.all()
                .forEach(one -> choices.add(
                        Choice.literal(one.code().value(), one.code().value() + " – " + one.name())));
        return choices;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The key that is meant; empty when something is wrong, which is then noted. */
    Optional<NewApiKey> read(Typed typed, FormFaults faults) {
        Optional<HostedAgencies.Hosted> agency = hosted.find(text(typed.agency()));
        if (agency.isEmpty()) {
            faults.add("agency", "integration.fault.agency");
        }
        String label = label(typed, faults);
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        SCOPES.stream().filter(typed::has).forEach(scopes::add);
        if (scopes.isEmpty()) {
            faults.add("scopes", "integration.fault.scopes");
        }
        Optional<ApiKeyKind> kind = chosen("kind", KINDS, typed.kind(), faults).map(ApiKeyKind::valueOf);
        Optional<Duration> life =
                chosen("life", LIVES, typed.life(), faults).map(Long::parseLong).map(Duration::ofDays);
        List<AllowedNetwork> networks = networks(text(typed.networks()), faults);
        CertificateDigest certificate = certificate(text(typed.certificate()), faults);
        if (faults.any()) {
            return Optional.empty();
        }
        return Optional.of(new NewApiKey(
                agency.orElseThrow().code(),
                label,
                scopes,
                clock.instant().plus(life.orElseThrow()),
                new ApiKeyBounds(kind.orElseThrow(), networks, certificate)));
    }

    private static String label(Typed typed, FormFaults faults) {
        String label = text(typed.label());
        if (label.isEmpty() || label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            faults.add("label", "integration.fault.label", LONGEST_LABEL);
        }
        return label;
    }

    private static Optional<String> chosen(
            String field, List<Choice> choices, @Nullable String value, FormFaults faults) {
        Optional<String> chosen = choices.stream()
                .map(Choice::value)
                .filter(one -> one.equals(value))
                .findFirst();
        if (chosen.isEmpty()) {
            faults.add(field, "integration.fault." + field);
        }
        return chosen;
    }

    private static List<AllowedNetwork> networks(String typed, FormFaults faults) {
        List<AllowedNetwork> networks = new ArrayList<>();
        for (String one : typed.split("[\\s,;]+", ApiKeyBounds.MOST_NETWORKS + 2)) {
            Optional<AllowedNetwork> network = AllowedNetwork.parse(one);
            network.ifPresent(networks::add);
            if (!one.isEmpty() && network.isEmpty() && faults.of("networks") == null) {
                faults.add("networks", "integration.fault.network");
            }
        }
        if (networks.size() > ApiKeyBounds.MOST_NETWORKS && faults.of("networks") == null) {
            faults.add("networks", "integration.fault.networks", ApiKeyBounds.MOST_NETWORKS);
        }
        return networks;
    }

    private static @Nullable CertificateDigest certificate(String typed, FormFaults faults) {
        String digits = typed.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (digits.isEmpty()) {
            return null;
        }
        if (!DIGEST.matcher(digits).matches()) {
            faults.add("certificate", "integration.fault.certificate");
            return null;
        }
        return new CertificateDigest(digits);
    }
}
