package vn.lienthong.node.notification.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.notification.NotificationKind;

/**
 * What goes outside: how many of what kind, and nothing else.
 *
 * @param counts by kind
 * @param express how many of all are express
 * @param line the line in the page when it is about one thing only; null otherwise
 */
record Message(
        Map<NotificationKind, Long> counts,
        long express,
        @Nullable Long line) {
    Message {
        counts = Map.copyOf(counts);
    }

    static Message of(List<Outbox.Waiting> waiting) {
        return new Message(
                waiting.stream()
                        .collect(Collectors.groupingBy(Outbox.Waiting::kind, TreeMap::new, Collectors.counting())),
                waiting.stream()
                        .filter(one -> one.urgency().compareTo(Urgency.EXPRESS) >= 0)
                        .count(),
                waiting.size() == 1 ? waiting.getFirst().line() : null);
    }

    /** A mail that only shows that mails arrive. */
    static Message trial() {
        return new Message(Map.of(), 0, null);
    }

    /** One line for each kind, such as {@code 2 văn bản khẩn chờ tiếp nhận}. */
    List<String> lines(MessageSource words, Locale language) {
        if (counts.isEmpty()) {
            return List.of(text(words, language, "notification.outside.trial", 1));
        }
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(one -> text(
                                words,
                                language,
                                "notification.outside." + one.getKey().slug(),
                                one.getValue()))
                        .toList();
    }

    /** What the subject of a mail says. */
    String headline(MessageSource words, Locale language) {
        String first = lines(words, language).getFirst();
        String more =
                counts.size() > 1 ? " " + text(words, language, "notification.outside.more", counts.size() - 1) : "";
        String express =
                this.express > 0 ? text(words, language, "notification.outside.express", this.express) + " " : "";
        return express + first + more;
    }

    private static String text(MessageSource words, Locale language, String key, Object number) {
        return Objects.requireNonNull(words.getMessage(key, new Object[] {number}, language));
    }
}
