package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.testing.Browser;

/** Things that stand on desks after some weeks of work, so that every screen has something to show. */
record Furniture(Visitors visitors, Stage.People people) {

    void placeInTheCommune() {
        Browser clerk = visitors.role(Role.CLERK);
        press(clerk, "/units", "/units", Map.of("name", "Phòng Văn hóa - Xã hội"));
        press(clerk, "/units", "/units/\\d+", Map.of("login", people.officer().value(), "then", "join"));
        press(
                visitors.role(Role.LEADER),
                "/delegations",
                "/delegations",
                Map.of("to", "p-" + people.officer().value(), "from", "h", "until", "+3"));
        Matcher book = Pattern.compile("href=\"(/registers/\\d+)\"")
                .matcher(clerk.get("/registers").body());
        assertThat(book.find()).as("a book").isTrue();
        press(clerk, book.group(1), "/registers/\\d+/export", Map.of("format", "XLSX"));
        watch();
    }

    /** Leaves one document accepted, one before the leader, and one that its sender asks back. */
    void placeDocuments(Stage stage, Visitors senders, String toRegister, String toInstruct, String toRecall) {
        Browser clerk = visitors.role(Role.CLERK);
        String accepted = arrived(clerk, toRegister);
        act(clerk, accepted, "/accept", Map.of("then", ""));
        String submitted = arrived(clerk, toInstruct);
        act(clerk, submitted, "/accept", Map.of("then", "register"));
        act(
                clerk,
                submitted,
                "/submit",
                Map.of("then", "submit", "leader", "p-" + people.leader().value()));
        String recalled = arrived(clerk, toRecall);
        Samples samples = new Samples(stage.nodes().north(), TwoNodes.PROVINCE);
        Browser sender = senders.role(Role.CLERK);
        String recall = samples.real("/recalls/{parcelId}");
        Map<String, String> asked = Map.of(
                "recipients", TwoNodes.COMMUNE.value(), "act", "recall", "reason", "Ban hành nhầm, đề nghị hủy.");
        assertThat(sender.submit(recall, recall, asked).statusCode()).isEqualTo(302);
        TwoNodes.await("the recall", () -> clerk.get(recalled).body().contains("/recall-requests/"));
    }

    /** The path of a document that stands in the queue, once it does. */
    private static String arrived(Browser clerk, String subject) {
        Pattern row = Pattern.compile("href=\"(/incoming/\\d+)\"(?:(?!</tr>).)*?" + subject, Pattern.DOTALL);
        TwoNodes.await(subject, () -> row.matcher(clerk.get("/incoming").body()).find());
        Matcher link = row.matcher(clerk.get("/incoming").body());
        assertThat(link.find()).as(subject).isTrue();
        return link.group(1);
    }

    private static void act(Browser clerk, String document, String act, Map<String, String> fields) {
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(clerk.get(act.equals("/accept") ? document : document + act)
                        .body());
        assertThat(version.find()).as(document + act).isTrue();
        Map<String, String> all = new TreeMap<>(fields);
        all.put("version", version.group(1));
        assertThat(clerk.submit(document, document + act, all).statusCode())
                .as(document + act)
                .isEqualTo(302);
    }

    void placeInTheProvince() {
        press(visitors.role(Role.CLERK), "/outgoing", "/outgoing", Map.of("agency", TwoNodes.PROVINCE.value()));
        press(
                visitors.role(Role.CLERK),
                "/groups",
                "/groups",
                Map.of("agency", TwoNodes.PROVINCE.value(), "name", "Các xã đồng bằng", "members", TwoNodes.block()));
    }

    private void watch() {
        Browser officer = visitors.role(Role.SECURITY_OFFICER);
        String document = "0193ab00-0000-7000-8000-000000000001";
        press(
                officer,
                "/events",
                "/events/saved",
                Map.of("name", "Đăng nhập sai hôm nay", "action", "session.refuse", "period", "24h"));
        press(officer, "/events", "/events/saved/[^/\"]+/alert", Map.of());
        press(officer, "/alerts/rules", "/alerts/rules/[^/\"]+/test", Map.of());
        Pattern raised = Pattern.compile("Cấp quyền quản trị(?:(?!</tr>).)*Đặng Văn Quản", Pattern.DOTALL);
        TwoNodes.await(
                "whose role was raised",
                () -> raised.matcher(officer.get("/alerts").body()).find());
        press(officer, "/exports?action=session.start", "/exports", Map.of("format", "CSV"));
        press(officer, "/integrity", "/integrity/verification", Map.of());
        press(officer, "/dossiers", "/dossiers", Map.of("object", document));
        press(
                officer,
                "/retention",
                "/retention/holds",
                Map.of("object", document, "reason", "Quyết định 12/QĐ-TTr ngày 20/11/2026"));
    }

    /** Sends the first form of a page whose address is like this. */
    private static void press(Browser browser, String page, String action, Map<String, String> fields) {
        Matcher form = Pattern.compile("action=\"(" + action + ")\"")
                .matcher(browser.get(page).body());
        assertThat(form.find()).as(action + " on " + page).isTrue();
        assertThat(browser.submit(page, form.group(1), fields).statusCode())
                .as(form.group(1))
                .isEqualTo(302);
    }
}
