package vn.lienthong.node.directory.internal.client;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.node.directory.AgencySearch.AgencyPage;
import vn.lienthong.node.directory.internal.listing.DirectoryLists;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;

/** {@code GET /api/v1/directory/agencies} at a node: searches its copy, with scope TRACK (docs/rest-api). */
@RestController
@InNodeRole
class AgencySearchResource {

    private final DirectoryLists lists;

    AgencySearchResource(DirectoryLists lists) {
        this.lists = lists;
    }

    @GetMapping("/api/v1/directory/agencies")
    AgencyPage agencies(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String pageToken,
            @RequestParam(defaultValue = "100") int pageSize) {
        Permissions.require(caller, ApiScope.TRACK);
        return lists.agencies(query, pageToken, pageSize);
    }
}
