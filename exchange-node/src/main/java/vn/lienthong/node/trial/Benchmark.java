package vn.lienthong.node.trial;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.EvidenceItem;
import vn.lienthong.node.client.ExchangeClient;

/** One measurement from the start of the servers to their end. */
final class Benchmark {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final int SAMPLES = 20;
    private static final int SHOWN_FAULTS = 5;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MIB = 1 << 20;
    private static final String HOW_COUNTED =
            "ss -tin on the exchange ports: octets that the kernel sent and received, TLS included";

    private final Plan plan;
    private final Duration limit;
    private final Narrator narrator;

    /**
     * What is measured.
     *
     * @param size octets of each document
     * @param count documents
     * @param threads that submit
     * @param nodes that take part
     * @param warmUp documents before measuring
     * @param window documents under way at the same time
     * @param heap of each server, as the virtual machine takes it
     */
    record Plan(long size, int count, int threads, int nodes, int warmUp, int window, String heap) {}

    Benchmark(Plan plan, Duration limit, Narrator narrator) {
        this.plan = plan;
        this.limit = limit;
        this.narrator = narrator;
    }

    BenchResult run(TrialPlace place) throws IOException, StepFailedException {
        // What is measured is the node, not the share of one key.
        Site.ServerOptions options = Site.ServerOptions.ofThisProgram(plan.heap(), true, START_LIMIT)
                .with(List.of("--set", "lienthong.api.key-rate=0", "--set", "lienthong.api.agency-rate=0"));
        try (Site site = new Site(place.path(), Cast.benchmark(plan.nodes()), narrator, options);
                StopWithProcess stop = StopWithProcess.register(site, place, narrator)) {
            site.start();
            AttachedFile file = GeneratedFile.of(place.path().resolve("document.bin"), plan.size(), 1);
            try (ExchangeClient sender = site.client(site.endpoints().nodes().getFirst())) {
                if (plan.warmUp() > 0) {
                    narrator.say("khởi động nóng", "warm-up with " + plan.warmUp() + " documents");
                    report(load(site, sender, file, "warm", plan.warmUp()).run());
                }
                narrator.say("đo", "measuring " + plan.count() + " documents of " + plan.size() + " octets");
                return measure(site, sender, load(site, sender, file, "run", plan.count()));
            } finally {
                narrator.say("đang dừng…", "stopping…" + (stop.isTold() ? " (interrupted)" : ""));
            }
        }
    }

    private LoadRun load(Site site, ExchangeClient sender, AttachedFile file, String label, int count) {
        List<String> recipients = site.endpoints().nodes().stream()
                .skip(1)
                .map(Endpoints.Installation::agency)
                .toList();
        String unique = label + "-" + System.nanoTime();
        return new LoadRun(
                sender, recipients, file, new LoadRun.Load(unique, count, plan.threads(), plan.window(), limit));
    }

    private BenchResult measure(Site site, ExchangeClient sender, LoadRun run) throws IOException, StepFailedException {
        List<Integer> ports = site.endpoints().nodes().stream()
                .map(Endpoints.Installation::exchangeUrl)
                .map(URI::getPort)
                .toList();
        Consumption consumption = new Consumption(site);
        try (WireCounter wire = WireCounter.on(ports)) {
            LoadRun.Outcome outcome = run.run();
            OptionalLong octets = wire.octets();
            Map<String, Double> cpu = consumption.cpuMsPer(plan.count());
            report(outcome);
            List<String> faults = new ArrayList<>(outcome.faults());
            faults.addAll(missingEvidence(sender, outcome.parcels()));
            return result(new Measured(outcome, faults, octets), cpu, Consumption.heapMiB(site), consumption);
        }
    }

    private record Measured(LoadRun.Outcome outcome, List<String> faults, OptionalLong octets) {}

    private BenchResult result(
            Measured measured, Map<String, Double> cpu, Map<String, Double> heap, Consumption consumption)
            throws StepFailedException {
        LoadRun.Outcome outcome = measured.outcome();
        if (outcome.latencies().isEmpty()) {
            throw new StepFailedException("Đo / Benchmark", "no document had a receipt: " + shown(measured.faults()));
        }
        double seconds = outcome.took().toNanos() / NANOS_PER_SECOND;
        int done = outcome.latencies().size();
        return new BenchResult(
                plan.size(),
                plan.count(),
                plan.threads(),
                plan.nodes(),
                plan.window(),
                plan.heap(),
                Consumption.rounded(seconds),
                Consumption.rounded(done / seconds),
                Consumption.rounded(done * (double) plan.size() / MIB / seconds),
                cpu,
                latencies(outcome),
                heap,
                consumption.residentMiB(),
                measured.octets().isPresent() ? Long.valueOf(measured.octets().getAsLong()) : null,
                HOW_COUNTED,
                outcome.deferrals(),
                measured.faults().size());
    }

    private static Map<String, Double> latencies(LoadRun.Outcome outcome) {
        Percentiles percentiles = new Percentiles(outcome.latencies());
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("p50", percentiles.millisAt(50));
        figures.put("p99", percentiles.millisAt(99));
        figures.put("p999", percentiles.millisAt(99.9));
        figures.put("max", percentiles.millisAt(100));
        return figures;
    }

    // The state says that evidence is stored; for some documents, spread over the run, it is fetched to see that it is.
    private List<String> missingEvidence(ExchangeClient sender, List<String> parcels) throws IOException {
        List<String> missing = new ArrayList<>();
        int step = Math.max(1, parcels.size() / SAMPLES);
        for (int i = 0; i < parcels.size(); i += step) {
            Answer<EvidenceItem.Page> answer = sender.evidence(parcels.get(i));
            long consigned = answer instanceof Answer.Given<EvidenceItem.Page>(var page)
                    ? page.evidence().stream()
                            .filter(item -> "ContentConsignment".equals(item.event()))
                            .count()
                    : 0;
            if (consigned != plan.nodes() - 1L) {
                missing.add(parcels.get(i) + " has " + consigned + " consignment evidences");
            }
        }
        return missing;
    }

    private void report(LoadRun.Outcome outcome) {
        narrator.say(
                outcome.latencies().size() + " biên nhận",
                "receipts in " + outcome.took().toMillis() + " ms, "
                        + outcome.faults().size() + " faults" + shown(outcome.faults()));
    }

    private static String shown(List<String> faults) {
        return faults.isEmpty()
                ? ""
                : "\n     "
                        + String.join(
                                "\n     ", faults.stream().limit(SHOWN_FAULTS).toList());
    }
}
