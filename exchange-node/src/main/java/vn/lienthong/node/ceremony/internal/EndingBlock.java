package vn.lienthong.node.ceremony.internal;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DeskBlock;

/** Certificates that end soon, on the first page of whoever looks after keys. */
@InNodeRole
@Component
class EndingBlock implements DeskBlock {

    private static final int PLACE = 5;
    private static final int URGENT = 7;

    private final EndingCertificates ending;
    private final MessageSource words;

    EndingBlock(EndingCertificates ending, MessageSource words) {
        this.ending = ending;
        this.words = words;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public String title() {
        return "ceremony.ending";
    }

    @Override
    public String href() {
        return CeremonyConfiguration.PATH;
    }

    @Override
    public boolean isFor(Person viewer) {
        return viewer.may(Permission.MANAGE_KEYS);
    }

    @Override
    public Content content(Person viewer, Locale language) {
        List<EndingCertificates.Ending> all = ending.known();
        return new Content(
                Math.min(all.size(), MOST + 1),
                all.stream().limit(ROWS).map(one -> row(one, language)).toList());
    }

    private Row row(EndingCertificates.Ending one, Locale language) {
        return new Row(
                href(),
                words.getMessage("ceremony.part." + one.part(), new Object[0], language),
                null,
                one.holder(),
                words.getMessage("ceremony.days", new Object[] {one.days()}, language),
                one.threshold() <= URGENT ? "failed" : "warning",
                "ceremony.ending.look");
    }
}
