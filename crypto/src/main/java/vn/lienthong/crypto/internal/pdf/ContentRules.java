package vn.lienthong.crypto.internal.pdf;

import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.internal.pdf.ObjectWalk.Place;
import vn.lienthong.crypto.pdf.PdfFinding;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;
import vn.lienthong.crypto.pdf.PdfFinding.Severity;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;

/** What a single dictionary gives away about active and hidden content. */
final class ContentRules {

    private static final Map<String, Kind> ACTIONS = Map.ofEntries(
            Map.entry("JavaScript", Kind.JAVASCRIPT),
            Map.entry("Launch", Kind.LAUNCH),
            Map.entry("SubmitForm", Kind.FORM_SUBMISSION),
            Map.entry("ImportData", Kind.FORM_SUBMISSION),
            Map.entry("GoToR", Kind.REMOTE_TARGET),
            Map.entry("GoToE", Kind.REMOTE_TARGET),
            Map.entry("Movie", Kind.MULTIMEDIA),
            Map.entry("Sound", Kind.MULTIMEDIA),
            Map.entry("Rendition", Kind.MULTIMEDIA),
            Map.entry("RichMediaExecute", Kind.MULTIMEDIA),
            Map.entry("GoTo3DView", Kind.MULTIMEDIA),
            Map.entry("URI", Kind.WEB_LINK));
    private static final Set<String> MEDIA =
            Set.of("RichMedia", "Movie", "Sound", "Screen", "3D", "RichMediaContent", "MediaClip");
    private static final Map<String, Kind> KEYS = Map.of(
            "JS", Kind.JAVASCRIPT,
            "JavaScript", Kind.JAVASCRIPT,
            "RichMediaContent", Kind.MULTIMEDIA,
            "XFA", Kind.XFA,
            "EmbeddedFiles", Kind.EMBEDDED_FILE,
            "EF", Kind.EMBEDDED_FILE,
            "OCProperties", Kind.OPTIONAL_CONTENT);

    private ContentRules() {}

    static void check(COSDictionary dictionary, Place place, PdfInspectionLimits limits, FindingLog log) {
        KEYS.forEach((key, kind) -> {
            if (dictionary.getDictionaryObject(COSName.getPDFName(key)) != null) {
                report(kind, place, limits, log);
            }
        });
        report(ACTIONS.get(name(dictionary, COSName.S)), place, limits, log);
        String subtype = name(dictionary, COSName.SUBTYPE);
        String type = name(dictionary, COSName.TYPE);
        if (MEDIA.contains(subtype) || MEDIA.contains(type)) {
            report(Kind.MULTIMEDIA, place, limits, log);
        }
        if (subtype.equals("FileAttachment") || type.equals("EmbeddedFile")) {
            report(Kind.EMBEDDED_FILE, place, limits, log);
        }
        if (type.equals("OCG")) {
            report(Kind.OPTIONAL_CONTENT, place, limits, log);
        }
        checkTriggers(dictionary, place, limits, log);
    }

    private static void checkTriggers(
            COSDictionary dictionary, Place place, PdfInspectionLimits limits, FindingLog log) {
        COSBase open = dictionary.getDictionaryObject(COSName.OPEN_ACTION);
        if (open instanceof COSDictionary action && !name(action, COSName.S).equals("GoTo")) {
            report(Kind.OPEN_ACTION, place, limits, log);
        } else if (open != null && !(open instanceof COSDictionary) && !(open instanceof COSArray)) {
            report(Kind.OPEN_ACTION, place, limits, log);
        }
        if (dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary actions && actions.size() > 0) {
            report(Kind.ADDITIONAL_ACTIONS, place, limits, log);
        }
    }

    private static void report(@Nullable Kind kind, Place place, PdfInspectionLimits limits, FindingLog log) {
        if (kind != null) {
            log.add(new PdfFinding(kind, severity(kind, limits), place.page(), place.object()));
        }
    }

    private static Severity severity(Kind kind, PdfInspectionLimits limits) {
        return switch (kind) {
            case WEB_LINK -> Severity.INFO;
            case OPTIONAL_CONTENT -> Severity.WARN;
            case EMBEDDED_FILE -> limits.embeddedFilesAllowed() ? Severity.WARN : Severity.BLOCK;
            default -> Severity.BLOCK;
        };
    }

    private static String name(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
    }
}
