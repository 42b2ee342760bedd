package vn.lienthong.node.doors;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.node.vxp.SampleMessages;

/** edXML with marks of secrecy, wherever somebody may have put one. */
final class Letters {

    private Letters() {}

    /** A status about a document of the other side that has this number. */
    static byte[] status(String from, String number, String code) {
        String to = from.equals("H67.01") ? "H67.02" : "H67.01";
        return SampleMessages.status(from, to, number, code, "Vì sao");
    }

    /** Marked letters by what is marked. */
    static Map<String, byte[]> marked(String from, String to) {
        Map<String, byte[]> letters = new LinkedHashMap<>();
        for (String level : new String[] {"Mật", "TỐI MẬT", "Tuyệt mật", "Tuyet mat", "3"}) {
            letters.put("header " + level, in(from, to, "</edXML:MessageHeader>", "DoMat", level));
        }
        for (String name : new String[] {
            "SecretLevel", "SercetLevel", "SecretLevl", "Securityy", "Confidental", "MucDoMat", "Mức_độ_mật", "do-mat"
        }) {
            letters.put("header " + name, in(from, to, "</edXML:MessageHeader>", name, "2"));
        }
        letters.put("sphere", in(from, to, "</edXML:MessageHeader>", "Description", "MẬT"));
        letters.put("attachment", in(from, to, "</Attachment>", "DoMat", "Mật"));
        letters.put("attachment's text", in(from, to, "</Attachment>", "Note", "tuyệt mật"));
        letters.put("reference", in(from, to, "</edXML:Reference>", "Secrecy", "SECRET"));
        letters.put("reference's text", in(from, to, "</edXML:Reference>", "Description", "Tối  Mật"));
        letters.put("attribute", with(from, to, "<edXML:Reference>", "<edXML:Reference domat=\"1\">"));
        letters.put("attribute's text", with(from, to, "<Attachment>", "<Attachment note=\"Mật\">"));
        return letters;
    }

    private static byte[] in(String from, String to, String end, String name, String text) {
        String prefix = end.contains("edXML:") ? "edXML:" : "";
        String mark = "<" + prefix + name + ">" + text + "</" + prefix + name + ">";
        return with(from, to, end, mark + end);
    }

    private static byte[] with(String from, String to, String place, String instead) {
        String letter = new String(SampleMessages.letter(from, to, "901", "Về việc thử"), StandardCharsets.UTF_8);
        if (!letter.contains(place)) {
            throw new AssertionError(place);
        }
        return letter.replace(place, instead).getBytes(StandardCharsets.UTF_8);
    }
}
