package vn.lienthong.node.ceremony.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.directory.AgencyKeyLife;

/** Keys of agencies that only write down what is done to them, and a directory that can be away. */
final class KeysThatWereAsked implements AgencyKeyLife {

    final List<String> done = new ArrayList<>();
    final Map<AgencyId, Standing> standings = new HashMap<>();
    boolean directoryAway;

    @Override
    public Set<String> parts() {
        return Set.of(SIGNING, "LT-1", "LT-2");
    }

    @Override
    public Optional<Standing> standing(AgencyId agency) {
        return Optional.ofNullable(standings.get(agency));
    }

    @Override
    public boolean replace(AgencyId agency, Set<String> parts) {
        return done.add("replace " + parts);
    }

    @Override
    public synchronized Destruction destroy(AgencyId agency, long epoch) throws IOException {
        requireDirectory();
        done.add("destroy " + epoch);
        return new Destruction.Destroyed();
    }

    @Override
    public synchronized void revoke(AgencyId agency, Sha256 certificate, String reason) throws IOException {
        requireDirectory();
        done.add("revoke " + certificate.hex());
    }

    private void requireDirectory() throws IOException {
        if (directoryAway) {
            throw new IOException("the directory does not answer");
        }
    }

    @Override
    public List<HeldBack> heldBack() {
        return List.of();
    }

    @Override
    public boolean trust(AgencyId agency, long epoch, String by) {
        return false;
    }
}
