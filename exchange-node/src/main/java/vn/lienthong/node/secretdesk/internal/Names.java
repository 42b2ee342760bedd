package vn.lienthong.node.secretdesk.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.AgencyNaming;

/** What agencies are called. */
@Component
@InNodeRole
public class Names {

    private final ObjectProvider<AgencyNaming> directory;

    Names(ObjectProvider<AgencyNaming> directory) {
        this.directory = directory;
    }

    /**
     * The name of an agency.
     *
     * @param code its code
     * @return the code itself when the directory does not know it
     */
    public String of(AgencyCode code) {
        return directory
                .orderedStream()
                .flatMap(naming -> naming.nameOf(code.value()).stream())
                .findFirst()
                .orElse(code.value());
    }

    /**
     * One recipient of a draft.
     *
     * @param code its code
     * @param name its name
     * @param fit whether its node may receive the level
     */
    public record Recipient(AgencyCode code, String name, boolean fit) {}
}
