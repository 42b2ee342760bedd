package vn.lienthong.node.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;

/** Where the command line leaves the digest of new credentials, and finds the answer: two files that only their owner can make. */
public final class BreakGlassDesk {
    /** The answer when the credentials count. */
    public static final String DONE = "done";

    private static final String REFUSED = "refused";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Path order;
    private final Path answer;

    /**
     * At the node on this data directory.
     *
     * @param data where the node keeps everything
     */
    public BreakGlassDesk(Path data) {
        this.order = data.resolve("secrets").resolve("break-glass-order");
        this.answer = data.resolve("secrets").resolve("break-glass-answer");
    }

    /** Carries out an order, if there is one. */
    void serve(Predicate<byte[]> drawn) {
        if (!Files.exists(order)) {
            return;
        }
        try {
            String digest = new SecretFile(order).read().reveal();
            Files.delete(order);
            boolean done = DIGEST.matcher(digest).matches()
                    && drawn.test(HexFormat.of().parseHex(digest));
            new SecretFile(answer).write(new Secret(done ? DONE : REFUSED));
        } catch (IOException e) {
            throw new UncheckedIOException("an order for new emergency credentials cannot be answered", e);
        }
    }

    /**
     * Leaves an order; an answer from before is removed.
     *
     * @param digest of both halves
     * @throws IOException when it cannot be written
     */
    public void order(byte[] digest) throws IOException {
        Files.deleteIfExists(answer);
        new SecretFile(order).write(new Secret(HexFormat.of().formatHex(digest)));
    }

    /**
     * Takes the answer, if it is there.
     *
     * @return empty when it is not
     * @throws IOException when it cannot be read
     */
    public Optional<String> answer() throws IOException {
        if (!Files.exists(answer)) {
            return Optional.empty();
        }
        String words = new SecretFile(answer).read().reveal();
        Files.delete(answer);
        return Optional.of(words);
    }

    /**
     * Takes the order back when nobody answered.
     *
     * @return whether it still lay there
     * @throws IOException when it cannot be removed
     */
    public boolean takeBack() throws IOException {
        return Files.deleteIfExists(order);
    }
}
