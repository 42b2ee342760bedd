package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.PublicationPage;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.directory.PublicationArchive;
import vn.lienthong.node.directory.internal.publication.PublicationTable;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.InNodeRole;

/** The publications in the node's database. */
@Component
@InNodeRole
class StoredPublications implements PublicationArchive {

    private static final int PER_PAGE = 64;

    private final PublicationTable table;
    private final DataDirectory data;
    private final HeldRevocations revocations;

    StoredPublications(PublicationTable table, DataDirectory data, HeldRevocations revocations) {
        this.revocations = revocations;
        this.table = table;
        this.data = data;
    }

    @Override
    public Octets anchor() throws IOException {
        return Enrolment.anchor(data).pem();
    }

    @Override
    public Optional<Octets> revocations() {
        return revocations.last();
    }

    @Override
    public Optional<List<Octets>> pages(long most) {
        long latest = table.latest();
        long total = 0;
        long after = 0;
        List<Octets> pages = new ArrayList<>();
        while (after < latest) {
            List<SignedPublication> next = bounded(table.after(after, PER_PAGE));
            if (next.isEmpty()) {
                break;
            }
            Octets page = Octets.of(WireFormats.PUBLICATION_PAGE.encode(new PublicationPage(latest, next)));
            total += page.size();
            if (total > most) {
                return Optional.empty();
            }
            pages.add(page);
            after += next.size();
        }
        return Optional.of(pages);
    }

    /** Base64 makes a third more of it, and a page has its own limit. */
    private static List<SignedPublication> bounded(List<SignedPublication> all) {
        List<SignedPublication> page = new ArrayList<>();
        long octets = 0;
        for (SignedPublication publication : all) {
            octets += publication.octets().size();
            if (!page.isEmpty() && octets > PublicationPage.MAX_OCTETS / 4) {
                break;
            }
            page.add(publication);
        }
        return page;
    }
}
