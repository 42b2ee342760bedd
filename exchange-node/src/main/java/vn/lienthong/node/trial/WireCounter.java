package vn.lienthong.node.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Counts the octets between nodes: what the kernel acknowledges and receives on the exchange ports, TLS included, as
 * {@code ss -tin} shows it for each connection. Looks every half second and keeps the largest value of each connection, so a
 * connection that closes loses at most its last half second.
 */
final class WireCounter implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Pattern ADDRESSES = Pattern.compile("\\s(\\S+:(\\d+))\\s+(\\S+:\\d+)\\s*$");
    private static final Pattern SENT = Pattern.compile("bytes_acked:(\\d+)");
    private static final Pattern RECEIVED = Pattern.compile("bytes_received:(\\d+)");

    private final Set<Integer> ports;
    private final Map<String, Long> largest = new HashMap<>();
    private final Map<String, Long> before = new HashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private boolean works = true;

    private WireCounter(Set<Integer> ports) {
        this.ports = ports;
    }

    /** Begins to count on the listening ports. */
    static WireCounter on(List<Integer> ports) {
        WireCounter counter = new WireCounter(Set.copyOf(ports));
        counter.look();
        counter.before.putAll(counter.largest);
        Thread.ofPlatform().daemon().name("wire counter").start(counter::run);
        return counter;
    }

    private void run() {
        try {
            while (!stop.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** The octets since the beginning, both directions; empty when the machine has no {@code ss}. */
    synchronized OptionalLong octets() {
        look();
        if (!works) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(counted());
    }

    /** The octets that were seen since the beginning. */
    synchronized long counted() {
        return largest.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0L))
                .sum();
    }

    private synchronized void look() {
        if (!works) {
            return;
        }
        try {
            Process ss = new ProcessBuilder("ss", "-tinH")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader lines = ss.inputReader(StandardCharsets.UTF_8)) {
                take(lines.lines().collect(Collectors.toList()));
            }
        } catch (IOException absent) {
            works = false;
        }
    }

    /** Takes one output of {@code ss}: a line of addresses, then an indented one of figures, and so on. */
    synchronized void take(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            Matcher addresses = ADDRESSES.matcher(lines.get(i));
            // The end that listens stands for the connection; the other end shows the same octets again.
            if (addresses.find() && ports.contains(Integer.parseInt(addresses.group(2)))) {
                long octets = figure(SENT, lines.get(i + 1)) + figure(RECEIVED, lines.get(i + 1));
                largest.merge(addresses.group(1) + " " + addresses.group(3), octets, Math::max);
            }
        }
    }

    private static long figure(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
