package vn.lienthong.node.audit.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.platform.Troubles;

/** Runs the regular rounds of this module, each by itself, as long as the program runs. */
@Component
class AuditUpkeep implements SmartLifecycle, Troubles {

    private final List<Rounds> all;

    AuditUpkeep(List<Round> rounds) {
        this.all = rounds.stream().map(AuditUpkeep::rounds).toList();
    }

    private static Rounds rounds(Round round) {
        return Rounds.afterPause("audit-" + ClassUtils.getUserClass(round).getSimpleName(), round.every(), round::run);
    }

    @Override
    public void start() {
        all.forEach(Rounds::start);
    }

    @Override
    public void stop() {
        all.forEach(Rounds::stop);
    }

    @Override
    public boolean isRunning() {
        return all.stream().anyMatch(Rounds::isRunning);
    }

    @Override
    public Map<String, String> troubles() {
        Map<String, String> troubles = new TreeMap<>();
        all.forEach(rounds -> troubles.putAll(rounds.troubles()));
        return troubles;
    }
}
