package vn.lienthong.node.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What the kinds of events say to people, read once from the program itself. */
final class EventWords {

    private static final Properties VIETNAMESE = read("/audit/kinds.properties");
    private static final Properties ENGLISH = read("/audit/kinds_en.properties");

    private EventWords() {}

    private static Properties read(String resource) {
        try (InputStream octets = Objects.requireNonNull(EventWords.class.getResourceAsStream(resource), resource);
                Reader text = new InputStreamReader(octets, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(text);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words for an action; every kind has them in both languages. */
    static String of(String action, Locale language) {
        Properties words = language.getLanguage().equals("en") ? ENGLISH : VIETNAMESE;
        String found = words.getProperty(action);
        if (found == null) {
            throw new IllegalStateException("no words for " + action);
        }
        return found;
    }
}
