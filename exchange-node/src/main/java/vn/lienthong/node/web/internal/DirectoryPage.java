package vn.lienthong.node.web.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.web.DirectoryOverview;
import vn.lienthong.node.web.DirectoryOverview.AgencyRow;
import vn.lienthong.node.web.DirectoryOverview.NodeRow;
import vn.lienthong.node.web.DirectoryOverview.Publication;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** Agencies and nodes as the directory has them, or as this node's copy has them. */
@Controller
class DirectoryPage {
    private static final int ROWS = 50;
    private static final int LONGEST_QUERY = 100;

    private final Optional<DirectoryOverview> directory;

    DirectoryPage(ObjectProvider<DirectoryOverview> directory) {
        this.directory = Optional.ofNullable(directory.getIfAvailable());
    }

    @GetMapping("/directory")
    String directory(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        String query = q == null
                ? ""
                : q.substring(0, Math.min(q.length(), LONGEST_QUERY)).strip();
        PageWish wish = new PageWish(Tokens.orFirst(after), ROWS);
        Page<AgencyRow> agencies =
                directory.map(source -> source.agencies(query, wish)).orElseGet(Page::empty);
        List<NodeRow> nodes = directory.map(DirectoryOverview::nodes).orElseGet(List::of);
        Publication publication =
                directory.map(DirectoryOverview::publication).orElseGet(() -> new Publication(0, null));
        model.addAttribute("agencies", agencies);
        model.addAttribute("nodes", nodes);
        model.addAttribute("publication", publication);
        model.addAttribute("query", query);
        return "directory";
    }
}
