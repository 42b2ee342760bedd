package vn.lienthong.node.protection.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.protection.KeyRotation;

/**
 * Where the command line leaves an order for the node that runs on the data directory, and finds the answer: two files that only the
 * owner of the directory can make.
 */
public final class RotationDesk {

    static final String ORDER = "rotation-order";
    static final String ANSWER = "rotation-answer";

    private final Path secrets;

    /** In this directory of secrets. */
    public RotationDesk(Path secrets) {
        this.secrets = secrets;
    }

    /** Carries out an order, if there is one. */
    void serve(KeyRotation rotation) {
        Path order = secrets.resolve(ORDER);
        if (!Files.exists(order)) {
            return;
        }
        try {
            Optional<KeyRotation.What> what = what(new SecretFile(order).read().reveal());
            Files.delete(order);
            String answer = what.map(rotation::rotate).map(RotationDesk::words).orElse("refused: no such order");
            new SecretFile(secrets.resolve(ANSWER)).write(new Secret(answer));
        } catch (IOException e) {
            throw new UncheckedIOException("an order to rotate keys cannot be answered", e);
        }
    }

    private static Optional<KeyRotation.What> what(String word) {
        for (KeyRotation.What what : KeyRotation.What.values()) {
            if (what.name().equals(word.toUpperCase(Locale.ROOT))) {
                return Optional.of(what);
            }
        }
        return Optional.empty();
    }

    private static String words(KeyRotation.Outcome outcome) {
        return switch (outcome) {
            case KeyRotation.Outcome.Begun(KeyRotation.Progress progress) ->
                progress.underWay()
                        ? "done: new keys are in use; sealing anew in the background: "
                                + String.join(", ", progress.purposes())
                        : "done";
            case KeyRotation.Outcome.Refused(KeyRotation.Reason _, String words) -> "refused: " + words;
        };
    }

    /**
     * Leaves an order; an answer from before is removed.
     *
     * @throws IOException when it cannot be written
     */
    public void order(KeyRotation.What what) throws IOException {
        Files.deleteIfExists(secrets.resolve(ANSWER));
        new SecretFile(secrets.resolve(ORDER)).write(new Secret(what.name()));
    }

    /**
     * Takes the answer, if it is there.
     *
     * @throws IOException when it cannot be read
     */
    public Optional<String> answer() throws IOException {
        Path answer = secrets.resolve(ANSWER);
        if (!Files.exists(answer)) {
            return Optional.empty();
        }
        String words = new SecretFile(answer).read().reveal();
        Files.delete(answer);
        return Optional.of(words);
    }

    /**
     * Takes the order back when nobody answered; returns whether it still lay there.
     *
     * @throws IOException when it cannot be removed
     */
    public boolean takeBack() throws IOException {
        return Files.deleteIfExists(secrets.resolve(ORDER));
    }
}
