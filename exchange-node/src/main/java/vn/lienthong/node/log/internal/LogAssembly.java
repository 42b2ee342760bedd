package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.log.ListedWitnesses;
import vn.lienthong.node.log.LogProperties;
import vn.lienthong.node.log.LogStoodStill;
import vn.lienthong.node.log.ReceiptsReady;
import vn.lienthong.node.platform.CrashPoints;

/** Puts together what works for a log. */
@Component
class LogAssembly {

    private final LogTables tables;
    private final WitnessClient client;
    private final LogProperties properties;
    private final ObjectProvider<ListedWitnesses> listed;
    private final CrashPoints crashPoints;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    LogAssembly(
            LogTables tables,
            WitnessClient client,
            LogProperties properties,
            ObjectProvider<ListedWitnesses> listed,
            CrashPoints crashPoints,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.tables = tables;
        this.client = client;
        this.properties = properties;
        this.listed = listed;
        this.crashPoints = crashPoints;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a log ready to start.
     *
     * @param fresh whether its keys were made at this very start
     */
    RunningLog assemble(OwnLog log, boolean fresh, TimeOrderedIds ids) throws IOException {
        tables.heads().ensure(log.name());
        PolicyInForce policy = PolicyInForce.open(log, this::witnesses);
        WitnessConfirmation confirmation = new WitnessConfirmation(
                log, tables, policy, client, new WitnessConfirmation.Exceptions(fresh, properties.confirmedSize()));
        AtomicReference<Runnable> doubt = new AtomicReference<>(() -> {});
        Witnessing witnessing = witnessing(log, policy, doubt);
        String owner = log.files().sequencer(ids);
        LogRunner runner = new LogRunner(
                new LogRunner.Parts(
                        log.name(),
                        tables.heads(),
                        new Sequencing(log.name(), tables, crashPoints, owner),
                        head -> Publication.resume(
                                new Publication.Parts(log, tables.entries(), crashPoints, clock), head.tree()),
                        confirmation,
                        witnessing::published,
                        reason -> events.publishEvent(new LogStoodStill(log.name(), reason))),
                new LogRunner.Pauses(properties.gathering(), properties.patience()));
        doubt.set(runner::doubt);
        return new RunningLog(log, policy, confirmation, runner, witnessing);
    }

    private Witnessing witnessing(OwnLog log, PolicyInForce policy, AtomicReference<Runnable> doubt) {
        return new Witnessing(
                new Witnessing.Parts(
                        log,
                        tables,
                        policy,
                        size -> events.publishEvent(new ReceiptsReady(log.name(), size)),
                        _ -> doubt.get().run(),
                        clock),
                new WitnessRound(log, client, clock),
                properties.witnessing());
    }

    private List<ListedWitnesses.Listed> witnesses() {
        return listed.stream().flatMap(source -> source.witnesses().stream()).toList();
    }
}
