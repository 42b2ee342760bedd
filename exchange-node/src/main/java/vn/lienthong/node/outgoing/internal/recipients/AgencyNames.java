package vn.lienthong.node.outgoing.internal.recipients;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lienthong.core.text.SearchText;

/** Writes names of agencies in one way: folded, abbreviations spelled out. */
final class AgencyNames {

    private static final Map<String, String> SPELLED_OUT = Map.ofEntries(
            Map.entry("ubnd", "uy ban nhan dan"),
            Map.entry("hdnd", "hoi dong nhan dan"),
            Map.entry("mttq", "mat tran to quoc"),
            Map.entry("ubmttq", "uy ban mat tran to quoc"),
            Map.entry("mttqvn", "mat tran to quoc viet nam"),
            Map.entry("vp", "van phong"),
            Map.entry("vpcp", "van phong chinh phu"),
            Map.entry("tand", "toa an nhan dan"),
            Map.entry("vksnd", "vien kiem sat nhan dan"),
            Map.entry("tp", "thanh pho"),
            Map.entry("btc", "bo tai chinh"),
            Map.entry("bnv", "bo noi vu"),
            Map.entry("bct", "bo cong thuong"),
            Map.entry("bkhcn", "bo khoa hoc va cong nghe"),
            Map.entry("gddt", "giao duc va dao tao"),
            Map.entry("tnmt", "tai nguyen va moi truong"),
            Map.entry("khdt", "ke hoach va dau tu"),
            Map.entry("tu", "tinh uy"),
            Map.entry("ubkt", "uy ban kiem tra"),
            Map.entry("ld", "lien doan lao dong"));

    private AgencyNames() {}

    /** One way of writing a name: {@code UBND tỉnh Sông Hương} becomes {@code uy ban nhan dan tinh song huong}. */
    static String canonical(String name) {
        return SearchText.words(name).stream()
                .map(word -> SPELLED_OUT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    /** The words of a question, in that same way. */
    static List<String> words(String question) {
        return SearchText.words(canonical(question));
    }
}
