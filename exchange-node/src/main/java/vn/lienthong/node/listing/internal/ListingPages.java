package vn.lienthong.node.listing.internal;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.listing.ListJob;
import vn.lienthong.node.listing.Listings;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;

/** Exports of a person: how far they are, and their files. */
@InNodeRole
@Controller
class ListingPages {
    private static final int REFRESH_SECONDS = 2;

    private final BackgroundListings listings;

    ListingPages(BackgroundListings listings) {
        this.listings = listings;
    }

    @GetMapping("/listings")
    String list(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("jobs", listings.of(person));
        return "listing/listings";
    }

    @GetMapping(Listings.PATH + "{id}")
    String show(@AuthenticationPrincipal Person person, @PathVariable UUID id, Model model) {
        ListJob job = listings.find(person, id).orElseThrow(NothingHereException::new);
        model.addAttribute("job", job);
        if (job.progress().going()) {
            model.addAttribute("refreshSeconds", REFRESH_SECONDS);
        }
        return "listing/listing";
    }

    @GetMapping(Listings.PATH + "{id}/file")
    ResponseEntity<StreamingResponseBody> file(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return Downloads.answer(listings.open(person, id));
    }
}
