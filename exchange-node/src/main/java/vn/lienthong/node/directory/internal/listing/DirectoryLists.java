package vn.lienthong.node.directory.internal.listing;

import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.directory.AgencySearch;
import vn.lienthong.node.directory.DirectoryView;

/** Lists of agencies and nodes in the order of their codes and names, made of the state of the moment. */
public final class DirectoryLists implements AgencySearch {

    private static final int MAX_PAGE = 500;
    private static final int MAX_QUERY = 200;

    private final DirectoryView directory;
    private final InstantSource clock;

    /** Lists what this copy says. */
    public DirectoryLists(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A node.
     *
     * @param nodeId its id
     * @param name for people
     * @param exchangeUrl where others reach it
     * @param status ACTIVE, SUSPENDED or REVOKED
     * @param approvedFor the highest level of secrecy that it may handle
     * @param tlsNotAfter when the certificate of its connections runs out
     * @param signingNotAfter when its signing certificate runs out
     */
    public record ListedNode(
            String nodeId,
            String name,
            String exchangeUrl,
            String status,
            String approvedFor,
            @Nullable Instant tlsNotAfter,
            @Nullable Instant signingNotAfter) {}

    /**
     * All nodes.
     *
     * @param nodes in the order of their ids
     */
    public record NodeList(List<ListedNode> nodes) {}

    @Override
    public AgencyPage agencies(String query, String afterCode, int pageSize) {
        int size = Math.clamp(pageSize, 1, MAX_PAGE);
        String sought = folded(query.length() > MAX_QUERY ? query.substring(0, MAX_QUERY) : query);
        Instant now = clock.instant();
        List<ListedAgency> found = new ArrayList<>();
        DirectorySnapshot snapshot = directory.current();
        snapshot.forEachAgency(entry -> entry.agency()
                .codeAt(now)
                .filter(code -> code.value().compareTo(afterCode) > 0)
                .filter(code -> snapshot.agency(code, now).isPresent())
                .filter(code -> sought.isEmpty()
                        || folded(code.value()).contains(sought)
                        || folded(entry.agency().name()).contains(sought))
                .ifPresent(code -> found.add(listed(snapshot, entry, code, now))));
        found.sort(Comparator.comparing(ListedAgency::code));
        boolean more = found.size() > size;
        List<ListedAgency> page = List.copyOf(found.subList(0, Math.min(size, found.size())));
        return new AgencyPage(page, more ? page.getLast().code() : null);
    }

    /** The agency that has this code as its present one; empty when none has. */
    public Optional<ListedAgency> one(AgencyCode code) {
        Instant now = clock.instant();
        DirectorySnapshot snapshot = directory.current();
        return snapshot.agency(code, now)
                .filter(entry -> entry.agency().codeAt(now).filter(code::equals).isPresent())
                .map(entry -> listed(snapshot, entry, code, now));
    }

    /** All nodes. */
    public NodeList nodes() {
        List<ListedNode> all = new ArrayList<>();
        Instant now = clock.instant();
        directory.current().forEachNode(entry -> all.add(listed(entry, now)));
        all.sort(Comparator.comparing(ListedNode::nodeId));
        return new NodeList(List.copyOf(all));
    }

    private static ListedAgency listed(DirectorySnapshot snapshot, AgencyEntry entry, AgencyCode code, Instant now) {
        boolean active = snapshot.node(entry.node())
                .filter(node -> node.takesPartAt(now))
                .isPresent();
        return new ListedAgency(
                code.value(),
                entry.agency().name(),
                entry.agency().bloc().name(),
                entry.node().value(),
                keyState(snapshot, entry, now),
                active);
    }

    private static KeyState keyState(DirectorySnapshot snapshot, AgencyEntry entry, Instant now) {
        if (entry.keys().isEmpty()) {
            return KeyState.MISSING;
        }
        boolean usable = entry.keys().stream()
                .flatMap(keys -> keys.suiteKeys().stream())
                .map(key -> key.certificate())
                .anyMatch(key -> key.covers(now) && !snapshot.isRevoked(key.fingerprint(), now));
        return usable ? KeyState.PUBLISHED : KeyState.EXPIRED;
    }

    private ListedNode listed(NodeEntry entry, Instant now) {
        return new ListedNode(
                entry.node().id().value(),
                entry.node().name(),
                entry.node().exchangeUrl(),
                entry.isRevokedAt(now) ? "REVOKED" : entry.node().status().name(),
                entry.node().approvedFor().name(),
                notAfter(entry.tlsFingerprint()).orElse(null),
                notAfter(entry.signingFingerprint()).orElse(null));
    }

    private Optional<Instant> notAfter(Sha256 fingerprint) {
        return directory
                .certificate(fingerprint)
                .map(X509Certificate::getNotAfter)
                .map(date -> date.toInstant());
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
    }
}
