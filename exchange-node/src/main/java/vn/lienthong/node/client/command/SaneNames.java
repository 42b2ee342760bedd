package vn.lienthong.node.client.command;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.client.DocumentSummary;
import vn.lienthong.node.client.Inbox;

/** File names made of what strangers sent: one path element, printable, short, never hidden, never a device of Windows. */
final class SaneNames {

    private static final int MAX_BYTES = 120;
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}._ ()+,-]+");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private SaneNames() {}

    /** The name of a package: number, sender and the parcel id, which makes it unique. */
    static String ofPackage(Inbox.Entry entry) {
        DocumentSummary document = entry.document();
        String number = document == null ? "" : document.number();
        return of(entry.sender(), "sender") + "_" + of(number, "document") + "_" + of(entry.parcelId(), "parcel")
                + ".asice";
    }

    /** The name under which a package lies until it is complete. */
    static String partial(Inbox.Entry entry) {
        return of(entry.parcelId(), "parcel") + ".partial";
    }

    /** The text as a file name, or {@code fallback} when nothing of it is left. */
    static String of(@Nullable String text, String fallback) {
        if (text == null) {
            return fallback;
        }
        String kept = UNSAFE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("-")
                .replaceAll("^[. -]+|[. ]+$", "");
        String name = shortened(kept);
        if (name.isEmpty()) {
            return fallback;
        }
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    // Keeps the ending, by which people and programs recognise the type.
    private static String shortened(String name) {
        if (bytes(name) <= MAX_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 8 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        while (bytes(stem) + bytes(ending) > MAX_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
