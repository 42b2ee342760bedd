package vn.lienthong.node.days;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.testing.ChromiumExtension.Window;

/** Work that is not finished when the screens are looked at: only so are all of them to be seen. */
record LeftOpen(Stage stage, Window window) {

    private static final String TO_COMMUNE = "- Ủy ban nhân dân xã Hương Giang;";

    /** Leaves it; the pages of the province that no link leads to. */
    Map<Role, List<String>> leave(Visitors south, Visitors north) throws IOException, PdfSigningException {
        List<String> subjects = List.of("Về việc còn chờ vào sổ", "Về việc còn chờ ý kiến", "Về việc còn chờ trả lời");
        for (String subject : subjects) {
            stage.send(window, subject, TO_COMMUNE, 1);
        }
        new Furniture(south, stage.people())
                .placeDocuments(stage, north, subjects.get(0), subjects.get(1), subjects.get(2));
        String draft = new Composing(stage.north(), stage.province().page(window), true).begin("Về việc còn soạn dở");
        return Map.of(Role.CLERK, List.of(draft + "/sign", draft + "/check", "/reports"));
    }
}
