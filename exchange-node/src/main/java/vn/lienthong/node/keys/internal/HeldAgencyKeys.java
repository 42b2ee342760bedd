package vn.lienthong.node.keys.internal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.CanonicalUuid;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.keys.AgencyKeyNews;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.keys.AgencyTokens;
import vn.lienthong.node.keys.KeyVault;

/** The agencies' keys: read once at start, in memory afterwards, each epoch in a file of its own. */
final class HeldAgencyKeys implements AgencyKeys, AgencyKeyStore {

    /** So long a new pair waits for all nodes to learn of it, while there is an older one that still may sign. */
    static final Duration SETTLING = Duration.ofMinutes(2);

    private static final Pattern FILE = Pattern.compile("agency-([0-9a-f-]{36})-([0-9]{1,13})");

    private final KeyVault vault;
    private final AgencyTokens tokens;
    private final InstantSource clock;
    private final Consumer<AgencyKeyNews> news;
    private final Map<AgencyId, List<AgencyKeySet>> held = new ConcurrentHashMap<>();

    private HeldAgencyKeys(KeyVault vault, AgencyTokens tokens, InstantSource clock, Consumer<AgencyKeyNews> news) {
        this.vault = vault;
        this.tokens = tokens;
        this.clock = clock;
        this.news = news;
    }

    /** Reads all files. */
    static HeldAgencyKeys load(KeyVault vault, AgencyTokens tokens, InstantSource clock, Consumer<AgencyKeyNews> news)
            throws IOException {
        HeldAgencyKeys keys = new HeldAgencyKeys(vault, tokens, clock, news);
        for (String name : vault.names("agency-")) {
            Matcher matcher = FILE.matcher(name);
            if (matcher.matches()) {
                AgencyId agency = new AgencyId(CanonicalUuid.parse(matcher.group(1))
                        .orElseThrow(() -> new IOException("the key file " + name + " is named after no agency")));
                keys.hold(keys.read(name, agency, Long.parseLong(matcher.group(2)))
                        .orElseThrow(() -> new IOException("the key file " + name + " is incomplete")));
            }
        }
        return keys;
    }

    @Override
    public Optional<DualSigningKey> signing(AgencyId agency) {
        List<AgencyKeySet> usable = epochs(agency).stream()
                .filter(keys -> clock.instant().isBefore(keys.notAfter()))
                .toList();
        return usable.stream()
                .filter(keys -> !clock.instant().isBefore(keys.notBefore().plus(SETTLING)))
                .findFirst()
                .or(() -> usable.reversed().stream().findFirst())
                .map(AgencyKeySet::signing);
    }

    @Override
    public List<RecipientKey> recipientKeys(AgencyId agency, SuiteId suite) {
        Map<X509Certificate, RecipientKey> distinct = new LinkedHashMap<>();
        epochs(agency).stream()
                .flatMap(keys -> keys.recipientKey(suite).stream())
                .forEach(key -> distinct.putIfAbsent(key.certificate(), key));
        return List.copyOf(distinct.values());
    }

    @Override
    public List<AgencyKeySet> epochs(AgencyId agency) {
        List<AgencyKeySet> epochs = held.get(agency);
        return epochs == null ? List.of() : epochs;
    }

    @Override
    public Optional<AgencyKeySet> pending(AgencyId agency) throws IOException {
        return read(pendingFile(agency), agency, 0);
    }

    @Override
    public void keepPending(AgencyKeySet keys) throws IOException {
        vault.write(pendingFile(keys.agency()), keys.entries());
    }

    @Override
    public void add(AgencyKeySet keys) throws IOException {
        news.accept(new AgencyKeyNews(AgencyKeyNews.What.CREATED, keys.agency(), keys.epoch(), onlyIn(keys)));
        vault.write(file(keys.agency(), keys.epoch()), keys.entries());
        hold(keys);
        vault.delete(pendingFile(keys.agency()));
    }

    @Override
    public void destroy(AgencyId agency, long epoch) throws IOException {
        Optional<AgencyKeySet> going =
                epochs(agency).stream().filter(keys -> keys.epoch() == epoch).findFirst();
        news.accept(new AgencyKeyNews(
                AgencyKeyNews.What.DESTROYED,
                agency,
                epoch,
                going.map(this::onlyIn).orElse(List.of())));
        if (going.isPresent()) {
            tokens.destroy(going.get(), besides(agency, epoch));
        }
        held.computeIfPresent(
                agency,
                (id, epochs) ->
                        epochs.stream().filter(keys -> keys.epoch() != epoch).toList());
        vault.destroy(file(agency, epoch));
    }

    /** All sets of the agency but one: keys are carried over from one to the next. */
    private List<AgencyKeySet> besides(AgencyId agency, long epoch) throws IOException {
        List<AgencyKeySet> others = new ArrayList<>(
                epochs(agency).stream().filter(keys -> keys.epoch() != epoch).toList());
        pending(agency).ifPresent(others::add);
        return others;
    }

    /** The keys that no other epoch holds. */
    private List<AgencyKeyNews.Key> onlyIn(AgencyKeySet set) {
        Set<AgencyKeyNews.Key> elsewhere = epochs(set.agency()).stream()
                .filter(other -> other.epoch() != set.epoch())
                .flatMap(HeldAgencyKeys::keys)
                .collect(Collectors.toSet());
        return keys(set).filter(key -> !elsewhere.contains(key)).toList();
    }

    private static Stream<AgencyKeyNews.Key> keys(AgencyKeySet set) {
        return set.parts()
                .map(part -> new AgencyKeyNews.Key(
                        part.getKey(),
                        Sha256.of(Certificates.encode(part.getValue().certificate()))));
    }

    private void hold(AgencyKeySet keys) {
        held.merge(
                keys.agency(),
                List.of(keys),
                (before, added) -> Stream.concat(
                                added.stream(), before.stream().filter(other -> other.epoch() != keys.epoch()))
                        .sorted(Comparator.comparingLong(AgencyKeySet::epoch).reversed())
                        .toList());
    }

    private Optional<AgencyKeySet> read(String name, AgencyId agency, long epoch) throws IOException {
        Optional<Map<String, SigningKey>> entries = vault.read(name);
        return entries.flatMap(keys -> AgencyKeySet.of(agency, epoch, keys)).map(tokens::bind);
    }

    private static String file(AgencyId agency, long epoch) {
        return "agency-" + agency + "-" + epoch;
    }

    private static String pendingFile(AgencyId agency) {
        return "pending-" + agency;
    }
}
