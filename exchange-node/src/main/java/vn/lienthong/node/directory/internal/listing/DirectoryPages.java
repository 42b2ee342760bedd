package vn.lienthong.node.directory.internal.listing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.AgencySearch.AgencyPage;
import vn.lienthong.node.directory.AgencySearch.KeyState;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.web.DirectoryOverview;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** The directory as the pages show it. */
public final class DirectoryPages implements DirectoryOverview {

    private final DirectoryCopy directory;
    private final DirectoryLists lists;
    private final InstantSource clock;

    /** Shows what this copy says. */
    public DirectoryPages(DirectoryCopy directory, DirectoryLists lists, InstantSource clock) {
        this.directory = directory;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public Publication publication() {
        Instant now = clock.instant();
        return new Publication(
                directory.sequence(), directory.log().age(now).map(now::minus).orElse(null));
    }

    @Override
    public Page<AgencyRow> agencies(String query, PageWish wish) {
        AgencyPage page = lists.agencies(query, code(wish.token()), wish.size());
        List<AgencyRow> rows = page.agencies().stream()
                .map(agency -> new AgencyRow(
                        new AgencyCode(agency.code()),
                        agency.name(),
                        agency.node(),
                        agency.active() && agency.keyState() == KeyState.PUBLISHED))
                .toList();
        return new Page<>(rows, token(page.nextPageToken()));
    }

    @Override
    public List<NodeRow> nodes() {
        return lists.nodes().nodes().stream()
                .map(node -> new NodeRow(
                        node.nodeId(),
                        node.name(),
                        node.exchangeUrl(),
                        node.status().equals(NodeStatus.ACTIVE.name()),
                        node.tlsNotAfter(),
                        Secrecy.valueOf(node.approvedFor())))
                .toList();
    }

    private static @Nullable String token(@Nullable String code) {
        return code == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(code.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(@Nullable String token) {
        if (token == null) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unknownToken) {
            return "";
        }
    }
}
