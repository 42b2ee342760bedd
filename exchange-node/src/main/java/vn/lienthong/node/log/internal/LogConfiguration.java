package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.keys.TlsContexts;
import vn.lienthong.node.log.ListedWitnesses;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogProperties;
import vn.lienthong.node.log.OperatorPolicy;
import vn.lienthong.node.log.WitnessedLogs;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.platform.Rounds;

/** Opens the logs of this installation and its witness. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    private static final String ORIGIN = "lienthong.vn/";

    @Bean
    LogTables logTables(JdbcTemplate sql, TransactionTemplate transactions) {
        return new LogTables(
                new EntryRows(sql), new HeadRows(sql), new WitnessRows(sql), new StampRows(sql), transactions);
    }

    /** Closes the log of events first, when the operator asks for that. */
    @Bean
    EventsLog eventsLog(
            JdbcTemplate sql,
            LogTables tables,
            NodeKeys keys,
            KeyVault vault,
            DataDirectory data,
            LogProperties properties,
            InstantSource clock)
            throws IOException {
        String base = ORIGIN + keys.nodeId();
        return EventsLog.open(
                new Epochs(sql, tables, clock), base, properties.epoch(), new LogKeyFiles(vault), data.log());
    }

    @Bean
    OwnLogs ownLogs(NodeFacts facts, NodeKeys keys, KeyVault vault, DataDirectory data, EventsLog events)
            throws IOException {
        LogKeyFiles files = new LogKeyFiles(vault);
        String origin = ORIGIN + keys.nodeId();
        Set<LogName> fresh = EnumSet.noneOf(LogName.class);
        List<OwnLog> logs = new ArrayList<>();
        logs.add(events.log());
        if (events.fresh()) {
            fresh.add(LogName.EVENTS);
        }
        if (facts.role() == Role.DIRECTORY) {
            Path below = data.log().resolve(LogName.DIRECTORY.word());
            logs.add(open(LogName.DIRECTORY, origin + "/publications", files, below, fresh));
        }
        return new OwnLogs(logs, fresh, events.closedKeys(), files.witness("witness", origin + "/witness"));
    }

    private static OwnLog open(LogName name, String origin, LogKeyFiles files, Path directory, Set<LogName> fresh)
            throws IOException {
        LogKeyFiles.Held held = files.log("log-" + name.word(), origin);
        if (held.fresh()) {
            fresh.add(name);
        }
        OwnLog log = new OwnLog(name, held.keys(), new LogFiles(directory));
        log.publishKeys();
        return log;
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> newEpochsAreTold(EventsLog log, ApplicationEventPublisher events) {
        return _ -> log.begun().ifPresent(events::publishEvent);
    }

    @Bean
    Rounds checkpointStampingRounds(CheckpointStamping stamping, LogProperties properties) {
        return Rounds.afterPause("checkpoint-stamping", properties.stamping(), stamping::round);
    }

    @Bean
    RunningLogs runningLogs(LogAssembly assembly, OwnLogs logs, TimeOrderedIds ids) throws IOException {
        List<RunningLog> running = new ArrayList<>();
        for (OwnLog log : logs.all()) {
            running.add(assembly.assemble(log, logs.isFresh(log.name()), ids));
        }
        return new RunningLogs(running);
    }

    /** Trusts the exchange's own authority for the connection; what is asked and answered is signed besides. */
    @Bean
    WitnessClient witnessClient(NodeKeyRenewal keys, LogProperties properties) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.witnessTimeout())
                .sslContext(TlsContexts.trusting(keys.identity().authority()))
                .build();
        return new WitnessClient(http, properties.witnessTimeout());
    }

    @Bean
    OperatorPolicy operatorPolicy(RunningLogs logs) {
        return () -> Optional.of(logs.get(LogName.EVENTS).policy().get())
                .filter(Quorum::written)
                .map(Quorum::policy);
    }

    @Bean
    WitnessedLogsFile witnessedLogsFile(LogProperties properties, DataDirectory data) throws IOException {
        return WitnessedLogsFile.read(Objects.requireNonNullElse(
                properties.witnessedLogs(), data.log().resolve("witnessed")));
    }

    @Bean
    WitnessBook witnessBook(
            LogTables tables,
            OwnLogs own,
            TimeOrderedIds ids,
            ObjectProvider<WitnessedLogs> witnessed,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new WitnessBook(
                new WitnessBook.Parts(tables.witnesses(), own.witness(), tables.transactions(), ids),
                witnessed.stream().toList(),
                events,
                clock);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> policiesFollowTheDirectory(
            ObjectProvider<ListedWitnesses> listed, RunningLogs logs) {
        return _ -> {
            listed.stream().forEach(source -> source.onChange(logs::readPolicies));
            logs.readPolicies();
        };
    }
}
