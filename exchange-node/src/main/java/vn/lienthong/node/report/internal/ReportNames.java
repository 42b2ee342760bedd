package vn.lienthong.node.report.internal;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;

/** Puts the names of lines into words where they are codes. */
@InNodeRole
@Component
class ReportNames {
    private final MessageSource words;

    ReportNames(MessageSource words) {
        this.words = words;
    }

    /** The words for a code, or the name itself when it is none. */
    String of(String report, String name, Locale language) {
        String code = name.isBlank() ? "none" : name;
        return Objects.requireNonNull(words.getMessage("report." + report + ".line." + code, null, name, language));
    }

    String text(String key, Locale language, Object... arguments) {
        return Objects.requireNonNull(words.getMessage(key, arguments, language));
    }
}
