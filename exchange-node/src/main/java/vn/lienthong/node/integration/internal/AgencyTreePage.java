package vn.lienthong.node.integration.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.node.directory.DirectoryView;

/** All agencies with their codes of all times, each below the one above it: at the directory the original, at a node its copy. */
@Controller
class AgencyTreePage {

    private static final int LONGEST = 60;

    private final DirectoryView directory;
    private final InstantSource clock;

    AgencyTreePage(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/directory/tree")
    String tree(@RequestParam(defaultValue = "") String under, @RequestParam(defaultValue = "") String q, Model model) {
        String query = q.substring(0, Math.min(q.length(), LONGEST)).strip();
        List<AgencyEntry> agencies = new ArrayList<>();
        directory.current().forEachAgency(agencies::add);
        AgencyTree tree = new AgencyTree(agencies, clock.instant());
        List<AgencyTree.Branch> rows = query.isEmpty() ? tree.below(under) : tree.matching(query);
        model.addAttribute("rows", rows.subList(0, Math.min(AgencyTree.MOST, rows.size())));
        model.addAttribute("more", rows.size() > AgencyTree.MOST);
        model.addAttribute("path", tree.pathTo(under));
        model.addAttribute("query", query);
        return "integration/tree";
    }
}
