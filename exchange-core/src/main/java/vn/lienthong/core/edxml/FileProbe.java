package vn.lienthong.core.edxml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The first and the last octets of a file, by which its kind is known whatever its label says. */
final class FileProbe {

    static final String UNKNOWN = "application/octet-stream";
    static final String ZIP = "application/zip";
    static final String PDF = "application/pdf";
    static final String DOC = "application/msword";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int HEAD = 4096;
    private static final int TAIL = 1024;
    private static final int PDF_WITHIN = 1024;
    private static final int DIRECTORY_END = 22;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private static final Map<String, String> OLE2 =
            Map.of("doc", DOC, "dot", DOC, "xls", "application/vnd.ms-excel", "ppt", "application/vnd.ms-powerpoint");
    private static final Map<String, String> MAGIC = Map.of(
            "\u0089PNG\r\n\u001a\n", "image/png",
            "\u00ff\u00d8\u00ff", "image/jpeg",
            "II*\0", "image/tiff",
            "MM\0*", "image/tiff",
            "GIF8", "image/gif",
            "{\\rtf", "application/rtf",
            "7z\u00bc\u00af'\u001c", "application/x-7z-compressed",
            "Rar!\u001a\u0007", "application/vnd.rar");

    private final byte[] head = new byte[HEAD];
    private final byte[] tail = new byte[TAIL];
    private int headLength;
    private long size;

    void pass(byte[] octets, int offset, int length) {
        int first = Math.min(length, HEAD - headLength);
        System.arraycopy(octets, offset, head, headLength, first);
        headLength += first;
        for (int i = Math.max(0, length - TAIL); i < length; i++) {
            tail[(int) ((size + i) % TAIL)] = octets[offset + i];
        }
        size += length;
    }

    long size() {
        return size;
    }

    /**
     * Returns the media type.
     *
     * @param name the file's name, which only tells apart what the octets leave open
     */
    String mediaType(String name) {
        String start = new String(head, 0, headLength, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return insideZip(start);
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OLE2.getOrDefault(extension(name), "application/x-ole-storage");
        }
        return MAGIC.entrySet().stream()
                .filter(magic -> start.startsWith(magic.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> looser(start));
    }

    /** Returns whether it is a ZIP that says it has one entry and whose name does not say that a ZIP is meant. */
    boolean isWrapped(String name) {
        return mediaType(name).equals(ZIP) && !extension(name).equals("zip") && entries() == 1;
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT).strip();
    }

    private String looser(String start) {
        int pdf = start.indexOf("%PDF-");
        if (pdf >= 0 && pdf < PDF_WITHIN) {
            return PDF;
        }
        return !start.isEmpty() && isText() ? "text/plain" : UNKNOWN;
    }

    private boolean isText() {
        String text = new String(head, 0, headLength, StandardCharsets.UTF_8);
        // The last character may be cut by the end of the probe.
        int checked = size > HEAD ? Math.max(0, text.length() - 2) : text.length();
        return text.chars()
                .limit(checked)
                .noneMatch(unit -> unit == 0xFFFD || unit == 0x7F || (unit < ' ' && "\t\n\r\f".indexOf(unit) < 0));
    }

    private static String insideZip(String start) {
        int nameLength = start.length() < 30 ? 0 : start.charAt(26) | start.charAt(27) << 8;
        String first = start.length() < 30 + nameLength ? "" : start.substring(30, 30 + nameLength);
        if (first.equals("mimetype")) {
            return declared(start.substring(30 + nameLength));
        }
        boolean office =
                first.equals("[Content_Types].xml") || first.startsWith("_rels/") || first.startsWith("docProps/");
        if (office || first.startsWith("word/") || first.startsWith("xl/") || first.startsWith("ppt/")) {
            return office(start);
        }
        return ZIP;
    }

    /** OpenDocument and ASiC say their type in a first entry that is stored as it is. */
    private static String declared(String content) {
        int end = 0;
        while (end < content.length() && "abcdefghijklmnopqrstuvwxyz0123456789.+-/".indexOf(content.charAt(end)) >= 0) {
            end++;
        }
        String type = content.substring(0, end);
        return type.startsWith("application/") && type.length() <= 100 ? type : ZIP;
    }

    private static String office(String start) {
        if (start.contains("xl/")) {
            return XLSX;
        }
        return start.contains("ppt/") ? PPTX : DOCX;
    }

    /** Returns the number of entries by the end of the central directory; -1 when there is no such end. */
    private int entries() {
        int length = (int) Math.min(size, TAIL);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = tail[(int) ((size - length + i) % TAIL)];
        }
        byte[] signature = {'P', 'K', 5, 6};
        for (int at = length - DIRECTORY_END; at >= 0; at--) {
            if (Arrays.equals(last, at, at + 4, signature, 0, 4)) {
                return (last[at + 10] & 0xFF) | (last[at + 11] & 0xFF) << 8;
            }
        }
        return -1;
    }
}
