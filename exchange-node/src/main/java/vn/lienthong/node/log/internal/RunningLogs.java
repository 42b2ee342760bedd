package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.lienthong.node.log.LogName;

/** The logs of this installation, each with the thread that works for it. */
final class RunningLogs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunningLogs.class);

    private final Map<LogName, RunningLog> logs = new EnumMap<>(LogName.class);
    private volatile boolean running;

    RunningLogs(Iterable<RunningLog> logs) {
        logs.forEach(log -> this.logs.put(log.own().name(), log));
    }

    Optional<OwnLog> find(LogName name) {
        return Optional.ofNullable(logs.get(name)).map(RunningLog::own);
    }

    /** The log of that name; to ask for one that this role does not have is a defect. */
    RunningLog get(LogName name) {
        RunningLog log = logs.get(name);
        if (log == null) {
            throw new IllegalArgumentException("this installation has no log " + name);
        }
        return log;
    }

    /** The listed witnesses changed: policies that were made of them are made anew. */
    void readPolicies() {
        for (RunningLog log : logs.values()) {
            try {
                log.policy().read();
            } catch (IOException e) {
                LOG.warn(
                        "the policy of a log cannot be written: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        logs.values().forEach(log -> log.runner().start());
        logs.values().forEach(log -> log.witnessing().start());
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (RunningLog log : logs.values()) {
                log.witnessing().stop();
                log.runner().stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
