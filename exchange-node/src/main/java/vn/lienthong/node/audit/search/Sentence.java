package vn.lienthong.node.audit.search;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An event in one sentence. */
final class Sentence {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private Sentence() {}

    static String of(FoundEvent event, Locale language) {
        boolean english = language.getLanguage().equals("en");
        StringBuilder text = new StringBuilder(TIME.format(event.at())).append(" · ");
        text.append(event.actor()).append(" · ").append(event.words(language));
        if (event.objectId() != null) {
            text.append(" · ").append(event.objectId());
        }
        text.append(" · ").append(outcome(event, english));
        if (event.reason() != null) {
            text.append(" (").append(event.reason()).append(')');
        }
        return text.toString();
    }

    private static String outcome(FoundEvent event, boolean english) {
        return switch (event.outcome()) {
            case SUCCESS -> english ? "done" : "thành công";
            case BLOCKED -> english ? "blocked" : "bị chặn";
            case FAILED -> english ? "failed" : "lỗi";
        };
    }
}
